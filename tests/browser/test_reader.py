"""What a reader does with a long text: places open in their part, by address and by keys."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.wexcombe import ARTICLE, ARTICLE_TEXT, LOCKED, NO_PLAN

READER = f"/document/{ARTICLE}"
PLAN = ARTICLE_TEXT.index(NO_PLAN)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a part hold about two paragraphs of the article."""
    monkeypatch.setattr("web.parts.WHOLE", 100)
    monkeypatch.setattr("web.parts.PART", 158)


def part(page: Page, words: str) -> Page:
    """Wait until the reader shows this part, ready for keys, and return the page."""
    expect(page.locator(".parts p").first).to_contain_text(words)
    page.wait_for_selector("body[data-ready]")
    return page


@pytest.mark.usefixtures("short")
def test_a_statement_that_the_fragment_alone_names_opens_in_its_part(open_page: OpenPage) -> None:
    page = part(open_page(f"{READER}?view=statements#st-locked"), "Part 3 of 4")
    expect(page.locator(".st.on")).to_have_text(LOCKED)
    assert page.url.endswith(f"{READER}?view=statements&s=st-locked#st-locked")


@pytest.mark.usefixtures("short")
def test_a_passage_that_the_fragment_alone_names_opens_in_its_part(open_page: OpenPage) -> None:
    page = part(open_page(f"{READER}#char={PLAN},{PLAN + len(NO_PLAN)}"), "Part 3 of 4")
    expect(page.locator("#words")).to_have_text(NO_PLAN)
    expect(page.locator("#words")).to_be_in_viewport()


@pytest.mark.usefixtures("short")
def test_a_fragment_that_is_put_into_an_open_page_leads_on_too(open_page: OpenPage) -> None:
    page = part(open_page(READER), "Part 1 of 4")
    page.evaluate("location.hash = 'st-nobody'")
    expect(part(page, "Part 4 of 4").locator(".st.on")).to_have_text("Nobody wrote to us")


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("fragment", ["st-nothing", "char=1,x", "%E0%A4%A", "other"])
def test_a_fragment_that_names_nothing_leaves_the_reader_where_it_is(
    open_page: OpenPage, fragment: str
) -> None:
    page = part(open_page(f"{READER}#{fragment}"), "Part 1 of 4")
    expect(page.locator(".st.on")).to_have_count(0)


@pytest.mark.usefixtures("short")
def test_the_keys_go_on_over_the_ends_of_parts(open_page: OpenPage) -> None:
    page = part(open_page(f"{READER}?part=2"), "Part 2 of 4")
    for _ in range(3):
        page.keyboard.press("j")
    expect(part(page, "Part 3 of 4").locator(".st.on")).to_have_text(NO_PLAN)
    page.keyboard.press("k")
    expect(part(page, "Part 2 of 4").locator(".st.on").first).to_contain_text("missed")


@pytest.mark.usefixtures("short")
def test_without_script_links_and_the_form_lead_to_every_part(open_page: OpenPage) -> None:
    page = open_page(f"{READER}?view=plain", java_script_enabled=False)
    page.get_by_role("link", name="Next part").first.click()
    expect(page.locator(".parts p").first).to_contain_text("Part 2 of 4")
    page.get_by_label("Part", exact=True).fill("4")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator(".parts p").first).to_contain_text("Part 4 of 4")
    assert page.url.endswith("?view=plain&part=4")


def test_a_passage_opens_in_a_text_that_is_whole_too(open_page: OpenPage) -> None:
    page = open_page(f"{READER}#char={PLAN},{PLAN + len(NO_PLAN)}")
    expect(page.locator("#words")).to_have_text(NO_PLAN)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("width", [390, 1240, 1440])
def test_no_page_is_wider_than_the_window_however_long_the_purpose_of_the_archive(
    open_page: OpenPage, width: int
) -> None:
    page = part(
        open_page(f"{READER}?part=2", viewport={"width": width, "height": 900}), "Part 2 of 4"
    )
    page.evaluate("document.querySelector('.archive-name').append(' what was promised'.repeat(40))")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    if width > 390:
        expect(page.get_by_role("searchbox", name="Search the archive")).to_be_in_viewport(ratio=1)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("script", [True, False])
def test_words_arrive_with_what_stands_above_them(open_page: OpenPage, script: bool) -> None:
    page = open_page(
        f"{READER}?words={PLAN}-{PLAN + len(NO_PLAN)}#words",
        java_script_enabled=script, viewport={"width": 390, "height": 500},
    )  # fmt: skip
    expect(page.locator("#words")).to_be_in_viewport()
    box = page.locator("#words").bounding_box()
    assert box
    assert box["y"] > 60
