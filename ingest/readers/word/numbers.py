"""The numbers of paragraphs that Word counts itself and does not write down (ECMA-376-1, 17.9)."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from ingest.readers.word.markup import W

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How one level counts: its first number, its form and its pattern ("%1.%2")."""

    start: int
    form: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    numbering: tuple[str, int] | None
    based_on: str | None


@dataclass(slots=True, kw_only=True)
class Numbers:
    """The counters of one document, asked for each paragraph in order."""

    lists: dict[str, str]  # numbering id to the id of the list it belongs to
    levels: dict[str, dict[int, _Level]]
    styles: dict[str, _Style]
    restarts: dict[str, dict[int, int]]  # numbering id to the numbers its levels begin again at
    used: set[str] = field(default_factory=set)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, document: Any) -> "Numbers":
        """Return the counters that this document declares, none where it numbers nothing."""
        found = [
            link.target_part.element
            for link in document.part.rels.values()
            if link.reltype.endswith("/numbering")
        ]
        numbering = found[0] if found else ()
        return cls(
            lists={
                one.get(f"{W}numId"): _value(one, "abstractNumId") or ""
                for one in numbering
                if one.tag == f"{W}num"
            },
            restarts={
                one.get(f"{W}numId"): _restarts(one) for one in numbering if one.tag == f"{W}num"
            },
            levels={
                one.get(f"{W}abstractNumId"): _levels(one)
                for one in numbering
                if one.tag == f"{W}abstractNum"
            },
            styles={
                style.get(f"{W}styleId"): _Style(
                    numbering=_numbered(style), based_on=_value(style, "basedOn")
                )
                for style in document.styles.element.iter(f"{W}style")
            },
        )

    def style(self, paragraph: Any) -> str:
        """Return the id of the paragraph's style, empty where it has none."""
        properties = paragraph.find(f"{W}pPr")
        return (_value(properties, "pStyle") if properties is not None else None) or ""

    def next(self, paragraph: Any) -> str:
        """Return what Word shows before the paragraph ("3.1", "-"), empty where nothing."""
        numbered = _numbered(paragraph) or self._by_style(self.style(paragraph))
        listed = self.lists.get(numbered[0]) if numbered else None
        level = self.levels.get(listed or "", {}).get(numbered[1]) if numbered else None
        if not numbered or not listed or not level or level.form == "none":
            return ""
        if level.form == "bullet":
            return "-"
        self._restart(numbered[0], listed)
        return self._counted(listed, numbered[1], level)

    def _restart(self, numbering: str, listed: str) -> None:
        """Let the levels begin again that this numbering, met for the first time, says."""
        if numbering not in self.used:
            self.used.add(numbering)
            for depth, start in self.restarts.get(numbering, {}).items():
                self.counts[listed][depth] = start - 1

    def _counted(self, listed: str, depth: int, level: _Level) -> str:
        counts, levels = self.counts[listed], self.levels[listed]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for below in [one for one in counts if one > depth]:
            del counts[below]

        def shown(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            known = levels.get(at, level)
            return _written(counts.get(at, known.start), known.form)

        return re.sub(r"%(\d)", shown, level.pattern).strip()

    def _by_style(self, style: str | None) -> tuple[str, int] | None:
        seen: set[str] = set()
        while style and style in self.styles and style not in seen:
            seen.add(style)
            if self.styles[style].numbering:
                return self.styles[style].numbering
            style = self.styles[style].based_on
        return None


def _levels(listed: Any) -> dict[int, _Level]:
    return {
        int(level.get(f"{W}ilvl")): _Level(
            start=int(_value(level, "start") or 1),
            form=_value(level, "numFmt") or "decimal",
            pattern=_value(level, "lvlText") or "",
        )
        for level in listed.iter(f"{W}lvl")
    }


def _restarts(numbering: Any) -> dict[int, int]:
    return {
        int(override.get(f"{W}ilvl")): int(start)
        for override in numbering.iter(f"{W}lvlOverride")
        if (start := _value(override, "startOverride"))
    }


def _numbered(element: Any) -> tuple[str, int] | None:
    """Return numbering id and level of a paragraph or style, null where it names none."""
    properties = element.find(f"{W}pPr/{W}numPr")
    listed = _value(properties, "numId") if properties is not None else None
    return (listed, int(_value(properties, "ilvl") or 0)) if listed else None


def _value(element: Any, name: str) -> str | None:
    found = element.find(f"{W}{name}")
    value: str | None = None if found is None else found.get(f"{W}val")
    return value


def _written(number: int, form: str) -> str:
    if not 0 < number < 10_000:
        return str(number)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        written = ""
        for value, sign in _ROMAN:
            written += sign * (number // value)
            number %= value
        return written.upper() if form == "upperRoman" else written
    return f"{number:02}" if form == "decimalZero" else str(number)
