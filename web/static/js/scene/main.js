// Starts the scene: fetches it, draws it, and joins its parts. Without the canvas the list still
// works, and without this file the server's list does.

import { say } from '../messages.js';
import { beginningOf, keepAddress, readAddress } from './address.js';
import { drawCanvas, fit, listen, makeCanvas, zoom } from './canvas.js';
import { Pool, read } from './data.js';
import { drawEvidence } from './evidence.js';
import { listenKeys } from './keys.js';
import { tidy } from './layout.js';
import { drawLegend } from './legend.js';
import { drawList, listenList } from './list.js';
import { openMenu, take } from './neighbours.js';
import { Scene } from './scene.js';
import { drawTimeline, listenTimeline } from './timeline.js';

const $ = (id) => document.getElementById(id);
const phone = matchMedia('(max-width: 760px)');

/** Fetch what the address asks for and lay it out: the seeds first, then each step of adding. */
async function begin(scene, asked) {
  const first = await scene.pool.scene(beginningOf(asked));
  scene.state.nodes = first.nodes.map((node) => node.id);
  scene.fill();
  tidy(scene.cy, scene.seeds, scene.cy.collection(), scene.canForce);
  for (const step of asked.steps) (await take(scene, step)).put();
  const { off, from, to, undated } = asked;
  Object.assign(scene.state, {
    off,
    from,
    to,
    undated,
    pins: asked.pins.filter((id) => scene.has(id)),
  });
  scene.picked = asked.picked.filter((id) => scene.has(id));
}

function summary(scene) {
  const nodes = scene.nodes.filter((node) => scene.showsNode(node)).length;
  const edges = scene.edges.filter((edge) => scene.showsEdge(edge)).length;
  const further = scene.further();
  return [
    `${nodes} of ${scene.nodes.length} things, ${edges} of ${scene.edges.length} links`,
    `${further} further ${further === 1 ? 'link' : 'links'} not shown`,
  ].join(' · ');
}

function drawBar(scene) {
  const words = summary(scene);
  if ($('summary').textContent !== words) {
    $('summary').textContent = words;
    $('said').textContent = words;
  }
  const { chosen, picked, state } = scene;
  $('undo').disabled = !scene.past.length;
  $('redo').disabled = !scene.future.length;
  $('around').disabled = $('pin').disabled = !chosen;
  $('path').disabled = picked.length !== 2;
  $('tidy').disabled = false;
  $('pin').setAttribute('aria-pressed', Boolean(chosen && state.pins.includes(chosen)));
  if (!chosen) $('expand').hidden = true;
  if (picked.length) document.querySelector('.canvas-note').hidden = true;
}

/** Graph, both or list. On a phone the list comes first, and the graph on asking. */
function look(scene, view) {
  scene.view = view;
  $('stage').dataset.view = view;
  $('twin').classList.toggle('shut', view === 'graph');
  if (view === 'list') delete $('stage').dataset.phone;
  else $('stage').dataset.phone = view;
  document.querySelectorAll('.twin [data-view]').forEach((button) => {
    button.setAttribute('aria-pressed', button.dataset.view === view);
  });
  fit(scene.cy);
  keepAddress(scene);
}

function actions(scene) {
  const told = (words, what) => {
    if (what) say(`${words}: ${what}`);
  };
  return {
    undo: () => told('Undone', scene.undo()),
    redo: () => told('Done again', scene.redo()),
    around: () => openMenu(scene, $('expand')),
    pin: () => {
      const { chosen, state } = scene;
      if (!chosen) return;
      const pinned = state.pins.includes(chosen);
      scene.change(pinned ? 'unpin' : 'pin', () => {
        state.pins = pinned ? state.pins.filter((id) => id !== chosen) : [...state.pins, chosen];
      });
    },
    path: () => document.querySelector('#evidence [data-find=path] button')?.click(),
    tidy: () => {
      const pinned = scene.cy.nodes('.pinned');
      scene.change('tidy up', () => tidy(scene.cy, scene.seeds, pinned, scene.canForce));
      fit(scene.cy);
      say(`Tidied. ${pinned.length} pinned things stayed where they were.`, () => scene.undo());
    },
    closer: () => zoom(scene.cy, 1.25),
    further: () => zoom(scene.cy, 0.8),
    fit: () => fit(scene.cy),
    shut: () => {
      if (!$('expand').hidden) {
        $('expand').hidden = true;
        scene.home.focus();
      }
    },
  };
}

function join(scene, acts) {
  const buttons = {
    undo: 'undo',
    redo: 'redo',
    around: 'around',
    pin: 'pin',
    path: 'path',
    tidy: 'tidy',
    'zoom-in': 'closer',
    'zoom-out': 'further',
    fit: 'fit',
  };
  Object.entries(buttons).forEach(([id, act]) => $(id).addEventListener('click', acts[act]));
  document.querySelectorAll('.twin [data-view]').forEach((button) => {
    button.addEventListener('click', () => scene.look(button.dataset.view));
  });
  const strip = document.querySelector('.timeline');
  listen(scene, acts.around);
  listenList(scene, $('twin'));
  listenTimeline(scene, strip);
  listenKeys(scene, acts);
  scene.onDraw(drawCanvas);
  scene.onDraw(drawBar);
  scene.onDraw(() => drawLegend(scene, document.querySelector('.legend')));
  scene.onDraw(() => drawTimeline(scene, strip));
  scene.onDraw(() => drawList(scene, $('twin')));
  scene.onDraw(() => drawEvidence(scene, $('evidence'), acts.around));
  scene.onDraw(keepAddress);
  new ResizeObserver(() => {
    scene.cy.resize();
    drawTimeline(scene, strip);
  }).observe($('stage'));
}

async function start(root) {
  const asked = readAddress(location.search);
  const { style: styleAddress, library, ...addresses } = root.dataset;
  if (!library) {
    document.body.dataset.ready = 'list';
    return;
  }
  const style = await read(styleAddress);
  const { cy, canForce } = await makeCanvas($('cy'), library, style);
  const scene = new Scene({ pool: new Pool(addresses), style, cy, seeds: asked.seeds });
  Object.assign(scene, {
    canForce,
    home: $('cy'),
    limit: asked.limit,
    list: asked.list,
    usualView: phone.matches ? 'list' : 'both',
    look: (view) => look(scene, view),
  });
  scene.show = () => {
    if (scene.cy.extent().w) bringIn(scene.cy);
  };
  await begin(scene, asked);
  root.dataset.alive = 'yes';
  document.querySelectorAll('[data-live]').forEach((part) => {
    part.hidden = false;
  });
  if (phone.matches) foldLegend(document.querySelector('.legend'));
  join(scene, actions(scene));
  scene.look(asked.view || scene.usualView);
  scene.draw();
  fit(cy);
  document.body.dataset.ready = 'yes';
}

/** On a phone the legend is a button until it is wanted. */
function foldLegend(legend) {
  legend.open = false;
  legend.querySelector('summary').className = 'btn';
}

/** Zoom out, never in, until everything is seen. */
function bringIn(cy) {
  const all = cy.elements().not('.gone').renderedBoundingBox();
  if (all.x1 < 0 || all.y1 < 0 || all.x2 > cy.width() || all.y2 > cy.height()) fit(cy);
}

start($('scene')).catch((error) => {
  document.body.dataset.ready = 'list';
  say(`The picture could not be drawn: ${error.message}. The list holds the same.`);
});
