from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.documents import names_in, reading, told

_WORDS = st.sampled_from(
    [
        *["Sir", "Ann", "Ward", "Mr", "O’Leary", "Kent", "Police", "the", "The", "Met", "Council"],
        *["and", ",", ".", ";", ":", "“", "”", "(", ")", "’s", "a", "victim", "said", "for", "of"],
        *["spokesperson", "Mayor", "London", "HMIC", "SIR", "WARD", "survivor", "15", "-", "girl"],
        *["who", "was", "raped", "Act", "2015", "Operation", "Inquiry", "into", "University", "é"],
        *["Home", "Secretary", "Commissioner", "Jane", "Roe", "she", "force", "they", "report"],
        *["in", "\n", "&", "İ", "ß"],
    ]
)
_TEXTS = st.text() | st.lists(_WORDS, max_size=40).map(" ".join) | st.lists(_WORDS).map("".join)


@given(_TEXTS)
def test_any_text_gives_flat_mentions_in_order_inside_it(text: str) -> None:
    names = names_in(text)
    ends = [0]
    for named in names.mentions:
        assert ends[-1] <= named.extent.start < named.extent.end <= len(text)
        ends.append(named.extent.end)
    assert {named.key for named in names.mentions} <= {entity.id for entity in names.entities}


@given(_TEXTS)
def test_no_record_of_the_protected_holds_words_that_name_them(text: str) -> None:
    names = names_in(text)
    protected = {entity.id for entity in names.entities if entity.protected}
    hidden = {named.extent for named in names.masked}
    assert {named.key for named in names.masked} <= protected
    assert not hidden & {named.extent for named in names.mentions}
    assert all(n.level != "name" for n in names.mentions if n.key in protected)


@given(_TEXTS)
def test_every_role_joins_a_person_to_a_body_of_the_document(text: str) -> None:
    names = names_in(text)
    known = {entity.id for entity in names.entities} | {None}
    assert all(role.person in known and role.body in known for role in names.roles)


def test_mentions_are_found_by_place() -> None:
    text = "Kent Police met Ann Ward."
    names, whole = names_in(text), reading(text).paragraphs[0].extent
    kent, ward = names.in_(whole)
    assert names.at(kent.extent) == kent
    assert names.at(whole) is None
    assert names.entity(ward.key).name == "Ann Ward"


def test_the_anonymous_are_named_by_their_role() -> None:
    text = (
        "A spokesman for Kent Police said no. A Kent Police spokeswoman said yes. "
        "A former harbour worker who left said so. Witness statements described it."
    )
    assert told(text, "person") == {
        "a spokesperson for Kent Police": ["spokesman", "spokeswoman"],
        "a worker": ["former harbour worker"],
        "a witness": ["Witness"],
    }
