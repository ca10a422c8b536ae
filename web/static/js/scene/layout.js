// Where things stand. The same scene gives the same picture: every start is computed, none drawn
// by lot, and what already stands is held fixed when something is added.

const RING = 190;
const WIDEN = 1.3; // labels are wider than high, and so are windows

const FORCES = {
  name: 'fcose', quality: 'proof', randomize: false, animate: false, fit: false, tile: false,
  packComponents: false, nodeDimensionsIncludeLabels: true, nodeRepulsion: 9000,
  idealEdgeLength: 92, edgeElasticity: 0.35, gravity: 0.3, numIter: 3000,
};

/** Rings around the seeds: distance in links gives the ring, the parent's angle gives the order. */
function rings(nodes, seeds) {
  const angle = new Map();
  let ring = nodes.filter((node) => seeds.includes(node.id()));
  if (ring.empty()) ring = nodes.slice(0, 1);
  for (let depth = 0; ring.nonempty(); depth += 1) {
    const order = ring.toArray();
    order.forEach((node, index) => {
      angle.set(node.id(), (2 * Math.PI * (index + 0.5 * (depth % 2))) / order.length);
      const radius = depth || order.length === 1 ? RING * depth : RING / 2;
      node.position({ x: WIDEN * radius * Math.cos(angle.get(node.id())),
        y: radius * Math.sin(angle.get(node.id())) });
    });
    ring = following(order, nodes, angle);
  }
  return angle;
}

function following(order, nodes, angle) {
  let next = nodes.cy().collection();
  order.forEach((node) => {
    next = next.union(node.neighborhood('node').filter((other) => nodes.contains(other) && !angle.has(other.id())));
  });
  return next.nonempty() || angle.size === nodes.length ? next
    : nodes.filter((node) => !angle.has(node.id()));
}

function forces(cy, fixed) {
  const held = fixed.map((node) => ({ nodeId: node.id(), position: { ...node.position() } }));
  const options = held.length ? { ...FORCES, fixedNodeConstraint: held } : FORCES;
  cy.layout(options).run();
  held.forEach(({ nodeId, position }) => cy.getElementById(nodeId).position(position));
}

function unlocked(cy, act) {
  const locked = cy.nodes(':locked').unlock();
  act();
  locked.lock();
}

/** Lay everything out anew; `pinned` nodes stay where they are. */
export function tidy(cy, seeds, pinned, canForce) {
  unlocked(cy, () => {
    const kept = pinned.map((node) => [node, { ...node.position() }]);
    rings(cy.nodes(), seeds);
    kept.forEach(([node, position]) => node.position(position));
    if (!canForce) return;
    forces(cy, pinned);
    if (pinned.empty()) cy.nodes().positions((node) => ({ x: node.position('x') * WIDEN, y: node.position('y') }));
  });
}

/** Place `fresh` nodes beside `anchor`; nothing else moves by a pixel. */
export function place(cy, fresh, anchor, canForce) {
  unlocked(cy, () => {
    const middle = cy.nodes().not(fresh).boundingBox({ includeLabels: false });
    const home = anchor.position();
    const away = Math.atan2(home.y - (middle.y1 + middle.y2) / 2, home.x - (middle.x1 + middle.x2) / 2);
    fresh.forEach((node, index) => {
      const spread = (index - (fresh.length - 1) / 2) * Math.min(0.5, Math.PI / fresh.length);
      const radius = RING * (0.8 + 0.35 * (index % 2));
      node.position({ x: home.x + radius * Math.cos(away + spread), y: home.y + radius * Math.sin(away + spread) });
    });
    if (canForce) forces(cy, cy.nodes().not(fresh));
  });
}
