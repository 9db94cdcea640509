"""A redline of words: what only looks different is as the new file has it, without a mark, as Word compares without formatting.

A number that was typed and now is counted by Word, or the other way round, only looks different, too.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import zip_longest

from lxml import etree

from perdes_flow.errors import RedlineNotProven
from perdes_flow.word.names import W
from perdes_flow.word.numbering import Numbering
from perdes_flow.word.package import Package
from perdes_flow.word.reader import located, read
from perdes_flow.word.redline.relisting import unmark_numbers
from perdes_flow.word.revisions import CELL_MARKS, CHANGES, accept_all, drop, reject_all
from perdes_flow.word.text_form import normalised_text, plain_line

Authors = Collection[str]


def words_only(redline: bytes, authors: Authors) -> bytes:
    """A proven redline without the marks by these authors on what leaves every word and number as it was.

    Accepting all of it gives the new file, as before; rejecting all of it the old one's words and numbers.
    RedlineNotProven where they are other words or numbers than before.
    """
    wanted, lists = _texts(redline), frozenset(Numbering(Package.open(redline)).lists)
    kept, tried = frozenset[str](), None
    while kept != tried:
        docx = _unmarked(redline, authors, kept)
        if _texts(docx) == wanted:
            return docx
        tried, kept = kept, kept | _wrong_lists(docx, redline)
        kept = kept if kept != tried else lists
    raise RedlineNotProven("word/document.xml")


def _texts(redline: bytes) -> tuple[str, ...]:
    """Its words and numbers when all is accepted, and when all is rejected."""
    return tuple(normalised_text(read(Package.open(settle(redline)))) for settle in (accept_all, reject_all))


def _unmarked(redline: bytes, authors: Authors, kept: Collection[str]) -> bytes:
    """`kept` are the lists whose marks stay."""
    package = Package.open(redline)
    numbering = Numbering(package)
    trees = [package.tree(part) for _, part in package.stories()]
    for tree in trees:
        unmark_numbers(tree, numbering, authors, kept)
        for needless in (_looks(tree, numbering, authors), _grids(tree)):
            for change in list(needless):
                drop(change)
    return package.pack(part for _, part in package.stories())


def _wrong_lists(docx: bytes, redline: bytes) -> frozenset[str]:
    """The lists of those paragraphs that read otherwise than before when all is rejected, there or before."""
    pairs = zip_longest(_numbered(docx), _numbered(redline), fillvalue=("", ""))
    wrong = {name for one, other in pairs if one[0] != other[0] for name in (one[1], other[1])}
    return Numbering(Package.open(redline)).sharing(wrong)


def _numbered(redline: bytes) -> Iterator[tuple[str, str]]:
    """How each paragraph reads when all is rejected, and its list."""
    package = Package.open(reject_all(redline))
    numbering = Numbering(package)
    for block, paragraph in located(package):
        place = numbering.place(paragraph)
        yield plain_line(block.shown), place[0] if place is not None else ""


# ---- properties

_AUTHOR, _GRID = W + "author", W + "tblGridChange"
# what hides words, and what makes one cell of several
_TELLING = tuple(W + name for name in ("vanish", "specVanish", "hidden", "gridSpan", "vMerge", "hMerge"))


def _looks(tree: etree._Element, numbering: Numbering, authors: Authors) -> Iterator[etree._Element]:
    """The marks on properties that hide no word and make no number."""
    for change in tree.iter(*CHANGES):
        if change.get(_AUTHOR) in authors and not _tells_words(change, numbering):
            yield change


def _tells_words(change: etree._Element, numbering: Numbering) -> bool:
    """Is some word or number there only by these properties, or only by the earlier ones?"""
    now, earlier = _by_tag(change.getparent()), _by_tag(next(iter(change), None))
    if any(_said(now.get(tag)) != _said(earlier.get(tag)) for tag in _TELLING):
        return True
    return change.tag == W + "pPrChange" and numbering.place_by(now) != numbering.place_by(earlier)


def _by_tag(properties: etree._Element | None) -> Mapping[str, etree._Element]:
    return {one.tag: one for one in reversed(properties)} if properties is not None else {}


def _said(element: etree._Element | None) -> dict[str, str] | None:
    return {str(name): str(value) for name, value in element.items()} if element is not None else None


def _grids(tree: etree._Element) -> Iterator[etree._Element]:
    """The changed columns of tables in which no cell changed: these marks have no author, and Word does not show them."""
    for grid in tree.iter(_GRID):
        table = next(grid.iterancestors(W + "tbl"), None)
        if table is None or next(table.iter(*CELL_MARKS, W + "tcPrChange"), None) is None:
            yield grid
