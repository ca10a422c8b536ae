from ingest.readers import markdown
from ingest.readers.readtext import ReadText

SOURCE = """---
title: Not read
date: 2026-01-01
---
# The *Harbour* report

“We **accept** it,” said
[Mina Arkwright](https://harbour.example).\\
She left.

- first point
- second, with `code`

3. third in order

> A quoted paragraph.

| body | date |
|------|------|
| Council | 4 March |

```
kept as it is
```
<script>alert(1)</script>
"""

TEXT = """The Harbour report

“We accept it,” said Mina Arkwright.
She left.

- first point

- second, with code

3. third in order

A quoted paragraph.

body | date

Council | 4 March

kept as it is"""


def test_words_are_kept_marks_go_and_front_matter_is_named() -> None:
    assert markdown.read(SOURCE.encode()) == ReadText(
        title="The Harbour report",
        text=TEXT,
        notes=("its front matter (title, date) was left out",),
    )


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    assert markdown.read(b"---\n\nWords.\n") == ReadText(text="Words.")
