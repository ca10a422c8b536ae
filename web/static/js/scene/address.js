// The scene in the address: seeds, what was added, what is chosen and hidden. A link to it, or a
// reload, gives the same scene again.

const LISTS = ['kind', 'type', 'family', 'standing'];
export const VIEWS = ['graph', 'both', 'list'];

/** One step of adding, as the server reads it: type, kind, limit, thing. */
export function writeStep({ type, kind, limit, of }) {
  return [type, kind, limit, of].join(',');
}

function readStep(text) {
  const [type, kind, limit, ...of] = text.split(',');
  return { type, kind, limit: Number(limit), of: of.join(',') };
}

function year(text) {
  return /^\d{4}$/.test(text ?? '') ? Number(text) : null;
}

/** What the address of this page asks for. */
export function readAddress(search) {
  const query = new URLSearchParams(search);
  const off = Object.fromEntries(LISTS.map((list) => [list, []]));
  query.getAll('off').forEach((text) => {
    const [list, value] = text.split('.');
    if (LISTS.includes(list) && value) off[list].push(value);
  });
  return {
    seeds: [...new Set(query.getAll('seed'))],
    limit: query.get('limit'),
    steps: query.getAll('add').map(readStep),
    picked: query.getAll('pick').slice(0, 2),
    pins: query.getAll('pin'),
    off,
    from: year(query.get('from')),
    to: year(query.get('to')),
    undated: query.get('undated') !== 'no',
    view: VIEWS.includes(query.get('view')) ? query.get('view') : null,
    list: query.get('list') === 'things' ? 'things' : 'links',
  };
}

/** What the server must be asked for to begin this scene: its seeds and limit alone. */
export function beginningOf({ seeds, limit }) {
  const query = new URLSearchParams(seeds.map((seed) => ['seed', seed]));
  if (limit) query.set('limit', limit);
  return query;
}

/** Write the scene into the address, in place: Back leads to the page before the scene. */
export function keepAddress(scene) {
  const { state } = scene;
  const query = beginningOf(scene);
  state.adds.forEach((step) => query.append('add', writeStep(step)));
  LISTS.forEach((list) =>
    state.off[list].forEach((value) => query.append('off', `${list}.${value}`)),
  );
  state.pins.forEach((id) => query.append('pin', id));
  if (state.from !== null) query.set('from', state.from);
  if (state.to !== null) query.set('to', state.to);
  if (!state.undated) query.set('undated', 'no');
  if (scene.view !== scene.usualView) query.set('view', scene.view);
  if (scene.list !== 'links') query.set('list', scene.list);
  scene.picked.forEach((id) => query.append('pick', id));
  // Commas and colons may stand in a query as they are; an address is read by people too.
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  const address = `${location.pathname}?${text}`;
  if (address !== location.pathname + location.search) history.replaceState(null, '', address);
  keepExports();
}

/** Let the files of the menu hold the scene as it is seen now. */
function keepExports() {
  document.querySelectorAll('[data-export]').forEach((link) => {
    link.href = link.dataset.export + location.search;
  });
}
