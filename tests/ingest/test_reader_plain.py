import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers import Unreadable, plain
from ingest.readers.readtext import ReadText

TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t\x0b\x0c\x85"),
    min_size=1,
).filter(lambda text: not text.startswith("\ufeff"))


@given(TEXT)
def test_the_stored_text_is_the_decoded_file_with_its_own_line_ends(text: str) -> None:
    assert plain.read(text.encode()).text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(
    mark: bytes, encoding: str
) -> None:
    text = "“Yes,” said Mina Arkwright.\r\nNo more.\r\n"
    assert plain.read(mark + text.encode(encoding)) == ReadText(text=text)


def test_a_western_file_is_read_and_the_guess_is_said() -> None:
    text = "“The café was closed,” said Zoë Marsh, who runs it. It’s open again now – she hopes."
    note = "its encoding is not declared; it was read as cp1252, so look at its accents and quotes"
    assert plain.read(text.encode("cp1252")) == ReadText(text=text, notes=(note,))


@pytest.mark.parametrize(
    ("data", "happened"),
    [
        (
            "“Right” and ".encode() + b"\xff wrong",
            "its encoding is broken: byte 16 does not belong in utf-8",
        ),
        (
            codecs.BOM_UTF16_LE + b"a\x00b",
            "its encoding is broken: byte 4 does not belong in utf-16",
        ),
        (b"words\x00and more", "it is not text: character 5 is U+0000"),
    ],
)
def test_a_broken_text_is_named_and_nothing_is_replaced_in_it(data: bytes, happened: str) -> None:
    with pytest.raises(Unreadable) as caught:
        plain.read(data)
    assert caught.value.happened == happened
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mayor answers\n\nShe said no.\n", "Mayor answers"),
        ("\r\nMayor answers\r\n\r\nShe said no.\r\n", "Mayor answers"),
        ("She said no.\n\nMore.\n", None),
        ("Dear Inspectors,\n\nI write.\n", None),
        ("Two lines\nof a paragraph\n\nMore.\n", None),
        ("Alone\n\n", None),
        ("x" * 200 + "\n\nMore.\n", None),
    ],
)
def test_a_line_that_stands_alone_at_the_top_is_the_title(text: str, title: str | None) -> None:
    assert plain.read(text.encode()).title == title
