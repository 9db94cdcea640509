"""Units while they are being read: what is growing becomes a frozen Unit at the end."""

import re
from collections.abc import Sequence

from perdes_flow.legal.numbering import roman_value
from perdes_flow.legal.swift import swift
from perdes_flow.legal.units import Unit

_ENOUGH = 60  # characters


class Node:
    """A unit that still grows. `pieces` are the texts of its blocks in order."""

    __slots__ = ("blocks", "children", "kind", "number", "pieces")

    def __init__(self, kind: str, number: str = "", text: str = "", block: int | None = None) -> None:
        self.kind = kind
        self.number = number
        self.pieces = [text] if text else []
        self.children: list[Node] = []
        self.blocks = [] if block is None else [block]

    def add(self, kind: str, number: str = "", text: str = "", block: int | None = None) -> "Node":
        """A new last child."""
        child = Node(kind, number, text, block)
        self.children.append(child)
        return child

    def grow(self, text: str, block: int) -> None:
        """The text of one more block."""
        if text:
            self.pieces.append(text)
        if block not in self.blocks[-1:]:
            self.blocks.append(block)

    @property
    def tail(self) -> str:
        """The end of its own text, long enough to tell how it ends."""
        if self.pieces and len(self.pieces[-1]) >= _ENOUGH:  # nearly always, and asked for at every line
            return self.pieces[-1]
        first = len(self.pieces)
        length = 0
        while first and length < _ENOUGH:
            first -= 1
            length += len(self.pieces[first]) + 1
        return " ".join(self.pieces[first:])

    @property
    def ends_a_sentence(self) -> bool:
        """Its own text does so."""
        return bool(self.pieces) and ends_a_sentence(self.pieces[-1])

    @property
    def end(self) -> str:
        """How the unit ends with all that is below it."""
        node = self
        while node.children:
            node = node.children[-1]
        return node.tail

    def freeze(self) -> Unit:
        pieces = self.pieces
        text = pieces[0] if len(pieces) == 1 else " ".join(pieces)
        if self.kind == "pasal":
            self._raise_bare_ayat()
        children = frozen(self.children) if self.children else ()
        return unit(self.kind, self.number, text, children, tuple(self.blocks))

    def _raise_bare_ayat(self) -> None:
        """Whole sentences numbered "1." or "1)" right below a Pasal, with nothing to introduce a list, are its ayat."""
        if len(self.children) != 1 or self.children[0].kind != "ayat":
            return
        if roman_value(self.number.rpartition(" ")[2]):
            return  # Pasal II of a change has its numbers so
        listed = self.children[0]
        if listed.number or listed.pieces or len(listed.children) < 2:
            return
        if all(item._is_bare_ayat(place) for place, item in enumerate(listed.children, 1)):
            self.children = listed.children
            for item in self.children:
                item.kind = "ayat"

    def _is_bare_ayat(self, place: int) -> bool:
        if self.kind != "angka" or self.number.rstrip(".)") != str(place) or not self.pieces:
            return False
        first, end = self.pieces[0][:1], self.pieces[-1][-1:]
        ended = end == "." or (end == ":" and bool(self.children))
        return first.isupper() and ended and not _NO_AYAT.search(" ".join(self.pieces))


class Run(Node):
    """Units that are whole already and stand side by side: they grow no more, and no unit is asked for among them."""

    __slots__ = ("units",)

    def __init__(self, units: Sequence[Unit]) -> None:
        super().__init__(units[0].kind, units[0].number, "", units[0].blocks[0])
        self.units = units


def frozen(nodes: Sequence[Node]) -> tuple[Unit, ...]:
    """The units that the nodes have become."""
    found: list[Unit] = []
    for node in nodes:
        if isinstance(node, Run):
            found += node.units
        else:
            found.append(node.freeze())
    return tuple(found)


def ends_a_sentence(text: str) -> bool:
    """The text ends with a full stop that can be nothing else, or with a semicolon."""
    end = text[-1:]
    return end == ";" or (end == "." and text[-3:] not in _NUMBER)


_NO_AYAT = re.compile(
    r"\b(?:adalah|ialah|selanjutnya\s+di|(?:di(?:ubah|hapus|sisip|tambah)|berbunyi)\b)", re.IGNORECASE
)
_NUMBER = frozenset({"no.", "No.", "NO.", "nO."})


unit = swift(Unit)
