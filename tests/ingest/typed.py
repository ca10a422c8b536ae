"""Word documents for tests, made with python-docx from invented words."""

from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.oxml import parse_xml

from tests.ingest.printed import packed

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(*paragraphs: str, title: str = "", author: str = "", markup: str = "") -> bytes:
    """Return a document of these paragraphs; `markup` is put before them as it is.

    A paragraph that begins with a style's name and "|" has that style.
    """
    document = Document()
    document.core_properties.title, document.core_properties.author = title, author
    if markup:
        body = parse_xml(f"<w:body {_W}>{markup}</w:body>")
        for number, element in enumerate(list(body)):
            document.element.body.insert(number, element)
    for paragraph in paragraphs:
        style, _, text = paragraph.rpartition("|")
        document.add_paragraph(text, style or None)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def changed(data: bytes, member: str, old: bytes, new: bytes) -> bytes:
    """Return the document with words of one member replaced, or with a member more."""
    with ZipFile(BytesIO(data)) as container:
        members = {name: container.read(name) for name in container.namelist()}
    members[member] = members[member].replace(old, new) if member in members else new
    return packed(members)
