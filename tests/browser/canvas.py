"""Where things and links of the scene are on the screen, so that a real mouse can reach them."""

from playwright.sync_api import Page

_PLACE = """(id) => {
  const cy = document.getElementById('cy')._cyreg.cy;
  const frame = cy.container().getBoundingClientRect();
  const element = cy.getElementById(id);
  const at = element.isNode() ? element.renderedPosition() : element.renderedMidpoint();
  return [frame.x + at.x, frame.y + at.y];
}"""
_PLACES = """() => Object.fromEntries(document.getElementById('cy')._cyreg.cy.nodes()
  .map((node) => [node.id(), [node.position('x'), node.position('y')]]))"""


def ready(page: Page) -> Page:
    """Wait until the scene is drawn."""
    page.wait_for_selector("body[data-ready=yes]")
    return page


def where(page: Page, id_: str) -> tuple[float, float]:
    """Return the point of the screen where a thing, or the middle of a link, is drawn."""
    x, y = page.evaluate(_PLACE, id_)
    return x, y


def places(page: Page) -> dict[str, list[float]]:
    """Return where every thing stands, in the units of the drawing."""
    found: dict[str, list[float]] = page.evaluate(_PLACES)
    return found


def chosen(page: Page) -> list[str]:
    """Return the ids that the address says are chosen."""
    found: list[str] = page.evaluate("() => new URLSearchParams(location.search).getAll('pick')")
    return found


def listed(page: Page, table: str) -> set[str]:
    """Return the words of the rows of one table of the list: things or links."""
    return set(page.locator(f"[data-table={table}] [data-pick]").all_text_contents())
