"""One line of a regulation on the way to its comparison: what number it bears, and what it says without it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, overload


class Line:
    """A paragraph, or a table as a whole.

    text    its words, with a number typed by hand
    number  an example of its automatic number ("Pasal 1", "(1)", "a."); "" where it has none
    whole   it is no paragraph but a table or the like, compared as a whole
    """

    __slots__ = ("number", "reading", "says", "text", "whole")

    def __init__(self, text: str, number: str = "", *, whole: bool = False) -> None:
        """`reading` is where it stands in the order of units; `says` its words without its number, for finding it again."""
        self.text, self.number, self.whole = text, number, whole
        self.reading = reading = PLAIN if whole else read_line(text, number)
        self.says = sense(text[reading.size :] if reading.size else text)


class Lines(Sequence[Line]):
    """The lines of a text. This one has them all at hand; others may read a line when it is asked for."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        return self._lines[index]

    @property
    def looks(self) -> Sequence[bytes]:
        """Equal for two lines that need no closer comparison; empty where that is not known."""
        return ()

    @property
    def heads(self) -> Sequence[int]:
        """The lines that may be headings."""
        return range(len(self))


class Reading(NamedTuple):
    """rank: 1 to 5 for headings from Buku to Pasal, 6 for an ayat, 7 for an item of a list, 0 for a line without number.

    style   what the numbers of one list have in common, e.g. "a."
    size    how many characters of the text are the number and the blanks behind it
    """

    rank: int
    style: str
    size: int


BUKU, BAB, BAGIAN, PARAGRAF, PASAL, AYAT, ITEM = 1, 2, 3, 4, 5, 6, 7
PLAIN = Reading(0, "", 0)


def read_line(text: str, number: str = "") -> Reading:
    """Where a line stands in the order of units, by its number: its automatic one, or one typed by hand."""
    if number:
        found = _read(number + " ", heading_alone=True)
        return Reading(found.rank, found.style, 0)
    return _read(text, heading_alone=False)


def _read(text: str, *, heading_alone: bool) -> Reading:
    first = text[:1]
    if (text.lstrip()[:1] if first.isspace() else first) in _HEADING_LETTERS:
        if found := _HEADING.match(text):
            kind = found.lastgroup or ""
            rest = text[found.end() :]
            if kind != "pasal" or heading_alone or not rest:
                return _reading(_RANKS[kind], kind, found.end())
    elif found := _NUMBER.match(text):
        if found.lastgroup == "ayat":
            return _reading(AYAT, "(1)", found.end())
        return _reading(ITEM, ("1" if found["digits"] else "a") + found["sign"], found.end())
    return PLAIN


_reading = lru_cache(maxsize=1024)(Reading)  # the same few come again and again


_HEADING_LETTERS = frozenset("BPbp") - {""}
_RANKS = {"buku": BUKU, "bab": BAB, "bagian": BAGIAN, "paragraf": PARAGRAF, "pasal": PASAL}
_HEADING = re.compile(
    r"""\s*(?:
        (?P<buku>BUKU\s+(?:[IVXLC]+|KE\w+))
      | (?P<bab>BAB\s+(?:[IVXLC]+[A-Z]?|\d+))
      | (?P<bagian>Bagian\s+(?:Ke\w+|Pertama)(?:\s+(?:Belas|Puluh(?:\s+\w+)?))?)
      | (?P<paragraf>Paragraf\s+\d+)
      | (?P<pasal>Pasal\s+\d+[A-Z]{0,2})
    )(?:\s+|$)""",
    re.VERBOSE,
)
_NUMBER = re.compile(
    r"""\s*(?:
        (?P<ayat>\(\s*\d{1,3}[a-z]?\s*\))\s*
      | (?:(?P<digits>\d{1,3})|[a-z]{1,2})(?P<sign>[.)])(?:\s+|(?=[^\W\d_]{2}))
    )""",
    re.VERBOSE,
)


def without_references(text: str) -> str:
    """The text with every reference to a unit blotted out: what is left does not change when units are renumbered."""
    if "asal " in text or "ayat " in text or "uruf " in text or "ngka " in text:
        return REFERENCES.sub("§", text)
    return text


_ONE = r"(?:Pasal\s+(?:\d+[A-Z]{0,2}\b|ini\b)|ayat\s+\(\d+[a-z]?\)|huruf\s+[a-z]{1,2}\b|angka\s+\d+\b)"
_AND = r"(?:\s*,?\s+(?:dan|atau|dan/atau|sampai\s+dengan)\s+|\s*,\s*|\s+)"
#: one reference, or several in a row: "Pasal 5 ayat (2)", "huruf a, huruf b, dan huruf c"
REFERENCES = re.compile(rf"{_ONE}(?:{_AND}{_ONE})*")


def sense(text: str) -> str:
    """What a line says, for finding it again: no references, no sign at its end, blanks as one."""
    text = without_references(text)
    if "  " in text or "\n" in text or "\t" in text or "\xa0" in text:
        text = " ".join(text.split())
    text = text.strip(_SIGNS)
    while text.endswith(_JOINING):
        text = text.rpartition(" ")[0].rstrip(_SIGNS)
    return text


_SIGNS = " ;,.:"
_JOINING = (" dan", " atau", " dan/atau")
