// The way between two things, told as sentences. It meets no case and no protected person, and two
// names are not joined by standing in one document.

import { button, el } from './dom.js';

function guarded(node) { return node.kind === 'case' || node.protected; }

/** Links of a shortest path between two things among what is shown, in order; empty if none. */
export function shortest(scene, [from, to]) {
  const before = new Map([[from, null]]);
  const queue = [from];
  if ([from, to].some((id) => guarded(scene.node(id)))) return [];
  const passes = (id) => id === to || !(guarded(scene.node(id)) || scene.node(id).kind === 'document');
  const edges = scene.edges.filter((edge) => scene.showsEdge(edge));
  while (queue.length && !before.has(to)) {
    const here = queue.shift();
    edges.forEach((edge) => {
      const next = edge.subject === here ? edge.object : edge.object === here ? edge.subject : null;
      if (next && !before.has(next) && passes(next)) { before.set(next, { edge, here }); queue.push(next); }
    });
  }
  const steps = [];
  for (let step = before.get(to); step; step = before.get(step.here)) steps.unshift(step.edge);
  return steps;
}

/** Light the path on the canvas and tell it in `box`. */
export function tell(scene, steps, box) {
  if (scene.cy) light(scene.cy, steps);
  if (!steps.length) {
    box.replaceChildren(el('h3', '', 'No path in this scene'),
      el('p', 'quiet', 'Hidden links were not followed, nor paths through a case, a protected person or a document.'));
    return;
  }
  const list = el('ol', 'path-list', ...steps.map((edge) => el('li', '',
    button('btn-link', () => scene.pick(edge.id), edge.sentence))));
  box.replaceChildren(el('h3', '', `Shortest path: ${steps.length} ${steps.length === 1 ? 'link' : 'links'}`), list,
    el('p', 'tip', 'Paths through a case, a protected person or a document are not followed. A path shows that words connect two things; it does not show cause.'));
}

function light(cy, steps) {
  const way = cy.collection(steps.map((edge) => cy.getElementById(edge.id)));
  cy.elements().removeClass('onpath faint near');
  if (way.empty()) return;
  cy.elements().not(way.union(way.connectedNodes())).addClass('faint');
  way.addClass('onpath');
}
