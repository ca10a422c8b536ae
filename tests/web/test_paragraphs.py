"""Paragraphs: every character once, statements and names at their places, however they cross."""

from hypothesis import given
from hypothesis import strategies as st

from graph.explore.views import NamedView
from tests.web.views import NORA, document, statement
from web.paragraphs import Paragraph, Stretch, Token, paragraphs

TEXT = "Nora said yes.\n\nIvo said that Nora said no."


def shown(paragraph: Paragraph) -> str:
    return "".join(token.text for token in paragraph.tokens)


def covered(paragraph: Paragraph, id_: str) -> str:
    """Return the text that stands inside this statement's tags."""
    open_: list[str] = []
    inside = ""
    for token in paragraph.tokens:
        if token.opens:
            open_.append(token.opens)
        elif token.closes:
            open_.pop()
        elif id_ in open_:
            inside += token.text
    assert open_ == []
    return inside


def test_paragraphs_are_numbered_and_hold_the_text() -> None:
    found = paragraphs(document(TEXT))
    assert [(p.number, shown(p)) for p in found] == [
        (1, "Nora said yes."),
        (2, "Ivo said that Nora said no."),
    ]


def test_a_text_without_blank_lines_has_a_paragraph_a_line() -> None:
    assert [shown(p) for p in paragraphs(document("One.\nTwo.\n"))] == ["One.", "Two."]


def test_a_nested_statement_stands_inside_its_outer_one() -> None:
    outer = statement("st-out", (16, 43), text=TEXT)
    inner = statement("st-in", (30, 42), text=TEXT, outer="st-out", outer_speakers=(NORA,))
    second = paragraphs(document(TEXT, inner, outer))[1]
    assert [s.id for s in second.begins] == ["st-out", "st-in"]
    assert second.tokens == (
        Token(opens="st-out", first=True),
        Token(text="Ivo said that "),
        Token(opens="st-in", first=True),
        Token(text="Nora said no"),
        Token(closes=True),
        Token(text="."),
        Token(closes=True),
    )


def test_a_statement_over_two_paragraphs_is_opened_first_once() -> None:
    long = statement("st-1", (10, 13), (16, 19), text=TEXT)
    first, second = paragraphs(document(TEXT, long))
    assert (covered(first, "st-1"), covered(second, "st-1")) == ("yes", "Ivo")
    firsts = [t.first for p in (first, second) for t in p.tokens if t.opens]
    assert firsts == [True, False]


def test_names_are_links_and_overlapping_names_are_not_doubled() -> None:
    names = (
        NamedView(thing=NORA, start=0, end=4, level="name"),
        NamedView(thing=NORA, start=0, end=2, level="name"),
    )
    first = paragraphs(document(TEXT, mentions=names))[0]
    assert first.tokens == (Token(text="Nora", thing=NORA), Token(text=" said yes."))


def test_chosen_words_are_marked_where_they_stand() -> None:
    first = paragraphs(document(TEXT), Stretch(start=5, end=9))[0]
    assert covered(first, "words") == "said"


def test_a_page_is_named_where_it_begins() -> None:
    found = paragraphs(document(TEXT, pages=(0, 16)))
    assert [p.page for p in found] == [1, 2]
    assert [p.page for p in paragraphs(document(TEXT, pages=(0,)))] == [1, None]
    assert [p.page for p in paragraphs(document(TEXT))] == [None, None]


@given(st.data())
def test_however_statements_cross_the_text_stays_whole_and_tags_close(data: st.DataObject) -> None:
    text = "abc def ghi\n\njkl mno pqr"
    place = st.tuples(st.integers(0, 23), st.integers(1, 24)).filter(lambda p: p[0] < p[1])
    places = data.draw(st.lists(place, max_size=5))
    spoken = [statement(f"st-{n}", where, text=text) for n, where in enumerate(places)]
    found = paragraphs(document(text, *spoken))
    assert [shown(p) for p in found] == ["abc def ghi", "jkl mno pqr"]
    for one, (start, end) in zip(spoken, places, strict=True):
        inside = "".join(covered(p, one.id) for p in found)
        assert inside == text[start:end].replace("\n", "")
