from hypothesis import given
from hypothesis import strategies as st

from graph.model import Entity, EntityType, Link, LinkType, Record, Span
from ingest.resolution import Proposal, fold, joins, proposals, resolve

WORDS = Span(document="doc-1", start=0, end=3, quote="Ann")


def entity(key: str, name: str, type_: EntityType = "person", **more: object) -> Entity:
    return Entity(id=key, type=type_, name=name, **more)  # type: ignore[arg-type]


def link(type_: LinkType, source: str, target: str, role: str | None = None) -> Link:
    return Link(
        id=f"ln-{type_}-{source}-{target}-{role}", type=type_, source=source, target=target,
        spans=(WORDS,), inferred=False, role=role, confidence="high", method="test",
    )  # fmt: skip


def holds(person: str, body: str, role: str | None = None) -> Link:
    return link("HOLDS_ROLE", person, body, role)


def test_one_name_in_one_body_is_one_person_under_the_smallest_id() -> None:
    records: list[Record] = [
        entity("person-b", "Ann Roe"),
        entity("person-a", "Ann ROE"),
        holds("person-b", "organisation.tide"),
        holds("person-a", "organisation.tide"),
    ]
    assert resolve(records) == {"person-b": "person-a"}


def test_a_name_alone_joins_nobody() -> None:
    records: list[Record] = [
        entity("person-a", "Ann Roe"),
        entity("person-b", "Ann Roe"),
        holds("person-a", "organisation.tide", "director"),
        holds("person-b", "organisation.dock", "director"),
    ]
    assert resolve(records) == {}


def test_a_name_and_a_telling_role_join() -> None:
    records: list[Record] = [
        entity("person-a", "Ann Roe"),
        entity("person-b", "Ann Roe"),
        holds("person-a", "organisation.tide", "Harbour and Coast Commissioner"),
        holds("person-b", "organisation.dock", "harbour and coast commissioner"),
    ]
    assert resolve(records) == {"person-b": "person-a"}


def test_a_surname_joins_nobody() -> None:
    records: list[Record] = [
        entity("person-a", "Roe"),
        entity("person-b", "Roe"),
        holds("person-a", "organisation.tide"),
        holds("person-b", "organisation.tide"),
    ]
    assert resolve(records) == {}


def test_whoever_is_hidden_in_one_document_joins_nobody() -> None:
    records: list[Record] = [
        entity("person-a", "Ann Roe"),
        entity("person-b", "Ann Roe", protected=True),
        entity("person-b", "Ann Roe"),
        holds("person-a", "organisation.tide"),
        holds("person-b", "organisation.tide"),
    ]
    assert resolve(records) == {}


def test_reports_join_by_reference_or_telling_title_and_the_same_publisher() -> None:
    records: list[Record] = [
        entity("report-a", "Doors Left Open", "report"),
        entity("report-b", "Doors left open", "report", reference="HC 12"),
        entity("report-c", "Doors Left Open: the inspection", "report", reference="HC 12"),
        entity("report-d", "Doors Left Open", "report"),
        entity("report-e", "Interim Report", "report"),
        entity("report-f", "Interim Report", "report"),
        *(link("PUBLISHED", "organisation.tide", f"report-{letter}") for letter in "abcef"),
        link("PUBLISHED", "organisation.dock", "report-d"),
    ]
    assert resolve(records) == {"report-c": "report-b"}


def test_reports_of_one_person_join_where_the_person_does() -> None:
    records: list[Record] = [
        entity("person-a", "Ann Roe"),
        entity("person-b", "Ann Roe"),
        holds("person-a", "organisation.tide"),
        holds("person-b", "organisation.tide"),
        entity("report-a", "Doors Left Open", "report"),
        entity("report-b", "Doors Left Open", "report"),
        link("PUBLISHED", "person-a", "report-a"),
        link("PUBLISHED", "person-b", "report-b"),
    ]
    assert resolve(records) == {"person-b": "person-a", "report-b": "report-a"}


def test_a_rejected_link_joins_nobody() -> None:
    rejected = Link(
        id="ln-1", type="HOLDS_ROLE", source="person-b", target="organisation.tide",
        spans=(WORDS,), inferred=False, confidence="high", method="test", review="rejected",
    )  # fmt: skip
    records: list[Record] = [
        entity("person-a", "Ann Roe"),
        entity("person-b", "Ann Roe"),
        holds("person-a", "organisation.tide"),
        rejected,
    ]
    assert resolve(records) == {}


def test_a_folded_name_has_no_case_accents_stops_or_typography() -> None:
    assert fold("  Órla  O’Neill-Roe Q.C.") == "orla o'neill-roe q c"


_PEOPLE = st.builds(
    entity, st.sampled_from([f"person-{n}" for n in range(8)]),
    st.sampled_from(["Ann Roe", "ann roe", "Ivo Marsh", "Roe"]), protected=st.booleans(),
)  # fmt: skip
_HOLDS = st.builds(
    holds,
    st.sampled_from([f"person-{n}" for n in range(8)]),
    st.sampled_from(["organisation.tide", "organisation.dock"]),
    st.sampled_from([None, "director", "police and crime commissioner"]),
)
_RECORDS = st.lists(st.one_of(_PEOPLE, _HOLDS), max_size=30)


def renamed(records: list[Record], into: dict[str, str]) -> list[Record]:
    """Return the records with each id replaced by the one it is joined into."""
    made: list[Record] = []
    for record in records:
        if isinstance(record, Entity):
            key = into.get(record.id, record.id)
            made.append(entity(key, record.name, record.type, protected=record.protected))
        elif isinstance(record, Link):
            source = into.get(record.source, record.source)
            made.append(holds(source, record.target, record.role))
    return made


@given(_RECORDS, st.randoms())
def test_the_order_of_records_changes_nothing(records: list[Record], random: st.DataObject) -> None:
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled) == resolve(records)


@given(_RECORDS)
def test_what_is_joined_joins_no_further(records: list[Record]) -> None:
    into = resolve(records)
    assert set(into).isdisjoint(into.values())
    assert all(key > joined for key, joined in into.items())
    assert resolve(renamed(records, into)) == {}


def test_a_name_and_an_office_that_one_body_has_join() -> None:
    records: list[Record] = [
        entity("person-a", "Ann Roe"),
        entity("person-b", "Ann Roe"),
        holds("person-a", "organisation.tide", "Home Secretary"),
        holds("person-b", "organisation.dock", "home secretary"),
    ]
    assert [(join.id, join.into, join.method) for join in joins(records)] == [
        ("person-b", "person-a", "person/name-and-office")
    ]
    assert proposals(records) == ()


def test_a_reason_names_the_body_in_which_two_people_agree() -> None:
    records: list[Record] = [
        entity("organisation.tide", "Tide Board", "organisation"),
        entity("person-a", "Ann Roe"),
        entity("person-b", "Ann Roe"),
        holds("person-a", "organisation.tide"),
        holds("person-b", "organisation.tide"),
    ]
    assert [join.why for join in joins(records)] == [
        "They agree in name and body: ann roe, Tide Board"
    ]


def test_people_of_one_name_alone_are_proposed_for_judgement() -> None:
    records: list[Record] = [
        entity("person-b", "Ann Roe"),
        entity("person-a", "Ann Roe"),
        entity("person-c", "Roe"),
        entity("person-d", "Ann Roe", protected=True),
        holds("person-a", "organisation.tide", "director"),
    ]
    assert proposals(records) == (
        Proposal(
            first="person-a",
            second="person-b",
            method="person/name",
            why="Both are called Ann Roe, and no body or office in common joins them",
        ),
    )
