// The legend, which is also the filter. Every row counts what it shows of what is there.

import { button, el, familyLine, kindMark, standingLine, typeGlyph } from './dom.js';

const node = (scene, item) => scene.showsNode(item);
const edge = (scene, item) => scene.showsEdge(item);
const GROUPS = [
  {
    filter: 'kind',
    head: 'Kinds',
    of: (scene) => scene.nodes,
    key: (item) => item.kind,
    words: (style, kind) => style.nodes[kind].plural,
    table: 'nodes',
    mark: kindMark,
    shows: node,
  },
  {
    filter: 'type',
    head: 'Statement types',
    of: (scene) => scene.nodes.filter((item) => item.types.length),
    key: (item) => item.types[0],
    words: (style, type) => style.statements[type].label,
    table: 'statements',
    mark: typeGlyph,
    shows: node,
  },
  {
    filter: 'family',
    head: 'Links',
    of: (scene) => scene.edges,
    key: (item) => item.family,
    words: (style, family) => style.families[family].label,
    table: 'families',
    mark: familyLine,
    shows: edge,
  },
  {
    filter: 'standing',
    head: 'Standing',
    of: (scene) => scene.edges,
    key: (item) => item.standing,
    words: (style, standing) =>
      ({ accepted: 'Accepted', proposed: 'Proposed', inferred: 'Inferred' })[standing],
    table: 'standing',
    mark: (style, standing) => standingLine(standing),
    shows: edge,
  },
];

function row(scene, group, value) {
  const box = el('input');
  box.type = 'checkbox';
  box.value = value;
  box.dataset.filter = group.filter;
  const words = group.words(scene.style, value);
  box.addEventListener('change', () =>
    scene.change(`${box.checked ? 'show' : 'hide'} ${words.toLowerCase()}`, () => {
      const off = scene.state.off[group.filter];
      if (box.checked) off.splice(off.indexOf(value), 1);
      else off.push(value);
    }),
  );
  return el(
    'label',
    '',
    box,
    group.mark(scene.style, value),
    el('span', '', words),
    el('span', 'n'),
  );
}

/** Rows for what occurs, in the order of style.json; built anew only when that changes. */
function build(scene, body) {
  const there = GROUPS.map((group) => {
    const found = new Set(group.of(scene).map(group.key));
    return Object.keys(scene.style[group.table]).filter((value) => found.has(value));
  });
  const sign = JSON.stringify(there);
  if (body.dataset.built === sign) return;
  body.dataset.built = sign;
  body.replaceChildren(
    ...GROUPS.flatMap((group, index) =>
      there[index].length
        ? [
            el(
              'section',
              '',
              el('h2', '', group.head),
              ...there[index].map((value) => row(scene, group, value)),
            ),
          ]
        : [],
    ),
  );
}

function count(scene, body) {
  GROUPS.forEach((group) => {
    const all = group.of(scene);
    body.querySelectorAll(`[data-filter="${group.filter}"]`).forEach((box) => {
      const these = all.filter((item) => group.key(item) === box.value);
      const seen = these.filter((item) => group.shows(scene, item)).length;
      box.checked = !scene.state.off[group.filter].includes(box.value);
      box.parentElement.querySelector('.n').textContent =
        seen === these.length ? these.length : `${seen} of ${these.length}`;
    });
  });
}

/** Draw the legend and the note on what is hidden. */
export function drawLegend(scene, legend) {
  const body = legend.querySelector('.legend-body');
  build(scene, body);
  count(scene, body);
  const things = scene.nodes.filter((item) => !scene.showsNode(item)).length;
  const links = scene.edges.filter((item) => !scene.showsEdge(item)).length;
  const note = legend.querySelector('.hidden-note');
  const words = things + links ? `${things} things, ${links} links hidden` : 'Nothing hidden';
  note.replaceChildren(el('span', '', words));
  if (scene.hides) note.append(button('btn-link', () => scene.showAll(), 'Show all'));
}
