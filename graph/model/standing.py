"""How sure the machine is, and what a person may say about it."""

from typing import Literal, get_args

Confidence = Literal["high", "medium", "low"]
Review = Literal["proposed", "accepted", "rejected"]
Action = Literal[
    "accept",
    "reject",
    "edit",
    "merge",
    "split",
    "protect",
    "retract",
    "add",
    "correct",
    "compare",
    "undo",
]
Verdict = Literal[
    "contradicts",
    "different definition",
    "different period",
    "different area",
    "different measure",
    "same",
]
ADDED = "person/added"
"""The method of what a person added."""
ACTIONS: tuple[Action, ...] = get_args(Action)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
