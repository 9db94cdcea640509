"""Comments of a Word file: read with the words they are on, and written beside the text without touching it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from perdes_flow.legal.linting.placing import words
from perdes_flow.word.comment_parts import Shelf
from perdes_flow.word.letters import Letters
from perdes_flow.word.names import W14, W15, W
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as it stands in a file.

    at        None where the file does not say when; times without a zone are taken as UTC
    block     the place of its paragraph among the blocks of the file; None where that is no text of the final state
    quote     the words it is on; "" for a point in the text
    parent    the id of the comment it replies to, "" for none
    resolved  somebody marked it as done
    """

    id: str
    author: str
    at: datetime | None
    text: str
    block: int | None
    quote: str
    parent: str = ""
    resolved: bool = False


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


def read_comments(package: Package) -> tuple[Comment, ...]:
    """All comments of a file in the order of their part; DocxRefused where a part cannot be read."""
    places, threads = Places(package), _threads(package)
    marked = {
        mark.get(W + "id", ""): mark for mark in package.tree(package.main).iter(W + "commentReference")
    }
    marked |= {
        mark.get(W + "id", ""): mark for mark in package.tree(package.main).iter(W + "commentRangeStart")
    }
    quotes = _quotes(package)
    return tuple(
        _read(element, places.number_of(marked[id_]) if id_ in marked else None, quotes.get(id_, ""), threads)
        for part in package.related("comments")
        for element in package.tree(part).iter(W + "comment")
        for id_ in (element.get(W + "id", ""),)
    )


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


# ---- reading


def _read(
    element: etree._Element, block: int | None, quote: str, threads: dict[str, tuple[str, bool]]
) -> Comment:
    paragraphs = list(element.iter(W + "p"))
    text = "\n".join(Letters(paragraph).text.strip() for paragraph in paragraphs).strip()
    parent, resolved = threads.get(element.get(W + "id", ""), ("", False))
    author = element.get(W + "author", "")
    return Comment(
        element.get(W + "id", ""),
        author,
        _time(element.get(W + "date", "")),
        text,
        block,
        quote,
        parent,
        resolved,
    )


def _time(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _quotes(package: Package) -> dict[str, str]:
    """The words between the marks of each comment, as they stand in the final state."""
    found: dict[str, str] = {}
    open_ones: dict[str, list[str]] = {}
    for element in package.tree(package.main).iter(*_QUOTED):
        id_ = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            open_ones[id_] = []
        elif element.tag == W + "commentRangeEnd":
            found[id_] = " ".join("".join(open_ones.pop(id_, ())).split())
        elif open_ones and next(element.iterancestors(*_AWAY), None) is None:
            words = (element.text or "") if element.tag == W + "t" else " "
            for pieces in open_ones.values():
                pieces.append(words)
    return found


_QUOTED = tuple(W + name for name in ("commentRangeStart", "commentRangeEnd", "t", "p", "tab", "br"))
_AWAY = tuple(W + name for name in ("del", "moveFrom"))


def _threads(package: Package) -> dict[str, tuple[str, bool]]:
    """Comment id -> (the comment it replies to, done), from the part that Word keeps beside the comments."""
    ids = {
        paragraph.get(W14 + "paraId", ""): element.get(W + "id", "")
        for part in package.related("comments")
        for element in package.tree(part).iter(W + "comment")
        for paragraph in element.iter(W + "p")
    }
    return {
        ids[entry.get(W15 + "paraId", "")]: (
            ids.get(entry.get(W15 + "paraIdParent", ""), ""),
            entry.get(W15 + "done", "0") in ("1", "true"),
        )
        for part in package.related("commentsExtended")
        for entry in package.tree(part).iter(W15 + "commentEx")
        if entry.get(W15 + "paraId", "") in ids
    }


# ---- marks in the text


def _place(places: Places, comment: NewComment, number: str) -> None:
    paragraph = places.paragraph(_commentable(places, comment.block))
    letters = Letters(paragraph)
    quoted = comment.quote and places.blocks[comment.block].story == "body"
    span = letters.find(words(comment.quote), comment.occurrence) if quoted else None
    runs = letters.runs(*span) if span else ()
    start, end = _mark("commentRangeStart", number), _mark("commentRangeEnd", number)
    if runs:
        runs[0].addprevious(start)
        runs[-1].addnext(end)
    else:
        properties = paragraph.find(W + "pPr")
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.append(end)
    _child_of(paragraph, end).addnext(_reference(number))


def _commentable(places: Places, number: int) -> int:
    """The block itself where Word takes comments, else the first line of the text."""
    if places.blocks[number].story == "body":
        return number
    lines = (i for i, block in enumerate(places.blocks) if block.story == "body")
    return next((i for i in lines if places.blocks[i].shown.strip()), number)


def _child_of(paragraph: etree._Element, element: etree._Element) -> etree._Element:
    """What stands in the paragraph itself and holds the element: the sign of a comment must not go into a hyperlink."""
    return next((a for a in (element, *element.iterancestors()) if a.getparent() is paragraph), element)


def _mark(name: str, number: str) -> etree._Element:
    return etree.Element(W + name, {W + "id": number})


def _reference(number: str) -> etree._Element:
    run = etree.Element(W + "r")
    run.append(_mark("commentReference", number))
    return run
