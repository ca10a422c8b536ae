// Keys of the scene. Single keys go through the page's own listener, so that they can be switched
// off; chords and arrows are heard here.

import { listen } from '../keyboard.js';
import { VIEWS } from './address.js';
import { neighbourTowards } from './canvas.js';
import { enterEvidence } from './evidence.js';

function nextLink(scene) {
  const [id] = scene.picked;
  if (!id) return;
  const edge = scene.edge(id);
  const of = edge ? scene.walked || edge.subject : id;
  const links = scene.edges.filter(
    (item) => [item.subject, item.object].includes(of) && scene.showsEdge(item),
  );
  if (!links.length) return;
  const at = links.findIndex((item) => item.id === id);
  scene.walked = of;
  scene.pick(links[(at + 1) % links.length].id);
}

function arrow(scene, key) {
  const [id] = scene.picked;
  const here = !id ? null : scene.edge(id) ? scene.edge(id).subject : id;
  if (!here) {
    scene.pick(scene.seeds.find((seed) => scene.node(seed)) || scene.state.nodes[0]);
    return;
  }
  const next = neighbourTowards(scene.cy.getElementById(here), key);
  if (next) scene.pick(next.id());
}

/** Hear the keys; `acts` does what buttons do too. */
export function listenKeys(scene, acts) {
  const toView = () => scene.look(VIEWS[(VIEWS.indexOf(scene.view) + 1) % 3]);
  listen({
    e: (event) => {
      event.preventDefault();
      acts.around();
    },
    p: acts.pin,
    l: toView,
    n: () => nextLink(scene),
    '+': acts.closer,
    '=': acts.closer,
    '-': acts.further,
    0: acts.fit,
  });
  document.addEventListener('keydown', (event) => {
    if (event.target.matches('input[type=search], textarea')) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      if (event.shiftKey) acts.redo();
      else acts.undo();
      return;
    }
    if (event.key === 'Escape') acts.shut();
    if (document.activeElement !== scene.home || event.ctrlKey || event.altKey || event.metaKey)
      return;
    if (event.key.startsWith('Arrow')) {
      event.preventDefault();
      arrow(scene, event.key);
    }
    if (event.key === 'Enter') enterEvidence(document.getElementById('evidence'));
  });
}
