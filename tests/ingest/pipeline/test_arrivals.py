"""Whatever happens to a container or message on its way, each thing in it is read or named."""

from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import OnRecordError
from ingest.pipeline.arrivals import Arrival, Tally, arrivals
from ingest.readers import Unreadable, read
from tests.ingest.printed import packed, pdf
from tests.ingest.typed import word


def message() -> bytes:
    whole = EmailMessage()
    whole["Subject"], whole["From"] = "Streets", "Mina Arkwright <mina@harbour.example>"
    whole["Date"] = "Wed, 04 Mar 2026 23:30:00 -0500"
    whole.set_content("Harbour Street\n")
    whole.add_alternative("<table><tr><td>Harbour Street</td></tr></table>", subtype="html")
    whole.add_attachment(b"Quay", "text", "plain", filename="quay.txt")
    return whole.as_bytes()


WHOLE = {
    "a.zip": packed({"b/a.txt": b"Harbour Street", "c.zip": packed({"d.md": b"# Quay"})}),
    "a.eml": message(),
    "a.docx": word("Heading 1|Harbour", "List Number|Quay", title="Streets"),
    "a.pdf": pdf("Harbour Street\n\nMill Lane", "Quay"),
}


def told(name: str, data: bytes) -> Iterator[str]:
    begin = Arrival(subject=name, name=name, data=data)
    for arrival in arrivals(iter([lambda: begin]), Tally(total=1)):
        if isinstance(arrival, OnRecordError):
            yield arrival.sentence()
            continue
        try:
            yield read(arrival.data, arrival.name)[1].text
        except Unreadable as fault:
            yield fault.sentence()


@pytest.mark.parametrize(("name", "count"), [("a.zip", 2), ("a.eml", 2), ("a.docx", 1)])
def test_what_is_whole_is_read(name: str, count: int) -> None:
    assert len(list(told(name, WHOLE[name]))) == count


@settings(max_examples=300)
@given(
    st.sampled_from(sorted(WHOLE)),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12),
    st.floats(0.5, 1),
)
def test_what_is_damaged_is_read_or_named(
    name: str, changes: list[tuple[float, int]], kept: float
) -> None:
    data = bytearray(WHOLE[name])
    for at, value in changes:
        data[int(at * len(data))] = value
    for words in told(name, bytes(data[: int(kept * len(data)) + 1])):
        assert words.encode("utf-8").strip()
