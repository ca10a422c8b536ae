import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Form
from ingest.reading import Attribution, Extent
from ingest.speakers import pronoun_mentions, speakers
from tests.ingest.documents import names_in, reading


def _said(
    text: str, source: str, content: str, *, form: Form = "indirect", inherited: bool = False
) -> Attribution:
    start, at = text.rindex(source), text.rindex(content)
    return Attribution(
        source=Extent(start, start + len(source)),
        inherited=inherited,
        cue=None,
        parts=(Extent(at, at + len(content)),),
        form=form,
        rule="by-hand",
    )


def _who(text: str, *said: Attribution) -> list[set[tuple[str, str]]]:
    names = names_in(text)
    found = speakers(reading(text), names, said)
    return [{(names.entity(d.key).name, d.capacity) for d in drafts} for drafts in found]


@pytest.mark.parametrize(
    ("text", "source", "who"),
    [
        ("Dame Ines Calder came. Calder said no.", "Calder", {("Ines Calder", "self")}),
        (
            "The Mayor of London Ann Ward and Kent Police said no.",
            "The Mayor of London Ann Ward and Kent Police",
            {("Ann Ward", "self"), ("Kent Police", "self")},
        ),
        (
            "A spokesperson for Kent Police said no.",
            "A spokesperson for Kent Police",
            {("a spokesperson for Kent Police", "spokesperson")},
        ),
        (
            "Ann Ward, a director of Kent Police, said no.",
            "Ann Ward, a director of Kent Police",
            {("Ann Ward", "self")},
        ),
        ("Kent Police met. The force said no.", "The force", {("Kent Police", "self")}),
        ("An HMICFRS report said no.", "An HMICFRS report", {("HMICFRS", "document")}),
        ("Families of Ann Ward said no.", "Families of Ann Ward", set()),
        ("The director of Kent Police said no.", "The director of Kent Police", set()),
        ("Critics said no.", "Critics", set()),
        ("Survivor Jane Roe said no.", "Survivor Jane Roe", {("a survivor", "anonymous")}),
        (
            "The chair of Kent Police, Ann Ward, said no.",
            "The chair of Kent Police, Ann Ward",
            {("Ann Ward", "self")},
        ),
        ("Ann Ward came. She said no.", "She", {("Ann Ward", "self")}),
        ("Ann Ward came. He said no.", "He", set()),
        (
            "Ann Ward and Ruth Penn came. Then they said no.",
            "they",
            {("Ann Ward", "self"), ("Ruth Penn", "self")},
        ),
        ("With Ann Ward came Ruth Penn. She said no.", "She", set()),
        (
            "The Mayor of London, Ann Ward, came. Her office said no.",
            "Her office",
            {("Office of the Mayor of London", "self")},
        ),
    ],
)
def test_a_source_means(text: str, source: str, who: set[tuple[str, str]]) -> None:
    inspectorate = names_in(text).entities
    long = next((e.name for e in inspectorate if "HMICFRS" in e.aliases), "HMICFRS")
    wanted = {(long if name == "HMICFRS" else name, capacity) for name, capacity in who}
    assert _who(text, _said(text, source, "no")) == [wanted]


def test_a_pronoun_does_not_mean_whom_a_quotation_speaks_of() -> None:
    text = "Ruth Penn came. “Ann Ward is late,” she said. She said no."
    quoted = _said(text, "she", "Ann Ward is late,", form="direct")
    assert _who(text, quoted, _said(text, "She", "no")) == [{("Ruth Penn", "self")}] * 2


def test_a_speaker_that_is_carried_over_has_no_words_here() -> None:
    text = "Ann Ward said no. It went on."
    said = _said(text, "Ann Ward", "It went on", inherited=True)
    [[draft]] = speakers(reading(text), names_in(text), (said,))
    assert (draft.extent, draft.capacity) == (None, "self")


def test_the_words_that_name_a_protected_speaker_are_not_kept() -> None:
    text = "Jane Roe, 15, said no."
    [[draft]] = speakers(reading(text), names_in(text), (_said(text, "Jane Roe", "no"),))
    assert draft.extent is None


def test_pronouns_become_mentions_only_where_they_speak() -> None:
    text = "Ann Ward came. She left. She said no."
    names = names_in(text)
    found = speakers(reading(text), names, (_said(text, "She", "no"),))
    [named] = pronoun_mentions(names, found)
    assert (named.extent.start, named.level) == (text.rindex("She"), "pronoun")


def test_the_first_person_of_a_turn_is_whose_turn_it_is() -> None:
    text = "Ann Ward: I was there.\nRuth Penn: I said no"
    assert _who(text, _said(text, "I", "no")) == [{("Ruth Penn", "self")}]


def test_the_first_person_of_a_letter_is_who_signs_it() -> None:
    text = "I said no.\nYours sincerely,\nOonagh Tresk\nMayor of Wexcombe"
    assert _who(text, _said(text, "I", "no")) == [{("Oonagh Tresk", "self")}]


def test_a_second_who_means_whom_the_first_did() -> None:
    text = "A woman who was abused there, and who said no, left."
    assert _who(text, _said(text, "who", "no")) == [{("a woman, not named", "anonymous")}]


def test_an_investigation_speaks_for_those_who_made_it() -> None:
    text = "An inquiry by the Bay Courier and the North Coast Ledger found no."
    source = "An inquiry by the Bay Courier and the North Coast Ledger"
    papers = {("Bay Courier", "document"), ("North Coast Ledger", "document")}
    assert _who(text, _said(text, source, "no")) == [papers]


def test_a_report_signed_on_a_line_of_its_own_speaks_for_who_signs() -> None:
    text = "Coroner name: Orla Keane\nIn my opinion there is a risk"
    assert _who(text, _said(text, "my", "there is a risk")) == [{("Orla Keane", "self")}]


@given(st.data())
def test_any_source_in_any_text_gives_entities_of_the_document(data: st.DataObject) -> None:
    words = [
        "Ann Ward",
        "Kent Police",
        "she",
        "they",
        "his office",
        "the report",
        "and",
        ",",
        "who",
    ]
    text = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=2, max_size=12)))
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    said = _said(text, text[start:end], text[:1])
    names = names_in(text)
    known = {entity.id for entity in names.entities}
    for draft in speakers(reading(text), names, (said,))[0]:
        assert draft.key in known
        assert draft.extent is None or text[slice(*draft.extent)]
