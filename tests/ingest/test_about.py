from hypothesis import given
from hypothesis import strategies as st

from ingest.about import find_about
from ingest.ground import Said
from ingest.reading import Extent
from ingest.relations import find_links
from tests.ingest.marked import ground_of, lay_out, place


def about(marked: str, speaker: str, words: str, *, cue: str = "", source: str = "") -> list[str]:
    """Return the names of what a speaker's words are about."""
    ground, cases = lay_out(marked, (speaker, words))
    (said,) = ground.said
    said = Said(
        parts=said.parts,
        speakers=said.speakers,
        cue=place(ground.reading, cue) if cue else None,
        source=place(ground.reading, source) if source else None,
    )
    drafts = find_links(ground, (), cases.subsets)
    return [ground.entities[key].name for key in find_about(ground, said, drafts)]


def test_a_statement_is_about_whom_its_words_name_and_not_its_speaker_or_a_place() -> None:
    assert about(
        "[P Ivo Marsh] said: “[P:m Nora Tamsin] let [L Wexcombe] and [O Dock Board] down, "
        "says [P Ivo Marsh].”",
        "Ivo Marsh",
        "Nora Tamsin let Wexcombe and Dock Board down, says Ivo Marsh.",
    ) == ["Nora Tamsin", "Dock Board"]


def test_words_that_an_editor_put_in_are_not_the_speakers() -> None:
    words = "It happened [with Dock Board] again at Tide."
    marked = "[P Ivo Marsh] said: “It happened [with [O Dock Board]] again at [O Tide].”"
    assert about(marked, "Ivo Marsh", words) == ["Tide"]


def test_the_owner_of_a_report_only_says_whose_it_is() -> None:
    assert about(
        "[P Ivo Marsh] said the [O Dock Board]’s 2019 review was late.",
        "Ivo Marsh",
        "the Dock Board’s 2019 review was late",
    ) == ["Dock Board’s 2019 review"]


def test_what_stands_between_the_saying_and_the_words_is_spoken_of() -> None:
    assert about(
        "[P Ivo Marsh] says the 2019 review has “exposed gaps”.",
        "Ivo Marsh",
        "exposed gaps",
        cue="says",
    ) == ["2019 review"]


def test_a_reply_is_about_the_report_it_answers() -> None:
    assert about(
        "Responding to the 2019 review, [P Ivo Marsh] said: “Nobody wrote.”",
        "Ivo Marsh",
        "Nobody wrote.",
        source="Ivo Marsh",
    ) == ["2019 review"]


def test_a_spokespersons_we_is_the_body() -> None:
    marked = "A [P spokesman] for [O Dock Board] said: “We are sorry.”"
    assert about(marked, "spokesman", "We are sorry.") == ["Dock Board"]


def test_what_an_inspector_says_of_nobody_is_about_the_body_inspected() -> None:
    marked = (
        "The [O Coast Inspectorate]’s 2019 inspection of [O Dock Board] came out. "
        "Doors were shut, [O Coast Inspectorate] said."
    )
    assert about(marked, "Coast Inspectorate", "Doors were shut") == ["Dock Board"]


def test_case_studies_that_tell_something_tell_it_of_the_cases() -> None:
    marked = "Nine potential victims wrote to [O Tide]. Case studies describe shut doors."
    found = about(marked, "Tide", "shut doors", source="Case studies")
    assert found == ["nine potential victims"]


@given(st.text(alphabet="aé .,’[]“”\n1", max_size=120), st.integers(0, 60), st.integers(1, 60))
def test_any_words_are_about_things_that_are_known(text: str, start: int, size: int) -> None:
    ground = ground_of(f"[O Tide] {text} the 2019 review of [O Dock Board] [P Ann Roe]")
    part = Extent(start, min(start + size, len(ground.reading.text)))
    if part.start < part.end:
        said = Said(parts=(part,), source=Extent(0, 4), cue=Extent(0, 1))
        assert set(find_about(ground, said, find_links(ground))) <= set(ground.entities)


def test_whoever_is_spoken_to_is_not_what_the_words_are_about() -> None:
    words = "Is that what Tide did, Ms Tamsin, in May? Mr Roe, who left, knew."
    marked = (
        "[P Ivo Marsh]: Is that what [O Tide] did, [P:t Ms Tamsin], in May? "
        "[P:r Mr Roe], who left, knew."
    )
    assert about(marked, "Ivo Marsh", words) == ["Tide", "Mr Roe"]
    told = "It was Dr Lodge, aged 40, at Tide."
    assert about(
        "[P Ivo Marsh]: It was [P:l Dr Lodge], aged 40, at [O Tide].", "Ivo Marsh", told
    ) == [
        "Dr Lodge",
        "Tide",
    ]
