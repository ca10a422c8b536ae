import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.quotations import quotations
from ingest.zones import paragraphs


def quoted(text: str) -> list[tuple[list[str], int | None]]:
    return [([text[a:b] for a, b in q.parts], q.outer) for q in quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said: “We left.” He stayed.", "We left."),
        ('She said: "We left." He stayed.', "We left."),
        ("She said: ”We left.” He stayed.", "We left."),
        ("She said: ''We left.'' He stayed.", "We left."),
        ("She said: ‘We didn’t leave.’ He stayed.", "We didn’t leave."),
        ("She said: 'We didn't leave.' He stayed.", "We didn't leave."),
        ("It was the ‘keepers’ fault’, he said.", "keepers’ fault"),
        ("Back in the ’90s and the ‘80s it was “grim”.", "grim"),
        ("She said “the boat [was] late…” twice.", "the boat [was] late…"),
    ],
)
def test_marks_of_every_kind_open_and_close(text: str, words: str) -> None:
    assert quoted(text) == [([words], None)]


def test_a_quotation_goes_on_where_the_next_paragraph_opens_again() -> None:
    text = "She said: “We left.\n\n“It was late.\n\n“Nobody saw.”\n\nHe stayed.\n\n“Yes.”"
    assert quoted(text) == [(["We left.", "It was late.", "Nobody saw."], None), (["Yes."], None)]


def test_a_crosshead_does_not_break_a_quotation() -> None:
    text = "Title\n\nShe said: “We left.\n\n‘Nobody saw’\n\n“It was late.”"
    assert quoted(text) == [(["We left.", "It was late."], None), (["Nobody saw"], None)]


def test_a_quotation_in_a_quotation_knows_its_outer_one() -> None:
    text = "She said: “He told me ‘go home’ and the crew’s boat left.” He did."
    assert quoted(text) == [
        (["He told me ‘go home’ and the crew’s boat left."], None),
        (["go home"], 0),
    ]


def test_a_mark_that_nothing_closes_is_given_up_unless_a_colon_announced_it() -> None:
    assert quoted("The “harbour board met.\n\nIt rose.") == []
    assert quoted("She said: “We left.\n\nHe stayed.") == [(["We left."], None)]


@given(st.text(alphabet=st.sampled_from("aS .:“”‘’\"'\n"), max_size=80))
def test_any_marks_give_quotations_in_bounds_and_inside_their_outer_one(text: str) -> None:
    found = quotations(text, paragraphs(text))
    for quotation in found:
        for part, marked in zip(quotation.parts, quotation.marked, strict=True):
            assert part.within(marked)
            assert text[part.start : part.end].strip()
            assert 0 <= marked.start < marked.end <= len(text)
        if quotation.outer is not None:
            outer = found[quotation.outer]
            assert all(any(m.within(p) for p in outer.parts) for m in quotation.marked)
