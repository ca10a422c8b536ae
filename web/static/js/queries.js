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

function paint() {
  const copy = document.getElementById('hl');
  copy.textContent = '';
  let at = 0;
  for (const match of text.value.matchAll(RULE)) {
    const span = document.createElement('span');
    span.className = CLASSES[match.slice(1).findIndex(Boolean)];
    span.textContent = match[0];
    copy.append(text.value.slice(at, match.index), span);
    at = match.index + match[0].length;
  }
  copy.append(`${text.value.slice(at)}\n`);
  const lines = text.value.split('\n');
  document.getElementById('lines').textContent = lines.map((_, i) => i + 1).join('\n');
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
  text.addEventListener('input', paint);
  text.addEventListener('scroll', () => {
    document.getElementById('hl').style.transform = `translateX(${-text.scrollLeft}px)`;
  });
  paint();
}
document.body.dataset.ready = 'true';
