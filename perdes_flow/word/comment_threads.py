"""Writes whole threads into a Word file: the comment, its replies on the same words, and what is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from perdes_flow.word.comment_parts import Shelf
from perdes_flow.word.comments import child_of, commentable, mark, reference
from perdes_flow.word.letters import Letters, offsets
from perdes_flow.word.names import W
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places


@dataclass(frozen=True, slots=True)
class Said:
    """One comment or reply; `written_at` as Word writes it, "" for none."""

    author: str
    written_at: str
    text: str


@dataclass(frozen=True, slots=True)
class NewThread:
    """A thread on a stretch of the text, from one block's character to another's; an empty one: the whole first paragraph."""

    first: tuple[int, int]
    last: tuple[int, int]
    said: Sequence[Said]
    done: bool = False


def add_threads(docx: bytes, threads: Sequence[NewThread]) -> bytes:
    """The file with further threads; all its other parts as they came. The same threads give the same bytes.

    What concerns a header, a note or a text box stands at the first line of the text. DocxRefused for no Word file.
    """
    if not threads:
        return docx
    package = Package.open(docx)
    shelf, places = Shelf(package), Places(package)
    for thread in threads:
        numbers, parent = [], ""
        for said in thread.said:
            number, para_id = shelf.add_entry(
                said.text, said.author, said.written_at, parent=parent, done=thread.done
            )
            numbers.append(number)
            parent = parent or para_id
        _mark_thread(places, thread, numbers)
    return package.pack(shelf.touched)


def _mark_thread(places: Places, thread: NewThread, numbers: Sequence[str]) -> None:
    """The marks in the order in which Word nests them: all begin together; then each ends, and its sign follows."""
    start, end = _edges(places, thread)
    for number in numbers:
        start.addprevious(mark("commentRangeStart", number))
    parent = end.getparent()
    assert parent is not None  # it is a run of a paragraph, or stands in one
    paragraph = end if end.tag == W + "p" else next(end.iterancestors(W + "p"))
    at = child_of(paragraph, end)
    for number in numbers:
        closing = mark("commentRangeEnd", number)
        at.addnext(closing)
        sign = reference(number)
        closing.addnext(sign)
        at = sign


def _edges(places: Places, thread: NewThread) -> tuple[etree._Element, etree._Element]:
    """Before which element the thread begins, and behind which one it ends."""
    (first, start), (last, end) = thread.first, thread.last
    in_body = all(places.blocks[block].story == "body" for block in (first, last))
    if in_body and (first, start) < (last, end):
        beginning = _runs(places, first, start, end if first == last else None)
        ending = beginning if first == last else _runs(places, last, 0, end)
        if beginning and ending:
            return beginning[0], ending[-1]
    return _whole(places.paragraph(commentable(places, first)))


def _runs(places: Places, block: int, start: int, end: int | None) -> tuple[etree._Element, ...]:
    letters, text = Letters(places.paragraph(block)), places.blocks[block].text
    at = offsets(letters.text, text)
    stop = len(text) if end is None else end
    if at is None or not start < stop <= len(text):
        return ()
    return letters.runs(at[start], at[stop - 1] + 1)


def _whole(paragraph: etree._Element) -> tuple[etree._Element, etree._Element]:
    content = [child for child in paragraph if child.tag != W + "pPr"]
    if not content:
        content = [etree.SubElement(paragraph, W + "r")]
    return content[0], content[-1]
