"""What does not fit, as one line for people: reported and counted, never silently dropped."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """`subject`: the id or file concerned, `happened`: what is wrong, `remedy`: what to do."""

    subject: str
    happened: str
    remedy: str = ""

    def sentence(self) -> str:
        """Return it on one line."""
        head = f"{self.subject}: {self.happened}"
        return f"{head}. {self.remedy}." if self.remedy else f"{head}."
