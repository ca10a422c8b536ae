"""Runs every benchmark: `make bench`, or `python -m tests.bench NAME` for one."""

import importlib
import sys

NAMES = ("extraction", "again", "loading", "searching")


def main() -> None:
    """Print each comparison as it is made."""
    for name in sys.argv[1:] or NAMES:
        for line in importlib.import_module(f"tests.bench.{name}").run().lines():
            print(line)  # noqa: T201 - a benchmark's output is what it is for


if __name__ == "__main__":
    main()
