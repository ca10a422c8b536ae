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
  if (found.stopped) parts.push(el('p', '', `${found.stopped}.`));
  if (!documents) {
    const look = () => tellPath(scene, ends, box, true);
    parts.push(el('p', '', button('btn sm', look, 'Look through documents too')));
  }
  box.replaceChildren(...parts, el('p', 'tip', TIP));
  light(scene.cy, { nodes: [] });
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
  if (found.stopped) parts.push(el('p', 'small', `${found.stopped}.`));
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

/** What is said at each step. */
function together(steps) {
  const rows = [];
  for (const step of steps) (rows[step.step - 1] ??= []).push(step);
  return rows;
}

function row(scene, sayings) {
  return el('li', '', ...sayings.map((one) => saying(scene, one)));
}

function saying(scene, { link, sentence, quote, standing, more }) {
  const words = scene.has(link)
    ? button('btn-link', () => scene.pick(link), sentence)
    : el('span', '', sentence);
  const mark = standing === 'accepted' ? null : standingMark(standing);
  const rest = more
    ? el('span', 'small quiet', ` and in ${more.toLocaleString('en-GB')} more ${more === 1 ? 'place' : 'places'}`)
    : null;
  return el('div', 'saying', words, mark && ' ', mark,
    quote && el('p', 'snip', el('mark', 'rec', quote), rest));
}

function light(cy, { nodes }) {
  const things = nodes.map((id) => cy.getElementById(id));
  const links = things.slice(1).reduce(
    (all, thing, at) => all.union(thing.edgesWith(things[at])), cy.collection(),
  );
  const on = things.reduce((all, thing) => all.union(thing), links);
  cy.elements().removeClass('onpath faint near told');
  if (!nodes.length) return;
  cy.elements().not(on).addClass('faint');
  links.addClass('onpath');
}
