"""No page has a serious fault that axe-core finds, in either theme."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.wexcombe import ARTICLE
from web.libraries import PLACES

PAGES = [
    "/", "/search?q=Tamsin", "/scene", "/scene?seed=report-hollin&pick=ln-nora", "/documents",
    f"/document/{ARTICLE}", "/entity/person-nora", "/reports", "/queries",
    "/cypher?cypher=RETRN+1",
]  # fmt: skip


def _faults(page: Page) -> list[str]:
    # The policy of our pages refuses added scripts, so axe comes in through the debugger.
    page.evaluate((PLACES["tests"] / "axe-core" / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{fault['id']}: {node['target']} {node.get('failureSummary', '')}"
        for fault in found
        if fault["impact"] in {"serious", "critical"}
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_can_be_used_by_everyone(open_page: OpenPage, address: str, scheme: str) -> None:
    page = open_page(address, color_scheme=scheme)
    page.wait_for_load_state("networkidle")
    assert _faults(page) == []
