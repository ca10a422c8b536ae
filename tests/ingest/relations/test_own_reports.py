from tests.ingest.marked import told


def test_a_report_below_a_bodys_name_is_of_that_body_and_on_whom_it_inspected() -> None:
    assert told(
        "[O Tide]\nInspection of huts\nIn this report a hut is a house.\n"
        "We inspected [O Dock Board] in May."
    ) == {
        ("PUBLISHED", "Tide", "Inspection of huts"),
        ("INSPECTED", "Inspection of huts", "Dock Board"),
    }


def test_a_report_is_addressed_to_those_on_the_list_below_the_words_that_send_it() -> None:
    marked = (
        "Report to prevent harm\nThis report is being sent to:\n1. The chair of [O Dock Board]\n"
        "2. [P Ann Roe], [O Pier Board]\n1. Coroner\nI am [P Ivo Marsh], Area Coroner.\n"
        "2. [O Hut Club] was closed."
    )
    report = "Report to prevent harm"
    assert told(marked) == {
        ("ADDRESSED_TO", report, "Dock Board"),
        ("ADDRESSED_TO", report, "Ann Roe"),
        ("ADDRESSED_TO", report, "Pier Board"),
        ("CONCERNS", report, "Dock Board"),
        ("CONCERNS", report, "Ann Roe"),
        ("CONCERNS", report, "Pier Board"),
        ("PUBLISHED", "Ivo Marsh", report),
    }


def test_whoever_accepts_or_rejects_a_recommendation_answers_its_report() -> None:
    for words in (
        "rejected that recommendation",
        "accepts recommendation 3.1",
        "does not accept the findings",
        "has today accepted all nine of its recommendations",
    ):
        marked = f"The [O Tide]’s 2019 report came. [O Dock Board] {words}."
        assert told(marked, only="RESPONDED_TO") == {
            ("RESPONDED_TO", "Dock Board", "Tide’s 2019 report")
        }
