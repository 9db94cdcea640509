"""Comments written into a Word file beside its text, without touching it; `read_comments` reads them back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from perdes_flow.legal.linting.placing import words
from perdes_flow.word.comment_parts import Shelf
from perdes_flow.word.comment_reading import Comment, read_comments
from perdes_flow.word.letters import Letters
from perdes_flow.word.names import W
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places

__all__ = ["Comment", "NewComment", "add_comments", "read_comments"]


@dataclass(frozen=True, slots=True)
class NewComment:
    """A comment to be written on some words of a block (by its place among all blocks), or on its paragraph as a whole.

    text        one line a paragraph
    occurrence  which of several equal words it is, from 0
    """

    block: int
    text: str
    quote: str = ""
    occurrence: int = 0


def add_comments(docx: bytes, comments: Sequence[NewComment], *, author: str, at: datetime) -> bytes:
    """The file with further comments; all its other parts as they came. The same comments give the same bytes.

    Word takes no comments in headers, footers, notes and text boxes: what concerns those stands at the first line of the
    text. Words that are not found: the comment is on the whole paragraph. DocxRefused where it is no Word file.
    """
    if not comments:
        return docx
    package = Package.open(docx)
    shelf = Shelf(package)
    places = Places(package)
    for comment in comments:
        number = shelf.add(comment.text, author, at)
        _place(places, comment, number)
    return package.pack(shelf.touched)


# ---- marks in the text


def _place(places: Places, comment: NewComment, number: str) -> None:
    paragraph = places.paragraph(commentable(places, comment.block))
    letters = Letters(paragraph)
    quoted = comment.quote and places.blocks[comment.block].story == "body"
    span = letters.find(words(comment.quote), comment.occurrence) if quoted else None
    runs = letters.runs(*span) if span else ()
    start, end = mark("commentRangeStart", number), mark("commentRangeEnd", number)
    if runs:
        runs[0].addprevious(start)
        runs[-1].addnext(end)
    else:
        properties = paragraph.find(W + "pPr")
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.append(end)
    child_of(paragraph, end).addnext(reference(number))


def commentable(places: Places, number: int) -> int:
    """The block itself where Word takes comments, else the first line of the text."""
    if places.blocks[number].story == "body":
        return number
    lines = (i for i, block in enumerate(places.blocks) if block.story == "body")
    return next((i for i in lines if places.blocks[i].shown.strip()), number)


def child_of(paragraph: etree._Element, element: etree._Element) -> etree._Element:
    """What stands in the paragraph itself and holds the element: the sign of a comment must not go into a hyperlink."""
    return next((a for a in (element, *element.iterancestors()) if a.getparent() is paragraph), element)


def mark(name: str, number: str) -> etree._Element:
    return etree.Element(W + name, {W + "id": number})


def reference(number: str) -> etree._Element:
    run = etree.Element(W + "r")
    run.append(mark("commentReference", number))
    return run
