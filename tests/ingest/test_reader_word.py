from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from ingest.readers import Unreadable, read, word
from ingest.readers.readtext import ReadText
from tests.ingest.printed import packed
from tests.ingest.typed import changed
from tests.ingest.typed import word as typed

MARKUP = """
<w:p><w:r><w:t xml:space="preserve">Mina </w:t></w:r>
  <w:del><w:r><w:delText>Smith</w:delText></w:r></w:del>
  <w:ins><w:r><w:t>Arkwright</w:t></w:r></w:ins>
  <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>
  <w:hyperlink><w:r><w:t xml:space="preserve"> wrote</w:t><w:br/><w:t>this.</w:t></w:r>
  </w:hyperlink></w:p>
<w:sdt><w:sdtContent><w:p><w:r><w:t>In a content control.</w:t></w:r></w:p></w:sdtContent></w:sdt>
<w:p/>
"""


def test_what_word_shows_is_read_and_changes_are_taken_as_accepted() -> None:
    found = word.read(typed("The end.", markup=MARKUP))
    assert (found.text, found.notes) == (
        "Mina Arkwright wrote\nthis.\n\nIn a content control.\n\nThe end.",
        (
            "it holds tracked changes: it was read as if all of them were accepted",
            "it holds hidden words, which were left out",
        ),
    )


def test_headings_lists_and_properties_are_read() -> None:
    data = typed(
        "Title|Harbour report", "Heading 1|Findings", "List Bullet|first", "List Number|one",
        "List Number|two", author="Mina Arkwright",
    )  # fmt: skip
    assert replace(word.read(data), modified=None) == ReadText(
        text="Harbour report\n\nFindings\n\n- first\n\n1. one\n\n2. two",
        title="Harbour report",
        author="Mina Arkwright",
    )
    assert word.read(typed("Words.", title="Streets")).title == "Streets"
    assert word.read(typed("Words.", title="Word Document")).title is None


def test_a_row_is_a_line_unless_its_cells_hold_paragraphs() -> None:
    document = Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Body", "Date", "Council", "4 March"), strict=True):
        cell.text = text
    table.rows[1].cells[1].add_paragraph("5 March")
    data = BytesIO()
    document.save(data)
    assert word.read(data.getvalue()).text == "Body | Date\n\nCouncil\n\n4 March\n\n5 March"


def test_running_headers_are_left_out_and_kept_aside() -> None:
    document = Document()
    document.add_paragraph("Words.")
    document.sections[0].header.paragraphs[0].text = "Harbour Council"
    data = BytesIO()
    document.save(data)
    found = word.read(data.getvalue())
    assert (found.text, found.left_out) == ("Words.", ("Harbour Council",))


def test_numbers_of_paragraphs_count_on_several_levels() -> None:
    numbered = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        for level, text in ((0, "Findings"), (1, "The first."), (1, "The second."), (0, "Next"),
                            (1, "Again."), (2, "A letter."))
    )  # fmt: skip
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for level, form, pattern in (
            (0, "decimal", "%1"), (1, "decimal", "%1.%2"), (2, "lowerLetter", "(%3)"),
        )
    )  # fmt: skip
    lists = (
        f'<w:abstractNum w:abstractNumId="77">{levels}</w:abstractNum>'
        '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'
    )
    data = changed(typed(markup=numbered), "word/numbering.xml", b"</w:numbering>", lists.encode())
    assert word.read(data).text.split("\n\n") == [
        "1 Findings", "1.1 The first.", "1.2 The second.", "2 Next", "2.1 Again.",
        "(a) A letter.",
    ]  # fmt: skip


def test_a_list_that_begins_again_counts_from_its_start() -> None:
    numbered = "".join(
        f'<w:p><w:pPr><w:numPr><w:numId w:val="{numbering}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>Quay</w:t></w:r></w:p>"
        for numbering in (77, 77, 78, 77)
    )
    lists = (
        '<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
        '<w:num w:numId="78"><w:abstractNumId w:val="77"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="4"/></w:lvlOverride></w:num></w:numbering>'
    )
    data = changed(typed(markup=numbered), "word/numbering.xml", b"</w:numbering>", lists.encode())
    assert word.read(data).text.split("\n\n") == ["I. Quay", "II. Quay", "IV. Quay", "V. Quay"]


BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]><w:document'
)
BOMB_OF_BLANKS = packed({"word/document.xml": b" " * 60_000_000})


@pytest.mark.parametrize(
    ("data", "happened"),
    [
        (changed(typed("x"), "word/document.xml", b"<w:document", BOMB),
         "it declares entities, as no Word document does, and may be hostile"),
        (typed(), "no words were found in this Word document: it may hold pictures alone"),
        (changed(typed("x"), "word/document.xml", b"</w:body>", b""),
         ("it is a Word document (DOCX) that is damaged or was made in an unusual way, and cannot "
          "be read (XMLSyntaxError)")),
        (BOMB_OF_BLANKS,
         f"unpacked it has {60_000_000 // len(BOMB_OF_BLANKS)} times its size, as no document has"),
        (typed("x")[:-30], "this ZIP container is damaged and cannot be opened"),
    ],
)  # fmt: skip
def test_a_bad_word_document_is_named_with_its_cause(data: bytes, happened: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data, "a.docx")
    assert caught.value.happened == happened
    assert caught.value.remedy


def test_footnotes_follow_the_text_with_their_numbers() -> None:
    data = typed("Words.")
    notes = (
        b'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        b'<w:footnote w:id="1"><w:p><w:r><w:t>Minutes, 4 March.</w:t></w:r></w:p></w:footnote>'
        b"</w:footnotes>"
    )
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    link = (
        b'<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    data = changed(data, "word/_rels/document.xml.rels", b"</Relationships>", link)
    data = changed(
        data, "[Content_Types].xml", b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="' + kind + b'"/></Types>',
    )  # fmt: skip
    data = changed(data, "word/footnotes.xml", b"", notes)
    assert word.read(data).text == "Words.\n\n[1] Minutes, 4 March."
