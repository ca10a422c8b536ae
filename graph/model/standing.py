"""How sure the machine is, and what a person has said about it."""

from typing import Literal

Confidence = Literal["high", "medium", "low"]
Review = Literal["proposed", "accepted", "rejected"]
