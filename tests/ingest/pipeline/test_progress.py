import io

from ingest.pipeline.progress import Failure, Step, telling

FAILURE = Failure(
    subject="letters/[draft] a very long name of a file that no terminal shows on one line.txt",
    happened="it is empty",
    remedy="Look whether it was saved or downloaded completely, then again",
)
STEPS = (
    Step(done=1, total=2, subject="a.txt", outcome="new", notes=("it is a PDF named .txt",)),
    Step(done=2, total=2, subject=FAILURE.subject, outcome="failed", failure=FAILURE),
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(stream: io.StringIO) -> str:
    with telling(stream) as report:
        for step in STEPS:
            report(step)
    return stream.getvalue()


def test_elsewhere_each_source_is_a_plain_line() -> None:
    assert told(io.StringIO()).splitlines() == [
        "1 of 2: new: a.txt",
        "1 of 2: note: a.txt: it is a PDF named .txt.",
        f"2 of 2: failed: {FAILURE.sentence()}",
    ]


def test_a_terminal_shows_how_far_it_is_and_every_message_whole() -> None:
    shown = told(Terminal())
    assert "2 of 2 read" in shown
    assert "note: a.txt: it is a PDF named .txt." in shown
    assert f"failed: {FAILURE.sentence()}" in shown
