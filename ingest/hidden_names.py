"""Where a document names its protected people: stretches of its text, and words of other texts.

What was found as their names (`Names.masked`) is widened to every way in which the same words stand
elsewhere.
"""

from dataclasses import replace

from graph.hiding import HiddenNames, called, name_words
from graph.masking import joined
from graph.model import Stretch
from ingest.names import Names
from ingest.names.lexicon import words
from ingest.reading import Reading


def hidden_names(reading: Reading, names: Names) -> HiddenNames:
    """Return where the reading names its protected people, and with which words."""
    if not names.masked:
        return HiddenNames()
    found = [name_words(reading.words(named.extent)) for named in names.masked]
    hidden = called(found, never=words().never)
    others: list[Stretch] = [
        named.extent
        for named in names.mentions
        if named.level == "name"
        and not hidden.is_in_name(named.type, named.key, reading.words(named.extent))
    ]
    places: list[Stretch] = [named.extent for named in names.masked]
    places += hidden.places(reading.text, others)
    return replace(hidden, stretches=joined(places))
