"""What every Python process of our own that we start is given."""

import os
from pathlib import Path


def environment() -> dict[str, str]:
    """Return our environment, with which a child finds our packages where they lie on this path.

    They need not be installed there.
    """
    here, known = str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([here, known] if known else [here])}
