"""Writes what several people want to change into one Word file, each as tracked changes of his or her own."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from perdes_flow.errors import ChangeNotWritten
from perdes_flow.legal.difference import WORD
from perdes_flow.legal.merging import Edit
from perdes_flow.word.letters import Letters, offsets
from perdes_flow.word.mending import delete_run, free_change_id, reword
from perdes_flow.word.names import XML, W
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places
from perdes_flow.word.redline.pen import Pen, mark_properties


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one person wants: edits by block, blocks that go as a whole, new paragraphs behind a block."""

    author: str
    at: datetime
    edits: Mapping[int, Sequence[Edit]] = field(default_factory=dict)
    gone: Sequence[int] = ()
    come: Mapping[int, Sequence[str]] = field(default_factory=dict)


def write_wanted(docx: bytes, wanted: Sequence[Wanted]) -> bytes:
    """The file with all that is wanted as tracked changes; blocks are counted as `word.reader.read` gives them.

    The wishes must not collide; what two want alike is written once. ChangeNotWritten (with the place of the wish) where
    the words are no plain letters or somebody else's tracked change is open there; DocxRefused.
    """
    package = Package.open(docx)
    writer = _Writer(package)
    for number, edits in _by_block(wanted).items():
        writer.reword(number, edits)
    for person, one in enumerate(wanted):
        for block, lines in one.come.items():
            if not any(earlier.come.get(block) == lines for earlier in wanted[:person]):
                writer.add(block, lines, person, one)
        for block in one.gone:
            if not any(block in earlier.gone for earlier in wanted[:person]):
                writer.remove(block, person, one)
    return package.pack(writer.touched)


def _by_block(wanted: Sequence[Wanted]) -> dict[int, dict[Edit, tuple[int, Wanted]]]:
    """Block -> edit -> who wants it first."""
    found: dict[int, dict[Edit, tuple[int, Wanted]]] = {}
    for person, one in enumerate(wanted):
        for block, edits in one.edits.items():
            for edit in edits:
                found.setdefault(block, {}).setdefault(edit, (person, one))
    return found


class _Writer:
    def __init__(self, package: Package) -> None:
        self._places = Places(package)
        self._next_id = free_change_id(package)
        self.touched: set[str] = set()

    def reword(self, block: int, edits: Mapping[Edit, tuple[int, Wanted]]) -> None:
        letters = Letters(self._paragraph(block))
        at = offsets(letters.text, self._places.blocks[block].text)
        # from the last to the first, so that what was counted before an edit still holds
        for wish, (person, one) in sorted(edits.items(), key=lambda item: item[0], reverse=True):
            edit = _with_a_word(wish, self._places.blocks[block].text)
            if at is None or not _is_plain(letters, at[edit.start], at[edit.end]):
                raise ChangeNotWritten(person)
            pen = self._pen(one)
            if not reword(letters, at[edit.start], at[edit.end], edit.text, pen):
                raise ChangeNotWritten(person)
            self._next_id = pen.next_id

    def add(self, block: int, lines: Iterable[str], person: int, one: Wanted) -> None:
        beside = self._paragraph(block)
        pen = self._pen(one)
        for line in reversed(list(lines)):
            beside.addnext(_new_paragraph(line, beside, pen))
        self._next_id = pen.next_id

    def remove(self, block: int, person: int, one: Wanted) -> None:
        paragraph = self._paragraph(block)
        letters = Letters(paragraph)
        pen = self._pen(one)
        for run in letters.runs(0, len(letters.text)):
            if run.getparent() is not paragraph:
                raise ChangeNotWritten(person)
            delete_run(run, pen)
        pen.mark_paragraph(paragraph, "del")
        self._next_id = pen.next_id

    def _paragraph(self, block: int) -> etree._Element:
        self.touched.add(self._places.blocks[block].part)
        return self._places.paragraph(block)

    def _pen(self, one: Wanted) -> Pen:
        return Pen(one.author, one.at, next_id=self._next_id)


def _is_plain(letters: Letters, start: int, end: int) -> bool:
    return letters.are_plain(start, end) if start < end else True


def _with_a_word(edit: Edit, text: str) -> Edit:
    """What is put before the first letter takes the first word along: there is nothing in front that it could follow."""
    if edit.end:
        return edit
    first = WORD.match(text)
    word = first[0] if first else ""
    return Edit(0, len(word), edit.text + word)


def _new_paragraph(line: str, beside: etree._Element, pen: Pen) -> etree._Element:
    """A paragraph that looks like its neighbour, inserted together with its mark."""
    paragraph = etree.Element(W + "p")
    properties = beside.find(W + "pPr")
    if properties is not None:
        own = deepcopy(properties)
        for name in ("sectPr", "pPrChange", "rPr"):
            for child in own.findall(W + name):
                own.remove(child)
        paragraph.append(own)
    mark_properties(paragraph).insert(0, pen.mark("ins"))
    run = etree.SubElement(pen.mark_in(paragraph, "ins"), W + "r")
    like = next(beside.iter(W + "r"), None)
    looks = like.find(W + "rPr") if like is not None else None
    if looks is not None:
        run.append(deepcopy(looks))
    etree.SubElement(run, W + "t", {XML + "space": "preserve"}).text = line
    return paragraph
