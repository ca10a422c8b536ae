"""Parts of a long text: together they hold it whole, and each says where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.explore.surroundings import paragraphs
from web.parts import PART, WHOLE, Part, part_at, parts


def cut(text: str) -> tuple[Part, ...]:
    return parts(paragraphs(text), len(text))


def test_a_text_of_ordinary_length_is_one_part() -> None:
    text = "word " * (WHOLE // 10) + "\n\n" + "word " * (WHOLE // 10 - 1)
    assert cut(text) == (Part(number=1, first=1, last=2, start=0, end=len(text)),)


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_a_text_without_words_is_one_part_without_paragraphs(text: str) -> None:
    assert cut(text) == (Part(number=1, first=1, last=0, start=0, end=len(text)),)


def test_a_paragraph_is_never_cut() -> None:
    long = "x" * (WHOLE + 1)
    assert [(p.first, p.last) for p in cut(f"one\n\n{long}\n\ntwo")] == [(1, 1), (2, 2), (3, 3)]


@given(st.lists(st.integers(1, PART), min_size=2, max_size=12), st.text(" \n", max_size=3))
def test_every_paragraph_stands_in_one_part_and_none_is_too_long(
    lengths: list[int], before: str
) -> None:
    text = before + "\n\n".join("x" * length for length in lengths)
    found = cut(text)
    assert [p.number for p in found] == list(range(1, len(found) + 1))
    assert [n for p in found for n in range(p.first, p.last + 1)] == [*range(1, len(lengths) + 1)]
    assert [p.start for p in found] == [0, *(p.end for p in found[:-1])]
    assert found[-1].end == len(text)
    for start, end in paragraphs(text):
        assert part_at(found, start) == part_at(found, end - 1)
    assert len(text) <= WHOLE or all(p.end - p.start <= PART + 5 for p in found)


def test_a_place_beyond_the_text_is_looked_for_in_the_last_part() -> None:
    found = cut("x" * WHOLE + "\n\nlast")
    assert part_at(found, 10**9) == found[-1]
