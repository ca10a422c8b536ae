"""What does not fit, as one line for people: reported and counted, never silently dropped."""

from dataclasses import dataclass

from graph.errors import OnRecordError


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """`subject`: the id or file concerned, `happened`: what is wrong, `remedy`: what to do."""

    subject: str
    happened: str
    remedy: str = ""

    @classmethod
    def of(cls, fault: OnRecordError) -> "Problem":
        """Return a fault as a problem."""
        return cls(subject=fault.subject, happened=fault.happened, remedy=fault.remedy)

    def sentence(self) -> str:
        """Return it on one line."""
        head = f"{self.subject}: {self.happened}"
        return f"{head}. {self.remedy}." if self.remedy else f"{head}."
