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
        "refused to accept its conclusions",
        "has today accepted all nine of its recommendations",
    ):
        marked = f"The [O Tide]’s 2019 report came. [O Dock Board] {words}."
        assert told(marked, only="RESPONDED_TO") == {
            ("RESPONDED_TO", "Dock Board", "Tide’s 2019 report")
        }


def test_what_the_authors_of_a_report_call_theirs_is_of_the_same_body() -> None:
    assert told(
        "[O Tide]\nInspection of huts\nThis report is short. In our report of 2019 we said so. "
        "He said: “Our study of 2018 was long.”",
        only="PUBLISHED",
    ) == {("PUBLISHED", "Tide", "Inspection of huts"), ("PUBLISHED", "Tide", "report of 2019")}


def test_its_report_at_the_head_of_a_paragraph_is_of_the_only_body_named_above() -> None:
    below = "Its report, Left on the Quay, was long."
    assert told(f"Huts fell, says [O Hut Club], a charity.\n{below}", only="PUBLISHED") == {
        ("PUBLISHED", "Hut Club", "Left on the Quay")
    }
    assert told(f"[O Hut Club] told [O Dock Board] so.\n{below}", only="PUBLISHED") == set()


def test_a_title_that_says_what_was_inspected_is_not_on_the_body_spoken_of_most() -> None:
    marked = (
        "Inspection of Long Hall\nThis report is short. [O Hut Club] runs it. [O Hut Club] left."
    )
    assert told(marked, only="INSPECTED") == set()
    assert told(marked.replace("Long Hall", "Hut Club"), only="INSPECTED") == {
        ("INSPECTED", "Inspection of Hut Club", "Hut Club")
    }


def test_the_answer_of_the_leaders_is_that_of_the_body_inspected() -> None:
    marked = (
        "The 2019 inspection of [O Dock Board] came. It was late, as was the leadership’s answer "
    )
    assert told(f"{marked}to the 2019 inspection.", only="RESPONDED_TO") == {
        ("RESPONDED_TO", "Dock Board", "2019 inspection of Dock Board")
    }
    assert (
        told("The leaders’ answer to the 2019 study of [O Tide] came.", only="RESPONDED_TO")
        == set()
    )


def test_whoever_says_we_accept_answers_unless_somebody_else_reports_it() -> None:
    marked = (
        "The [O Tide]’s 2019 report came. [P Ann Roe] said: “We accept recommendation 3.1.” "
        "[P Ivo Marsh] said: “I do not recognise the picture that this report paints.” "
        "[O Tide] said: “We welcome the report.”"
    )
    quotes = (
        ("Ann Roe", "We accept recommendation 3.1."),
        ("Ivo Marsh", "I do not recognise the picture that this report paints."),
        ("Tide", "We welcome the report."),
    )
    assert told(marked, *quotes, only="RESPONDED_TO") == {
        ("RESPONDED_TO", "Ann Roe", "Tide’s 2019 report"),
        ("RESPONDED_TO", "Ivo Marsh", "Tide’s 2019 report"),
    }
