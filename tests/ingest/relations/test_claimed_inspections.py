"""INSPECTED and CONCERNS stand only on words that claim it: no wish, plan, denial or condition."""

import pytest

from graph.model import Entity, Link
from ingest.extract import read
from ingest.gazetteer import shipped
from tests.ingest.documents import reading

Told = set[tuple[str, str]]


def _told(text: str) -> Told:
    """Return type and target of the links that say who was inspected and what reports are on."""
    records = read(reading(text), shipped())
    names = {record.id: record.name for record in records if isinstance(record, Entity)}
    return {
        (record.type, names[record.target])
        for record in records
        if isinstance(record, Link) and record.type in {"INSPECTED", "CONCERNS"}
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Schools Inspectorate will inspect Quay Council in March.",
        "The Schools Inspectorate has not inspected Quay Council.",
        "The Schools Inspectorate has never inspected Quay Council.",
        "The Schools Inspectorate did not inspect Quay Council.",
        "The Schools Inspectorate might have inspected Quay Council.",
        "The Schools Inspectorate inspected neither Quay Council nor the Bay Trust.",
        "Nobody at the Schools Inspectorate inspected Quay Council.",
        "If the Schools Inspectorate had inspected Quay Council, it would have seen this.",
        "It is untrue that the Schools Inspectorate inspected Quay Council.",
        "The minister denied that the Schools Inspectorate inspected Quay Council.",
        "The minister did not know whether the Schools Inspectorate inspected Quay Council.",
        "The Schools Inspectorate said that, had it inspected Quay Council, all would be well.",
        "Residents wish the Schools Inspectorate had inspected Quay Council.",
        "Quay Council was not inspected by the Schools Inspectorate.",
        "Quay Council should have been inspected by the Schools Inspectorate.",
        "All is lost unless Quay Council was inspected by the Schools Inspectorate.",
        "Neither Quay Council nor the Bay Trust was inspected by the Schools Inspectorate.",
        "No inspection of Quay Council was carried out.",
        "An inspection of Quay Council will take place next year.",
        "Residents called for an inspection of Quay Council.",
        "Quay Council faces an inspection of Quay Council homes.",
        "There should be an inspection of Quay Council.",
        "There was not an inspection of Quay Council.",
        "The minister ordered an inspection of Quay Council.",
        "The Schools Inspectorate hopes the inspection of Quay Council will begin soon.",
        "The inspection of Quay Council by the Schools Inspectorate was cancelled.",
        "The inspection of Quay Council, due in May, was cancelled.",
        "The planned inspection of Quay Council is due in May.",
        "The board awaits an inspection. Quay Council is small. Quay Council is poor.",
        # Somebody else, or something that is theirs.
        "The Schools Inspectorate examined Quay Council papers.",
        "The Schools Inspectorate examined Quay Council’s papers.",
        "The Schools Inspectorate returned to Quay Council the letter that it had sent.",
        "The Bay Trust returned to Quay Council in May.",
        "The Bay Trust examined Quay Council last year.",
        # Who speaks of a report was not inspected.
        "An inspection report came. The Bay Trust said it was late. The Bay Trust replied so.",
        "The Bay Trust criticised the inspection report on Fairwater Academy. The Bay Trust left.",
        "Concerns were raised with Quay Council about the Bay Trust.",
        "Residents asked for a report into Quay Council.",
        "Residents demanded a review of Quay Council.",
        "The review into Quay Council was never held.",
        "There could be a review of Quay Council.",
        "Without a review of Quay Council nobody will know. No review of Quay Council was made.",
        "A review on behalf of Quay Council was late.",
        "The report of Quay Council was late.",
    ],
)
def test_what_is_not_claimed_makes_no_link(text: str) -> None:
    assert _told(text) == set()


_COUNCIL = {("INSPECTED", "Quay Council")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Schools Inspectorate inspected Quay Council in 2019.", _COUNCIL),
        ("The Schools Inspectorate has inspected Quay Council twice.", _COUNCIL),
        ("The Schools Inspectorate revisited Quay Council in May.", _COUNCIL),
        ("The Schools Inspectorate returned to Quay Council.", _COUNCIL),
        ("The Schools Inspectorate inspected Quay Council and found fault.", _COUNCIL),
        ("It was not until 2019 that the Schools Inspectorate inspected Quay Council.", _COUNCIL),
        ("Quay Council was last inspected by the Schools Inspectorate in 2019.", _COUNCIL),
        ("Nobody knew, but the Schools Inspectorate inspected Quay Council.", _COUNCIL),
        ("It was not so; the Schools Inspectorate inspected Quay Council.", _COUNCIL),
        ("An inspection of Quay Council found fault.", _COUNCIL),
        ("He will respond to an inspection of Quay Council.", _COUNCIL),
        ("Residents were not told of the inspection of Quay Council.", _COUNCIL),
        ("The inspection of Quay Council did not find fault.", _COUNCIL),
        ("The inspection of Quay Council, which was late, found fault.", _COUNCIL),
        ("The Schools Inspectorate inspected Quay Council and the Bay Trust.",
         {("INSPECTED", "Quay Council"), ("INSPECTED", "Bay Trust")}),
        ("A review of Quay Council found fault.", {("CONCERNS", "Quay Council")}),
        ("The minister ordered a review of Quay Council.", {("CONCERNS", "Quay Council")}),
        ("The minister did not read the report on Quay Council.", {("CONCERNS", "Quay Council")}),
    ],
)  # fmt: skip
def test_what_is_claimed_makes_its_link(text: str, told: Told) -> None:
    assert _told(text) == told
