"""How much the text holds, counted exactly once it is parsed."""

from collections.abc import Iterable

from perdes_flow.errors import DocxRefused
from perdes_flow.word.gate.limits import (
    CELLS,
    CHANGES,
    COLUMNS,
    COMMENTS,
    LETTERS_IN_PARAGRAPH,
    PARAGRAPHS,
)
from perdes_flow.word.gate.story import Story
from perdes_flow.word.names import W
from perdes_flow.word.package import Package
from perdes_flow.word.reader import comments_in, revisions_open


def refuse_oversize(package: Package, stories: Iterable[Story]) -> None:
    """DocxRefused where the document holds more than any regulation does, or a table that no page can show."""
    _refuse_more("COMMENT_LIMIT", comments_in(package), COMMENTS)
    _refuse_more("CHANGE_LIMIT", revisions_open(package), CHANGES)
    paragraphs = cells = 0
    for story in stories:
        cells += sum(1 for _ in story.root.iter(W + "tc", W + "gridCol"))
        _refuse_more("TABLE_LIMIT", cells, CELLS)
        for span in story.root.iter(W + "gridSpan", W + "gridBefore", W + "gridAfter"):
            _refuse_more("TABLE_LIMIT", _columns(span.get(W + "val", "")), COLUMNS)
        paragraphs += len(story.paragraphs)
        _refuse_more("PARA_LIMIT", paragraphs, PARAGRAPHS)
        _refuse_more("TEXT_LIMIT", max(map(len, story.paragraphs), default=0), LETTERS_IN_PARAGRAPH)


def refuse_no_text(stories: Iterable[Story]) -> None:
    """DocxRefused for a document without words: most likely a scan."""
    if not any(text.strip() for story in stories if story.kind == "body" for text in story.paragraphs):
        raise DocxRefused("NO_TEXT")


def _refuse_more(code: str, count: int, limit: int) -> None:
    if count > limit:
        raise DocxRefused(code, {"count": count, "limit": limit})


def _columns(written: str) -> int:
    """A number as it is written, cut where it is beyond all limits; what is none counts as one."""
    digits = written.strip()
    if not digits.isascii() or not digits.isdigit():
        return 1
    return int(digits.lstrip("0")[:9] or 0)
