// Single keys: `/` search, `?` the list of keys, `g` then a page's key. They can be switched off.
const off = document.getElementById('keys-on');

function remember(on) {
  try { localStorage.setItem('onrecord-keys', on ? 'on' : 'off'); } catch { /* storage is off */ }
}
function remembered() {
  try { return localStorage.getItem('onrecord-keys') !== 'off'; } catch { return true; }
}

/** True while someone writes into a field, or a key is part of a chord. */
export function busy(event) {
  const ticks = ':not([type=checkbox]):not([type=radio]):not([type=range])';
  const writing = `input${ticks}, textarea, select`;
  return event.target.matches(writing) || event.ctrlKey || event.metaKey || event.altKey;
}

function closeTop() {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
}

function search(event) {
  const field = document.querySelector('#q, #find');
  if (!field) return;
  event.preventDefault();
  // On narrow screens the masthead has no field: the overview has one.
  if (field.offsetParent === null) location.assign('/'); else field.focus();
}

/** Hear single keys; `more` maps further keys to what they do. Pages may call it again. */
export function listen(more) {
  let go = false;
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeTop();
    if (!off.checked || busy(event)) return;
    const page = go && document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    go = event.key === 'g';
    if (page) location.assign(page.href);
    else more[event.key]?.(event);
  });
}

off.checked = remembered();
off.addEventListener('change', () => remember(off.checked));
listen({ '/': search, '?': () => document.getElementById('keys').showModal() });
