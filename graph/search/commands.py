"""The command `search`: what the explorer's search finds, on the screen or as JSON."""
# ruff: noqa: PLC0415

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from graph.explore.hits import Hit
    from graph.place import Place


# A word to leave out looks like an option: none that is unknown is one, and there is no -h here.
@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Of this kind alone; repeat.")
@click.option("--limit", default=50, show_default=True, metavar="N", help="How many at most.")
@click.option("--format", "form", default="table", type=click.Choice(["table", "json"]))
@click.pass_obj
def search(
    place: "Place", /, *, words: tuple[str, ...], kinds: tuple[str, ...], limit: int, form: str
) -> None:
    """Find names, statements and documents by the words in them.

    WORDS are what one types into the explorer's search box: all must stand in one name, statement
    or paragraph, and the last may be a beginning; '"words together"' is a phrase, begin* a
    beginning, -word leaves a word out.
    """
    import msgspec

    from graph.explore.search import search as find
    from graph.loading import loaded_version
    from graph.upkeep import bring_up_to_date

    archive = place.archive()
    with place.store(archive) as store:
        if not loaded_version(store, archive.id):
            bring_up_to_date(place, archive, store)
        hits = find(store, archive, " ".join(words), kinds=kinds, limit=limit)
    if form == "json":
        click.echo(msgspec.json.encode(hits))
    else:
        click.echo("".join(f"{line}\n" for hit in hits.results for line in _lines(hit)), nl=False)
    for note in (f"{len(hits.results)} of {hits.total} found are shown.", *hits.notes()):
        click.echo(note, err=True)


def _lines(hit: "Hit") -> list[str]:
    """Return a result as lines: what it is, then the words it was found in, with their place."""
    told = ", ".join(speaker.name for speaker in hit.outer_speakers)
    head = f"{hit.kind}  {hit.name}  {hit.id}"
    if hit.kind == "statement":
        head = f"statement  {hit.id}{f', as told by {told}' if told else ''}"
    if hit.passages:
        return [head, *(f"    {one.snippet}  {one.id}" for one in hit.passages)]
    words = [f"    {line}" for line in hit.snippet.splitlines() if hit.snippet != hit.name]
    return [head, *(words or ([f"    {hit.snippet}"] if hit.kind == "statement" else []))]
