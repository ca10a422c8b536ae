// A place that the address's fragment alone names: the server never sees a fragment, so that the
// reader may show another part of the text than that in which the place stands.
const PLACE = /^char=(\d{1,9}),(\d{1,9})$/;

/** The fragment without its sign; one that is no well-formed text names nothing. */
export function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Address at which the server shows what the fragment names; null where this page shows it. */
export function elsewhere() {
  const named = fragment(), place = PLACE.exec(named);
  const asked = new URLSearchParams(location.search), view = asked.get('view');
  const query = new URLSearchParams(view ? { view } : {});
  if (place) query.set('words', `${place[1]}-${place[2]}`);
  else if (!named.startsWith('st-') || document.getElementById(named)) return null;
  // Asked for already, and not found: the text holds no such statement.
  else if (asked.get('s') === named && !asked.has('part')) return null;
  else query.set('s', named);
  return `${location.pathname}?${query}#${place ? 'words' : encodeURIComponent(named)}`;
}
