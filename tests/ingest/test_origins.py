import random

from hypothesis import given
from hypothesis import strategies as st

from ingest.origins import Outline
from ingest.origins import origins as origins_of

RELEASE = (
    "Harbour Council has accepted every recommendation of the inspection of its roads. The leader "
    "of the council, Mina Arkwright, said on Monday that the work would begin in April and end "
    "before the winter. “We let people down, and we will put it right,” she said. The inspection "
    "found in May that nobody had written down which roads were mended, or who had paid for it."
)
OTHER = (
    "Mill Lane Trust has refused every recommendation of the review of its wards. The chair of the "
    "trust, Owen Quill, said on Friday that the review had not asked the people who work there. "
    "“We do not know these wards from that page,” he said. The review found in June that too few "
    "people were at work at night, and that nobody had told the board of it."
)
NOTES = " Notes to editors. Harbour Council serves the town and its villages. Call the press desk."


def origins(texts: dict[str, str]) -> dict[str, str]:
    return origins_of({id_: Outline.of(text) for id_, text in texts.items()}, texts.__getitem__)


def test_a_copy_with_another_headline_has_the_same_origin() -> None:
    texts = {
        "doc-b": RELEASE,
        "doc-a": "Council says yes to inspectors\n\n" + RELEASE.replace("“", "'").upper(),
        "doc-c": f"{RELEASE}{NOTES}",
        "doc-d": OTHER,
        "doc-e": f"{OTHER}{NOTES}",
    }
    assert origins(texts) == {
        "doc-a": "doc-a", "doc-b": "doc-a", "doc-c": "doc-a", "doc-d": "doc-d", "doc-e": "doc-d",
    }  # fmt: skip


def test_a_digest_that_holds_two_releases_makes_them_no_one() -> None:
    texts = {"doc-a": RELEASE, "doc-b": OTHER, "doc-c": f"This week. {RELEASE} {OTHER}{NOTES}"}
    assert origins(texts) == {"doc-a": "doc-a", "doc-b": "doc-b", "doc-c": "doc-c"}


def test_short_texts_are_one_only_where_they_are_the_same() -> None:
    texts = {
        "doc-a": "We accept it.",
        "doc-b": "WE ACCEPT IT",
        "doc-c": "We accept it all.",
        "d": "",
    }
    assert origins(texts) == {"doc-a": "doc-a", "doc-b": "doc-a", "doc-c": "doc-c", "d": "d"}


def test_more_copies_than_are_remembered_are_still_one() -> None:
    texts = {f"doc-{number:03}": f"Headline {number}. {RELEASE}" for number in range(200)}
    assert set(origins(texts).values()) == {"doc-000"}


WORDS = [
    "harbour",
    "mill",
    "lane",
    "quay",
    "council",
    "road",
    "winter",
    "found",
    "said",
    "people",
    "board",
    "night",
]


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_documents_changes_nothing(
    kinds: list[int], chance: random.Random
) -> None:
    texts = {}
    for number, kind in enumerate(kinds):
        words = random.Random(kind).choices(WORDS, k=80)
        texts[f"doc-{number:02}"] = " ".join([*words, *chance.choices(WORDS, k=8)])
    shuffled = list(texts.items())
    chance.shuffle(shuffled)
    assert origins(dict(shuffled)) == origins(texts)
