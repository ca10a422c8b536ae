"""Invented news articles in any number, the same for the same seed: text for benchmarks."""

import random

_PEOPLE = ("Ada Quill", "Tomas Wren", "Rufus Penn", "Orla Finch", "Hanna Vell", "Edwin Sallow")
_BODIES = ("Marrow Bay Police", "Marrow Bay Council", "Saltmere Council", "North Coast Police")
_CLAIMS = (
    "the figures had been published late",
    "no file was closed before it was read",
    "the districts had been visited in the spring",
    "the council would look at every case again",
    "the recommendation had not been carried out",
)
_PLAIN = (
    "The meeting was held at the Guildhall on Tuesday evening and lasted for two hours.",
    "The Inspectorate published four reports on the force between 2016 and 2025.",
    "The harbour office opens at nine and the library next to it at ten.",
)


def article(seed: int, paragraphs: int = 24) -> str:
    """Return one article of about 25 words a paragraph; it means nothing and names nobody real."""
    dice = random.Random(seed)
    return "\n\n".join(_paragraph(dice) for _ in range(paragraphs)) + "\n"


def _paragraph(dice: random.Random) -> str:
    who, body, claim = dice.choice(_PEOPLE), dice.choice(_BODIES), dice.choice(_CLAIMS)
    return dice.choice(
        (
            f"{who}, the leader of {body}, said that {claim}. {dice.choice(_PLAIN)}",
            f"“I have said before that {claim},” {who} told reporters. “We will do better.”",
            f"A spokesperson for {body} said: “We understand the concern. We say that {claim}.”",
            f"{dice.choice(_PLAIN)} According to {body}, {claim}.",
            f"{body} denied that {claim}. {dice.choice(_PLAIN)}",
            dice.choice(_PLAIN) + " " + dice.choice(_PLAIN),
        )
    )
