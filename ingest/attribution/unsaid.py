"""Words that nobody has said yet: “The force will tell its officers that …” is no statement."""

import re

from ingest.reading import Attribution

_AHEAD = re.compile(r"(?:will|shall|should|must|may|might)\b|[’']ll\b", re.IGNORECASE)
_OWN = re.compile(r"(?:I|we)\b", re.IGNORECASE)


def is_unsaid(text: str, one: Attribution) -> bool:
    """Return whether the words of saying only lie ahead, are asked for, or may never be said.

    A first person does what it announces: “I must say that …”. What stands in quotation marks
    was said by someone.
    """
    if one.cue is None or one.form != "indirect":
        return False
    own = one.source is not None and _OWN.match(text, one.source.start)
    return not own and _AHEAD.match(text, one.cue.start) is not None
