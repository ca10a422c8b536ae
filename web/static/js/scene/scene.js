// The scene on this page: what is in it, what is chosen or hidden, and the history of changes.
// Modules draw from it and change it; they never speak to each other.

/** The state that undo brings back; what is chosen is not among it. */
function beginning() {
  return {
    nodes: [],
    adds: [],
    pins: [],
    off: { kind: [], type: [], family: [], standing: [] },
    from: null,
    to: null,
    undated: true,
  };
}

export class Scene {
  constructor({ pool, style, cy, seeds }) {
    Object.assign(this, { pool, style, cy, seeds });
    this.state = beginning();
    this.picked = [];
    this.view = 'both';
    this.list = 'links';
    this.limit = null;
    this.edges = [];
    this.drawers = [];
    this.past = [];
    this.future = [];
  }

  onDraw(act) {
    this.drawers.push(act);
  }

  draw() {
    this.drawers.forEach((act) => act(this));
  }

  /* -------------------------------------------------------------- content */
  node(id) {
    return this.pool.nodes.get(id);
  }

  edge(id) {
    return this.pool.edges.get(id);
  }

  has(id) {
    return this.cy.getElementById(id).nonempty();
  }

  /** Make the canvas hold just what the state names; return the things that are new on it. */
  fill() {
    const { cy, state } = this;
    const edges = this.pool.edgesAmong(state.nodes);
    const wanted = new Set([...state.nodes, ...edges.map((edge) => edge.id)]);
    const fresh = state.nodes.filter((id) => !this.has(id));
    cy.batch(() => {
      cy.elements()
        .filter((element) => !wanted.has(element.id()))
        .remove();
      cy.add(fresh.map((id) => ({ group: 'nodes', data: onCanvas(this.node(id)) })));
      cy.add(
        edges
          .filter((edge) => !this.has(edge.id))
          .map((edge) => ({ group: 'edges', data: edgeOnCanvas(edge) })),
      );
    });
    const families = Object.keys(this.style.families);
    const key = (edge) => [families.indexOf(edge.family), edge.date || '', edge.id].join(' ');
    this.edges = edges.sort((a, b) => (key(a) < key(b) ? -1 : 1)); // the server's order
    return cy.collection(fresh.map((id) => cy.getElementById(id)));
  }

  /** How many links lead from the scene to what is not in it. */
  further() {
    return this.cy.nodes().reduce((sum, node) => {
      const all = Object.values(this.node(node.id()).degree).reduce(
        (total, number) => total + number,
        0,
      );
      return sum + Math.max(0, all - node.connectedEdges().length);
    }, 0);
  }

  /* -------------------------------------------------------------- history */
  snapshot() {
    return {
      state: structuredClone(this.state),
      places: this.cy.nodes().map((node) => [node.id(), { ...node.position() }]),
    };
  }

  remember(what, before = this.snapshot()) {
    this.past.push({ what, before });
    this.future.length = 0;
  }

  change(what, act) {
    this.remember(what);
    act();
    this.draw();
  }

  restore({ state, places }) {
    this.state = structuredClone(state);
    this.fill();
    this.cy.batch(() =>
      places.forEach(([id, place]) => {
        const node = this.cy.getElementById(id);
        const locked = node.locked();
        node.unlock().position(place);
        if (locked) node.lock();
      }),
    );
    this.picked = this.picked.filter((id) => this.has(id));
    this.draw();
  }

  /** Go one step back, or forward again; return what was undone or done again. */
  step(from, to) {
    const last = from.pop();
    if (!last) return null;
    to.push({ what: last.what, before: this.snapshot() });
    this.restore(last.before);
    return last.what;
  }

  undo() {
    return this.step(this.past, this.future);
  }

  redo() {
    return this.step(this.future, this.past);
  }

  /* ------------------------------------------------------------- choosing */
  /** Choose one thing or link; `also` adds a second thing beside the first. */
  pick(id, also = false) {
    const [first] = this.picked;
    const two = also && first && first !== id && this.node(first) && this.node(id);
    this.picked = two ? [first, id] : id ? [id] : [];
    this.draw();
  }

  /** The one thing that is chosen, or null. */
  get chosen() {
    return this.picked.length === 1 && this.node(this.picked[0]) ? this.picked[0] : null;
  }

  /* -------------------------------------------------------------- hiding */
  get hides() {
    const { off, from, to, undated } = this.state;
    return (
      Object.values(off).some((list) => list.length) || from !== null || to !== null || !undated
    );
  }

  showsNode(node) {
    const { off, from, to, undated } = this.state;
    if (off.kind.includes(node.kind)) return false;
    if (node.types.length && off.type.includes(node.types[0])) return false;
    if (!node.date) return undated;
    const year = Number(node.date.slice(0, 4));
    return (from === null || year >= from) && (to === null || year <= to);
  }

  showsEdge(edge) {
    const { off } = this.state;
    return (
      !off.family.includes(edge.family) &&
      !off.standing.includes(edge.standing) &&
      this.showsNode(this.node(edge.subject)) &&
      this.showsNode(this.node(edge.object))
    );
  }

  get nodes() {
    return this.state.nodes.map((id) => this.node(id));
  }

  showAll() {
    const { nodes, adds, pins } = this.state;
    this.change('show all', () => {
      this.state = { ...beginning(), nodes, adds, pins };
    });
  }
}

function onCanvas(node) {
  return {
    id: node.id,
    kind: node.kind,
    type: node.types[0] || null,
    text: node.short,
    standing: node.review || 'accepted',
  };
}

function edgeOnCanvas(edge) {
  return {
    id: edge.id,
    source: edge.subject,
    target: edge.object,
    family: edge.family,
    standing: edge.standing,
    verb: edge.verb.replace(/ it:$|:$/, ''),
  };
}
