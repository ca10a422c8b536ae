// style.json → a Cytoscape stylesheet for the theme in use. Colours that are not of a kind or a
// family come from the page's own tokens.

const SANS = '"Segoe UI", -apple-system, "Helvetica Neue", "Liberation Sans", Arial, sans-serif';
const SERIF = 'Charter, "Iowan Old Style", Cambria, Georgia, "Liberation Serif", serif';

/** A token as a plain colour: the canvas does not know light-dark(), an element's colour does. */
function token(name) {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = `var(${name})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function theme() {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

function icon(path, colour) {
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24">` +
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.9" stroke-linecap="round"` +
    ` stroke-linejoin="round"/></svg>`;
  return 'data:image/svg+xml;utf8,' + encodeURIComponent(drawing);
}

function ground(sheet, ink) {
  const label = { color: ink, 'text-background-color': sheet };
  return [
    {
      selector: 'node',
      style: {
        ...label,
        'background-color': sheet,
        'background-fit': 'contain',
        'background-clip': 'none',
        'background-width': '72%',
        'background-height': '72%',
        'border-width': 1.8,
        label: 'data(text)',
        'text-wrap': 'wrap',
        'text-max-width': 170,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'line-height': 1.12,
        'font-family': SANS,
        'font-size': 13.5,
        'min-zoomed-font-size': 5,
        'text-background-opacity': 0.86,
        'text-background-padding': 1.5,
        'text-background-shape': 'rectangle',
      },
    },
    {
      selector: 'edge',
      style: {
        ...label,
        width: 1.5,
        'curve-style': 'bezier',
        'control-point-step-size': 34,
        'target-arrow-fill': 'filled',
        'arrow-scale': 0.95,
        opacity: 0.82,
        'font-family': SANS,
        'font-size': 12.5,
        'font-style': 'italic',
        'text-background-opacity': 1,
        'text-background-padding': 2,
        'min-zoomed-font-size': 6,
      },
    },
  ];
}

function kinds(style, shade) {
  const rules = Object.entries(style.nodes).map(([kind, look]) => ({
    selector: `node[kind="${kind}"]`,
    style: {
      shape: look.shape,
      width: look.size * 1.12,
      height: look.size * 1.12,
      'border-color': look.colour[shade],
      'background-image': icon(look.icon, look.colour[shade]),
      'border-style': look.border || 'solid',
      'border-width': look.border ? 4 : 1.8,
    },
  }));
  const statement = {
    width: 34,
    height: 26,
    'font-family': SERIF,
    'background-width': '50%',
    'background-height': '62%',
    'background-position-x': '30%',
  };
  rules.push({ selector: 'node[kind="statement"]', style: statement });
  const ink = style.nodes.statement.colour[shade];
  Object.entries(style.statements).forEach(([type, look]) =>
    rules.push({
      selector: `node[type="${type}"]`,
      style: { 'background-image': icon(look.glyph, ink) },
    }),
  );
  return rules;
}

function families(style, shade) {
  return Object.entries(style.families).map(([family, look]) => ({
    selector: `edge[family="${family}"]`,
    style: {
      'line-color': look.colour[shade],
      'target-arrow-color': look.colour[shade],
      'target-arrow-shape': look.arrow,
    },
  }));
}

function states(ink) {
  const chosen = token('--focus');
  const edge = { label: 'data(verb)', opacity: 1 };
  return [
    {
      selector: 'edge[standing="proposed"]',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [6, 4] },
    },
    { selector: 'edge[standing="inferred"]', style: { 'line-style': 'dotted', opacity: 0.6 } },
    { selector: 'node[standing="proposed"]', style: { 'border-style': 'dashed' } },
    { selector: '.faint', style: { opacity: 0.2 } },
    { selector: 'edge.near', style: { width: 2, opacity: 1 } },
    { selector: 'edge.told', style: edge },
    {
      selector: 'edge.picked',
      style: {
        ...edge,
        width: 3.2,
        'font-size': 14,
        'z-index': 20,
        'underlay-color': chosen,
        'underlay-opacity': 0.28,
        'underlay-padding': 4,
      },
    },
    {
      selector: 'node.picked',
      style: {
        'font-weight': 700,
        'z-index': 30,
        'underlay-color': chosen,
        'underlay-opacity': 0.28,
        'underlay-padding': 6,
        'underlay-shape': 'ellipse',
      },
    },
    { selector: 'node.end', style: { 'font-weight': 700, 'z-index': 25 } },
    {
      selector: 'node.pinned',
      style: {
        'outline-width': 2,
        'outline-offset': 4,
        'outline-color': ink,
        'outline-style': 'solid',
      },
    },
    { selector: 'edge.onpath', style: { ...edge, width: 4, 'z-index': 20 } },
    { selector: '.gone', style: { display: 'none' } },
  ];
}

/** The stylesheet for the present theme. */
export function graphLook(style) {
  const ink = token('--ink');
  return [
    ...ground(token('--sheet'), ink),
    ...kinds(style, theme()),
    ...families(style, theme()),
    ...states(ink),
  ];
}

/** Call `act` whenever the page changes between light and dark. */
export function onTheme(act) {
  new MutationObserver(act).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}
