"""A real Chromium, an explorer to look at, and a watch on what pages do behind one's back."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.explorer import serving
from tests.requirements import require
from web.libraries import PLACES, missing, wanted

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an explorer over the story of Wexcombe."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("browser-state")))
        with serving(tmp_path_factory.mktemp("browser")) as address:
            yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; skipped, or failed, where it or the libraries are not installed."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    lacking = [name for use in ("pages", "tests") for name in missing(wanted(use), PLACES[use])]
    if program is None:
        require("browser", "chromium is not installed")
    if lacking:
        require("browser", f"run `python -m web.vendor --tests`: {', '.join(lacking)}")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, explorer: str) -> Iterator[OpenPage]:
    """Open an address of the explorer in a new window; `settings` are those of the window.

    In the end nothing may have been asked of another host, and nothing may have been complained
    of: errors, warnings, refusals of the content policy.
    """
    complaints: list[str] = []
    contexts = []

    def open_one(address: str, **settings: Any) -> Page:
        context = chromium.new_context(**{"viewport": {"width": 1440, "height": 960}, **settings})
        contexts.append(context)
        page = context.new_page()
        _watch(page, explorer, complaints)
        page.goto(explorer + address)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


def _watch(page: Page, explorer: str, complaints: list[str]) -> None:
    def asked(request: Any) -> None:
        if not request.url.startswith((explorer, "data:", "blob:")):
            complaints.append(f"asked outside: {request.url}")

    def told(message: Any) -> None:
        # A query that is refused has a page that says so, and its status is that of a refusal.
        refused = message.location["url"].startswith(f"{explorer}/cypher?")
        if message.type in {"error", "warning"} and not refused:
            complaints.append(f"console: {message.text}")

    def failed(request: Any) -> None:
        # Leaving a page ends what it was still asking for.
        if request.failure != "net::ERR_ABORTED":
            complaints.append(f"failed: {request.url} {request.failure}")

    page.on("request", asked)
    page.on("console", told)
    page.on("pageerror", lambda error: complaints.append(f"page: {error}"))
    page.on("requestfailed", failed)
