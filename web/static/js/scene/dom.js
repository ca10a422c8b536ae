// Small builders for the page: text goes in as text, never as markup.

const SVG = 'http://www.w3.org/2000/svg';
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** An element with a class and children; strings become text nodes. */
export function el(tag, cls, ...kids) {
  const node = document.createElement(tag);
  if (cls) node.className = cls;
  node.append(...kids.filter((kid) => kid !== null && kid !== undefined));
  return node;
}

/** A button that does one thing. */
export function button(cls, act, ...kids) {
  const node = el('button', cls, ...kids);
  node.type = 'button';
  node.addEventListener('click', act);
  return node;
}

/** An SVG element with attributes and children. */
export function svg(tag, attributes, ...kids) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...kids);
  return node;
}

function drawing(cls, box, ...kids) {
  return svg('svg', { class: cls, viewBox: box, 'aria-hidden': 'true' }, ...kids);
}

/** The mark of a kind: outline and icon of style.json. */
export function kindMark(style, kind) {
  const look = style.nodes[kind];
  return drawing(
    'mark-kind k-' + kind,
    '0 0 24 24',
    svg('path', { class: 'o', d: look.outline }),
    svg('path', { d: look.icon }),
  );
}

/** The glyph of a statement type, alone. */
export function typeGlyph(style, type) {
  return drawing('ico', '0 0 24 24', svg('path', { d: style.statements[type].glyph }));
}

/** A statement type with its word; a proposed one carries a question mark. */
export function typeMark(style, node, box) {
  const type = node.types[0];
  const proposed = node.review === 'proposed';
  const cls = 'stype' + (box ? ' box' : '') + (proposed ? ' proposed' : '');
  return el(
    'span',
    cls,
    typeGlyph(style, type),
    style.statements[type].label + (proposed ? '?' : ''),
  );
}

const HEADS = {
  vee: { x: 17, d: 'M18 2.5l5 3.5-5 3.5' },
  triangle: { x: 17, d: 'M18 2l6 4-6 4z' },
  diamond: { x: 14, d: 'M15 6l4-4 4 4-4 4z' },
  circle: { x: 16, d: 'M17 6a3 3 0 1 0 6 0 3 3 0 0 0-6 0' },
  square: { x: 16, d: 'M17 3h6v6h-6z' },
};

/** The line of a family of links, with its arrowhead. */
export function familyLine(style, family) {
  const head = HEADS[style.families[family].arrow];
  return drawing(
    'ln fam-' + family,
    '0 0 24 12',
    svg('line', { x1: 0, y1: 6, x2: head.x, y2: 6 }),
    svg('path', { d: head.d }),
  );
}

/** The line of a standing: solid, dashed or dotted. */
export function standingLine(standing) {
  const dash = { accepted: 'none', proposed: '5 3', inferred: '1.5 3' }[standing];
  return drawing(
    'ln',
    '0 0 24 12',
    svg('line', { x1: 0, y1: 6, x2: 24, y2: 6, 'stroke-dasharray': dash }),
  );
}

/** A standing with its line and word. */
export function standingMark(standing) {
  const words = { accepted: 'Accepted', proposed: 'Proposed', inferred: 'Inferred' };
  return el('span', 'stand ' + standing, words[standing]);
}

/** '2025-10-09' as '9 Oct 2025'; as precise as it is known. */
export function dateWords(iso) {
  if (!iso) return 'no date';
  const [year, month, day] = iso.split('-');
  return [day && String(Number(day)), month && MONTHS[month - 1], year].filter(Boolean).join(' ');
}

/** '1 person', '3 people': a number with its kind in words. */
export function counted(style, number, kind) {
  const look = style.nodes[kind];
  return `${number} ${(number === 1 ? look.label : look.plural).toLowerCase()}`;
}
