from graph.assembly.protecting import masked_names
from graph.model import Document

TEXT = (
    "Ivo Brand goes to Fernhill Primary School. Jo Roe left Bay Academy. Bay Academy replied. "
    "Leeds School shut. Leeds is far."
)


def hidden_in(text: str, *masked: str) -> bool:
    """Return whether a reason would be masked once these words of the text are."""
    stretches = tuple((TEXT.index(words), TEXT.index(words) + len(words)) for words in masked)
    document = Document(
        id="doc-invented", sha256="0" * 64, name="a.txt", media_type="text/plain",
        characters=len(TEXT), title=None, url=None, publisher=None, published=None, licence=None,
        masked=stretches,
    )  # fmt: skip
    return masked_names([document], lambda _: TEXT).is_in(text)


def test_a_reason_may_tell_neither_a_masked_person_nor_a_masked_school() -> None:
    masked = ("Ivo Brand", "Fernhill Primary School")
    assert hidden_in("I asked Brand", *masked)
    assert hidden_in("I asked at Fernhill", *masked)
    assert not hidden_in("I asked at a Primary School", *masked)


def test_a_reason_may_tell_a_school_that_is_masked_only_where_it_is_tied() -> None:
    assert not hidden_in("Bay Academy is answerable", "Jo Roe", "Bay Academy")


def test_a_reason_may_tell_a_town_after_which_a_masked_school_is_called() -> None:
    assert not hidden_in("I went to Leeds", "Leeds School")
    assert hidden_in("I went to Leeds School", "Leeds School")
