"""Pages of two columns: found by the white strip between them, and read one after the other.

pdfium gives lines in the order of the file, and lines side by side as one.
"""

from collections import Counter
from dataclasses import replace
from statistics import median

from ingest.readers.pdf.lines import Line
from ingest.readers.pdf.pages import Row
from ingest.readers.pdf.tables import in_rows

_LINES = 4  # of each column at least
_WORDS = 4  # in most lines of each: cells of tables have fewer
_STRIP = 6  # points of white at least between two columns
_CROSSING = 0.3  # of all pieces at most: headings, notes and whatever runs over both columns


def in_order(rows: list[Row]) -> list[Line]:
    """Return the lines of a page in the order in which they are read."""
    pieces = [piece for row in rows for piece in row]
    strip = _strip(pieces)
    if strip is None:
        return in_rows(rows)
    over = sorted((one for one in pieces if _side(one, strip) == 0), key=lambda one: -one.bottom)
    bottoms = [one.bottom for one in over]

    def place(piece: Line) -> tuple[int, int, float]:
        side = _side(piece, strip)
        above = sum(bottom > piece.bottom for bottom in bottoms)
        # What runs over both columns stands between what is above it and what is below.
        return (2 * above + 1, 0, 0) if side == 0 else (2 * above, side, -piece.bottom)

    ordered = sorted(pieces, key=place)
    return [replace(_ended(one), column=_side(one, strip)) for one in ordered]


def _strip(pieces: list[Line]) -> float | None:
    """Return where the right column begins, in points from the left; null without columns."""
    lefts = Counter(round(piece.left) for piece in pieces)
    begin, end = min(lefts, default=0), max((piece.right for piece in pieces), default=0)
    middle = (begin + 0.3 * (end - begin), begin + 0.7 * (end - begin))
    found = [
        (len(left) + len(right), -at)
        for at, count in lefts.items()
        if count >= _LINES and middle[0] < at < middle[1]
        for left, right in [_sides(pieces, at)]
        if len(left) + len(right) >= (1 - _CROSSING) * len(pieces)
        and _is_column(left)
        and _is_column(right)
        and _beside(left, right)
    ]
    return -max(found)[1] if found else None


def _sides(pieces: list[Line], at: float) -> tuple[list[Line], list[Line]]:
    left = [piece for piece in pieces if _side(piece, at) == 1]
    return left, [piece for piece in pieces if _side(piece, at) == 2]


def _side(piece: Line, at: float) -> int:
    """Return 1 for a piece of the left column, 2 for one of the right, 0 for one over both."""
    if piece.right <= at - _STRIP:
        return 1
    return 2 if piece.left >= at - 2 else 0


def _is_column(lines: list[Line]) -> bool:
    """Return whether these are lines of prose: several words in most, and most of them full."""
    if len(lines) < _LINES:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    words = median(line.words.count(" ") + 1 for line in lines)
    return words >= _WORDS and median(line.right - line.left for line in lines) >= 0.6 * width


def _beside(left: list[Line], right: list[Line]) -> bool:
    """Return whether the two stand side by side for half of the shorter one's height."""
    spans = [
        (min(line.bottom for line in lines), max(line.bottom for line in lines))
        for lines in (left, right)
    ]
    shared = min(spans[0][1], spans[1][1]) - max(spans[0][0], spans[1][0])
    return shared >= 0.5 * min(top - bottom for bottom, top in spans)


def _ended(piece: Line) -> Line:
    """Return the piece with a hyphen at its end seen, which pdfium sees at a row's end alone."""
    if piece.hyphenated or len(piece.words) < 2:
        return piece
    hyphenated = piece.words[-1] == "-" and piece.words[-2].isalpha()
    return replace(piece, words=piece.words[:-1], hyphenated=True) if hyphenated else piece
