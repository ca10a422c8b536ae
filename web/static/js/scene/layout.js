// Where things stand. The same scene gives the same picture, and what already stands is held fixed
// when something is added.

import { apart, boxes, crossings, spread } from './room.js';

const STARTS = [7, 19, 101, 577, 4001, 20011];
const RING = 150;

const FORCES = {
  name: 'fcose',
  quality: 'proof',
  animate: false,
  fit: false,
  tile: false,
  packComponents: false,
  nodeDimensionsIncludeLabels: false,
  nodeRepulsion: 9000,
  idealEdgeLength: 60,
  edgeElasticity: 0.45,
  gravity: 0.3,
};

/** Run `act` with a counted sequence in place of chance: fcose draws its start from Math.random. */
function counted(start, act) {
  const chance = Math.random;
  let last = start;
  Math.random = () => {
    last = (last * 16807) % 2147483647;
    return (last - 1) / 2147483646;
  };
  try {
    act();
  } finally {
    Math.random = chance;
  }
}

/** Rings around the seeds, by distance in links: what is drawn where fcose is not installed. */
function rings(cy, seeds) {
  const left = new Set(cy.nodes().map((node) => node.id()));
  let ring = seeds.filter((id) => left.has(id));
  if (!ring.length) ring = [...left].slice(0, 1);
  for (let depth = 0; ring.length; depth += 1) {
    const radius = depth || ring.length === 1 ? 1.6 * RING * depth : RING;
    ring.forEach((id, index) => {
      const angle = (2 * Math.PI * (index + 0.5 * (depth % 2))) / ring.length;
      cy.getElementById(id).position({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
      left.delete(id);
    });
    const near = ring.flatMap((id) =>
      cy
        .getElementById(id)
        .neighborhood('node')
        .map((node) => node.id()),
    );
    ring = [...new Set(near)].filter((id) => left.has(id));
    if (!ring.length) ring = [...left];
  }
}

function forces(cy, start, held) {
  const fixed = held.map((node) => ({ nodeId: node.id(), position: { ...node.position() } }));
  const options = fixed.length
    ? { randomize: false, fixedNodeConstraint: fixed }
    : { randomize: true };
  const numIter = Math.min(2500, Math.ceil(150000 / cy.nodes().length)); // large scenes settle less
  counted(start, () => cy.layout({ ...FORCES, numIter, ...options }).run());
  fixed.forEach(({ nodeId, position }) => cy.getElementById(nodeId).position(position));
}

/** Of several starts, take the one whose links cross least. Large scenes are drawn once. */
function best(cy) {
  const starts = cy.edges().length > 250 ? STARTS.slice(0, 1) : STARTS;
  let least = Infinity;
  let kept = null;
  for (const start of starts) {
    forces(cy, start, cy.collection());
    const count = crossings(cy.edges());
    if (count < least) {
      least = count;
      kept = cy.nodes().map((node) => ({ ...node.position() }));
    }
  }
  cy.nodes().forEach((node, index) => node.position(kept[index]));
}

function unlocked(cy, act) {
  const locked = cy.nodes(':locked').unlock();
  cy.batch(act);
  locked.lock();
}

/** Lay everything out anew; `pinned` nodes stay where they are. */
export function tidy(cy, seeds, pinned, canForce) {
  unlocked(cy, () => {
    if (canForce && pinned.nonempty()) forces(cy, STARTS[0], pinned);
    else if (canForce) best(cy);
    else rings(cy, seeds);
    if (pinned.empty()) spread(cy.nodes());
    apart(boxes(cy.nodes()), new Set(pinned.map((node) => node.id())));
  });
}

/** Place `fresh` nodes beside `anchor`, away from the rest; nothing else moves by a pixel. */
export function place(cy, fresh, anchor, canForce) {
  if (fresh.empty()) return;
  const old = cy.nodes().not(fresh);
  unlocked(cy, () => {
    const middle = old.boundingBox({ includeLabels: false });
    const home = anchor.position();
    const away = Math.atan2(
      home.y - (middle.y1 + middle.y2) / 2,
      home.x - (middle.x1 + middle.x2) / 2,
    );
    fresh.forEach((node, index) => {
      const turn =
        away + (index - (fresh.length - 1) / 2) * Math.min(0.6, (1.6 * Math.PI) / fresh.length);
      const radius = RING * (1 + 0.5 * (index % 2));
      node.position({ x: home.x + radius * Math.cos(turn), y: home.y + radius * Math.sin(turn) });
    });
    if (canForce) forces(cy, STARTS[0], old);
    apart(boxes(cy.nodes()), new Set(old.map((node) => node.id())));
  });
}
