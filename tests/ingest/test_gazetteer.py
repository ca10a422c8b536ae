from pathlib import Path

import pytest

from graph.errors import OnRecordError
from ingest.gazetteer import load_gazetteer, shipped

_BODY = "- {slug: harbour-office, name: Harbour Office, kind: department, url: null}\n"


def _folder(tmp_path: Path, *, bodies: str = _BODY, offices: str = "[]", kinds: str = "[]") -> Path:
    (tmp_path / "bodies").mkdir()
    (tmp_path / "bodies" / "some.yaml").write_text(bodies, encoding="utf-8")
    (tmp_path / "offices.yaml").write_text(offices, encoding="utf-8")
    (tmp_path / "kinds.yaml").write_text(kinds, encoding="utf-8")
    return tmp_path


def _refusal(folder: Path) -> str:
    with pytest.raises(OnRecordError) as caught:
        load_gazetteer(folder)
    return caught.value.sentence()


def test_the_shipped_gazetteer_holds_at_least_forty_bodies_with_addresses() -> None:
    assert sum(body.url is not None for body in shipped().bodies) >= 40


def test_addresses_are_those_of_official_sites_over_https() -> None:
    assert [
        b.slug for b in shipped().bodies if not (b.url or "https://").startswith("https://")
    ] == []


def test_the_inspectorate_of_constabulary_is_one_body_with_dated_names() -> None:
    body = shipped().by_slug()["hmicfrs"]
    dated = {(n.name, str(n.since), str(n.until)) for n in body.names if n.since or n.until}
    assert ("Her Majesty's Inspectorate of Constabulary", "None", "2017-07-18") in dated


def test_a_successor_and_its_predecessor_name_each_other() -> None:
    rows = shipped().by_slug()
    pairs = {(b.slug, b.successor) for b in shipped().bodies if b.successor}
    assert all(rows[new].predecessor in (old, None) for old, new in pairs if new)


def test_an_unknown_field_is_refused_with_the_file_and_the_row(tmp_path: Path) -> None:
    bodies = _BODY.replace("kind:", "colour: red, kind:")
    assert _refusal(_folder(tmp_path, bodies=bodies)) == (
        "some.yaml, row 1 (harbour-office): Object contains unknown field `colour`. "
        "Correct the row; docs/gazetteer.md gives its fields."
    )


def test_a_missing_address_is_refused_since_unknown_is_written_as_null(tmp_path: Path) -> None:
    sentence = _refusal(_folder(tmp_path, bodies=_BODY.replace(", url: null", "")))
    assert "some.yaml, row 1 (harbour-office): Object missing required field `url`" in sentence


def test_a_slug_given_twice_is_refused(tmp_path: Path) -> None:
    sentence = _refusal(_folder(tmp_path, bodies=_BODY + _BODY))
    assert sentence.startswith("harbour-office: two bodies have the same slug.")


def test_a_strong_name_of_two_bodies_is_refused(tmp_path: Path) -> None:
    other = "- {slug: quay, name: Quay, kind: department, url: null, strong: [Harbour Office]}\n"
    sentence = _refusal(_folder(tmp_path, bodies=_BODY + other))
    assert sentence.startswith(
        "quay: the strong name “Harbour Office” is also that of harbour-office."
    )


def test_a_reference_to_no_row_is_refused(tmp_path: Path) -> None:
    bodies = _BODY.replace("url: null", "url: null, parent: crown")
    assert _refusal(_folder(tmp_path, bodies=bodies)).startswith(
        "harbour-office: no body has the slug “crown”."
    )


def test_an_office_of_no_body_is_refused_by_its_title(tmp_path: Path) -> None:
    offices = "- {title: Harbour Master, body: harbour}\n"
    assert _refusal(_folder(tmp_path, offices=offices)).startswith(
        "Harbour Master: no body has the slug “harbour”."
    )


def test_what_is_not_yaml_is_refused_by_file(tmp_path: Path) -> None:
    assert _refusal(_folder(tmp_path, kinds="[")).startswith("kinds.yaml: not YAML")


def test_what_is_not_a_list_is_refused_by_file(tmp_path: Path) -> None:
    sentence = _refusal(_folder(tmp_path, offices="title: Mayor"))
    assert sentence.startswith("offices.yaml: the file is not a list of rows.")


def test_every_territorial_force_names_who_holds_it_to_account() -> None:
    rows = shipped().by_slug()
    elsewhere = {
        "police-scotland", "police-service-of-northern-ireland", "british-transport-police"
    }  # fmt: skip
    forces = [body for body in shipped().bodies if body.kind == "force"]
    assert len([force for force in forces if force.slug not in elsewhere]) == 43
    assert {force.slug for force in forces if force.overseen_by not in rows} == set()


def test_every_london_borough_has_a_council() -> None:
    london = {
        body.slug
        for body in shipped().bodies
        if body.slug.endswith("-london-borough-council")
        or body.slug in ("westminster-city-council", "city-of-london-corporation")
    }
    assert len(london) == 33


def test_holders_of_an_office_have_dates_in_order(tmp_path: Path) -> None:
    holder = '{name: Oonagh Tresk, since: "2020-05", until: "2019"}'
    offices = f"- {{title: Harbour Master, body: harbour-office, holders: [{holder}]}}\n"
    assert _refusal(_folder(tmp_path, offices=offices)).startswith(
        "Harbour Master, Oonagh Tresk: it ends before it begins."
    )


def test_a_date_that_is_none_is_refused(tmp_path: Path) -> None:
    holder = "{name: Oonagh Tresk, since: spring}"
    offices = f"- {{title: Harbour Master, body: harbour-office, holders: [{holder}]}}\n"
    assert _refusal(_folder(tmp_path, offices=offices)).startswith(
        "Harbour Master, Oonagh Tresk: a date is no year, month or day"
    )


def test_there_are_thirty_offices_and_more_than_150_bodies() -> None:
    assert len(shipped().offices) >= 30
    assert len(shipped().bodies) >= 150
