// The picture: makes the canvas, keeps its classes in step with the scene, tells clicks to it.

import { graphLook, onTheme } from './look.js';

const LEGIBLE = 14;

/** A canvas in `box`, and whether it can lay things out by forces. */
export async function makeCanvas(box, library, style) {
  const { default: cytoscape } = await import(library);
  const canForce = typeof window.cytoscapeFcose === 'function';
  if (canForce) cytoscape.use(window.cytoscapeFcose);
  const cy = cytoscape({
    container: box,
    style: graphLook(style),
    minZoom: 0.05,
    maxZoom: 3,
    boxSelectionEnabled: false,
    autounselectify: true,
  });
  onTheme(() => cy.style(graphLook(style)));
  return { cy, canForce };
}

/** Show what is chosen, hidden and pinned. */
export function drawCanvas(scene) {
  const { cy, picked, state } = scene;
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      const pinned = state.pins.includes(node.id());
      node
        .toggleClass('gone', !scene.showsNode(scene.node(node.id())))
        .toggleClass('pinned', pinned);
      if (pinned) node.lock();
      else node.unlock();
    });
    cy.edges().forEach((edge) => edge.toggleClass('gone', !scene.showsEdge(scene.edge(edge.id()))));
    cy.elements().removeClass('picked near told end faint onpath');
    picked.forEach((id) => {
      const chosen = cy.getElementById(id).addClass('picked');
      if (chosen.isEdge()) chosen.connectedNodes().addClass('end');
      else near(chosen.connectedEdges());
    });
  });
}

/** Links of what is chosen stand out; their words are written where there is room for them. */
function near(edges) {
  edges.addClass(edges.not('.gone').length <= LEGIBLE ? 'near told' : 'near');
}

/** Clicks choose; Shift adds a second thing; a right or double click asks for neighbours. */
export function listen(scene, askNeighbours) {
  const { cy } = scene;
  cy.on('tap', (event) => {
    if (event.target === cy) scene.pick(null);
    else scene.pick(event.target.id(), event.originalEvent.shiftKey);
  });
  cy.on('cxttap', 'node', (event) => {
    scene.pick(event.target.id());
    askNeighbours();
  });
  cy.on('dbltap', 'node', askNeighbours);
  let before;
  cy.on('grab', 'node', () => {
    before = scene.snapshot();
  });
  cy.on('dragfree', 'node', (event) => {
    scene.remember(`move ${scene.node(event.target.id()).name}`, before);
    scene.draw();
  });
}

/** Zoom about the middle of the stage. */
export function zoom(cy, factor) {
  const middle = { x: cy.width() / 2, y: cy.height() / 2 };
  cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle });
}

/** Bring the whole of what is shown into view, never larger than life. */
export function fit(cy) {
  cy.resize();
  cy.fit(cy.elements().not('.gone'), 34);
  if (cy.zoom() > 1.35) {
    cy.zoom(1.35);
    cy.center(cy.elements().not('.gone'));
  }
}

const ALONG = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The neighbour of `node` that lies most in the direction of an arrow key, or null. */
export function neighbourTowards(node, key) {
  const [dx, dy] = ALONG[key];
  const here = node.position();
  let best = null;
  let least = Infinity;
  node
    .neighborhood('node')
    .not('.gone')
    .forEach((other) => {
      const x = other.position('x') - here.x;
      const y = other.position('y') - here.y;
      const along = x * dx + y * dy;
      const cost = along + 2 * Math.abs(x * dy + y * dx);
      if (along > 0 && cost < least) {
        best = other;
        least = cost;
      }
    });
  return best;
}
