"""What a person reads in a Word file: one block a paragraph, in every story, with tracked changes in their final state."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import count

from lxml import etree

from perdes_flow.legal.blocks import Block, Cell
from perdes_flow.legal.quiet import quietly
from perdes_flow.legal.swift import swift
from perdes_flow.word.markup import paragraph_properties
from perdes_flow.word.names import MC, W
from perdes_flow.word.numbering import Counter, Numbering
from perdes_flow.word.package import Package
from perdes_flow.word.paragraph_text import paragraph_text
from perdes_flow.word.revisions import Mode, has_revisions, resolve

# Notes that Word itself keeps for its rules and their continuation; nobody wrote them.
_OWN_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_CHANGES = tuple(
    W + name
    for name in [
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "cellIns",
        "cellDel",
        "cellMerge",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblPrExChange",
        "trPrChange",
        "tcPrChange",
        "tblGridChange",
        "numberingChange",
    ]
)


@quietly
def read(package: Package) -> tuple[Block, ...]:
    """All blocks of a Word file: body with tables and text boxes in place, headers, footers, footnotes, endnotes.

    Tracked insertions are in, deletions are out, automatic numbers are as Word shows them, notes come in the order in
    which the text refers to them. DocxRefused for a part that cannot be read.
    """
    return tuple(block for block, _ in located(package))


Located = tuple[Block, etree._Element]


def located(
    package: Package, settle: Callable[[etree._Element], etree._Element] | None = None
) -> Iterator[Located]:
    """Every block as `read` gives it, with the paragraph it was read from.

    `settle` gives the tree of a part in its final state: the same one where nothing is tracked, else a settled copy.
    """
    settle = settle or settled
    numbering = Numbering(package)
    centred = _Centring(package).centred
    main = settle(package.tree(package.main))
    for story, part in package.stories():
        walk = _Walk(story, part, numbering, numbering.counter(), centred)
        root = main if part == package.main else settle(package.tree(part))
        yield from walk.notes(root, _references(main, story)) if story in _NOTES else walk.blocks(root)


_NOTES = ("footnote", "endnote")


def _references(main: etree._Element, story: str) -> list[str]:
    """The ids of the notes in the order in which the text refers to them; the others are seen nowhere."""
    return list(dict.fromkeys(r.get(W + "id", "") for r in main.iter(f"{W}{story}Reference")))


def revisions_open(package: Package) -> int:
    """How many tracked changes wait to be accepted or rejected, in all stories."""
    return sum(sum(1 for _ in package.tree(part).iter(*_CHANGES)) for _, part in package.stories())


def comments_in(package: Package) -> int:
    """How many comments, replies among them, the file holds."""
    return sum(sum(1 for _ in package.tree(part).iter(W + "comment")) for part in package.related("comments"))


def settled(tree: etree._Element) -> etree._Element:
    """The tree with its tracked changes accepted: itself where there are none, else a copy."""
    if not has_revisions(tree):
        return tree
    copy = deepcopy(tree)  # the package's own tree stays as it was read
    resolve(copy, Mode.ACCEPT)
    return copy


@dataclass(frozen=True, slots=True)
class _Place:
    story: str
    cell: Cell | None = None


class _Walk:
    """One pass over a part, in reading order."""

    def __init__(
        self,
        story: str,
        part: str,
        numbering: Numbering,
        counter: Counter,
        centred: Callable[[Mapping[str, etree._Element]], bool],
    ) -> None:
        self._story = story
        self._part = part
        self._numbering = numbering
        self._counter = counter
        self._centred = centred
        self._paragraphs = count()
        self._tables = count()

    def blocks(self, root: etree._Element) -> Iterator[Located]:
        return self._inside(root, _Place(self._story))

    def notes(self, root: etree._Element, order: Iterable[str]) -> Iterator[Located]:
        """The notes in that order of their ids; blocks are counted as they stand in the part."""
        found = {
            note.get(W + "id", ""): list(self._inside(note, _Place(self._story)))
            for note in root
            if note.tag == W + self._story and note.get(W + "type") not in _OWN_NOTES
        }
        for number in order:
            yield from found.get(number, ())

    def _inside(self, parent: etree._Element, place: _Place) -> Iterator[Located]:
        for element in parent:
            if element.tag == _PARAGRAPH:
                yield from self._paragraph(element, place)
            elif element.tag == W + "tbl":
                yield from self._table(element, place)
            elif element.tag == MC + "AlternateContent":
                yield from self._inside(_chosen(element), place)
            elif isinstance(element.tag, str) and element.tag not in _NO_BLOCKS:
                yield from self._inside(element, place)  # content controls, smart tags, custom XML

    def _paragraph(self, element: etree._Element, place: _Place) -> Iterator[Located]:
        index = next(self._paragraphs)
        properties = paragraph_properties(element)
        where = self._numbering.place_by(properties)
        number = self._counter.next(*where) if where else ""
        text, boxes, breaks = paragraph_text(element)
        centred = self._centred(properties) if properties else False
        yield _block(place.story, self._part, index, number, text, place.cell, centred, breaks), element
        for box in boxes:
            yield from self._inside(box, _Place("textbox"))

    def _table(self, element: etree._Element, place: _Place) -> Iterator[Located]:
        table = next(self._tables)
        for row_number, row in enumerate(_reach(element, W + "tr")):
            for column, cell in enumerate(_reach(row, W + "tc")):
                yield from self._inside(cell, _Place(place.story, Cell(table, row_number, column)))


_PARAGRAPH = W + "p"
_block = swift(Block)
_NO_BLOCKS = frozenset(
    W + name for name in ("sectPr", "tcPr", "tblPr", "tblGrid", "trPr", "sdtPr", "sdtEndPr", "r")
)


def _reach(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also where a content control or custom XML stands around them."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif isinstance(element.tag, str) and element.tag not in _NO_BLOCKS:
            yield from _reach(element, tag)


def _chosen(alternatives: etree._Element) -> etree._Element:
    """The branch that a current Word shows."""
    choice = alternatives.find(MC + "Choice")
    return choice if choice is not None else next(iter(alternatives), alternatives)


_ALIGNMENT, _STYLE, _VALUE = W + "jc", W + "pStyle", W + "val"


class _Centring:
    """Whether a paragraph is centred, by itself or by its style."""

    def __init__(self, package: Package) -> None:
        styles = [s for part in package.related("styles")[:1] for s in package.tree(part).iter(W + "style")]
        self._styles = {style.get(W + "styleId", ""): style for style in styles}
        self._by_style: dict[str, bool] = {}

    def centred(self, properties: Mapping[str, etree._Element]) -> bool:
        alignment, style = properties.get(_ALIGNMENT), properties.get(_STYLE)
        if alignment is not None:
            return alignment.get(_VALUE) == "center"
        return style is not None and self._style(style.get(_VALUE, ""))

    def _style(self, name: str) -> bool:
        if name not in self._by_style:
            self._by_style[name] = False  # a style based on itself ends here
            element = self._styles.get(name)
            if element is not None:
                alignment, base = element.find(f"{W}pPr/{W}jc"), element.find(W + "basedOn")
                if alignment is not None:
                    self._by_style[name] = alignment.get(W + "val") == "center"
                elif base is not None:
                    self._by_style[name] = self._style(base.get(W + "val", ""))
        return self._by_style[name]
