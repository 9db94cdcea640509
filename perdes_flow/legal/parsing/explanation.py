"""The penjelasan: the general part, and what is said Pasal by Pasal ("Cukup jelas.")."""

import re

from perdes_flow.legal.parsing.lines import (
    Heading,
    Line,
    is_dangling,
    is_finished,
    may_be_heading,
    read_heading,
)
from perdes_flow.legal.parsing.nodes import Node
from perdes_flow.legal.parsing.odd_headings import read_odd

_UMUM = re.compile(r"(?P<number>(?:[IA1]\.?\s+)?(?:UMUM|Umum))\.?")
_BY_PASAL = re.compile(r"(?:(?:II|B|2)\.?\s+)?(?i:pasal\s+demi\s+pasal)\.?")
_GAZETTE = re.compile(r"TAMBAHAN\s+(?:LEMBARAN|BERITA)\b")
_BELOW_PASAL = re.compile(
    r"(?P<kind>(?i:ayat|huruf|angka))(?P<value>\s*\(\s*\d+[a-z]?\s*\)|\s+(?:[a-z]{1,2}|\d{1,3}))(?:[.:]?$|\s+(?P<rest>[A-Z“\"].*))"
)
_RANKS = ("pasal", "ayat", "huruf", "angka")


class Explanation:
    """Reads line after line into the penjelasan."""

    def __init__(self, base: Node) -> None:
        self._base = base
        self._umum: Node | None = None
        self._open: list[Node] = []  # a Pasal and what is open below it

    @property
    def deepest(self) -> Node:
        """The unit that was read last."""
        return self._open[-1] if self._open else self._umum or self._base

    def take(self, line: Line) -> None:
        """One line of the penjelasan."""
        if found := _UMUM.fullmatch(line.text):
            self._open.clear()
            self._umum = self._base.add("umum", found["number"], "", line.block)
        elif _BY_PASAL.fullmatch(line.text):
            self._umum = None
            self._base.add("larik", "", line.text, line.block)
        elif _GAZETTE.match(line.text):
            self._open.clear()
            self._umum = None
            self._base.add("larik", "", line.text, line.block)
        elif line.text == ":" and self._open:
            self._open[-1].grow("", line.block)  # between a Pasal and its text, in columns
        elif not (self._opens_pasal(line) or self._opens_below(line)):
            self._take_plain(line)

    def _opens_pasal(self, line: Line) -> bool:
        heading = read_heading(line.text) or self._odd_heading(line)
        if not heading or heading.kind != "pasal" or (self._open and is_dangling(self._open[-1].tail)):
            return False
        if heading.rest and not (heading.rest[0].isupper() and self._umum is None):
            return False
        self._umum = None
        self._open = [self._base.add("pasal", heading.number, heading.rest, line.block)]
        return True

    def _odd_heading(self, line: Line) -> Heading | None:
        """ "pasal 5" alone, below a text that has come to its end."""
        heading = read_odd(line.text) if may_be_heading(line.text) else None
        ended = not self._open or is_finished(self._open[-1].tail)
        return heading if heading and not heading.rest and ended else None

    def _opens_below(self, line: Line) -> bool:
        found = _BELOW_PASAL.fullmatch(line.text) if self._open else None
        if not found or is_dangling(self._open[-1].tail):
            return False
        if found["kind"].islower() and (found["rest"] or not is_finished(self._open[-1].tail)):
            return False  # in small letters only alone, below a text that has come to its end
        kind, value = found["kind"].casefold(), "".join(found["value"].split())
        if (kind == "huruf") != value.isalpha():
            return False
        while len(self._open) > 1 and _RANKS.index(self._open[-1].kind) >= _RANKS.index(kind):
            self._open.pop()
        number = f"{found['kind']} {value}"
        self._open.append(self._open[-1].add(kind, number, found["rest"] or "", line.block))
        return True

    def _take_plain(self, line: Line) -> None:
        if self._open:
            self._open[-1].grow(line.text, line.block)
        else:
            (self._umum or self._base).add("larik", "", line.text, line.block)
