// The ways between two things, told as sentences with their words. The server looks for them in the
// whole graph; they meet no case and no protected person.

import { button, el, standingMark } from './dom.js';

const TIP =
  'Looked for in the whole graph, also among what is hidden here. It does not run through ' +
  'a case or a protected person. It shows that words connect two things, not cause.';

/** Find the paths, light what of the first is on the canvas, and tell it in `box`. */
export async function tellPath(scene, [from, to], box, documents = false) {
  box.hidden = false;
  box.replaceChildren(el('p', 'quiet', 'Looking for paths …'));
  try {
    const found = await scene.pool.path(from, to, documents);
    if (found.ways.length) tellWay(scene, found, 0, box, documents);
    else none(scene, [from, to], found, box, documents);
  } catch (error) {
    box.replaceChildren(
      el('h3', '', 'No path was looked for'),
      el('p', 'quiet', `${error.message}`),
    );
  }
}

function none(scene, ends, found, box, documents) {
  const parts = [el('h3', '', found.found)];
  if (!documents) {
    const look = () => tellPath(scene, ends, box, true);
    parts.push(el('p', '', button('btn sm', look, 'Look through documents too')));
  }
  box.replaceChildren(...parts, el('p', 'tip', TIP));
  light(scene.cy, { nodes: [], steps: [] });
}

function tellWay(scene, found, number, box, documents) {
  const way = found.ways[number];
  const list = el('ol', 'path-list', ...together(way.steps).map((links) => row(scene, links)));
  const parts = [chooser(scene, found, number, box, documents), el('h3', '', way.words), list];
  if (way.nodes.some((id) => !scene.has(id))) {
    const open = el('a', 'btn sm', 'Open the path as a scene');
    open.href = way.scene;
    parts.push(el('p', '', 'Some of it is not in this scene. ', open));
  }
  box.replaceChildren(...parts.filter(Boolean), el('p', 'tip', through(documents)));
  light(scene.cy, way);
}

function through(documents) {
  return documents
    ? `${TIP} Two names in one document are joined by it alone: read what it says of them.`
    : TIP.replace('a case or a protected person', 'a case, a protected person or a document');
}

/** Which of the paths is told, with a step to the one before and the next. */
function chooser(scene, found, number, box, documents) {
  const many = found.ways.length;
  if (many < 2) return null;
  const go = (step, words) => {
    const act = () => {
      tellWay(scene, found, number + step, box, documents);
      const same = box.querySelector(`[data-step="${step}"]`);
      (same.disabled ? box.querySelector('[data-step]:not(:disabled)') : same).focus();
    };
    const knob = button('btn sm', act, words);
    knob.dataset.step = step;
    knob.disabled = !found.ways[number + step];
    return knob;
  };
  const words = `Path ${number + 1} of ${many}${found.more ? ' told; there are more' : ''}`;
  const said = el('span', 'small', words);
  said.setAttribute('role', 'status');
  return el('p', 'row path-choice', said, el('span', 'push'), go(-1, 'Before'), go(1, 'Next'));
}

/** The links of each step, those that say the same as one. */
function together(steps) {
  const rows = [];
  for (const step of steps) {
    const sentences = (rows[step.step - 1] ??= new Map());
    if (!sentences.has(step.sentence)) sentences.set(step.sentence, []);
    sentences.get(step.sentence).push(step);
  }
  return rows.map((sentences) => [...sentences.values()]);
}

function row(scene, sentences) {
  return el('li', '', ...sentences.map((same) => saying(scene, same)));
}

function saying(scene, same) {
  const [{ link, sentence, quote, standing }, ...more] = same;
  const words = scene.has(link)
    ? button('btn-link', () => scene.pick(link), sentence)
    : el('span', '', sentence);
  const mark = standing === 'accepted' ? null : standingMark(standing);
  const rest = more.length
    ? el('span', 'small quiet', ` and in ${more.length} more ${more.length === 1 ? 'place' : 'places'}`)
    : null;
  return el('div', 'saying', words, mark && ' ', mark,
    quote && el('p', 'snip', el('mark', 'rec', quote), rest));
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
