from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ingest.zones import paragraphs


def zones(text: str) -> list[tuple[str, str]]:
    return [(p.zone, text[p.extent.start : p.extent.end].splitlines()[0]) for p in paragraphs(text)]


PAGE = """Harbour board ‘never saw’ the survey

By Orla Pell
3 May 2031

The harbour board said on Monday that it had read the survey.

‘Nobody asked us’

Residents can sign up to a flood warning service, the board said.

- The east pier is closed.
2) The west pier is open.

Sign up for our newsletter today
Click here to see the pictures.
You can unsubscribe at any time. Read our privacy notice.

Leave a comment
Pat says this is all wrong.
"""


def test_a_page_falls_into_story_headings_and_furniture() -> None:
    assert zones(PAGE) == [
        ("headline", "Harbour board ‘never saw’ the survey"),
        ("byline", "By Orla Pell"),
        ("byline", "3 May 2031"),
        ("body", "The harbour board said on Monday that it had read the survey."),
        ("crosshead", "‘Nobody asked us’"),
        ("body", "Residents can sign up to a flood warning service, the board said."),
        ("list", "- The east pier is closed."),
        ("list", "2) The west pier is open."),
        ("boilerplate", "Sign up for our newsletter today"),
        ("boilerplate", "Click here to see the pictures."),
        ("boilerplate", "You can unsubscribe at any time. Read our privacy notice."),
        ("boilerplate", "Leave a comment"),
        ("boilerplate", "Pat says this is all wrong."),
    ]


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "The harbour board met on Monday evening to hear\n"
        "what the surveyor had found under the east pier,\n"
        "and then it rose.\n\nNothing was decided."
    )
    assert [text[a:b] for a, b in (p.extent for p in paragraphs(text))] == [
        text.split("\n\n", maxsplit=1)[0],
        "Nothing was decided.",
    ]


def test_a_field_of_a_form_is_no_heading() -> None:
    assert zones("An inquest\n\nCoroner: Orla Pell\n\nThe pier fell.")[1] == (
        "body",
        "Coroner: Orla Pell",
    )


@given(st.text(alphabet=st.sampled_from('aB .:!”“‘’"\n\r\t•1(\u2028\x85'), max_size=120))
def test_any_text_gives_trimmed_paragraphs_in_order_that_hold_every_word(text: str) -> None:
    extents = [p.extent for p in paragraphs(text)]
    assert all(a.end <= b.start for a, b in pairwise(extents))
    words = [text[a:b] for a, b in extents]
    assert all(word and word == word.strip() for word in words)
    assert "".join("".join(words).split()) == "".join(text.split())


def test_rows_of_tables_and_captions_are_no_part_of_the_story() -> None:
    text = (
        "Council publishes figures\n\nThe council published figures on Tuesday.\n\n"
        "Table 2: Children seen, by year\n\nYear | Seen | Not seen\n2024 | 212 | 19\n\n"
        "“They are wrong,” Ada Quill said."
    )
    zones = [paragraph.zone for paragraph in paragraphs(text)]
    assert zones == ["headline", "body", "caption", "table", "table", "body"]
