"""Comments of a Word file as they stand there: on which words, who answers whom, what is done.

Word, LibreOffice, ONLYOFFICE and WPS keep threads in a part beside the comments; without that part a comment on the very
same words as an earlier one answers it, as Google Docs writes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from lxml import etree

from perdes_flow.word.letters import Letters
from perdes_flow.word.names import W14, W15, W
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as it stands in a file.

    at          None where the file does not say when; times without a zone are taken as UTC
    block       the place of its paragraph among the blocks of the file; None where that is no text of the final state
    quote       the words it is on; "" for a point in the text
    parent      the id of the comment that its thread began with, "" for that one itself
    resolved    somebody marked its thread as done
    base_quote  the words it is on as they were before the tracked changes of the file
    occurrence  which of several equal such words in its paragraph it is, from 0
    written_at  the time as the file has it, "" for none
    """

    id: str
    author: str
    at: datetime | None
    text: str
    block: int | None
    quote: str
    parent: str = ""
    resolved: bool = False
    base_quote: str = ""
    occurrence: int = 0
    written_at: str = ""


def read_comments(package: Package, places: Places | None = None) -> tuple[Comment, ...]:
    """All comments of a file in the order of their part, or of their times where only these tell; DocxRefused where a part cannot be read.

    Blocks are those of `places`: else those of the final state.
    """
    places = places or Places(package)
    stretches = _Marks(package.tree(package.main)).stretches
    comments = [
        _read(element, stretches.get(element.get(W + "id", "")), places)
        for part in package.related("comments")
        for element in package.tree(part).iter(W + "comment")
    ]
    links = _links(package)
    if package.related("commentsExtended") and not _loses_threads(package, links):
        return tuple(_threaded(comments, links))
    comments.sort(
        key=_when
    )  # LibreOffice writes who answers before who began, where both stand on the same words
    by_range = _by_range(comments, stretches)
    return tuple(_said_done(_threaded(comments, {**links, **by_range})))


def _loses_threads(package: Package, links: dict[str, tuple[str, bool]]) -> bool:
    """LibreOffice wrote for years what is done, but not who answers whom; the replies stand on the same words still."""
    if any(parent for parent, _ in links.values()) or not package.has(_PROGRAM):
        return False
    said = package.tree(_PROGRAM).findtext(f"{_PROPERTIES}Application", "")
    return said.startswith("LibreOffice")


_PROGRAM = "docProps/app.xml"
_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


# ---- one comment


def _read(element: etree._Element, stretch: "_Stretch | None", places: Places) -> Comment:
    text = "\n".join(Letters(paragraph).text.strip() for paragraph in element.iter(W + "p")).strip()
    written_at = element.get(W + "date", "")
    found = stretch or _Stretch()
    return Comment(
        element.get(W + "id", ""),
        element.get(W + "author", ""),
        _time(written_at),
        text,
        places.number_of(found.mark) if found.mark is not None else None,
        " ".join(found.final.split()),
        base_quote=" ".join(found.base.split()),
        occurrence=found.occurrence,
        written_at=written_at,
    )


