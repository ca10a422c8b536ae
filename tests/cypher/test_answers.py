"""Edge cases of the questions on a hand-made story; tests/sample has answers of all questions."""

import pytest

from graph.questions import find_question, run_question
from graph.stores.store import Store
from tests.wexcombe import (
    ACCEPT,
    ARTICLE,
    FIRE,
    LETTER,
    LOCKED,
    NO_PLAN,
    NOBODY,
    READ,
    SAID,
    TOLD,
    WARNING,
    passage,
)

Case = tuple[str, dict[str, str], tuple[tuple[object, ...], ...]]
CASES: list[Case] = [
    (
        "cases/assessments",
        {},
        (
            (
                "Case B",
                "Ivo Marsh",
                None,
                "looked at Case B",
                "Leader answers report",
                passage(ARTICLE, "looked at Case B"),
                False,
                "proposed",
            ),
            (
                "Case B",
                "Wexcombe Inspectorate",
                None,
                "Case B",
                "Leader answers report",
                passage(ARTICLE, "Case B"),
                True,
                "proposed",
            ),
        ),
    ),
    (
        "cases/assessments",
        {"assessor": "IVO MARSH", "case": "case-b"},
        (
            (
                "Case B",
                "Ivo Marsh",
                None,
                "looked at Case B",
                "Leader answers report",
                passage(ARTICLE, "looked at Case B"),
                False,
                "proposed",
            ),
        ),
    ),
    (
        "documents/documents",
        {},
        (
            (
                "Leader answers report",
                "news",
                "Wexcombe Gazette",
                "2025-03-04",
                6,
                1,
                5,
                491,
                ARTICLE,
            ),
            ("letter.txt", None, None, None, 1, 0, 1, 164, LETTER),
        ),
    ),
    (
        "documents/documents",
        {"publisher": "wexcombe gazette"},
        (
            (
                "Leader answers report",
                "news",
                "Wexcombe Gazette",
                "2025-03-04",
                6,
                1,
                5,
                491,
                ARTICLE,
            ),
        ),
    ),
    (
        "documents/mentions",
        {"thing": "the trust"},
        (
            (
                "Wexcombe Health Trust",
                "Wexcombe Health Trust",
                "Leader answers report",
                passage(ARTICLE, "Wexcombe Health Trust"),
            ),
            (
                "Wexcombe Health Trust",
                "Wexcombe Health Trust",
                "letter.txt",
                passage(LETTER, "Wexcombe Health Trust"),
            ),
        ),
    ),
    ("gaps/reports_without_an_answer", {}, (("Review of Marle Court", None, [], []),)),
    (
        "gaps/unresolved_speakers",
        {},
        (
            (
                "Leader answers report",
                NOBODY,
                ["assertion"],
                [],
                None,
                [passage(ARTICLE, NOBODY)],
                "low",
                "proposed",
            ),
        ),
    ),
    ("gaps/unresolved_speakers", {"document": "letter.txt"}, ()),
    (
        "network/of_one_name",
        {"thing": "the hollin house report"},
        (
            (
                "Report on Hollin House",
                "ADDRESSED_TO",
                "from",
                "Wexcombe Health Trust",
                "organisation",
                "sent to the Wexcombe Health Trust",
                "Leader answers report",
                passage(ARTICLE, "sent to the Wexcombe Health Trust"),
                False,
                "proposed",
            ),
            (
                "Report on Hollin House",
                "INSPECTED",
                "from",
                "Hollin House",
                "organisation",
                "report on Hollin House",
                "Leader answers report",
                passage(ARTICLE, "report on Hollin House"),
                False,
                "proposed",
            ),
            (
                "Report on Hollin House",
                "PUBLISHED",
                "to",
                "Wexcombe Inspectorate",
                "organisation",
                "published its report",
                "Leader answers report",
                passage(ARTICLE, "published its report"),
                False,
                "proposed",
            ),
            (
                "Report on Hollin House",
                "RESPONDED_TO",
                "to",
                "Nora Tamsin",
                "person",
                SAID,
                "Leader answers report",
                passage(ARTICLE, SAID),
                False,
                "proposed",
            ),
            (
                "Report on Hollin House",
                "RESPONDED_TO",
                "to",
                "Wexcombe Health Trust",
                "organisation",
                READ,
                "letter.txt",
                passage(LETTER, READ),
                False,
                "accepted",
            ),
        ),
    ),
    (
        "network/of_one_name",
        {"thing": "Case B"},
        (
            (
                "Case B",
                "ASSESSED",
                "to",
                "Ivo Marsh",
                "person",
                "looked at Case B",
                "Leader answers report",
                passage(ARTICLE, "looked at Case B"),
                False,
                "proposed",
            ),
            (
                "Case B",
                "ASSESSED",
                "to",
                "Wexcombe Inspectorate",
                "organisation",
                "Case B",
                "Leader answers report",
                passage(ARTICLE, "Case B"),
                True,
                "proposed",
            ),
        ),
    ),
    (
        "network/path",
        {"start": "cllr tamsin", "finish": "the trust"},
        (
            (
                "Nora Tamsin",
                "Wexcombe Health Trust",
                1,
                "Nora Tamsin",
                "RESPONDED_TO",
                "from",
                "Report on Hollin House",
                [],
                SAID,
                "Leader answers report",
                passage(ARTICLE, SAID),
                "proposed",
            ),
            (
                "Nora Tamsin",
                "Wexcombe Health Trust",
                2,
                "Report on Hollin House",
                "ADDRESSED_TO",
                "from",
                "Wexcombe Health Trust",
                [],
                "sent to the Wexcombe Health Trust",
                "Leader answers report",
                passage(ARTICLE, "sent to the Wexcombe Health Trust"),
                "proposed",
            ),
        ),
    ),
    ("network/path", {"start": "Ivo Marsh", "finish": "Wexcombe Inspectorate"}, ()),
    (
        "network/path",
        {"start": "Ivo Marsh", "finish": "Wexcombe Inspectorate", "documents": "yes"},
        (
            (
                "Ivo Marsh",
                "Wexcombe Inspectorate",
                1,
                "Ivo Marsh",
                "MENTIONS",
                "to",
                "Leader answers report",
                [],
                "Ivo Marsh",
                "Leader answers report",
                passage(ARTICLE, "Ivo Marsh"),
                None,
            ),
            (
                "Ivo Marsh",
                "Wexcombe Inspectorate",
                2,
                "Leader answers report",
                "MENTIONS",
                "from",
                "Wexcombe Inspectorate",
                [],
                "Wexcombe Inspectorate",
                "Leader answers report",
                passage(ARTICLE, "Wexcombe Inspectorate"),
                None,
            ),
        ),
    ),
    ("network/path", {"start": "Ivo Marsh", "finish": "Ivo Marsh"}, ()),
    ("network/path", {"start": "Ivo Marsh", "finish": "Case B"}, ()),
    ("network/path", {"start": "Case B", "finish": "Ivo Marsh"}, ()),
    ("network/path", {"start": "a former resident", "finish": "Hollin House"}, ()),
    (
        "people/roles",
        {},
        (
            (
                "Nora Tamsin",
                "leader",
                "Wexcombe Council",
                None,
                "the leader of the council",
                "Leader answers report",
                passage(ARTICLE, "the leader of the council"),
                False,
                "proposed",
            ),
        ),
    ),
    ("people/roles", {"person": "Ivo Marsh"}, ()),
    (
        "reports/reports",
        {},
        (
            (
                "Report on Hollin House",
                "WI/25/1",
                "2025-02",
                ["Wexcombe Inspectorate"],
                ["Wexcombe Health Trust"],
                2,
                1,
                2,
            ),
            ("Review of Marle Court", None, None, [], [], 0, 0, 0),
        ),
    ),
    (
        "reports/reports",
        {"publisher": "Wexcombe Inspectorate"},
        (
            (
                "Report on Hollin House",
                "WI/25/1",
                "2025-02",
                ["Wexcombe Inspectorate"],
                ["Wexcombe Health Trust"],
                2,
                1,
                2,
            ),
        ),
    ),
    ("reports/reports", {"publisher": "the council"}, ()),
    (
        "responses/who_responded",
        {},
        (
            (
                "Report on Hollin House",
                "Nora Tamsin",
                "2025-03-04",
                SAID,
                "Leader answers report",
                "2025-03-04",
                "news",
                passage(ARTICLE, SAID),
                False,
                "proposed",
            ),
            (
                "Report on Hollin House",
                "Wexcombe Health Trust",
                None,
                READ,
                "letter.txt",
                None,
                None,
                passage(LETTER, READ),
                False,
                "accepted",
            ),
        ),
    ),
    ("responses/who_responded", {"report": "no such report"}, ()),
    (
        "statements/about",
        {},
        (
            (
                "Case B",
                "2025-03-04",
                ["Ivo Marsh"],
                ["assessment"],
                NO_PLAN,
                [],
                "Leader answers report",
                [passage(ARTICLE, NO_PLAN)],
                "proposed",
            ),
            (
                "Report on Hollin House",
                "2025-03-04",
                ["Nora Tamsin"],
                ["commitment"],
                ACCEPT,
                [],
                "Leader answers report",
                [passage(ARTICLE, ACCEPT)],
                "accepted",
            ),
        ),
    ),
    (
        "statements/about",
        {"thing": "Case B"},
        (
            (
                "Case B",
                "2025-03-04",
                ["Ivo Marsh"],
                ["assessment"],
                NO_PLAN,
                [],
                "Leader answers report",
                [passage(ARTICLE, NO_PLAN)],
                "proposed",
            ),
        ),
    ),
    (
        "statements/by_speaker",
        {"speaker": "cllr tamsin"},
        (
            (
                "2025-03-04",
                "Nora Tamsin",
                "self",
                ["commitment"],
                ACCEPT,
                [],
                "Leader answers report",
                [passage(ARTICLE, ACCEPT)],
                "accepted",
            ),
            (
                "2025-03-04",
                "Nora Tamsin",
                "self",
                ["denial"],
                WARNING,
                [],
                "Leader answers report",
                [passage(ARTICLE, WARNING)],
                "proposed",
            ),
        ),
    ),
    (
        "statements/by_speaker",
        {"speaker": "the trust", "since": "2025-04"},
        (
            (
                None,
                "Wexcombe Health Trust",
                "document",
                ["denial"],
                FIRE,
                [],
                "letter.txt",
                [passage(LETTER, FIRE)],
                "proposed",
            ),
        ),
    ),
    ("statements/by_speaker", {"speaker": "Nora Tamsin", "since": "2025-04"}, ()),
    (
        "statements/by_speaker",
        {"speaker": "Nora Tamsin", "since": "2025", "until": "2025-03"},
        (
            (
                "2025-03-04",
                "Nora Tamsin",
                "self",
                ["commitment"],
                ACCEPT,
                [],
                "Leader answers report",
                [passage(ARTICLE, ACCEPT)],
                "accepted",
            ),
            (
                "2025-03-04",
                "Nora Tamsin",
                "self",
                ["denial"],
                WARNING,
                [],
                "Leader answers report",
                [passage(ARTICLE, WARNING)],
                "proposed",
            ),
        ),
    ),
    (
        "statements/denials",
        {},
        (
            (
                "2025-03-04",
                "Hollin House",
                "spokesperson",
                ["denial"],
                LOCKED,
                ["a former resident"],
                "Leader answers report",
                [passage(ARTICLE, LOCKED)],
                "proposed",
            ),
            (
                "2025-03-04",
                "Nora Tamsin",
                "self",
                ["denial"],
                WARNING,
                [],
                "Leader answers report",
                [passage(ARTICLE, WARNING)],
                "proposed",
            ),
            (
                None,
                "Wexcombe Health Trust",
                "document",
                ["denial"],
                FIRE,
                [],
                "letter.txt",
                [passage(LETTER, FIRE)],
                "proposed",
            ),
        ),
    ),
    (
        "statements/denials",
        {"speaker": "Nora Tamsin"},
        (
            (
                "2025-03-04",
                "Nora Tamsin",
                "self",
                ["denial"],
                WARNING,
                [],
                "Leader answers report",
                [passage(ARTICLE, WARNING)],
                "proposed",
            ),
        ),
    ),
    ("statements/denials", {"about": "Case B"}, ()),
    (
        "statements/nested",
        {},
        (
            (
                ["a former resident"],
                TOLD,
                ["Hollin House"],
                LOCKED,
                "Leader answers report",
                [passage(ARTICLE, LOCKED)],
                "proposed",
            ),
        ),
    ),
    (
        "statements/nested",
        {"speaker": "Hollin House"},
        (
            (
                ["a former resident"],
                TOLD,
                ["Hollin House"],
                LOCKED,
                "Leader answers report",
                [passage(ARTICLE, LOCKED)],
                "proposed",
            ),
        ),
    ),
    ("statements/nested", {"speaker": "Nora Tamsin"}, ()),
]
NAMES = sorted({name for name, _, _ in CASES})


