// The strip of years: two handles narrow the period; things without a date have their own switch.

import { svg } from './dom.js';

const BASE = 44;
const PAD = 8;

function yearsOf(scene) {
  return scene.nodes.filter((node) => node.date).map((node) => Number(node.date.slice(0, 4)));
}

function bars(plot, counts, span, inside) {
  const most = Math.max(...counts.values());
  const wide = Math.min(44, span.width * 0.6);
  for (let year = span.first; year <= span.last; year += 1) {
    const left = span.at(year);
    const number = counts.get(year);
    if (number) {
      const height = (number / most) * 30;
      plot.append(
        svg('rect', {
          class: inside(year) ? 'b-in' : 'b-out',
          x: left + (span.width - wide) / 2,
          y: BASE - height,
          width: wide,
          height,
        }),
        svg(
          'text',
          { x: left + span.width / 2, y: BASE - height - 3, 'text-anchor': 'middle' },
          String(number),
        ),
      );
    }
    if (span.width < 34 && (year - span.first) % Math.ceil(34 / span.width)) continue;
    plot.append(
      svg('text', { x: left + span.width / 2, y: 58, 'text-anchor': 'middle' }, String(year)),
    );
  }
}

function handles(plot, span, from, to) {
  const [left, right] = [span.at(from), span.at(to + 1)];
  plot.prepend(svg('rect', { class: 'brush', x: left, y: 0, width: right - left, height: BASE }));
  plot.append(svg('line', { class: 'axis', x1: 0, x2: span.all, y1: BASE, y2: BASE }));
  [left, right].forEach((x) =>
    plot.append(
      svg('line', { class: 'edge-line', x1: x, x2: x, y1: 0, y2: BASE }),
      svg('rect', { class: 'grip', x: x - 4, y: 14, width: 8, height: 16, rx: 2 }),
    ),
  );
}

/** Draw the strip; without a single date there is nothing to narrow, and it is left out. */
export function drawTimeline(scene, strip) {
  const years = yearsOf(scene);
  strip.hidden = !years.length;
  if (!years.length) return;
  const plot = strip.querySelector('svg');
  const all = plot.clientWidth || 600;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const width = (all - 2 * PAD) / (last - first + 1);
  const span = { first, last, all, width, at: (year) => PAD + (year - first) * width };
  const { from, to, undated } = scene.state;
  const [begin, end] = [from ?? first, to ?? last];
  const counts = new Map();
  years.forEach((year) => counts.set(year, (counts.get(year) || 0) + 1));
  plot.replaceChildren();
  plot.setAttribute('viewBox', `0 0 ${all} 62`);
  bars(plot, counts, span, (year) => year >= begin && year <= end);
  handles(plot, span, begin, end);
  strip.querySelectorAll('input[type=range]').forEach((range) => {
    range.min = first;
    range.max = last + 1;
    range.value = range.name === 'from' ? begin : end + 1;
    range.setAttribute('aria-valuetext', range.name === 'from' ? begin : end);
  });
  strip.querySelector('[name=undated]').checked = undated;
  strip.querySelector('.n-undated').textContent = scene.nodes.length - years.length;
  strip.querySelector('.period').textContent =
    from === null && to === null ? 'all years' : `${begin} to ${end}`;
}

/** Let the handles and the switch change the scene; one drag is one step of the history. */
export function listenTimeline(scene, strip) {
  let dragging = false;
  strip.querySelectorAll('input[type=range]').forEach((range) => {
    range.addEventListener('input', () => {
      if (!dragging) scene.remember('change the period');
      dragging = true;
      move(scene, range);
      scene.draw();
    });
    range.addEventListener('change', () => {
      dragging = false;
    });
  });
  strip.querySelector('[name=undated]').addEventListener('change', (event) => {
    const on = event.target.checked;
    scene.change(on ? 'show undated' : 'hide undated', () => {
      scene.state.undated = on;
    });
  });
}

function move(scene, range) {
  const { state } = scene;
  const [first, last] = [Number(range.min), Number(range.max) - 1];
  if (range.name === 'from') {
    const year = Math.min(Number(range.value), state.to ?? last);
    state.from = year === first ? null : year;
  } else {
    const year = Math.max(Number(range.value) - 1, state.from ?? first);
    state.to = year === last ? null : year;
  }
}
