// The evidence panel: a link with its words as the server tells it, a thing with its links, or two
// things with the way between them.

import { button, dateWords, el, kindMark, typeMark } from './dom.js';
import { tellPath } from './path.js';

const PROTECTED =
  'A protected person stands behind this. It is never linked to a name, place or school, and ' +
  'paths do not run through it.';

function section(head, ...kids) {
  return el('section', '', head && el('h3', '', head), ...kids);
}

function nothing() {
  return [
    section(
      'Nothing chosen',
      el(
        'p',
        'quiet',
        'Choose a link to read the words it rests on, or a thing to see what is said about it.',
      ),
    ),
  ];
}

/** Links of a thing in this scene, by type, each a button that opens its words. */
function linksOf(scene, id) {
  const edges = scene.edges.filter(
    (edge) => [edge.subject, edge.object].includes(id) && scene.showsEdge(edge),
  );
  const list = el('ul', 'list small');
  const order = Object.keys(scene.style.edges);
  edges
    .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
    .forEach((edge) => {
      list.append(
        el(
          'li',
          '',
          button('btn-link', () => scene.pick(edge.id), edge.sentence),
        ),
      );
    });
  return section(`${edges.length} ${edges.length === 1 ? 'link' : 'links'} in this scene`, list);
}

function thing(scene, id, askNeighbours) {
  const node = scene.node(id);
  const { style } = scene;
  const open = el(
    'a',
    'btn sm',
    node.kind === 'statement' ? 'Open the statement' : 'Open its page',
  );
  open.href = node.page;
  const head = el(
    'div',
    'kicker',
    el('span', 'thing', kindMark(style, node.kind), style.nodes[node.kind].label),
    node.types.length ? typeMark(style, node, true) : null,
  );
  const about = [
    node.date && el('p', 'small quiet', dateWords(node.date)),
    scene.state.pins.includes(id) &&
      el('p', 'small quiet', 'Pinned: it stays where it is when you tidy up.'),
    node.protected && el('p', 'note', PROTECTED),
  ].filter(Boolean);
  return [
    section(
      '',
      head,
      el('p', node.kind === 'statement' ? 'sentence quoted' : 'sentence', node.name),
      ...about,
      el('p', 'row', open, button('btn sm', askNeighbours, 'Add neighbours')),
    ),
    linksOf(scene, id),
  ];
}

function two(scene, ids) {
  const way = section('');
  way.hidden = true;
  const find = () => tellPath(scene, ids, way);
  const head = section(
    'Two things chosen',
    el('p', 'sentence', ids.map((id) => scene.node(id).name).join(' and ')),
    button('btn main', find, 'Find paths between them'),
  );
  head.dataset.find = 'path';
  return [head, way];
}

async function link(scene, id, box) {
  box.dataset.awaited = id;
  box.ariaBusy = 'true';
  try {
    const told = await scene.pool.evidence(id);
    if (scene.picked[0] === id) fill(box, shut(scene), ...told.children);
  } catch (error) {
    if (scene.picked[0] !== id) return;
    const retry = button('btn sm', () => scene.draw(), 'Try again');
    const fault = section('The words could not be read', el('p', '', `${error.message}. `), retry);
    fill(box, shut(scene), fault);
  }
}

// Whoever is in the panel, or asked to enter it, is not left outside by what replaces it.
function fill(box, ...children) {
  const inside = box.dataset.entered || box.contains(document.activeElement);
  delete box.dataset.entered;
  delete box.dataset.awaited;
  box.ariaBusy = null;
  box.replaceChildren(...children);
  if (inside) enterEvidence(box);
}

function shut(scene) {
  return button('btn sm phone-only', () => scene.pick(null), 'Close');
}

/** Focus the panel's first link or button, once what is chosen stands there. */
export function enterEvidence(box) {
  if (box.dataset.awaited) box.dataset.entered = 'yes';
  else box.querySelector('a, button:not(.phone-only)')?.focus();
}

/** Draw the panel anew when something else is chosen, or the scene around it changed. */
export function drawEvidence(scene, box, askNeighbours) {
  const { picked } = scene;
  box.classList.toggle('idle', !picked.length);
  const one = picked.length === 1 && picked[0];
  if (one && scene.edge(one)) {
    const shown = box.querySelector('[data-link]')?.dataset.link;
    const stands = shown === one && box.querySelector('.phone-only');
    if (!stands && box.dataset.awaited !== one) link(scene, one, box);
    return;
  }
  if (!picked.length) fill(box, ...nothing());
  else fill(box, shut(scene), ...(one ? thing(scene, one, askNeighbours) : two(scene, picked)));
}
