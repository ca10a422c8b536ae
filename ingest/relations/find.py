"""All families of links over one document, in one order, each draft once."""

from collections.abc import Sequence
from itertools import chain

from ingest.ground import Ground
from ingest.names import Role
from ingest.reading import Extent
from ingest.relations.assessments import find_assessments
from ingest.relations.draft import Draft, keep_lawful
from ingest.relations.inspections import find_inspections
from ingest.relations.oversight import find_oversight
from ingest.relations.publications import find_publications
from ingest.relations.responses import find_responses
from ingest.relations.roles import find_roles


def find_links(
    ground: Ground,
    roles: Sequence[Role] = (),
    subsets: Sequence[tuple[str, str, Extent]] = (),
) -> tuple[Draft, ...]:
    """Return the links that the document's words make; `ABOUT` is left to `ingest.about`.

    `roles` are those of `Names`, `subsets` those of `Cases`.
    """
    held = tuple(keep_lawful(find_roles(ground, roles), ground))
    published = tuple(keep_lawful(find_publications(ground, held), ground))
    examined = tuple(keep_lawful(find_inspections(ground, published), ground))
    rest = chain(
        find_oversight(ground, subsets),
        find_assessments(ground, roles),
        find_responses(ground, held, (*published, *examined)),
    )
    return (*held, *published, *examined, *keep_lawful(rest, ground))