def _time(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


# ---- the words between the marks


@dataclass(slots=True)
class _Stretch:
    """What stands between the marks of a comment; `place`: how many pieces of text stand before each of the two."""

    mark: etree._Element | None = None
    final: str = ""
    base: str = ""
    before: str = ""
    place: tuple[int, int] = (-1, -1)

    @property
    def occurrence(self) -> int:
        wanted = " ".join(self.base.split())
        return " ".join(self.before.split()).count(wanted) if wanted else 0


@dataclass
class _Marks:
    """One walk over the text: what is between the marks, in its final state and before its tracked changes."""

    tree: etree._Element
    stretches: dict[str, _Stretch] = field(default_factory=dict)

    def __post_init__(self) -> None:
        open_ones: dict[str, _Stretch] = {}
        line, pieces = "", 0
        for element in self.tree.iter(*_WALKED):
            name, id_ = etree.QName(element).localname, element.get(W + "id", "")
            if name == "commentRangeStart":
                stretch = _Stretch(element, before=line, place=(pieces, -1))
                open_ones[id_] = self.stretches[id_] = stretch
            elif name == "commentRangeEnd":
                if ended := open_ones.pop(id_, None):
                    ended.place = ended.place[0], pieces
            elif name == "commentReference":
                self.stretches.setdefault(id_, _Stretch(element))
            else:
                final, base = _written(element, name)
                line = "" if name == "p" else line + base
                pieces += name in ("t", "delText")
                for one in open_ones.values():
                    one.final += final
                    one.base += base


_WALKED = tuple(
    W + name
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "t", "delText", "p", "tab", "br")
)
_GONE = tuple(W + name for name in ("del", "moveFrom"))
_COME = tuple(W + name for name in ("ins", "moveTo"))


def _written(element: etree._Element, name: str) -> tuple[str, str]:
    """What a piece of text says in the final state, and what it said before."""
    words = (element.text or "") if name in ("t", "delText") else " "
    is_gone = next(element.iterancestors(*_GONE), None) is not None
    has_come = next(element.iterancestors(*_COME), None) is not None
    return "" if is_gone else words, "" if has_come else words


# ---- threads


def _threaded(comments: list[Comment], links: dict[str, tuple[str, bool]]) -> Iterator[Comment]:
    """Each with its thread's first comment, and done as that one is: threads have one level, in Word too."""
    for comment in comments:
        root, seen = comment.id, {comment.id}
        while (parent := links.get(root, ("", False))[0]) and parent not in seen:
            seen.add(parent)
            root = parent
        done = links.get(root, ("", False))[1]
        yield replace(comment, parent="" if root == comment.id else root, resolved=done)


def _links(package: Package) -> dict[str, tuple[str, bool]]:
    """Comment id -> (the comment it replies to, done), from the part that Word keeps beside the comments."""
    ids = {
        paragraph.get(W14 + "paraId", ""): element.get(W + "id", "")
        for part in package.related("comments")
        for element in package.tree(part).iter(W + "comment")
        for paragraph in element.iter(W + "p")
        if paragraph.get(W14 + "paraId")
    }
    return {
        ids[entry.get(W15 + "paraId", "")]: (
            ids.get(entry.get(W15 + "paraIdParent", ""), ""),
            entry.get(W15 + "done", "0") in ("1", "true", "on"),
        )
        for part in package.related("commentsExtended")
        for entry in package.tree(part).iter(W15 + "commentEx")
        if entry.get(W15 + "paraId", "") in ids
    }


def _by_range(comments: list[Comment], stretches: dict[str, _Stretch]) -> dict[str, tuple[str, bool]]:
    """A later comment on the very same stretch of the text answers the first one there."""
    first: dict[tuple[int, int], str] = {}
    links: dict[str, tuple[str, bool]] = {}
    for comment in comments:
        stretch = stretches.get(comment.id)
        if stretch is None or stretch.place[1] <= stretch.place[0]:
            continue
        root = first.setdefault(stretch.place, comment.id)
        if root != comment.id:
            links[comment.id] = root, False
    return links


def _when(comment: Comment) -> tuple[bool, datetime]:
    """Those without a time last, as they stand."""
    return comment.at is None, comment.at or _LONG_AGO


_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def _said_done(comments: Iterator[Comment]) -> Iterator[Comment]:
    """Google Docs says in words that a thread was settled or opened again."""
    every = list(comments)
    done: dict[str, bool] = {}
    for comment in every:
        if comment.text in _SETTLED:
            done[comment.parent or comment.id] = _SETTLED[comment.text]
    return (
        replace(comment, resolved=done.get(comment.parent or comment.id, comment.resolved))
        for comment in every
    )


_SETTLED = {"_Marked as resolved_": True, "_Marked as done_": True, "_Re-opened_": False}
