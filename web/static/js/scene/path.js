// The way between two things, told as sentences with their words. The server looks for it in the
// whole graph; it meets no case and no protected person.

import { button, el } from './dom.js';

const TIP =
  'Looked for in the whole graph, also among what is hidden here. It does not run through ' +
  'a case, a protected person or a document. It shows that words connect two things, not cause.';

/** Find the path, light what of it is on the canvas, and tell it in `box`. */
export async function tellPath(scene, [from, to], box) {
  box.hidden = false;
  box.replaceChildren(el('p', 'quiet', 'Looking for a path …'));
  try {
    const found = await scene.pool.path(from, to);
    box.replaceChildren(...told(scene, found));
    light(scene.cy, found);
  } catch (error) {
    box.replaceChildren(
      el('h3', '', 'No path was looked for'),
      el('p', 'quiet', `${error.message}`),
    );
  }
}

function told(scene, { nodes, steps, scene: address }) {
  if (!steps.length) return [el('h3', '', 'No path in six steps'), el('p', 'tip', TIP)];
  const list = el('ol', 'path-list', ...steps.map((step) => row(scene, step)));
  const parts = [
    el('h3', '', `Shortest path: ${nodes.length - 1} ${nodes.length === 2 ? 'step' : 'steps'}`),
    list,
  ];
  if (nodes.some((id) => !scene.has(id))) {
    const open = el('a', 'btn sm', 'Open the path as a scene');
    open.href = address;
    parts.push(el('p', '', 'Some of it is not in this scene. ', open));
  }
  return [...parts, el('p', 'tip', TIP)];
}

function row(scene, { link, sentence, quote }) {
  const words = scene.has(link)
    ? button('btn-link', () => scene.pick(link), sentence)
    : el('span', '', sentence);
  return el('li', '', words, quote && el('p', 'snip', el('mark', 'rec', quote)));
}

function light(cy, { nodes, steps }) {
  const on = (ids) =>
    cy.collection(ids.map((id) => cy.getElementById(id)).filter((element) => element.nonempty()));
  const [things, links] = [on(nodes), on(steps.map((step) => step.link))];
  cy.elements().removeClass('onpath faint near told');
  if (!steps.length) return;
  cy.elements().not(things.union(links)).addClass('faint');
  links.addClass('onpath');
}
