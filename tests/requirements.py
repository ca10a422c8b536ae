"""Parts that some tests need and some machines lack: browser, neo4j, shared.

`ONRECORD_REQUIRE`, a comma list of parts, turns a missing part from a skip into a failure.
"""

import os
from typing import Literal

import pytest

Part = Literal["browser", "neo4j", "shared"]


def require(part: Part, reason: str) -> None:
    """Skip the test, or fail it where this part is required; call it when the part is missing."""
    wanted = {name.strip() for name in os.environ.get("ONRECORD_REQUIRE", "").split(",")}
    if part in wanted:
        pytest.fail(f"{part} is required here and missing: {reason}", pytrace=False)
    pytest.skip(f"{part}: {reason}")
