"""What someone who asks in Cypher sees of a mistake: its place, its repair, the way back."""

from urllib.parse import quote

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

GOOD = "/cypher?cypher=" + quote("MATCH (p:Person) RETURN p.id LIMIT 2")
#: A sign that a browser counts as two stands before the mistake.
WRONG = "/cypher?cypher=" + quote("WITH '😀' AS a\nRETRN a AS face")


def test_a_mistake_is_marked_in_the_editor_and_typing_takes_its_place(open_page: OpenPage) -> None:
    page = open_page(WRONG)
    expect(page.locator("#hl .hl-bad")).to_have_text("RETRN")
    field = page.locator("#cy-text")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-describedby", "q-error")
    assert field.evaluate("f => f.value.slice(f.selectionStart, f.selectionEnd)") == "RETRN"
    page.keyboard.type("RETURN")
    expect(page.locator("#hl .hl-bad")).to_have_count(0)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#res-h")).to_have_text("1 row")


def test_a_repair_is_put_in_and_run_by_one_press(open_page: OpenPage) -> None:
    page = open_page(WRONG)
    page.get_by_role("link", name="Put RETURN here").click()
    expect(page.locator("#res-h")).to_have_text("1 row")
    expect(page.locator("#q-error")).to_have_count(0)


def test_below_a_mistake_stand_no_rows_and_a_way_back_to_those_before(open_page: OpenPage) -> None:
    page = open_page(GOOD)
    page.wait_for_selector("body[data-ready]")
    page.locator("#cy-text").fill("MATCH (p:Person) RETRN p.id")
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#q-error")).to_be_visible()
    expect(page.locator("#res-h")).to_have_count(0)
    page.get_by_role("link", name="Open the last query that ran").click()
    expect(page.locator("#res-h")).to_have_text("2 rows")


def test_where_nothing_ran_before_no_way_back_is_offered(open_page: OpenPage) -> None:
    page = open_page(WRONG)
    page.wait_for_selector("body[data-ready]")
    expect(page.locator("#ran")).to_be_hidden()


def test_a_query_that_stops_too_early_is_marked_at_its_end(open_page: OpenPage) -> None:
    page = open_page("/cypher?cypher=" + quote("MATCH (p:Person) RETURN"))
    expect(page.locator("#hl .hl-bad")).to_have_count(1)
    assert page.locator("#cy-text").evaluate("f => f.selectionStart") == len(
        "MATCH (p:Person) RETURN"
    )
