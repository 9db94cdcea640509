"""One of the two files of a redline: its parts with earlier revisions settled, and a name for everything in them."""

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import cached_property

from lxml import etree

from perdes_flow.word.markup import serialise
from perdes_flow.word.names import W
from perdes_flow.word.package import Package
from perdes_flow.word.redline.content import Alphabet
from perdes_flow.word.redline.cutting import Cut, cut
from perdes_flow.word.redline.earlier import Earlier
from perdes_flow.word.redline.naming import Names
from perdes_flow.word.redline.settling import REVISION_TAGS, settle
from perdes_flow.word.redline.sheet import CutStory, Sheet
from perdes_flow.word.redline.story import TreeStory
from perdes_flow.word.revisions import Mode

NOTE_KINDS = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


class Side:
    """A package read for comparison. `mode` settles the tracked changes that it holds already."""

    def __init__(
        self, package: Package, alphabet: Alphabet, mode: Mode = Mode.ACCEPT, *, keep_earlier: bool = False
    ) -> None:
        self.package = package
        self.alphabet = alphabet
        self._mode = mode
        self._keep_earlier = keep_earlier
        self.earlier: dict[str, Earlier] = {}  # by part, where earlier changes are to be kept
        self._settled: dict[str, etree._Element] = {}
        self._digests: dict[str, str] = {}
        self.carried: dict[
            tuple[str, str], str
        ] = {}  # what was brought here from the other side: kind, old name -> name here
        self.touched: set[str] = set()
        self.like: Side | None = None  # a side that holds most of the same
        self.tells_lists = False  # both files number their lists alike, so that another list is another thing
        self.apart: frozenset[str] = (
            frozenset()
        )  # lists that are none of the other side's, however alike they look

    @property
    def main(self) -> str:
        """The name of the main part."""
        return self.package.main

    def tree(self, part: str) -> etree._Element:
        """The root of a part; tracked changes settled."""
        if part not in self._settled:
            tree = self.package.tree(part)
            if self._keep_earlier:
                self.earlier[part] = Earlier(tree)
            settle(tree, self._mode)
            self._settled[part] = tree
        return self._settled[part]

    @cached_property
    def body(self) -> CutStory | TreeStory:
        """The main text, to read."""
        found = None if self._keep_earlier else self._cut()
        return TreeStory(body_of(self)) if found is None else CutStory(found, self.main)

    def _cut(self) -> Cut | None:
        """The main part in pieces: as it lies in the file, or as it is written once it is settled."""
        data = self.package.read(self.main)
        like = self.like.body.cut if self.like is not None and isinstance(self.like.body, CutStory) else None
        found = cut(data, like)
        if (
            found is None
            or found.tags & REVISION_TAGS
            or (_TABLE in found.tags and _EMPTY_TABLE.search(data))
        ):
            return cut(serialise(self.tree(self.main)), like)
        return found

    def keep_body(self, other: "Side") -> None:
        """Take over the body that another side of the same file has read, where it cannot be written on."""
        if isinstance(other.body, CutStory):
            self.body = other.body

    @cached_property
    def sheet(self) -> Sheet | TreeStory:
        """The main text, to write on."""
        return self.body if isinstance(self.body, TreeStory) else Sheet(self.body)

    def part_of(self, kind: str) -> str | None:
        """The part that the main part calls "footnotes", "numbering", "styles" …"""
        return next(iter(self.package.related(kind)), None)

    def names(self, part: str, *, deep: bool, note: Callable[[etree._Element], str] | None = None) -> Names:
        """The names of the things in a part. `note` names note references; by their text where it is not given."""
        return Names(
            lambda rid: self.target(part, rid),
            note or self._note_text,
            self.level,
            self.alphabet,
            deep=deep,
        )

    def target(self, part: str, rid: str) -> str:
        """What a relationship leads to: an address, or the content of a part."""
        relationship = self.package.relationships(part).get(rid)
        if relationship is None:
            return ""
        if relationship.external or not self.package.has(relationship.target):
            return f"{relationship.kind}>{relationship.target}"
        return f"{relationship.kind}={self._digest(relationship.target)}"

    def same_targets(self, part: str, other: "Side", other_part: str) -> bool:
        """Does every relationship of a part lead to the same thing as that of the same id in a part of another file?"""
        mine, others = self.package.relationships(part), other.package.relationships(other_part)
        return mine.keys() == others.keys() and all(
            (found == others[rid] and self.package.holds_same(found.target, other.package))
            or self.target(part, rid) == other.target(other_part, rid)
            for rid, found in mine.items()
        )

    def _digest(self, part: str) -> str:
        if part not in self._digests:
            self._digests[part] = hashlib.sha256(self.package.read(part)).hexdigest()[:24]
        return self._digests[part]

    def style_numbering(self, name: str) -> etree._Element | None:
        """The w:numPr that a paragraph style brings, its own or that of the style it is based on."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            style = self._styles.get(name)
            if style is None:
                return None
            properties, base = style.find(W + "pPr"), style.find(W + "basedOn")
            numbering = properties.find(W + "numPr") if properties is not None else None
            if numbering is not None:
                return numbering
            name = base.get(W + "val", "") if base is not None else ""
        return None

    @cached_property
    def _styles(self) -> dict[str, etree._Element]:
        part = self.part_of("styles")
        if part is None or b"numPr" not in self.package.read(part):
            return {}
        return {style.get(W + "styleId", ""): style for style in self.tree(part).iterchildren(W + "style")}

    def packed(self) -> bytes:
        """The package with everything that was changed."""
        if isinstance(self.sheet, TreeStory):
            return self.package.pack({*self.touched, self.main})
        return self.package.pack(self.touched, {self.main: self.sheet.packed()})

    def touch(self, part: str) -> None:
        """The tree of this part was changed."""
        self.touched.add(part)

    @cached_property
    def lists(self) -> dict[tuple[str, str], etree._Element]:
        """The lists and their definitions in the numbering part, by tag and id."""
        part = self.part_of("numbering")
        root = self.tree(part) if part is not None else ()
        ids = {W + "num": W + "numId", W + "abstractNum": W + "abstractNumId"}
        return {(one.tag, one.get(ids[one.tag], "")): one for one in reversed(root) if one.tag in ids}

    def forget_numbering(self) -> None:
        """The numbering part is another one now."""
        self.__dict__.pop("numbering", None)
        self.__dict__.pop("lists", None)

    def add_list(self, number: etree._Element, definition: etree._Element | None) -> None:
        """A list was added to the numbering part; what is known of the others stays."""
        definitions = {definition.get(W + "abstractNumId"): definition} if definition is not None else {}
        self.numbering[number.get(W + "numId", "")] = dict(_levels(number, definitions))

    def same_part(self, other: "Side", kind: str) -> bool:
        """Both have the same part of a kind, to the letter, or none; what it leads to and what is tracked in it is the same."""
        parts = self.part_of(kind), other.part_of(kind)
        if parts[0] is None or parts[1] is None:
            return parts[0] is parts[1]
        data = self.package.read(parts[0])
        return (
            data == other.package.read(parts[1])
            and not self.package.relationships(parts[0])
            and not _may_hold_revisions(data)
        )

    def settle_stories(self) -> None:
        """Settle what headers, footers and notes held already, also where nothing else changes in them."""
        for _, part in self.package.stories():
            if part != self.main and _may_hold_revisions(self.package.read(part)):
                self.tree(part)
                self.touch(part)

    def notes(self, kind: str) -> dict[str, etree._Element]:
        """The notes of "footnotes" or "endnotes" by their id."""
        part = self.part_of(kind)
        if part is None:
            return {}
        return {note.get(W + "id", ""): note for note in self.tree(part) if isinstance(note.tag, str)}

    def note_of(self, reference: etree._Element) -> etree._Element | None:
        """The note that a reference in the text leads to."""
        return self.notes(NOTE_KINDS[reference.tag]).get(reference.get(W + "id", ""))

    def _note_text(self, reference: etree._Element) -> str:
        note = self.note_of(reference)
        part = self.part_of(NOTE_KINDS[reference.tag])
        if note is None or part is None:
            return "missing"
        return str(self.names(part, deep=True).blocks(note))

    @cached_property
    def numbering(self) -> dict[str, dict[str, tuple[str, str]]]:
        """List id -> level -> (format of the number, text around it)."""
        part = self.part_of("numbering")
        if part is None:
            return {}
        root = self.tree(part)
        abstract = {a.get(W + "abstractNumId"): a for a in root.iter(W + "abstractNum")}
        return {
            number.get(W + "numId", ""): dict(_levels(number, abstract)) for number in root.iter(W + "num")
        }

    def level(self, number: str, level: str) -> str:
        """The name of a numbering level: its form, and the list where that can be told."""
        if self.tells_lists or number in self.apart:
            return f"{number}:{level}"
        return "none" if number == "0" else str(self.numbering.get(number, {}).get(level))


def body_of(side: Side) -> etree._Element:
    """The element that holds the main text."""
    root = side.tree(side.main)
    body = root.find(W + "body")
    return root if body is None else body


_TABLE = b"w:tbl"
_EMPTY_TABLE = re.compile(
    rb"<w:tbl(?:\s[^<>]*)?(?:/>|>(?:(?!<w:tr[\s>/]|</w:tbl>).)*</w:tbl>)", re.DOTALL
)  # no row of it could be marked


_REVISION = re.compile(
    rb"<(?:\w+:)?(?:" + b"|".join(sorted(tag.removeprefix(b"w:") for tag in REVISION_TAGS)) + rb")[\s/>]"
)


def _may_hold_revisions(data: bytes) -> bool:
    """False only where nothing in the XML of a part is tracked, whatever it calls its namespaces."""
    return _REVISION.search(data) is not None


def _levels(
    number: etree._Element, abstract: dict[str | None, etree._Element]
) -> Iterator[tuple[str, tuple[str, str]]]:
    reference = number.find(W + "abstractNumId")
    definition = abstract.get(reference.get(W + "val")) if reference is not None else None
    for level in definition.iter(W + "lvl") if definition is not None else ():
        form, text = level.find(W + "numFmt"), level.find(W + "lvlText")
        shape = form.get(W + "val", "") if form is not None else ""
        yield level.get(W + "ilvl", ""), (shape, text.get(W + "val", "") if text is not None else "")
