"""From a reading to its names, in the order of what is surest; longer names win over shorter."""

from graph.ids import body_id, entity_id
from graph.model import Entity
from ingest.gazetteer import Gazetteer
from ingest.names.bodies import find_bodies
from ingest.names.found import Found, Taken, flatten
from ingest.names.kinds import find_kinds
from ingest.names.people import find_people
from ingest.names.persons import group_people, join_shorts
from ingest.names.places import find_places
from ingest.names.result import Names
from ingest.names.scan import scan
from ingest.names.shapes import find_shapes
from ingest.names.shortened import find_shortened
from ingest.reading import Named, Reading


def find_names(reading: Reading, gazetteer: Gazetteer) -> Names:
    """Return the people, bodies, places, laws and operations that a document names."""
    words = scan(reading)
    taken = Taken(len(reading.text))
    found = flatten([*find_bodies(words, gazetteer), *find_shapes(reading.text)], taken)
    found += find_shortened(words, found, taken)
    people = join_shorts(words, group_people(find_people(words, taken)), taken)
    found += flatten(find_places(words), taken)
    found += flatten(find_kinds(reading.text, found, gazetteer), taken)
    named = [Named(key=key_of(f), type=f.type, extent=f.extent, level=f.level) for f in found]
    ents = {key_of(f): Entity(id=key_of(f), type=f.type, name=f.name) for f in found}
    for p in people:
        k = entity_id("person", p.best.bare.casefold(), reading.document)
        ents[k] = Entity(id=k, type="person", name=p.best.bare)
        named += [Named(key=k, type="person", extent=e, level="name") for e in p.extents]
    return Names(
        entities=tuple(ents.values()), mentions=tuple(sorted(named, key=lambda n: n.extent))
    )


def key_of(found: Found) -> str:
    """Return the id of what was found: its row's, else one of its raw name."""
    if found.slug is not None:
        return body_id(found.type, found.slug)
    return entity_id(found.type, found.name)
