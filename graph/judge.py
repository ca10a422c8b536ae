"""`onrecord judge`: one decision on the command line, seen at once in the graph."""
# ruff: noqa: PLC0415

from typing import TYPE_CHECKING, cast

import click

from graph.model.standing import ACTIONS, VERDICTS
from graph.who import who

if TYPE_CHECKING:
    from graph.model.standing import Action
    from graph.place import Place

_HELP = """Decide about a statement, link, person, document or passage; the log keeps it.

\b
judge ID accept | reject           the words say this, or do not (a statement, a link)
judge ID edit --set types=denial   correct a field; --set may stand several times
judge ID merge --other ID          two entities are one, known by the second
judge ID split --part ID           take apart what was joined; `explain` lists parts
judge ID protect                   never to be identified: the name is shown nowhere
judge ID retract --why TEXT        withdrawn by whoever published it; also a document
judge DOC correct --set title=…    title, url, publisher, published, licence, genre
judge ID compare --other ID --verdict contradicts --why TEXT
judge DOC#char=10,80 add --set speakers=ID --set types=denial
judge DOC#char=10,80 add --set link=RESPONDED_TO --set source=ID --set target=ID
judge DOC#char=10,20 add --set entity=person
judge ID undo                      undo a judgement, or the last one on a thing
"""
# Without their names: what a terminal shows may be kept.
_NAMESAKES = (
    "note: {count} others bear a word of this name and stay: {ids}. "
    "Protect whoever of them is the same person."
)

_WITHDRAWN = (
    "note: it was withdrawn, and stays out of answers until that is undone: `judge ID undo`, of it "
    "or of its document."
)


@click.command(help=_HELP)
@click.argument("id_", metavar="ID")
@click.argument("action", type=click.Choice(ACTIONS))
@click.option("--why", default="", metavar="TEXT", help="The reason.")
@click.option("--by", default="", metavar="NAME", help="Who.  [default: ONRECORD_BY, or you]")
@click.option("--other", default=None, metavar="ID", help="The other thing of merge or compare.")
@click.option("--part", "parts", multiple=True, metavar="ID", help="What split takes apart.")
@click.option("--set", "fields", multiple=True, metavar="FIELD=VALUE", help="A field's value.")
@click.option("--verdict", default=None, type=click.Choice(VERDICTS), help="What compare says.")
@click.option("--no-load", is_flag=True, help="Stop before the graph.")
@click.pass_obj
def judge(
    place: "Place", /, *, id_: str, action: str, by: str, fields: tuple[str, ...], no_load: bool,
    why: str, other: str | None, parts: tuple[str, ...], verdict: str | None,
) -> None:  # fmt: skip
    """Append a judgement and bring the graph up to date."""
    from graph.judging import Judging
    from graph.judging.asked import Asked, decide
    from graph.upkeep import bring_up_to_date

    archive = place.archive()
    judging = Judging(archive=archive, resolve=place.resolver(archive), by=who(by))
    asked = Asked(
        why=why, other=other, parts=parts, verdict=verdict, values=dict(map(_field, fields))
    )
    known = judging.known()
    said = judging.sign(decide(known, cast("Action", action), id_, asked))
    click.echo(f"{said.id}: {said.action} by {said.by}, on {said.on}.", err=True)
    if action == "protect" and (others := known.namesakes(id_)):
        click.echo(_NAMESAKES.format(count=len(others), ids=", ".join(others[:10])), err=True)
    if action in {"accept", "edit"} and getattr(known.records.get(said.on), "retracted", False):
        click.echo(_WITHDRAWN, err=True)
    if not no_load:
        with place.store(archive) as store:
            bring_up_to_date(place, archive, store, gathered=known.gathered)


def _field(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not (name and sign):
        raise click.UsageError(f"“{text}” is no field: write --set FIELD=VALUE")
    return name, value
