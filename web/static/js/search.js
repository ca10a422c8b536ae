// Search: the first results open under the box while one types. The form itself needs no script.
const form = document.getElementById('search');
const field = document.getElementById('q');
const found = document.createElement('ul');
const SHOWN = 6;
let asked = 0, timer;

/** Where a result leads: to the words themselves where there are any. */
function address({ kind, id, document: source, passages: [place] }) {
  if (kind === 'statement' && source) return `/document/${source.id}?s=${id}#${id}`;
  if (place) return `/document/${id}?words=${place.start}-${place.end}#words`;
  return `/${kind === 'document' || kind === 'statement' ? kind : 'entity'}/${id}`;
}

/** The snippet with its matching stretches bold. Marks count code points, so does the spread. */
function bold(snippet, marks) {
  const points = [...snippet], out = document.createElement('span');
  let at = 0;
  for (const [start, end] of marks) {
    const b = document.createElement('b');
    b.textContent = points.slice(start, end).join('');
    out.append(points.slice(at, start).join(''), b);
    at = end;
  }
  out.append(points.slice(at).join(''));
  return out;
}

/** The mark of a kind, as the chips beside the box show it. */
function mark(kind) {
  const chip = form.querySelector(`input[value="${CSS.escape(kind)}"]`);
  return chip?.parentElement.querySelector('svg').cloneNode(true) ?? document.createElement('span');
}

function row(hit) {
  const li = document.createElement('li'), body = document.createElement('div');
  const link = document.createElement('a'), words = document.createElement('p');
  link.href = address(hit);
  const said = hit.kind === 'statement';
  link.textContent = said ? `“${hit.name}”` : hit.name;
  words.className = 'small quiet';
  const outer = hit.outer_speakers.map((speaker) => speaker.name).join(', ');
  // A statement's name is its own opening words: they are not said twice.
  words.append(said ? hit.document?.name ?? '' : bold(hit.snippet, hit.marks));
  words.append(outer ? `, as told by ${outer}` : '');
  body.append(link, words);
  li.append(mark(hit.kind), body);
  return li;
}

function all(results, total, address, notes) {
  const li = document.createElement('li'), link = document.createElement('a');
  link.href = address;
  link.textContent = 'All results';
  const told = document.createElement('span');
  told.className = 'small quiet';
  const shown = `${Math.min(results, SHOWN)} of ${total.toLocaleString('en-GB')} results shown. `;
  told.append(results ? shown : 'Nothing found. ', ...notes.map((note) => `${note} `), link);
  li.append(document.createElement('span'), told);
  return li;
}

async function ask() {
  const query = new URLSearchParams(new FormData(form)), turn = ++asked;
  if (field.value.trim().length < 2) { found.hidden = true; return; }
  const answer = await fetch(`/search.json?${query}`);
  if (!answer.ok || turn !== asked) return; // the form still leads to the page that says why
  const { results, total, notes } = await answer.json();
  found.replaceChildren(
    ...results.slice(0, SHOWN).map(row), all(results.length, total, `/search?${query}`, notes));
  found.setAttribute('aria-label', `Results for “${field.value}”`);
  found.hidden = false;
}

if (form && !location.pathname.startsWith('/search')) {
  found.className = 'found';
  found.id = 'found';
  found.hidden = true;
  field.setAttribute('aria-controls', 'found');
  form.querySelector('.search-big').after(found);
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 180); });
  form.addEventListener('keydown', (event) => { if (event.key === 'Escape') found.hidden = true; });
}
document.body.dataset.ready = 'true';
