"""Where a document names its protected people: stretches of its text, and words of other texts.

What was found as their names (`Names.masked`) is widened to every way in which the same words stand
elsewhere, and so are the names of the places that tell who they are.
"""

from dataclasses import replace

from graph.hiding import HiddenNames, called, name_words
from graph.masking import joined
from graph.model import Stretch
from ingest.names.lexicon import words
from ingest.reading import Reading
from ingest.shielding import Shielded


def hidden_names(reading: Reading, shielded: Shielded) -> HiddenNames:
    """Return where the reading names its protected people, and with which words."""
    names = shielded.names
    places: list[Stretch] = [named.extent for named in names.masked]
    places += [*shielded.called, *shielded.stretches]
    if not places:
        return HiddenNames()
    people = [named.extent for named in names.masked if named.type == "person"]
    found = [name_words(reading.words(extent)) for extent in (*people, *shielded.called)]
    hidden = called(found, never=words().never) | shielded.hidden
    others: list[Stretch] = [
        named.extent
        for named in names.mentions
        if named.level == "name"
        and not hidden.is_in_name(named.type, named.key, reading.words(named.extent))
    ]
    places += hidden.places(reading.text, others)
    return replace(hidden, stretches=joined(places))
