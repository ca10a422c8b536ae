from tests.ingest.documents import names_in, told


def _roles(text: str) -> set[tuple[str, str, str | None]]:
    names = names_in(text)
    return {
        (
            names.entity(role.person).name,
            text[slice(*role.extent)],
            names.entity(role.body).name if role.body else None,
        )
        for role in names.roles
    }


def test_a_title_alone_means_whom_the_document_gave_it() -> None:
    text = "The Home Secretary, Dilys Marr, spoke. The Home Secretary left."
    assert told(text, "person") == {
        "Dilys Marr": ["Home Secretary", "Dilys Marr", "Home Secretary"]
    }
    assert _roles(text) == {("Dilys Marr", "Home Secretary", "Home Office")}


def test_a_former_holder_is_not_the_holder() -> None:
    text = "Home Secretary Dilys Marr spoke. The former Home Secretary did not."
    assert told(text, "person") == {"Dilys Marr": ["Dilys Marr"]}


def test_an_office_that_nobody_was_given_is_a_holder_without_a_name() -> None:
    text = "The Home Secretary spoke."
    [person] = [e for e in names_in(text).entities if e.type == "person"]
    assert (person.name, person.anonymous) == ("the Home Secretary", True)


def test_a_title_that_two_people_hold_means_neither() -> None:
    text = "Chair Ann Ward and Chair Tom Lisle met. The chair spoke."
    assert told(text, "person") == {"Ann Ward": ["Ann Ward"], "Tom Lisle": ["Tom Lisle"]}


def test_a_bare_title_is_given_to_the_next_full_name_with_an_honorific() -> None:
    text = "The Commissioner appeared. Sir Rhys Adair said no.\nThe Commissioner left."
    assert told(text, "person") == {
        "Rhys Adair": ["Commissioner", "Sir Rhys Adair", "Commissioner"]
    }


def test_a_bare_title_is_given_to_nobody_in_a_later_paragraph() -> None:
    text = "The Commissioner appeared.\nSir Rhys Adair said no."
    assert told(text, "person") == {"Rhys Adair": ["Sir Rhys Adair"]}


def test_roles_before_and_after_a_name_name_their_bodies() -> None:
    text = (
        "Kent Police’s chief constable, Ann Ward, met Tom Lisle, a deputy director of the "
        "College of Policing. Surrey’s Police and Crime Commissioner, Sir Alun Prys, came."
    )
    assert _roles(text) == {
        ("Ann Ward", "Kent Police’s chief constable", "Kent Police"),
        ("Tom Lisle", "deputy director of the College of Policing", "College of Policing"),
        (
            "Alun Prys",
            "Surrey’s Police and Crime Commissioner",
            "Office of the Police and Crime Commissioner for Surrey",
        ),
    }


def test_a_spokesperson_for_an_office_speaks_for_its_body_and_not_for_its_holder() -> None:
    text = "The Mayor of London, Ann Ward, spoke. A spokesperson for the Mayor of London wrote."
    assert told(text, "person") == {
        "Ann Ward": ["Mayor of London", "Ann Ward"],
        "a spokesperson for the Office of the Mayor of London": ["spokesperson"],
    }


def test_the_mayor_of_a_place_holds_the_office_of_that_place_in_every_document() -> None:
    apposed = "The Mayor of Wexcombe, Oonagh Tresk, spoke. The Mayor of Wexcombe left."
    signed = "No.\nYours sincerely,\nOonagh Tresk\nMayor of Wexcombe"
    office = "Office of the Mayor of Wexcombe"
    assert _roles(apposed) == _roles(signed) == {("Oonagh Tresk", "Mayor of Wexcombe", office)}
    forms = ["Mayor of Wexcombe", "Oonagh Tresk", "Mayor of Wexcombe"]
    assert told(apposed, "person") == {"Oonagh Tresk": forms}


def test_a_chief_constable_is_of_the_only_force_of_the_document() -> None:
    text = "Kent Police met. The Chief Constable, Oonagh Tresk, spoke."
    assert _roles(text) == {("Oonagh Tresk", "Chief Constable", "Kent Police")}
    two = text + " Essex Police did not."
    assert _roles(two) == {("Oonagh Tresk", "Chief Constable", None)}


def test_a_title_of_many_places_alone_names_no_office() -> None:
    text = "Mayor Ann Ward spoke. A spokesperson for the Mayor wrote. The Mayor left."
    assert _roles(text) == {("Ann Ward", "Mayor", None)}
    assert told(text) == {
        "Ann Ward": ["Ann Ward", "Mayor", "Mayor"],
        "a spokesperson": ["spokesperson"],
    }


def test_the_mayor_of_a_place_holds_its_office_before_and_after_the_name() -> None:
    held = [
        {(role.person, role.body) for role in names_in(text).roles}
        for text in (
            "The Mayor of Wexcombe, Ada Quill, said no.",
            "Present: Ada Quill, the Mayor of Wexcombe; Tom Roe, a member",
        )
    ]
    assert len(held[0]) == 1
    assert held[0] <= held[1]
