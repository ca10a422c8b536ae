"""Writes an invented archive of N documents: `python -m tests.bench.archives N FOLDER`.

Sources and records are written as an ingest leaves them, with no extraction between and no flush
to the disk: about ten nodes and twenty links a document. The same N and seed give the same bytes.
"""

import hashlib
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import tomli_w

from graph.archive import Archive, Source
from graph.archive.archive import FORMAT
from graph.records import encode_lines
from tests.bench.draft import Draft, Finished, Place, Said, finish
from tests.bench.world import Person, Report, World, claim, filling, skewed

_COPY, _REPORT, _ON_REPORT, _DESCRIBED = 0.04, 0.1, 0.4, 0.15
_HIDDEN, _NESTED, _MASKED = 0.06, 0.25, 0.02
_PAPERS = ("The Tidewater Post", "Lowland Gazette", "The Fen Observer", "Northwater News")


def documents(amount: int, seed: int = 1) -> Iterator[Finished]:
    """Yield so many invented documents; some are reports, some nearly copy an earlier one."""
    dice = random.Random(seed)
    world = World.of(amount, dice)
    earlier: list[tuple[int, str]] = []
    for number in range(amount):
        if earlier and dice.random() < _COPY:
            # The same dice throw the same story, under a headline of its own.
            again, headline = random.Random(dice.choice(earlier)[0]), f"Reprint {number}"
        else:
            key = dice.getrandbits(48)
            again, headline = random.Random(key), f"Story {number}"
            earlier = [*earlier[-200:], (key, headline)]
        yield _document(number, headline, world, again, dice)


def _document(
    number: int, headline: str, world: World, story: random.Random, dice: random.Random
) -> Finished:
    draft = Draft()
    title = headline
    publisher = dice.choice(_PAPERS)
    held = story.random() < _REPORT
    report = skewed(world.reports, story)
    if held:
        title, publisher = f"{report.title} ({number})", report.by
    draft.write(f"{title}\n\n")
    if held or story.random() < _ON_REPORT:
        _publication(draft, report, story, described=not held and story.random() < _DESCRIBED)
    draft.write(f"{filling(story)}\n\n")
    _quoted(draft, skewed(world.people, story), story)
    if story.random() < _HIDDEN:
        _hidden(draft, skewed(world.people, story), story)
    if story.random() < _MASKED:
        draft.write("The family of ")
        draft.masked.append(draft.write("Somebody"))
        draft.write(" did not wish to speak.\n\n")
    draft.write(f"{filling(story)}\n")
    published = f"{story.randint(2015, 2025)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    return finish(draft, name=f"{number:06}.txt", title=title, publisher=publisher,
                  published=published)  # fmt: skip


def _publication(draft: Draft, report: Report, story: random.Random, *, described: bool) -> None:
    """Write who published a report on whom, and now and then that somebody answered it."""
    begin = draft.length
    by = draft.mention("organisation", report.by)
    draft.write(" published ")
    named = f"its {report.year} report" if described else report.title
    about = draft.mention("report", named, anchored=described)
    draft.write(", which is on ")
    on = draft.mention("organisation", report.on)
    words = begin, draft.write(".\n\n")[0]
    draft.makes.append(
        lambda made: [
            made.link("PUBLISHED", by, about, words),
            made.link("INSPECTED", about, on, words),
            made.link("ADDRESSED_TO", about, on, words),
            made.link("CONCERNS", about, on, words),
            made.link("OVERSEES", by, on, words),
        ]
    )
    if story.random() < 0.5:
        begin = draft.length
        body = draft.mention("organisation", report.on)
        draft.write(" answered ")
        answered = draft.mention("report", named, anchored=described)
        answer = begin, draft.write(" in writing.\n\n")[0]
        draft.makes.append(lambda made: [made.link("RESPONDED_TO", body, answered, answer)])


def _quoted(draft: Draft, person: Person, story: random.Random) -> None:
    """Write a person in office, words of theirs, and now and then words told by another."""
    begin = draft.length
    who = draft.mention("person", person.name, anchored=True)
    draft.write(f", the {person.role} of ")
    body = draft.mention("organisation", person.body)
    office: Place = begin, draft.length
    draft.write(" said: ")
    outer_begin = draft.length
    words = draft.write(f"“{claim(story)}, and {claim(story)}")
    inner: Place | None = None
    if story.random() < _NESTED:
        draft.write(". A colleague told me: ")
        inner = draft.write(f"‘{claim(story)}’")
        words = outer_begin, draft.length
    draft.write("”.\n\n")
    draft.makes.append(
        lambda made: [
            made.link("HOLDS_ROLE", who, body, office, role=person.role),
            made.statement(words, who, (body, who)),
            *([made.statement(inner, None, (body,), within=words)] if inner else []),
        ]
    )


def _hidden(draft: Draft, expert: Person, story: random.Random) -> None:
    """Write words of somebody protected, and an expert's view of their case."""
    who = Said(type="person", name="A resident", place=draft.write("A resident"), hidden=True)
    draft.write(" said: ")
    words = draft.write(f"“{claim(story)}”")
    draft.write(".\n\n")
    begin = draft.length
    view = draft.mention("person", expert.name, anchored=True)
    draft.write(" looked at ")
    place = draft.write("the case of a resident")
    case = Said(type="case", name="the case of a resident", place=place, hidden=True)
    assessed = begin, draft.length
    draft.write(".\n\n")
    draft.makes.append(
        lambda made: [
            *made.mention(who),
            *made.mention(case),
            made.statement(words, who, capacity="anonymous"),
            made.link("ASSESSED", view, case, assessed),
        ]
    )


def write(amount: int, root: Path, seed: int = 1) -> Archive:
    """Write the archive's folder and return it."""
    root.mkdir(parents=True)
    about = {"format": FORMAT, "id": hashlib.sha256(b"%d-%d" % (amount, seed)).hexdigest()[:16],
             "title": f"Invented archive of {amount} documents", "purpose": ""}  # fmt: skip
    (root / "archive.toml").write_text(tomli_w.dumps(about), "utf-8")
    for finished in documents(amount, seed):
        add(root, finished)
    return Archive.open(root)


def add(root: Path, finished: Finished) -> None:
    """Write one document's source and records."""
    document, data = finished.document, finished.text.encode()
    source = Source(
        sha256=document.sha256, name=document.name, media_type="text/plain", reader="plain 1",
        retrieved="2025-11-01T09:00:00Z", title=document.title, publisher=document.publisher,
        published=document.published,
    )  # fmt: skip
    folder = root / "sources" / document.sha256
    folder.mkdir(parents=True)
    (root / "records").mkdir(exist_ok=True)
    (folder / "original").write_bytes(data)
    (folder / "text.txt").write_bytes(data)
    (folder / "source.toml").write_bytes(replace(source, text_sha256=document.sha256).to_toml())
    head = msgspec.json.encode({"kind": "extraction", "id": document.id, "key": "invented"})
    (root / "records" / f"{document.sha256}.jsonl").write_bytes(
        head + b"\n" + encode_lines(finished.records)
    )


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
