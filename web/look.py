"""How kinds, statement types, links and standing look: `static/style.json`, read once."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "static" / "style.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The tables of `style.json`: by kind, statement type, link type, family, standing, duty."""

    nodes: dict[str, dict[str, Any]]
    statements: dict[str, dict[str, Any]]
    edges: dict[str, dict[str, Any]]
    families: dict[str, dict[str, Any]]
    standing: dict[str, dict[str, Any]]
    duty: dict[str, dict[str, Any]]

    @classmethod
    def read(cls, path: Path = _FILE) -> "Look":
        """Return the look that the file describes."""
        tables = json.loads(path.read_text("utf-8"))
        return cls(**{name: tables[name] for name in cls.__slots__})

    def css(self) -> str:
        """Return the stylesheet that gives kinds and families their colours, in both themes.

        `--k-<kind>` and `.k-<kind>`, `.fam-<family>`: no other file states these colours.
        """
        tokens = "".join(f"  --k-{kind}: {_both(row)};\n" for kind, row in self.nodes.items())
        kinds = "".join(f".k-{kind} {{ color: var(--k-{kind}); }}\n" for kind in self.nodes)
        families = "".join(
            f".fam-{family} {{ color: {_both(row)}; }}\n" for family, row in self.families.items()
        )
        return f":root {{\n{tokens}}}\n{kinds}{families}"


def _both(row: dict[str, Any]) -> str:
    return f"light-dark({row['colour']['light']}, {row['colour']['dark']})"
