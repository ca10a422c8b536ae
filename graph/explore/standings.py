"""How a thing came to be and what people said of it, out of an engine's row."""

from collections.abc import Mapping
from typing import get_args

from graph.explore.views import Standing
from graph.methods import method_sentence
from graph.model import Confidence, Review


def standing(properties: Mapping[str, object]) -> Standing | None:
    """Return the standing of a statement or link, null where it carries none."""
    review = next((one for one in get_args(Review) if one == properties.get("review")), None)
    sure = next((one for one in get_args(Confidence) if one == properties.get("confidence")), None)
    if review is None or sure is None:
        return None
    method = str(properties.get("method"))
    return Standing(
        review=review, method=method, confidence=sure, how=method_sentence(method),
        retracted=properties.get("retracted") is True,
    )  # fmt: skip
