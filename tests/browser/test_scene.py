"""What a reader does with the scene, by mouse, by keys, on a phone and without script."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.canvas import chosen, listed, places, ready, where
from tests.browser.conftest import OpenPage
from tests.browser.explorer import NASTY
from tests.wexcombe import ACCEPT

HOLLIN = "/scene?seed=report-hollin"
NORA = "/scene?seed=person-nora"


def test_from_a_search_to_the_words_in_their_document(open_page: OpenPage) -> None:
    page = open_page("/")
    page.keyboard.press("/")
    page.keyboard.type("Tamsin")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Open in a scene").first.click()
    ready(page)
    page.mouse.click(*where(page, "report-hollin"), button="right")
    page.locator("#expand [data-add='RESPONDED_TO,organisation']").click()
    expect(page.locator(".toast")).to_contain_text("Added 1 organisation")
    page.mouse.click(*where(page, "made-st-accept"))
    expect(page.locator("#evidence mark").first).to_have_text(ACCEPT)
    page.locator("#evidence").get_by_role("link", name="Read it").first.click()
    expect(page.locator(".doc-body .st.on").first).to_contain_text(ACCEPT)
    assert page.url.endswith("#st-accept")


def test_adding_moves_nothing_and_is_undone(open_page: OpenPage) -> None:
    page = ready(open_page(HOLLIN + "&pick=person-nora"))
    before = places(page)
    page.keyboard.press("e")
    expect(page.locator("#expand")).to_contain_text("1 of 2 shown")
    page.locator("#expand [data-add='MADE_BY,statement']").click()
    expect(page.locator("#summary")).to_contain_text("9 of 9 things")
    after = places(page)
    assert {id_: after[id_] for id_ in before} == before
    assert set(after) - set(before) == {"st-warning"}
    page.keyboard.press("Control+z")
    expect(page.locator("#summary")).to_contain_text("8 of 8 things")
    assert places(page) == before
    page.keyboard.press("Control+Shift+z")
    expect(page.locator("#summary")).to_contain_text("9 of 9 things")
    assert places(page) == after


def test_the_address_gives_the_same_scene_again(open_page: OpenPage) -> None:
    page = ready(open_page(HOLLIN + "&add=MADE_BY,statement,26,person-nora&pick=ln-nora"))
    page.locator("[data-filter=kind][value=document]").uncheck()
    expect(page.locator("#summary")).to_contain_text("7 of 9 things")
    before, address = places(page), page.url
    ready(page.goto(address) and page)
    assert (places(page), page.url) == (before, address)
    expect(page.locator("#summary")).to_contain_text("7 of 9 things")
    assert chosen(page) == ["ln-nora"]
    expect(page.locator("[data-table=links] [aria-current]")).to_contain_text("responded to")


def test_back_leads_out_of_the_scene(open_page: OpenPage) -> None:
    page = open_page("/search?q=Tamsin")
    page.get_by_role("link", name="Open in a scene").first.click()
    ready(page).mouse.click(*where(page, "st-accept"))
    page.mouse.click(*where(page, "person-nora"))
    expect(page).to_have_url(re.compile("pick=person-nora"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"/search\?q=Tamsin$"))


def test_the_legend_counts_what_it_hides(open_page: OpenPage) -> None:
    page = ready(open_page(HOLLIN))
    page.locator("[data-filter=family][value=source]").uncheck()
    row = page.locator(".legend label", has_text="Source")
    expect(row.locator(".n")).to_have_text("0 of 11")
    expect(page.locator(".hidden-note")).to_contain_text("11 links hidden")
    page.get_by_role("button", name="Show all").click()
    expect(row.locator(".n")).to_have_text("11")


def test_the_whole_scene_is_walked_by_keys(open_page: OpenPage) -> None:
    page = ready(open_page(NORA))
    page.locator("#cy").focus()
    page.keyboard.press("ArrowRight")
    assert chosen(page) == ["person-nora"]
    page.keyboard.press("n")
    (first,) = chosen(page)
    expect(page.locator(f"[data-link='{first}']")).to_be_visible()
    page.keyboard.press("n")
    assert chosen(page) != [first]
    page.keyboard.press("Enter")
    expect(page.locator("#evidence a").first).to_be_focused()
    page.locator("#cy").focus()
    page.keyboard.press("l")
    expect(page.locator("#stage")).to_have_attribute("data-view", "list")


def test_enter_waits_for_words_that_are_still_to_come(open_page: OpenPage) -> None:
    page = ready(open_page(NORA + "&pick=person-nora"))
    held: list[Route] = []
    page.route("**/evidence/*", lambda route: held.append(route))  # noqa: PLW0108 - is marked
    page.locator("#cy").focus()
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    expect(page.locator("#evidence")).to_have_attribute("aria-busy", "true")
    expect(page.locator("#cy")).to_be_focused()
    for route in held:
        route.continue_()
    expect(page.locator("#evidence [data-link]")).to_be_visible()
    expect(page.locator("#evidence a").first).to_be_focused()
    assert page.locator("#evidence").get_attribute("aria-busy") is None


def test_arrows_go_to_the_neighbour_in_that_direction(open_page: OpenPage) -> None:
    page = ready(open_page(NORA + "&pick=person-nora"))
    at = places(page)
    page.locator("#cy").focus()
    for key, ahead in (("ArrowLeft", -1), ("ArrowRight", 1)):
        page.keyboard.press(key)
        (here,) = chosen(page)
        assert here == "person-nora" or (at[here][0] - at["person-nora"][0]) * ahead > 0
        page.mouse.click(*where(page, "person-nora"))
        page.locator("#cy").focus()


def test_a_pinned_thing_stays_when_the_rest_is_tidied(open_page: OpenPage) -> None:
    page = ready(open_page(HOLLIN + "&pick=person-nora"))
    page.keyboard.press("p")
    before = places(page)["person-nora"]
    page.get_by_role("button", name="Tidy up").click()
    expect(page.locator(".toast")).to_contain_text("1 pinned things stayed")
    assert places(page)["person-nora"] == before


def asked_for_paths(page: Page) -> Page:
    """Choose a person and a body with the mouse, and ask for the paths between them."""
    ready(page).mouse.click(*where(page, "person-nora"))
    page.keyboard.down("Shift")
    page.mouse.click(*where(page, "organisation.wexcombe-trust"))
    page.keyboard.up("Shift")
    page.get_by_role("button", name="Path", exact=True).click()
    return page


def test_a_path_is_told_in_sentences(open_page: OpenPage) -> None:
    page = asked_for_paths(open_page(HOLLIN))
    expect(page.locator("#evidence .path-list mark").first).to_have_text(f"said: “{ACCEPT}”")
    expect(page.locator("#evidence .path-choice")).to_contain_text("Path 1 of 2")
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.locator("#evidence .path-choice")).to_contain_text("Path 2 of 2")
    expect(page.locator("#evidence .path-list mark").first).to_have_text(ACCEPT)
    page.get_by_role("button", name="Before", exact=True).click()
    page.locator("#evidence .path-list button").first.click()
    assert chosen(page) == ["ln-nora"]


def test_a_search_for_paths_that_was_stopped_says_so(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.explore.between.SECONDS", -1.0)
    page = asked_for_paths(open_page(HOLLIN))
    expect(page.locator("#evidence")).to_contain_text("No path was found before the search stopped")
    expect(page.locator("#evidence")).to_contain_text("There may be one.")


def test_the_files_hold_the_scene_as_it_is_seen(open_page: OpenPage) -> None:
    page = ready(open_page(HOLLIN))
    page.locator("[data-filter=kind][value=document]").uncheck()
    page.locator("summary", has_text="Export").click()
    link = page.get_by_role("link", name="GraphML")
    expect(link).to_have_attribute("href", f"/scene.graphml{HOLLIN[6:]}&off=kind.document")
    with page.expect_download() as started:
        link.click()
    assert 'node id="doc-' not in started.value.path().read_text("utf-8")


def test_the_list_without_script_holds_the_same(open_page: OpenPage) -> None:
    plain = open_page(HOLLIN, java_script_enabled=False)
    drawn = ready(open_page(HOLLIN))
    assert listed(plain, "links") == listed(drawn, "links")
    drawn.locator("[data-list=things]").click()
    assert listed(plain, "things") == listed(drawn, "things")
    plain.get_by_role("link", name="Nora Tamsin promised").click()
    expect(plain.locator("#evidence mark").first).to_have_text(ACCEPT)


def test_a_phone_shows_the_list_first_with_the_evidence_as_a_sheet(open_page: OpenPage) -> None:
    page = ready(open_page(HOLLIN, viewport={"width": 390, "height": 844}))
    expect(page.locator("#cy")).not_to_be_visible()
    page.locator("[data-pick=made-st-accept]").click()
    expect(page.locator("#evidence mark").first).to_be_in_viewport()
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#evidence")).not_to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Graph", exact=True).click()
    expect(page.locator("#cy")).to_be_visible()


def test_dark_is_followed_and_switched(open_page: OpenPage) -> None:
    page = ready(open_page(HOLLIN, color_scheme="dark"))
    ink = "() => document.getElementById('cy')._cyreg.cy.nodes().style('color')"
    dark = page.evaluate(ink)
    page.keyboard.press("t")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert page.evaluate(ink) != dark


def test_a_name_that_would_run_as_a_program_is_shown_as_words(open_page: OpenPage) -> None:
    page = ready(open_page("/scene?seed=organisation-hollin&pick=ln-nasty"))
    expect(page.locator("#evidence .sentence")).to_contain_text(NASTY)
    page.mouse.click(*where(page, "organisation-nasty"))
    expect(page.locator("#evidence .sentence")).to_have_text(NASTY)
    expect(page.locator("[data-table=links]")).to_contain_text(NASTY)
    page.keyboard.press("e")
    expect(page.locator("#expand-h")).to_contain_text(NASTY)
