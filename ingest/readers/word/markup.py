"""The markup of Word documents: which elements hold words, and which are not to be trusted."""

from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from ingest.readers.readtext import Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# ECMA-376-1, 17.3.3: what a run holds beside its text.
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# Deleted or moved away words, properties, and what stands in for newer markup or is told apart.
_PASSED = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "txbxContent")}
_NOTES = (("footnotes", f"{W}footnote"), ("endnotes", f"{W}endnote"))
_HEAD = 4096  # bytes: a document type is declared before the first element


def words(element: Any) -> str:
    """Return the words of a paragraph, line breaks kept and blanks at its ends removed."""
    lines = "".join(_pieces(element)).replace("\t", " ").split("\n")
    return "\n".join(filter(None, (line.strip() for line in lines)))


def _pieces(element: Any) -> Iterator[str]:
    for child in children(element):
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _PASSED and not is_repeated(child) and not is_hidden(child):
            yield from _pieces(child)


def is_repeated(element: Any) -> bool:
    """Return whether this says again, for older readers, what stands before it (ECMA-376-3, 10)."""
    return str(element.tag).endswith("}Fallback")


def is_hidden(run: Any) -> bool:
    """Return whether these words are in the file and are not shown."""
    mark = run.find(f"{W}rPr/{W}vanish") if run.tag == f"{W}r" else None
    return mark is not None and mark.get(f"{W}val") not in ("0", "false", "off")


def children(element: Any) -> Iterator[Any]:
    """Yield the elements in this one, without comments, instructions and entities."""
    return (child for child in element if isinstance(child.tag, str))


def note_texts(document: Any) -> Iterator[str]:
    """Yield footnotes and endnotes in the order of the file, each with its number."""
    from docx.oxml import parse_xml  # noqa: PLC0415  (as slow to import as the whole library)

    for kind, tag in _NOTES:
        parts = [
            link.target_part
            for link in document.part.rels.values()
            if link.reltype.endswith(f"/{kind}") and not link.is_external
        ]
        notes = (note for part in parts for note in parse_xml(part.blob).iter(tag))
        texts = (words_of_note(note) for note in notes if note.get(f"{W}type") is None)
        yield from (f"[{number}] {text}" for number, text in enumerate(texts, 1) if text)


def words_of_note(note: Any) -> str:
    """Return a note's paragraphs on one line."""
    return " ".join(filter(None, (words(paragraph) for paragraph in note.iter(f"{W}p"))))


def refuse_declarations(container: ZipFile) -> None:
    """Raise Unreadable where a part declares a document type, as bombs of entities do.

    ECMA-376-2, 8.4: the XML of a package holds no such declarations.
    """
    for info in container.infolist():
        if info.filename.endswith((".xml", ".rels")):
            with container.open(info) as part:
                head = part.read(_HEAD).replace(b"\x00", b"")
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise Unreadable(
                    "it declares entities, as no Word document does, and may be hostile",
                    remedy="Open it in a word processor, save it anew, and ingest that file",
                )
