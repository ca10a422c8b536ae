// Reader: bars in the margin beside the lines of each statement, and jumps both ways between the
// list and the text. Without script the same links work by address.
import { elsewhere, fragment } from './fragment.js';
import { listen } from './keyboard.js';

const doc = document.getElementById('doc');
const side = document.querySelector('.reader-side');
const items = [...document.querySelectorAll('.st-item')];
const order = items.map((item) => item.dataset.goto);
const piecesOf = (id) => [...doc.querySelectorAll(`[data-st="${CSS.escape(id)}"]`)];
const wide = matchMedia('(min-width: 761px)');

/** Lines that the pieces of one statement cover inside one paragraph, from its gutter's top. */
function extent(pieces, gutter) {
  const top = gutter.getBoundingClientRect().top;
  const lines = pieces.flatMap((piece) => [...piece.getClientRects()]);
  const tops = lines.map((line) => line.top), ends = lines.map((line) => line.bottom);
  return { y: Math.min(...tops) - top + 2, end: Math.max(...ends) - top - 2 };
}

function bar({ y, end, inner, classes }) {
  const made = document.createElement('span');
  made.className = ['bar-st', ...classes].join(' ');
  made.style.top = `${y}px`;
  made.style.height = `${Math.max(end - y, 4)}px`;
  made.style.right = inner ? '0px' : '9px';
  return made;
}

/** Put the label of a statement beside the line where it starts. */
function lower(label, y, gutter) {
  const late = gutter.getBoundingClientRect().top + y - label.getBoundingClientRect().top - 4;
  if (late > 0 && wide.matches) label.style.marginTop = `${late}px`;
}

function drawParagraph(para) {
  const gutter = para.querySelector('.gutter');
  let before = -Infinity;
  const ids = new Set([...para.querySelectorAll('.st')].map((piece) => piece.dataset.st));
  for (const id of ids) {
    const pieces = [...para.querySelectorAll(`[data-st="${CSS.escape(id)}"]`)];
    const inner = 'in' in pieces[0].dataset;
    const { y: top, end } = extent(pieces, gutter);
    // Two in a row may share a line: the second bar starts below the first.
    const y = !inner && top < before + 4 && end > before + 8 ? before + 4 : top;
    if (!inner) before = end;
    const classes = [];
    if ('proposed' in pieces[0].dataset) classes.push('proposed');
    if (pieces[0].classList.contains('on')) classes.push('on');
    gutter.append(bar({ y, end, inner, classes }));
    const label = para.querySelector(`.side [data-goto="${CSS.escape(id)}"]`);
    if (label) lower(label, top, gutter);
  }
}

function draw() {
  doc.querySelectorAll('.side a').forEach((label) => { label.style.marginTop = ''; });
  doc.querySelectorAll('.bar-st').forEach((old) => old.remove());
  if (doc.dataset.marks !== 'plain') doc.querySelectorAll('.para').forEach(drawParagraph);
}

function chooseItem(id) {
  for (const item of items) {
    const on = item.dataset.goto === id;
    item.classList.toggle('on', on);
    if (on) item.setAttribute('aria-current', 'true'); else item.removeAttribute('aria-current');
  }
}

/** Choose a statement; `from` is where the reader is and need not be moved: 'list' or 'text'. */
function choose(id, from) {
  const pieces = piecesOf(id);
  if (!pieces.length) return;
  doc.querySelectorAll('.st.on').forEach((piece) => piece.classList.remove('on'));
  pieces.forEach((piece) => piece.classList.add('on'));
  chooseItem(id);
  draw();
  history.replaceState(null, '', `#${id}`);
  const item = items.find((one) => one.dataset.goto === id);
  if (from !== 'list' && item) side.scrollTop = item.offsetTop - side.clientHeight / 3;
  if (from !== 'text') pieces[0].scrollIntoView({ block: 'center' });
  if (from === 'text') item?.querySelector('.q').focus({ preventScroll: true });
}

/** Choose the next statement, or the one before; beyond the ends of a part, go to the next part. */
function step(by) {
  const at = order.indexOf(document.querySelector('.st-item.on')?.dataset.goto);
  const last = order.length - 1, { before, after } = side.dataset;
  if (by > 0 && at === last && after) open(after);
  else if (by < 0 && (at === 0 || last < 0) && before) open(before);
  else choose(order[Math.min(last, Math.max(0, at + by))]);
}

/** Open the part of the text in which a statement stands, in the same view. */
function open(id) {
  const query = new URLSearchParams({ s: id });
  const view = new URLSearchParams(location.search).get('view');
  if (view) query.set('view', view);
  location.assign(`?${query}#${encodeURIComponent(id)}`);
}

/** Go to what the fragment names, which may stand in another part of the text. */
function arrive() {
  const address = elsewhere();
  if (address) location.replace(address);
  else if (location.hash) choose(fragment());
}

function offerSpeakers() {
  const select = document.getElementById('speaker');
  if (!select) return;
  const names = [...new Set(items.map((item) => item.dataset.speaker))];
  select.options[0].textContent = `all ${names.length}`;
  select.append(...names.map((name) => new Option(name, name)));
  select.addEventListener('change', () => {
    items.forEach((item) => {
      item.hidden = Boolean(select.value) && item.dataset.speaker !== select.value;
    });
  });
}

document.addEventListener('click', (event) => {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (elsewhere || !(event.target instanceof Element)) return;
  const link = event.target.closest('a');
  const go = event.target.closest('[data-goto]');
  if (go && (!link || link === go || link.classList.contains('q'))) {
    event.preventDefault();
    choose(go.dataset.goto, go.classList.contains('st-item') ? 'list' : 'text');
    return;
  }
  const piece = event.target.closest('.st');
  if (piece && !link && order.includes(piece.dataset.st)) choose(piece.dataset.st, 'text');
});

offerSpeakers();
draw();
arrive();
addEventListener('hashchange', arrive);
addEventListener('resize', draw);
addEventListener('beforeprint', draw);
document.fonts.ready.then(draw);
listen({ j: () => step(1), k: () => step(-1) });
document.body.dataset.ready = 'true';
