// The list: the same scene as two tables, same filters, same selection. It is the real thing; the
// canvas is its picture.

import { dateWords, el, kindMark, standingMark, typeMark } from './dom.js';

const TABLES = {
  things: {
    heads: ['Thing', 'Kind', 'Date', 'Links here'],
    items: (scene) => scene.nodes.filter((node) => scene.showsNode(node)),
    words: (node) => node.name,
    cells: thingCells,
  },
  links: {
    heads: ['Link', 'Date', 'Standing', 'Rests on'],
    items: (scene) => scene.edges.filter((edge) => scene.showsEdge(edge)),
    words: (edge) => edge.sentence,
    cells: linkCells,
  },
};

function thingCells(scene, node) {
  const here = scene.cy.getElementById(node.id).connectedEdges().not('.gone').length;
  const all = Object.values(node.degree).reduce((sum, number) => sum + number, 0);
  const kind = node.types.length
    ? typeMark(scene.style, node)
    : el('span', 'thing', kindMark(scene.style, node.kind), scene.style.nodes[node.kind].label);
  return [kind, dateWords(node.date), `${here} of ${Math.max(here, all)}`];
}

function linkCells(scene, edge) {
  return [dateWords(edge.date), standingMark(edge.standing), edge.rests];
}

function row(scene, table, item) {
  const on = scene.picked.includes(item.id);
  const pick = el('button', 'btn-link', table.words(item));
  pick.type = 'button';
  pick.dataset.pick = item.id;
  if (on) pick.setAttribute('aria-current', 'true');
  const cells = table.cells(scene, item).map((cell) => el('td', 'quiet', cell));
  const tr = el('tr', on ? 'on' : '', el('td', '', pick), ...cells);
  tr.dataset.id = item.id;
  return tr;
}

function heads(table) {
  return el(
    'tr',
    '',
    ...table.heads.map((words) => {
      const th = el('th', '', words);
      th.scope = 'col';
      return th;
    }),
  );
}

/** Draw the table that is chosen, and the counts on its switch. */
export function drawList(scene, twin) {
  for (const [name, table] of Object.entries(TABLES)) {
    const shows = name === scene.list;
    const items = table.items(scene);
    twin.querySelector(`[data-count=${name}]`).textContent = items.length;
    twin.querySelector(`[data-list=${name}]`).setAttribute('aria-pressed', shows);
    const body = twin.querySelector(`[data-table=${name}]`);
    body.hidden = !shows;
    if (shows) fillTable(scene, table, body, items);
  }
}

function fillTable(scene, table, body, items) {
  const focused = document.activeElement?.dataset?.pick;
  body.tHead.replaceChildren(heads(table));
  body.tBodies[0].replaceChildren(...items.map((item) => row(scene, table, item)));
  const again = focused && body.querySelector(`[data-pick="${CSS.escape(focused)}"]`);
  if (again) again.focus({ preventScroll: true });
  else bringIntoView(body);
}

function bringIntoView(body) {
  const on = body.querySelector('tr.on');
  const wrap = body.closest('.twin-body');
  if (on) wrap.scrollTop = on.offsetTop - body.tHead.offsetHeight;
}

/** Let rows choose, and the switch change between things and links. */
export function listenList(scene, twin) {
  twin.addEventListener('click', (event) => {
    const row = event.target.closest('[data-pick]');
    const list = event.target.closest('[data-list]');
    if (row) {
      event.preventDefault();
      scene.pick(row.dataset.pick, event.shiftKey);
    }
    if (list) {
      event.preventDefault();
      scene.list = list.dataset.list;
      scene.draw();
    }
  });
}
