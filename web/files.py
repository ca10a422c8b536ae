"""The files of a scene and of the whole graph, as menus offer them."""

from graph.exports.forms import FORMS

#: `/scene.json` tells the page's own facts, so the file has another ending in its address.
_ENDINGS = {"json": "node-link.json"}


def ending(name: str) -> str:
    """Return what the address of a file of this format ends in."""
    return _ENDINGS.get(name, name)


def files(of: str) -> list[tuple[str, str, str]]:
    """Return address, title and use of each file of the `scene` or of the `graph`."""
    return [(f"/{of}.{ending(name)}", form.title, form.words) for name, form in FORMS.items()]
