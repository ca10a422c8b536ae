// Add neighbours: a menu of what a thing is linked to, with how much of it is shown, and the
// adding itself, which moves nothing that stands.

import { say } from '../messages.js';
import { beginningOf, writeStep } from './address.js';
import { button, counted, el, kindMark } from './dom.js';
import { place } from './layout.js';

const PAGE = 25;

function shownOf(scene, id, { type, kind }) {
  return scene.edges
    .filter((edge) => edge.type === type)
    .flatMap((edge) => {
      const other = edge.subject === id ? edge.object : edge.object === id ? edge.subject : null;
      return other && scene.node(other).kind === kind ? [other] : [];
    }).length;
}

function row(scene, id, count, close) {
  const shown = shownOf(scene, id, count);
  const left = Math.max(0, count.count - shown);
  const item = button(
    '',
    () => {
      close();
      add(scene, { ...count, of: id, limit: shown + PAGE }, left);
    },
    kindMark(scene.style, count.kind),
    el(
      'span',
      '',
      counted(scene.style, count.count, count.kind),
      el('span', 'way quiet small', count.words),
    ),
    el('span', 'small quiet', left ? `${shown} of ${count.count} shown` : 'all shown'),
  );
  item.disabled = !left;
  item.dataset.add = `${count.type},${count.kind}`;
  return el('li', '', item);
}

/** Open the menu beside the chosen thing. */
export async function openMenu(scene, box) {
  const id = scene.chosen;
  if (!id) return;
  const close = () => {
    box.hidden = true;
    scene.home.focus();
  };
  const head = el('span', '', `Add neighbours of ${scene.node(id).name}`);
  head.id = 'expand-h';
  const shut = button('btn sm', close, 'Close');
  const list = el('ul', '', el('li', 'tip', 'Counting …'));
  box.replaceChildren(el('header', '', head, shut), list);
  box.hidden = false;
  shut.focus();
  try {
    const counts = await scene.pool.countsOf(id);
    list.replaceChildren(...counts.map((count) => row(scene, id, count, close)));
    if (!counts.length)
      list.replaceChildren(el('li', 'tip', 'Nothing is linked to it outside this scene.'));
    box.append(el('footer', '', el('span', 'tip', `At most ${PAGE} are added at a time.`)));
  } catch (error) {
    list.replaceChildren(el('li', 'tip', `The neighbours could not be counted: ${error.message}`));
  }
  if (scene.chosen !== id) {
    box.hidden = true;
    return;
  }
  stand(scene, box, id);
  (box.querySelector('li button:not(:disabled)') || shut).focus();
}

/** Put the menu beside its thing, inside the stage. On a phone it is a sheet of its own. */
function stand(scene, box, id) {
  const wrap = scene.home.parentElement;
  const node = scene.cy?.getElementById(id);
  if (!node?.nonempty() || !wrap.clientWidth) return;
  const at = node.renderedPosition();
  const right = at.x + 30 + box.offsetWidth < wrap.clientWidth;
  box.style.left = `${Math.max(8, right ? at.x + 30 : at.x - 30 - box.offsetWidth)}px`;
  const lowest = wrap.clientHeight - box.offsetHeight - 10;
  box.style.top = `${Math.max(8, Math.min(at.y - 30, lowest))}px`;
}

/**
 * Ask for the scene with one step more; return the ids of the things that are new in it. The whole
 * scene is asked for, so that what is added also meets what is there.
 */
export async function take(scene, step) {
  const same = (other) => ['type', 'kind', 'of'].every((part) => other[part] === step[part]);
  const { type, kind, limit, of } = step;
  const adds = [...scene.state.adds.filter((other) => !same(other)), { type, kind, limit, of }];
  const query = beginningOf(scene);
  adds.forEach((one) => query.append('add', writeStep(one)));
  const found = await scene.pool.scene(query);
  const known = new Set(scene.state.nodes);
  const fresh = found.nodes.map((node) => node.id).filter((id) => !known.has(id));
  return { fresh, put: () => put(scene, adds, fresh) };
}

function put(scene, adds, fresh) {
  const { state } = scene;
  state.adds = adds;
  state.nodes = [...state.nodes, ...fresh];
  const added = scene.fill();
  place(scene.cy, added, scene.cy.getElementById(adds.at(-1).of), scene.canForce);
}

async function add(scene, step, left) {
  const name = scene.node(step.of).name;
  try {
    const { fresh, put: act } = await take(scene, step);
    const more = Math.max(0, left - fresh.length);
    const number = counted(scene.style, fresh.length, step.kind);
    scene.change(`add ${number}`, act);
    scene.show();
    say(`Added ${number} of ${name}; ${more} more not shown. Nothing else moved.`, () =>
      scene.undo(),
    );
  } catch (error) {
    say(`Nothing was added: ${error.message}`);
  }
}
