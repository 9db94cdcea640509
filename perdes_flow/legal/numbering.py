"""Numbers as the law writes them: "(2)", "b.", "1)", "IV", "Kesatu".

A list letter may be read in two ways ("i." is the ninth letter or roman one); what it is depends on its neighbours: it is read
as a letter, and the reader of the list may take it `as_roman`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_MISREAD = str.maketrans("OolIL", "00111")
MAX_LEVELS = ("a.", "1.", "a)", "1)")  # UU 12/2011 Lampiran II: the four levels of a list, in this order


@dataclass(frozen=True, slots=True)
class Marker:
    """The number before a list item or an ayat.

    shown   as it stands on the page, e.g. "(2)", "b.", "•"
    family  "decimal", "letter", "roman" or "bullet"
    shape   what stands around it: "()" for a number in brackets, "(a)" for a letter in brackets, ")", "."; the sign itself for bullets
    value   2 for "(2)", for "b." and for a roman "ii."; 0 for bullets
    suffix  the letter of an inserted number: "a" in "(2a)" and "8a."
    """

    shown: str
    family: str
    shape: str
    value: int
    suffix: str = ""

    @property
    def style(self) -> tuple[str, str]:
        """What the items of one list have in common."""
        return self.family, self.shape

    def follows(self, other: "Marker") -> bool:
        """This number is the next one after the other: 3 after 2, 2a after 2, 3 after 2a, 2b after 2a."""
        if self.style != other.style or self.family == "bullet":
            return self.style == other.style
        if self.value == other.value:
            return bool(self.suffix) and ord(self.suffix) == (
                ord(other.suffix) + 1 if other.suffix else ord("a")
            )
        return self.value == other.value + 1 and not self.suffix

    @property
    def as_roman(self) -> "Marker | None":
        """The same sign as a small roman number."""
        value = roman_value(self.shown.strip("().").upper()) if self.family == "letter" else None
        return Marker(self.shown, "roman", self.shape, value) if value else None

    @property
    def first(self) -> bool:
        return self.family == "bullet" or (self.value == 1 and not self.suffix)


def read_marker(text: str) -> tuple[Marker, str] | None:
    """The marker at the start of a text and what follows it; None where there is none."""
    found = _MARKER.match(text)
    if not found:
        return None
    return _marker(*found.groups("")), text[found.end() :]


@lru_cache(maxsize=2048)  # a text has few different ones
def _marker(
    ayat: str, inserted: str, bracketed: str, bullet: str, digits: str, between: str, letters: str, shape: str
) -> Marker:
    if ayat:
        return Marker(f"({ayat}{inserted})", "decimal", "()", int(ayat), inserted)
    if bracketed:
        return Marker(f"({bracketed})", "letter", "(a)", letter_value(bracketed))
    if bullet:
        return Marker(bullet, "bullet", bullet, 0)
    shape = shape.strip()
    if digits:
        return Marker(digits + between + shape, "decimal", shape, int(digits), between)
    if letters[-1].isdigit():  # a1 stands between a and b
        return Marker(
            letters + shape, "letter", shape, letter_value(letters[0]), chr(ord("a") - 1 + int(letters[1]))
        )
    return Marker(letters + shape, "letter", shape, letter_value(letters))


@lru_cache(maxsize=2048)
def marker_of(number: str) -> Marker | None:
    """The marker that a unit's number is; None for no number and for headings."""
    found = read_marker(number) if number else None
    return found[0] if found and not found[1] else None


_MARKER = re.compile(
    r"""\s*(?:
        \(\s*(?P<ayat>\d{1,3})(?P<inserted>[a-z]?)\s*\.?\s*\)[.,]?(?:\s+|$|(?=[^\s\d,.;:)\]]))   # (2) and the slips (2 ), (2.) and (2).
      | \(\s*(?P<bracketed>[a-z])\s*\)(?:\s+|$)
      | (?P<bullet>[•▪●○◦‣·–—*-])(?:\s+|$)
      | (?:(?P<digits>\d{1,3})(?P<between>[a-z]?)|(?P<letters>[ivx]{3,4}|[a-z]{1,2}|[a-z]\d))(?P<shape>[.)]|\s\))\.?(?:\s+|$|(?=[^\W\d_]{2}))
    )""",
    re.VERBOSE,
)


def letter_value(shown: str) -> int:
    """a = 1 … z = 26, then aa = 27, bb = 28 as laws and Word go on; ab, ac are read as 28, 29 too, as some drafters do."""
    first = ord(shown[0]) - ord("a") + 1
    if len(set(shown)) == 1:
        return 26 * (len(shown) - 1) + first
    return 26 * first + ord(shown[1]) - ord("a") + 1


def letters(value: int) -> str:
    """The letters of a value from 1: 26 is "z", 27 "aa", 28 "bb"."""
    repeats, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (repeats + 1)


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


_ROMAN_STARTS = "IVXLCDM"


def roman(value: int) -> str:
    """Capital roman digits of a value from 1."""
    shown = ""
    for worth, digits in _ROMAN:
        count, value = divmod(value, worth)
        shown += digits * count
    return shown


def roman_value(shown: str) -> int | None:
    """The value of capital roman digits; None where it is no well-formed roman number."""
    if not shown or shown[0] not in _ROMAN_STARTS:
        return None
    value, rest = 0, shown
    for worth, digits in _ROMAN:
        while rest.startswith(digits):
            value, rest = value + worth, rest[len(digits) :]
    return value if not rest and value and roman(value) == shown else None


def misread_value(shown: str) -> int | None:
    """The value of digits some of which a scan took for letters: "16O" is 160, "l7l" is 171, "l" is 1; None for other letters alone."""
    digits = shown.translate(_MISREAD)
    return (
        int(digits)
        if digits.isdecimal() and (shown == "l" or any(sign.isdigit() for sign in shown))
        else None
    )


_UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


@lru_cache(maxsize=1024)
def in_words(value: int) -> str:
    """An Indonesian cardinal, 0 to 999.999.999.999: 21 is "dua puluh satu"."""
    for worth, name in ((10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if value >= worth and not (worth == 10 and value < 20):
            count, rest = divmod(value, worth)
            head = "se" + name if count == 1 and worth in (10, 100, 1000) else f"{in_words(count)} {name}"
            return f"{head} {in_words(rest)}" if rest else head
    if value >= 10:
        return {10: "sepuluh", 11: "sebelas"}.get(value) or f"{_UNITS[value - 10]} belas"
    return _UNITS[value] or "nol"


def ordinal(value: int) -> str:
    """ "Kesatu", "Kedua", … "Kedua Belas", as a Bagian is numbered."""
    return ("ke" + in_words(value)).title()


_ORDINAL_VALUES = {ordinal(value).casefold(): value for value in range(1, 100)} | {"pertama": 1}


def ordinal_value(words: str) -> int | None:
    """The value of "Kesatu", "kedua belas", "Pertama", and of the slips "Ke Satu" and "Ke-1"; None where it is no ordinal."""
    words = " ".join(words.split()).casefold()
    if words[2:3] in (" ", "-") and words.startswith("ke"):
        return int(words[3:]) if words[3:].isdecimal() else _ORDINAL_VALUES.get("ke" + words[3:])
    return _ORDINAL_VALUES.get(words)
