"""The commands that take care of an archive: check, backup, restore, remove, migrate.

`onrecord.py` puts them beside the others. Imports stand inside, so that `--help` answers at once.
"""
# ruff: noqa: PLC0415

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.upkeep import bring_up_to_date
from graph.who import who

if TYPE_CHECKING:
    from graph.archive import Archive
    from graph.care.backup import Backup
    from graph.care.removal import Removed
    from graph.place import Place

_FILE = click.argument("file", type=click.Path(path_type=Path))
_LINGERS = (
    "note: another command has the graph open, so its index of words is not made anew. End that "
    "command, delete the folder graph/ and run `onrecord load`."
)
_STEP = 500  # files between two lines of progress


@click.command()
@click.option("--format", "form", default="text", type=click.Choice(["text", "json"]))
@click.option("--no-graph", is_flag=True, help="Verify the archive alone.")
@click.pass_obj
def check(place: "Place", /, *, form: str, no_graph: bool) -> None:
    """Verify the whole archive and the graph against it: hashes, spans, references, schema.

    Nothing is mended. An embedded graph that was never loaded or is damaged is named, not opened.
    """
    import msgspec

    from graph.care.checking import check_place

    done = check_place(place, no_graph=no_graph)
    if form == "json":
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(done)) + b"\n")
    else:
        click.echo("\n".join(done.lines()), err=True)
    sys.exit(bool(done.problems))


@click.command()
@_FILE
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.pass_obj
def backup(place: "Place", /, *, file: Path, force: bool) -> None:
    """Write the archive into one file, and read it back.

    Sources, records, judgements and removals are in it; the graph is made anew from them. It holds
    the sources with every name in them: only you may read it, so keep it as you keep them.
    """
    from graph.archive.about import read_about
    from graph.care.backup import back_up

    archive = place.archive()
    with archive.still():
        made = back_up(
            archive.root, read_about(archive.root), file,
            now=datetime.now(UTC), force=force, progress=_tell,
        )  # fmt: skip
    click.echo("\n".join(_backup_lines(made)), err=True)
    sys.exit(bool(made.doubtful))


@click.command()
@_FILE
@click.option("--replace", is_flag=True, help="Also where an archive is; it is backed up beside.")
@click.option("--verify", is_flag=True, help="Read the backup and put nothing in place.")
@click.option("--no-load", is_flag=True, help="Stop before the graph.")
@click.pass_obj
def restore(
    place: "Place", /, *, file: Path, replace: bool, verify: bool, no_load: bool
) -> None:  # fmt: skip
    """Put a backup in place as the archive's folder, and load the graph.

    Every file is verified first. A folder that holds something else is refused.
    """
    from graph.care.packed import open_backup
    from graph.care.packed import verify as verify_all
    from graph.care.restore import restore as put_in_place

    if verify:
        with open_backup(file) as opened:
            click.echo(f"It fits: {verify_all(opened, str(file)).sentence()}.", err=True)
        return
    done = put_in_place(file, place.root, now=datetime.now(UTC), replace=replace, progress=_tell)
    if done.kept:
        click.echo(f"What stood there is in {done.kept}.", err=True)
    click.echo(f"Restored into {place.root}: {done.manifest.sentence()}.", err=True)
    if not no_load:
        archive = place.archive()
        with place.store(archive) as store:
            bring_up_to_date(place, archive, store)


@click.command()
@click.argument("source", metavar="SOURCE")
@click.option("--why", default="", metavar="TEXT", help="The reason, kept with the removal.")
@click.option("--by", metavar="NAME", help="Who removes it.  [default: ONRECORD_BY, or you]")
@click.option("--with-attachments", is_flag=True, help="Also what came with a message or ZIP.")
@click.option("--forget-name", is_flag=True, help="Keep neither its file name nor its title.")
@click.option("--no-load", is_flag=True, help="Leave the graph as it is, for now.")
@click.pass_obj
def remove(
    place: "Place", /, *, source: str, why: str, by: str | None, with_attachments: bool,
    forget_name: bool, no_load: bool,
) -> None:  # fmt: skip
    """Take a source out of the archive with everything that came from it.

    SOURCE is a document id, the beginning of a hash (8 digits or more) or a file name. That it was
    removed is recorded in removals.jsonl: who, when, why, what kind, without what it said. The
    graph is made anew, so that no word of it lingers there.
    """
    from graph.care.removal import take_out

    archive = place.archive()
    removed = take_out(
        archive, source, now=datetime.now(UTC), by=who(by) or "unknown", why=why,
        with_attachments=with_attachments, forget_name=forget_name,
    )  # fmt: skip
    click.echo("\n".join(_removed_lines(archive, removed)), err=True)
    if not no_load:
        with place.store(archive) as store:
            bring_up_to_date(place, archive, store)


@click.command()
@click.pass_obj
def migrate(place: "Place", /) -> None:
    """Bring an archive of an older format to the present one; a backup is made beside it first."""
    from graph.care.migrating import migrate as bring_up

    made = bring_up(place.root, now=datetime.now(UTC))
    lines = _backup_lines(made) if made else ["The archive has the present format already."]
    click.echo("\n".join(lines), err=True)


def _tell(done: int, total: int) -> None:
    if done % _STEP == 0 or (done == total and total > _STEP):
        click.echo(f"{done} of {total} files", err=True)


def _backup_lines(made: "Backup") -> list[str]:
    what = "the original does not have the hash it is kept under; the backup holds it as it is"
    return [
        *(f"{name}: {what}. Run `onrecord check`." for name in made.doubtful),
        *(f"left out: {name}" for name in made.left_out),
        f"Backup {made.path}: {made.manifest.sentence()}; read back, every file fits.",
        f"SHA-256 of the backup: {made.sha256}",
    ]


def _removed_lines(archive: "Archive", removed: "Removed") -> list[str]:
    from graph.care.leftovers import left_behind

    return [
        *(f"removed: {line.document} ({line.name or 'its name is not kept'})"
          for line in removed.lines),
        *(f"it came with a message that is removed, and stays: {source.name} ({source.sha256[:8]})"
          for source in removed.stay),
        *([] if removed.forgotten else [_LINGERS]),
        *left_behind(archive, [line.document for line in removed.lines]),
    ]  # fmt: skip


CARE = (check, backup, restore, remove, migrate)
