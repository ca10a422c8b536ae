"""Paragraphs: every character once, statements and names at their places, however they cross."""

from hypothesis import given
from hypothesis import strategies as st

from graph.explore.document_parts import DocumentPart, NamedPlace
from graph.explore.surroundings import paragraphs as spans_of
from tests.web.views import NORA, part, statement
from web.paragraphs import Paragraph, Stretch, Token, paragraphs

TEXT = "Nora said yes.\n\nIvo said that Nora said no."


def laid_out(
    text: str,
    shown: DocumentPart | None = None,
    *,
    chosen: Stretch | None = None,
    pages: tuple[int, ...] = (),
) -> list[Paragraph]:
    return paragraphs(text, spans_of(text), shown or part(text), pages=pages, chosen=chosen)


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
    found = laid_out(TEXT)
    assert [(p.number, shown(p)) for p in found] == [
        (1, "Nora said yes."),
        (2, "Ivo said that Nora said no."),
    ]


def test_a_text_without_blank_lines_has_a_paragraph_a_line() -> None:
    assert [shown(p) for p in laid_out("One.\nTwo.\n")] == ["One.", "Two."]


def test_a_nested_statement_stands_inside_its_outer_one() -> None:
    outer = statement("st-out", (16, 43), text=TEXT)
    inner = statement("st-in", (30, 42), text=TEXT, outer="st-out", outer_speakers=(NORA,))
    second = laid_out(TEXT, part(TEXT, inner, outer))[1]
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
    first, second = laid_out(TEXT, part(TEXT, long))
    assert (covered(first, "st-1"), covered(second, "st-1")) == ("yes", "Ivo")
    firsts = [t.first for p in (first, second) for t in p.tokens if t.opens]
    assert firsts == [True, False]


def test_names_are_links_and_overlapping_names_are_not_doubled() -> None:
    names = (
        NamedPlace(thing=NORA, start=0, end=4),
        NamedPlace(thing=NORA, start=0, end=2),
    )
    first = laid_out(TEXT, part(TEXT, mentions=names))[0]
    assert first.tokens == (Token(text="Nora", thing=NORA), Token(text=" said yes."))


def test_chosen_words_are_marked_where_they_stand() -> None:
    first = laid_out(TEXT, chosen=Stretch(start=5, end=9))[0]
    assert covered(first, "words") == "said"


def test_a_page_is_named_where_it_begins() -> None:
    found = laid_out(TEXT, pages=(0, 16))
    assert [p.page for p in found] == [1, 2]
    assert [p.page for p in laid_out(TEXT, pages=(0,))] == [1, None]
    assert [p.page for p in laid_out(TEXT)] == [None, None]


@given(st.data())
def test_however_statements_cross_the_text_stays_whole_and_tags_close(data: st.DataObject) -> None:
    text = "abc def ghi\n\njkl mno pqr"
    place = st.tuples(st.integers(0, 23), st.integers(1, 24)).filter(lambda p: p[0] < p[1])
    places = data.draw(st.lists(place, max_size=5))
    spoken = [statement(f"st-{n}", where, text=text) for n, where in enumerate(places)]
    found = laid_out(text, part(text, *spoken))
    assert [shown(p) for p in found] == ["abc def ghi", "jkl mno pqr"]
    for one, (start, end) in zip(spoken, places, strict=True):
        inside = "".join(covered(p, one.id) for p in found)
        assert inside == text[start:end].replace("\n", "")


THREE = "One said yes.\n\nTwo said no.\n\nThree said so."


def test_a_part_holds_its_own_paragraphs_with_their_numbers_in_the_whole_text() -> None:
    second = part(THREE, start=15, end=29)
    assert [(p.number, shown(p)) for p in laid_out(THREE, second)] == [(2, "Two said no.")]


def test_a_statement_from_the_part_before_opens_where_the_part_does_and_keeps_its_speaker() -> None:
    over = statement("st-1", (4, 27), text=THREE)
    within = statement("st-2", (19, 27), text=THREE, outer="st-1", outer_speakers=(NORA,))
    (second,) = laid_out(THREE, part(THREE, over, within, start=15, end=29))
    assert [s.id for s in second.begins] == ["st-1", "st-2"]
    assert covered(second, "st-1") == "Two said no."
    assert [t.opens for t in second.tokens if t.first] == ["st-1", "st-2"]
    (last,) = laid_out(THREE, part(THREE, start=29))
    assert (last.begins, shown(last)) == ((), "Three said so.")


def test_chosen_words_that_reach_over_parts_are_marked_in_each() -> None:
    over = Stretch(start=4, end=20)
    (first,) = laid_out(THREE, part(THREE, end=15), chosen=over)
    (second,) = laid_out(THREE, part(THREE, start=15, end=29), chosen=over)
    assert (covered(first, "words"), covered(second, "words")) == ("said yes.", "Two s")


def test_names_that_reach_over_a_paragraph_hide_none_within_it() -> None:
    names = (
        NamedPlace(thing=NORA, start=4, end=20),
        NamedPlace(thing=NORA, start=4, end=8),
    )
    first = laid_out(THREE, part(THREE, mentions=names))[0]
    assert [token.text for token in first.tokens if token.thing] == ["said"]
