// What the server has told so far: things and links by id, fetched once each.

/** Fetch JSON of our own server; a failure carries the server's words. */
async function read(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const error = body.error || {};
    throw new Error(
      [error.message || `the server answered ${answer.status}`, error.remedy]
        .filter(Boolean)
        .join('. '),
    );
  }
  return body;
}

/** Things and links known to this page, whether shown or not. */
export class Pool {
  constructor(addresses) {
    this.addresses = addresses;
    this.nodes = new Map();
    this.edges = new Map();
    this.counts = new Map();
  }

  keep(scene) {
    scene.nodes.forEach((node) => {
      if (!this.nodes.has(node.id)) this.nodes.set(node.id, node);
    });
    scene.edges.forEach((edge) => {
      if (!this.edges.has(edge.id)) this.edges.set(edge.id, edge);
    });
    return scene;
  }

  /** The scene that a query asks for: its seeds, and what was added to them. */
  async scene(query) {
    return this.keep(await read(`${this.addresses.scene}?${query}`));
  }

  /** How many neighbours a thing has, by type of link and kind. */
  async countsOf(id) {
    if (!this.counts.has(id)) {
      const answer = await read(`${this.addresses.around}?${new URLSearchParams({ of: id })}`);
      this.counts.set(id, answer.counts);
    }
    return this.counts.get(id);
  }

  /** The ways between two things of the whole graph, told link by link, the shortest first. */
  path(from, to, documents) {
    const query = new URLSearchParams({ from, to });
    if (documents) query.set('documents', 'yes');
    return read(`${this.addresses.path}?${query}`);
  }

  /** The server's own words about a link, as an escaped fragment. */
  async evidence(id) {
    const answer = await fetch(this.addresses.evidence + encodeURIComponent(id));
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), 'text/html').body;
  }

  /** Links whose both ends are among `ids`. */
  edgesAmong(ids) {
    const inside = new Set(ids);
    return [...this.edges.values()].filter(
      (edge) => inside.has(edge.subject) && inside.has(edge.object),
    );
  }
}

export { read };
