"""An invented world for archives of any size: bodies, people, reports, and words to fill texts.

The same seed gives the same world. Few bodies and people are spoken of often, most seldom, as in
news: the n-th is chosen in proportion to 1/n.
"""

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

_PLACES = ("Marrow", "Salt", "Wex", "Hollin", "Thorn", "Quill", "Amber", "Fen", "Gallow",
           "Ister", "Pend", "Brack", "Corr", "Dunn", "Elver", "Orm", "Rook", "Stave", "Tarn",
           "Under")  # fmt: skip
_ENDS = ("mere", "combe", "ford", "bay", "wick", "ham", "stead", "by", "ness", "ley", "gate",
         "holm", "bury", "worth", "dale", "cliff", "mouth", "water", "bridge", "field")  # fmt: skip
_KINDS = ("Police", "Council", "Trust", "Housing Association", "Harbour Board", "Inspectorate",
          "School Board", "Fire Authority")  # fmt: skip
_FIRST = ("Ada", "Bram", "Cleo", "Dov", "Edda", "Finn", "Greta", "Hugo", "Ines", "Jory", "Kaja",
          "Lev", "Mina", "Nils", "Orla", "Piet", "Runa", "Sten", "Tova", "Ulla", "Vida", "Wim",
          "Yara", "Zeno", "Alva", "Bo", "Cato", "Dara", "Elke", "Faro")  # fmt: skip
_LAST = ("Quill", "Wren", "Penn", "Finch", "Vell", "Sallow", "Tamsin", "Brisk", "Corrie", "Dray",
         "Ember", "Fallow", "Gorse", "Hale", "Irons", "Jessop", "Kestrel", "Lorne", "Mallow",
         "Nettle", "Oakes", "Perrin", "Quarrel", "Rushby", "Sorrel", "Teal")  # fmt: skip
_LAST_ENDS = ("", "son", "field", "ley", "by", "er", "ton", "wood", "well", "shaw", "croft", "man",
              "hurst", "more", "worth", "den", "ing", "stone", "lake", "ridge", "combe", "dale",
              "ford", "gate", "holt", "land", "mere", "ness", "oak", "pool", "rick", "stead",
              "thorpe", "vale", "wick", "yard")  # fmt: skip
ROLES = ("leader", "chief executive", "chair", "director of housing services", "spokesperson")
TOPICS = ("the care of files", "emergency lighting", "school transport", "the use of cells",
          "damp in flats", "complaints by residents", "the ferry timetable", "fire doors",
          "records of visits", "flood defences", "lone working", "bullying at work")  # fmt: skip
_SUBJECTS = ("the plan", "the register", "each file", "the panel", "a second visit",
             "the budget", "the review", "every complaint", "the timetable", "the new rule",
             "the survey", "a copy of the letter", "the training", "the list of repairs",
             "the contract")  # fmt: skip
_VERBS = ("had been", "would be", "was not", "is now", "should have been", "has since been")
_DONE = ("published late", "read in full", "carried out", "looked at again", "paid for",
         "put before the board", "shared with families", "left unfinished", "agreed in the spring",
         "sent to the wrong office", "measured twice", "closed without a word")  # fmt: skip
_FILLING = ("harbour", "meeting", "winter", "library", "season", "market", "street", "hall",
            "morning", "bridge", "garden", "office", "river", "evening", "bus", "station", "roof",
            "window", "yard", "cellar", "stairs", "summer", "visit", "page", "table", "road",
            "hill", "engine", "boat", "kitchen", "corner", "notice", "wall", "field", "gate",
            "bench", "clock", "paper", "chair", "lamp", "north", "south", "old", "new", "quiet",
            "narrow", "long", "open", "early", "late", "near", "beside", "after", "before",
            "under", "over", "with", "without", "between", "toward", "opened", "closed", "stood",
            "waited", "moved", "began", "ended", "turned", "held", "kept")  # fmt: skip

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody invented, with the body and the role they speak for."""

    name: str
    body: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report that an inspectorate made on a body, and the year it came out."""

    title: str
    by: str
    on: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Who and what the documents speak of; `chance` chooses with the skew of news."""

    bodies: tuple[str, ...]
    people: tuple[Person, ...]
    reports: tuple[Report, ...]

    @classmethod
    def of(cls, documents: int, dice: random.Random) -> "World":
        """Return a world with enough bodies, people and reports for so many documents."""
        towns = [place + end for place, end in itertools.product(_PLACES, _ENDS)]
        dice.shuffle(towns)
        bodies = [f"{town} {kind}" for kind in _KINDS for town in towns]
        bodies = bodies[:12] + dice.sample(bodies[12:], min(len(bodies) - 12, documents // 40))
        names = [f"{first} {last}{end}"
                 for last, end, first in itertools.product(_LAST, _LAST_ENDS, _FIRST)]  # fmt: skip
        dice.shuffle(names)
        people = [
            Person(name=name, body=skewed(bodies, dice), role=dice.choice(ROLES))
            for name in names[: max(40, documents // 4)]
        ]
        reports = [_report(number, bodies, dice) for number in range(max(4, documents // 10))]
        return cls(bodies=tuple(bodies), people=tuple(people), reports=tuple(reports))


def _report(number: int, bodies: Sequence[str], dice: random.Random) -> Report:
    on, by, year = skewed(bodies, dice), skewed(bodies, dice), dice.randint(2010, 2025)
    by = f"{by.split()[0]} Review Office"
    title = f"Report {number + 1} on {dice.choice(TOPICS)} at {on} {year}"
    return Report(title=title, by=by, on=on, year=year)


def skewed(things: Sequence[T], dice: random.Random) -> T:
    """Return one of the things, the n-th in proportion to about 1/n."""
    return things[int(len(things) ** dice.random()) - 1]


def claim(dice: random.Random) -> str:
    """Return words that somebody may say; they mean nothing."""
    return " ".join((dice.choice(_SUBJECTS), dice.choice(_VERBS), dice.choice(_DONE)))


def filling(dice: random.Random) -> str:
    """Return a paragraph that says nothing of anybody, unlike every other."""
    words = [" ".join(dice.choices(_FILLING, k=dice.randint(6, 14))) for _ in range(4)]
    return " ".join(f"The {line}." for line in words)
