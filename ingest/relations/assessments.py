"""ASSESSED: who gave a view of a case or report, in a public capacity."""

import re
from collections.abc import Iterator, Sequence

from ingest.ground import Ground
from ingest.names import Role
from ingest.relations.draft import Draft
from ingest.relations.rules import apply_rules

_LEARNED = re.compile(r"(?:Dr|Prof(?:essor)?)\.? ")
# These rules read a view from what somebody says, as a relative of a victim might say it too.
_FROM_SPEECH = frozenset({"for-some-of", "said-of-a-case", "view-of-a-case"})


def find_assessments(ground: Ground, roles: Sequence[Role] = ()) -> Iterator[Draft]:
    """Yield who assessed what, where the words say so.

    What a person says of a case is an assessment only of somebody with a role or a doctor's or
    professor's title: a named person and a case are joined in a public capacity alone.
    """
    drafts = tuple(apply_rules(ground, "assessments"))
    public = {role.person for role in roles} | _learned(ground)
    public |= {draft.source for draft in drafts if draft.rule not in _FROM_SPEECH}
    for draft in drafts:
        entity = ground.entities.get(draft.source)
        body = entity is not None and entity.type == "organisation"
        if draft.rule not in _FROM_SPEECH or body or draft.source in public:
            yield draft


def _learned(ground: Ground) -> set[str]:
    return {
        named.key
        for named in ground.mentions
        if named.type == "person" and _LEARNED.match(ground.reading.words(named.extent))
    }
