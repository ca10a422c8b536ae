"""What people decided about records: one judgement a line, appended and never rewritten."""

from graph.judgements.judgement import Decision, Judgement, new_id
from graph.judgements.log import Log, append, read
from graph.judgements.undoing import standing

__all__ = [
    "Decision",
    "Judgement",
    "Log",
    "append",
    "new_id",
    "read",
    "standing",
]
