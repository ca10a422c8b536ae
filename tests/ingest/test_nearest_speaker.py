"""A pronoun never passes over somebody nearer whom nobody knows, and says when it is less sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Entity, Statement
from ingest.extract import read
from ingest.gazetteer import shipped
from tests.ingest.documents import reading

_EARLIER = "Agnes Wetherby said the bridge was safe."
_QUOTED = "“Nobody told us,” {} said."


def _last(text: str) -> tuple[set[str], str]:
    """Return who says the last words of a text, and with which confidence."""
    records = read(reading(text), shipped())
    names = {record.id: record.name for record in records if isinstance(record, Entity)}
    said = [record for record in records if isinstance(record, Statement)][-1]
    return {names[who.entity] for who in said.speakers}, said.confidence


_NEARER = [
    "“He is a good man,” said Feld of Gerald.",
    "“She is a good woman,” said Feld of Ruth Penn.",
    "“He is a good man,” said Feld of Mark Pike.",
    "“It was closed twice,” Feld told Pike.",
    "“It was closed twice,” said the skipper, Feld.",
    "Feld said the bridge had been closed twice.",
    "Feld called the bridge a trap.",
    "Feld, a bargee, called the bridge a trap.",
    "On Monday Feld called the bridge a trap.",
    "Hughes called the bridge a trap.",
    "According to Feld, the bridge was a trap.",
    "In Feld’s view, the bridge was a trap.",
    "The bridge, Feld said, was a trap.",
    "A report by Feld found that the bridge was a trap.",
    "It was a trap, wrote Feld.",
    "A bargee called the bridge a trap.",
    "A bargee told Ruth Penn so.",
    "The mother of Ruth Penn wept.",
    "The chair of the Canal Board closed the bridge.",
    "The director of the Canal Board said it was closed.",
    "The Canal Board said it had closed the bridge twice.",
    "“It was closed twice,” said Fairwater.",
]


@pytest.mark.parametrize("nearer", _NEARER)
@pytest.mark.parametrize("between", ["", " “It was closed,” she added."])
def test_nobody_of_a_paragraph_before_speaks_where_somebody_nearer_may(
    nearer: str, between: str
) -> None:
    text = f"{_EARLIER}\n{nearer}{between} {_QUOTED.format('she')}"
    assert _last(text) == (set(), "low")


@given(
    st.lists(
        st.sampled_from([_EARLIER, "Mark Penn wept.", "“It is safe,” she said.", "It was late."]),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(_NEARER),
    st.sampled_from(["she said", "he added", "she told the board", "he wrote", "they said"]),
    st.booleans(),
)
def test_whatever_stands_before_a_stranger_is_never_who_goes_on(
    earlier: list[str], nearer: str, said: str, straight: bool
) -> None:
    text = "\n".join([*earlier, f"{nearer} “Nobody told us,” {said}."])
    plain = text.replace("“", '"').replace("”", '"').replace("’", "'")
    assert _last(plain if straight else text) == (set(), "low")


@pytest.mark.parametrize(
    ("text", "who", "confidence"),
    [
        ("Agnes Wetherby met the board. “No,” she said.", {"Agnes Wetherby"}, "high"),
        ("“No,” Agnes Wetherby said. “Never,” she added.", {"Agnes Wetherby"}, "high"),
        ("“No,” said Agnes Wetherby of Feld. “Never,” she said.", {"Agnes Wetherby"}, "high"),
        ("Agnes Wetherby met the board. She praised Feld. “No,” she said.",
         {"Agnes Wetherby"}, "high"),
        ("Dr Agnes Wetherby, a vet, met the board. “No,” she said.", {"Agnes Wetherby"}, "high"),
        ("“No,” said Lockkeeper Feld. “Never,” she said.", {"Lockkeeper Feld"}, "high"),
        (f"{_EARLIER}\nMr and Mrs Feld said it was closed. “No,” she said.", {"Mrs Feld"}, "high"),
        # The paragraph names nobody: the one before is gone back to, less surely.
        (f"{_EARLIER}\n“Nobody told us,” she said.", {"Agnes Wetherby"}, "medium"),
        (f"{_EARLIER}\n“Feld lied. Nobody told us,” she said.", {"Agnes Wetherby"}, "medium"),
        (f"{_EARLIER}\nThe bridge was closed. “Nobody told us,” she said.",
         {"Agnes Wetherby"}, "medium"),
        (f"{_EARLIER}\nThe committee met. “Nobody told us,” she said.",
         {"Agnes Wetherby"}, "medium"),
        # Two who fit: the one whose sentence it is, less surely; in one breath, neither.
        ("Rowan Pike met Kit Feld. “No,” he said.", {"Rowan Pike"}, "medium"),
        ("Rowan Pike wept. Kit Feld left. “No,” he said.", {"Kit Feld"}, "medium"),
        ("Agnes Wetherby told Ruth Penn. “No,” she said.", {"Agnes Wetherby"}, "medium"),
        ("“No,” Agnes Wetherby told Ruth Penn. “Never,” she said.", {"Agnes Wetherby"}, "medium"),
        ("Rowan Pike and Kit Feld met. “No,” he said.", set(), "low"),
        # Who is spoken of does not go on speaking.
        ("Agnes Wetherby wept. “No,” she said of Ruth Penn. “Never,” she said.",
         {"Agnes Wetherby"}, "medium"),
        # A body speaks between.
        ("The Canal Board said that Agnes Wetherby knew. “No,” she said.",
         {"Agnes Wetherby"}, "medium"),
        ("Ruth Penn and Agnes Wetherby met.\nCritics were many. “No,” they said.", set(), "low"),
        ("Ruth Penn and Agnes Wetherby met. “No,” they said.",
         {"Ruth Penn", "Agnes Wetherby"}, "high"),
    ],
)  # fmt: skip
def test_who_goes_on_and_how_sure_that_is(text: str, who: set[str], confidence: str) -> None:
    assert _last(text) == (who, confidence)
