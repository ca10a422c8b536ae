// Room for labels: how crossed a drawing is, how large it should be, and pushing apart what covers
// what. Pure arithmetic on boxes; Cytoscape is only asked for sizes.

const ROOM = 2.7; // area of the drawing, in areas of all things with their labels
const ASPECT = 1.55; // width to height of a usual stage
const GAP = 8;
const EVEN = 0.45; // how far a drawing is evened out

/** Each node with the box that it and its label take, relative to where it stands. */
export function boxes(nodes) {
  return nodes.map((node) => {
    const { x, y } = node.position();
    const box = node.boundingBox({ includeLabels: true, includeOverlays: false });
    return { node, x, y, left: x - box.x1, right: box.x2 - x, up: y - box.y1, down: box.y2 - y };
  });
}

function turn(a, b, c) {
  return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
}

/** How many pairs of links cross. */
export function crossings(edges) {
  const lines = edges.map((edge) => ({
    ends: [edge.source().id(), edge.target().id()],
    from: edge.source().position(),
    to: edge.target().position(),
  }));
  let count = 0;
  lines.forEach((one, index) =>
    lines.slice(0, index).forEach((other) => {
      if (one.ends.some((end) => other.ends.includes(end))) return;
      const across = turn(one.from, one.to, other.from) !== turn(one.from, one.to, other.to);
      if (across && turn(other.from, other.to, one.from) !== turn(other.from, other.to, one.to))
        count += 1;
    }),
  );
  return count;
}

/** Places along one axis, from 0 to 1: half where they were, half evenly in their order. */
function levelled(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const order = [...values.keys()].sort((a, b) => values[a] - values[b] || a - b);
  const rank = new Map(order.map((index, place) => [index, place / (values.length - 1)]));
  return values.map((value, index) =>
    high > low ? EVEN * rank.get(index) + ((1 - EVEN) * (value - low)) / (high - low) : 0.5,
  );
}

/** Give a drawing the stage's shape and as much room as its labels need, with no empty quarter. */
export function spread(nodes) {
  const sized = boxes(nodes);
  if (sized.length < 2) return;
  const area =
    ROOM *
    sized.reduce((sum, box) => sum + (box.left + box.right + GAP) * (box.up + box.down + GAP), 0);
  const high = Math.sqrt(area / ASPECT);
  const [xs, ys] = [levelled(sized.map((box) => box.x)), levelled(sized.map((box) => box.y))];
  sized.forEach(({ node }, index) =>
    node.position({ x: xs[index] * high * ASPECT, y: ys[index] * high }),
  );
}

/** How far `b` must go from `a` along the shorter way out, or null where they do not touch. */
function overlap(a, b) {
  const wide = Math.min(a.x + a.right, b.x + b.right) - Math.max(a.x - a.left, b.x - b.left) + GAP;
  const high = Math.min(a.y + a.down, b.y + b.down) - Math.max(a.y - a.up, b.y - b.up) + GAP;
  if (wide <= 0 || high <= 0) return null;
  return wide < high
    ? { dx: b.x < a.x ? -wide : wide, dy: 0 }
    : { dx: 0, dy: b.y < a.y ? -high : high };
}

/** Push apart what covers what; things in `held` do not move. Ends when nothing touches. */
export function apart(sized, held) {
  const most = sized.length > 200 ? 30 : 120;
  for (let round = 0, moved = true; moved && round < most; round += 1) {
    moved = false;
    for (let i = 0; i < sized.length; i += 1) {
      for (let j = 0; j < i; j += 1) moved = part(sized[j], sized[i], held) || moved;
    }
  }
  sized.forEach((box) => {
    if (!held.has(box.node.id())) box.node.position({ x: box.x, y: box.y });
  });
}

function part(a, b, held) {
  const stay = [held.has(a.node.id()), held.has(b.node.id())];
  const way = stay[0] && stay[1] ? null : overlap(a, b);
  if (!way) return false;
  const share = stay[0] ? 0 : stay[1] ? 1 : 0.5;
  a.x -= way.dx * share;
  a.y -= way.dy * share;
  b.x += way.dx * (1 - share);
  b.y += way.dy * (1 - share);
  return true;
}
