"""Makes the elements, gives every unit its eId, and remembers where its words stand so that they can be marked later."""

import re
from collections import Counter
from dataclasses import dataclass

from lxml import etree

from perdes_flow.legal.addresses import canonical_value
from perdes_flow.legal.units import HEADINGS, Unit
from perdes_flow.publication.akn.vocabulary import NAMESPACE, SHORT

Element = etree._Element


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters start..end of a unit's words that get an element of their own."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()


class Pen:
    """One document while it is written."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._counted: Counter[str] = Counter()
        self._eids: dict[int, str] = {}
        self._holders: dict[int, Element] = {}
        self._marks: dict[int, list[Mark]] = {}

    def add(self, parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
        """A new last child; `kind` among the attributes is written as `class`."""
        if "kind" in attributes:
            attributes["class"] = attributes.pop("kind")
        written = {name: writable(value) for name, value in attributes.items()}
        element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", written)
        element.text = writable(text) or None
        return element

    def eid(self, tag: str, prefix: str, unit: Unit | None = None) -> str:
        """A new eId below a prefix: with the unit's number, or counted where it has none. Never given twice."""
        stem = f"{prefix}__{SHORT.get(tag, tag)}" if prefix else SHORT.get(tag, tag)
        value = number_value(unit) if unit else ""
        stem = f"{stem}_{value}" if value else stem
        found = stem if value else self._count(stem)
        while found in self._given:  # a number that stands twice, as it happens in drafts: art_5, art_5_2
            self._counted[stem] = max(self._counted[stem], 1 if value else 0)
            found = self._count(stem)
        self._given.add(found)
        if unit:
            self._eids[id(unit)] = found
        return found

    def words(self, parent: Element, tag: str, unit: Unit, **attributes: str) -> Element:
        """The unit's own words in a new element."""
        element = self.add(parent, tag, unit.text, **attributes)
        self._holders[id(unit)] = element
        return element

    def eid_of(self, unit: Unit) -> str | None:
        """The eId that a unit of this document was given."""
        return self._eids.get(id(unit))

    def mark(self, unit: Unit, mark: Mark) -> None:
        """Marks of one unit come in their order and do not overlap; they are drawn at the end."""
        self._marks.setdefault(id(unit), []).append(mark)

    def draw_marks(self) -> None:
        """Set the marked words into their elements."""
        for key, marks in self._marks.items():
            if key in self._holders:
                _draw(self._holders[key], marks)

    def _count(self, stem: str) -> str:
        self._counted[stem] += 1
        return f"{stem}_{self._counted[stem]}"


def number_value(unit: Unit) -> str:
    """The number as eIds have it: "BAB IV" -> "IV", "Bagian Kesatu" -> "Kesatu", "(2)" -> "2", "b." -> "b", "Ayat (1)" -> "1"."""
    if unit.kind == "kepala tabel":
        return "nn"  # no number, so that the rows below count from 1
    shown = unit.number
    if unit.kind in HEADINGS or unit.kind == "lampiran":
        shown = shown.partition(" ")[2]
        shown = canonical_value(unit.kind, shown) or shown
    else:
        shown = shown.rpartition(" ")[2]
    return re.sub(r"[\W_]+", "-", shown).strip("-")


def writable(text: str) -> str:
    """The text without signs that XML cannot hold: each becomes U+FFFD. No Word file has any."""
    return _UNWRITABLE.sub("\ufffd", text)


_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _draw(holder: Element, marks: list[Mark]) -> None:
    text = holder.text or ""
    holder.text = text[: marks[0].start] or None
    ends = [mark.start for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        element = etree.SubElement(holder, f"{{{NAMESPACE}}}{mark.tag}", dict(mark.attributes))
        element.text = text[mark.start : mark.end]
        element.tail = text[mark.end : end] or None