@pytest.mark.parametrize("name", NAMES)
def test_a_question_answers_with_words_and_places(story: Store, name: str) -> None:
    expected = [(values, rows) for named, values, rows in CASES if named == name]
    question = find_question(name)
    answers = [(values, run_question(story, question, values).rows) for values, _ in expected]
    assert answers == expected


def test_a_cut_answer_says_so_and_names_the_limit(story: Store) -> None:
    question = find_question("by_speaker")
    answer = run_question(story, question, {"limit": "2"})
    assert (len(answer.rows), answer.truncated, answer.limit) == (2, True, 2)
    capped = run_question(story, question, {"limit": "900"}, limit=3)
    assert (len(capped.rows), capped.truncated, capped.limit) == (3, True, 3)
    whole = run_question(story, question, {"speaker": "Nora Tamsin", "limit": "2"})
    assert (len(whole.rows), whole.truncated) == (2, False)


def test_an_apostrophe_or_a_quote_in_a_value_is_only_a_value(story: Store) -> None:
    for name in ("' OR true //", '"}) DETACH DELETE n //', "\\", "$limit", "]]"):
        assert run_question(story, find_question("roles"), {"person": name}).rows == ()


def test_no_question_joins_a_person_and_a_case_but_by_an_assessment(story: Store) -> None:
    answer = run_question(story, find_question("of_one_name"), {"thing": "Case B"})
    joined = {(row["link"], row["kind"]) for row in answer.dicts()}
    assert joined == {("ASSESSED", "person"), ("ASSESSED", "organisation")}
