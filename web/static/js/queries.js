// Questions and the Cypher page: Ctrl+Enter runs, questions are found by typing, and the console
// is a plain text field over a coloured copy of itself.
const form = document.getElementById('ask');
const text = document.getElementById('cy-text');
const RULE = new RegExp([
  String.raw`(\/\/.*)`,
  String.raw`('[^']*'|"[^"]*")`,
  String.raw`(\$\w+)`,
  String.raw`(:[A-Z]\w*)`,
  String.raw`\b(OPTIONAL|MATCH|WHERE|RETURN|ORDER BY|LIMIT|SKIP|AND|OR|NOT|IN|AS|WITH|UNWIND|`
    + String.raw`DISTINCT|STARTS|ENDS|CONTAINS|CASE|WHEN|THEN|ELSE|END|IS|NULL|DESC|ASC|`
    + String.raw`UNION|CALL)\b`,
].join('|'), 'g');
const CLASSES = ['hl-c', 'hl-s', 'hl-p', 'hl-l', 'hl-k'];

const RAN = 'onrecord-ran';
let wrong = null; // what does not fit of the query that was sent, from and to

/** Where a place that counts code points, as the server does, stands in a text of the browser. */
const unit = (place) => [...text.value].slice(0, place).join('').length;

/** Put a piece of the query into the copy; what does not fit is marked within it. */
function put(copy, words, at, look) {
  const within = (place) => Math.min(Math.max(place - at, 0), words.length);
  const [from, to] = wrong ? [within(wrong.from), within(wrong.to)] : [0, 0];
  [words.slice(0, from), words.slice(from, to), words.slice(to)].forEach((piece, place) => {
    if (!piece) return;
    const span = document.createElement('span');
    span.className = [look, place === 1 && 'hl-bad'].filter(Boolean).join(' ');
    span.textContent = piece;
    copy.append(span);
  });
}

function paint() {
  const copy = document.getElementById('hl');
  copy.textContent = '';
  let at = 0;
  for (const match of text.value.matchAll(RULE)) {
    put(copy, text.value.slice(at, match.index), at, '');
    put(copy, match[0], match.index, CLASSES[match.slice(1).findIndex(Boolean)]);
    at = match.index + match[0].length;
  }
  // The blank after the end can be marked too: there a query stops that should go on.
  put(copy, `${text.value.slice(at)} \n`, at, '');
  const lines = text.value.split('\n');
  document.getElementById('lines').textContent = lines.map((_, i) => i + 1).join('\n');
}

/** Choose the word that does not fit, so that typing takes its place. */
function showWrong() {
  const { from, to } = text.dataset;
  if (from === undefined) return;
  wrong = { from: unit(from), to: Math.max(unit(to), unit(from) + 1) };
  text.focus({ preventScroll: true });
  text.setSelectionRange(unit(from), unit(to));
}

/** Keep the address of a query that ran; beside one that did not, lead back to it. */
function keepLast() {
  const last = document.getElementById('ran');
  try {
    if (document.getElementById('res-h')) sessionStorage.setItem(RAN, location.href);
    else if (last && sessionStorage.getItem(RAN)) {
      last.href = sessionStorage.getItem(RAN);
      last.hidden = false;
    }
  } catch { /* storage is off: the browser's way back still leads there */ }
}

function narrow({ target }) {
  const words = target.value.toLowerCase();
  for (const line of document.querySelectorAll('#q-all li')) {
    line.hidden = !line.textContent.toLowerCase().includes(words);
  }
  for (const head of document.querySelectorAll('#q-all h3')) {
    head.hidden = !head.nextElementSibling.querySelector('li:not([hidden])');
  }
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form?.requestSubmit();
  if (event.key === 'Escape' && document.activeElement === text) text.blur();
});
document.getElementById('q-find')?.addEventListener('input', narrow);
if (text) {
  text.closest('.editor').classList.add('coloured');
  text.addEventListener('input', () => { wrong = null; paint(); });
  text.addEventListener('scroll', () => {
    document.getElementById('hl').style.transform = `translateX(${-text.scrollLeft}px)`;
  });
  showWrong();
  paint();
}
keepLast();
document.body.dataset.ready = 'true';
