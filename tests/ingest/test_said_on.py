import pytest

from graph.model import Genre, PartialDate
from ingest.reading import Attribution, Extent, Paragraph, Reading
from ingest.said_on import said_on

FRIDAY = PartialDate.parse("2024-03-15")
SAID = "the doors were shut"


def of(
    text: str, source: str | None, cue: str | None, *, rule: str = "test", direct: bool = True
) -> tuple[Reading, Attribution]:
    """Return the reading of a text and the attribution of the words said in it."""
    extent = Extent(0, len(text))
    reading = Reading(
        document="doc-1", text=text, paragraphs=(Paragraph(extent=extent, zone="body"),),
        published=FRIDAY,
    )  # fmt: skip
    source_at, cue_at, said = (
        Extent(text.index(words), text.index(words) + len(words)) if words else None
        for words in (source, cue, SAID)
    )
    assert said is not None
    made = Attribution(
        source=source_at, inherited=False, cue=cue_at, parts=(said,),
        form="direct" if direct else "indirect", rule=rule,
    )  # fmt: skip
    return reading, made


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ann Roe told a meeting on 3 May 2021 that the doors were shut.", "2021-05-03"),
        ("Ann Roe told the pier panel on Monday that the doors were shut.", "2024-03-11"),
        ("Ann Roe told us today: “the doors were shut”.", "2024-03-15"),
        (
            "“Yes, the doors were shut,” Ann Roe told the board in October 2022.",
            "2022-10",
        ),
        ("In October Ann Roe told the board that the doors were shut.", "2023-10"),
        ("It rained. Yesterday Ann Roe told the board that the doors were shut.", "2024-03-14"),
        ("Ann Roe yesterday told the board that the doors were shut.", "2024-03-14"),
        ("In its report, published on 9 March, Ann Roe told us the doors were shut.", "2024-03-09"),
        ("In response to the report of 9 March, Ann Roe told us the doors were shut.", None),
        ("Ann Roe told the board, which met on 3 May 2021, that the doors were shut.", None),
        ("Ann Roe told us of the report of 3 May 2021: the doors were shut.", None),
        ("On 3 May 2021 it rained. Ann Roe told us that the doors were shut.", None),
        ("Ann Roe told us that the doors were shut on 3 May 2021.", None),
        ("Ann Roe told us that the doors were shut.", None),
    ],
)
def test_words_were_said_on_the_day_that_stands_beside_their_cue(
    text: str, value: str | None
) -> None:
    reading, one = of(text, "Ann Roe", "told")
    assert said_on(reading, one, "news") == (PartialDate.parse(value) if value else None)


@pytest.mark.parametrize(
    ("genre", "rule", "direct", "dated"),
    [
        ("news", "test", True, False),
        ("report", "own-voice", True, False),
        ("press_release", "test", True, True),
        ("press_release", "test", False, False),
        ("letter", "own-voice", True, True),
        ("letter", "test", True, False),
        ("transcript", "turn", True, True),
    ],
)
def test_a_release_letter_or_transcript_dates_its_own_words(
    genre: Genre, rule: str, direct: bool, dated: bool
) -> None:
    reading, one = of(f"Ann Roe says {SAID}.", "Ann Roe", "says", rule=rule, direct=direct)
    assert said_on(reading, one, genre) == (FRIDAY if dated else None)
