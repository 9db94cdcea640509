"""Headings in a dress of their own: "pasal 1", "Pasal1", "P a s a l 1", and "BAB" with its number on the next line.

In running text the same words are references: whether a line is a heading depends on those around it, see `headings`.
"""

import re
from collections.abc import Sequence

from perdes_flow.legal.numbering import ordinal_value, roman_value
from perdes_flow.legal.parsing.lines import Heading, Line, read_heading

_WORDS = ("buku", "bab", "bagian", "paragraf", "pasal")
_WORDS_ALONE = frozenset(
    shown for word in _WORDS for shown in (word.upper(), word.title(), " ".join(word.upper()))
)
_NUMBER_FIRST = re.compile(r"(?:[IVXLC]+|\d{1,3}|(?i:ke\w+|pertama))\b")
_END = r"(?:\s*[.:–—-])?(?:$|\s+)(?P<rest>.*)"
_SPACED = re.compile(
    rf"(?P<word>(?i:b a b|p a s a l))\s?[.:]?\s?(?P<number>[IVXLC](?: [IVXLC])*|[IVXLC]+|\d(?: \d)*|\d+)(?!\w){_END}"
)
_PASAL = re.compile(
    rf"(?P<word>(?i:p ?a ?s ?a ?l))\s?[.:–-]?\s?(?P<number>\(\s?\d{{1,4}}\s?\)|\d{{1,4}}[A-Z]{{0,2}})(?!\w){_END}"
)
_OTHERS = re.compile(
    rf"(?P<word>(?i:bab|bagian|paragraf))\s?[.:]?\s(?P<number>(?i:ke[ -]?\w+(?: belas)?|pertama|[ivxlc]+)|\d{{1,3}})(?!\w){_END}"
)


def read_in_two(line: Line, following: Sequence[Line]) -> Heading | None:
    """The heading whose word stands on this line and its number on the next: "BAB", then "I"."""
    if line.text not in _WORDS_ALONE or not following or not _NUMBER_FIRST.match(following[0].text):
        return None
    word = line.text.replace(" ", "")
    found = read_heading(f"{word} {following[0].text}")
    return Heading(found.kind, found.number, found.rest, "in two") if found else None


def with_whole_number(heading: Heading, *, due: int) -> Heading:
    """The heading, its number whole where a blank parts it: "Pasal 5 A", and "Pasal 2 4" after Pasal 23."""
    inserted = heading.rest.isupper() and len(heading.rest) == 1 and heading.value is not None
    parted = heading.rest.isdecimal() and f"{heading.value}{heading.rest}" == str(due)
    return Heading(heading.kind, heading.number + heading.rest, "") if inserted or parted else heading


def read_odd(text: str) -> Heading | None:
    """What may be a heading; its number comes as the law spaces it: "P a s a l 1 2" is "Pasal 12"."""
    found = _SPACED.fullmatch(text) or _PASAL.fullmatch(text) or _OTHERS.fullmatch(text)
    if not found:
        return None
    word, number = found["word"].replace(" ", ""), found["number"].strip("( )")
    kind = word.casefold()
    if found.re is _SPACED:
        number = number.replace(" ", "")
    if kind in ("bab", "pasal") and not (number[0].isdigit() or roman_value(number.upper())):
        return None
    if kind in ("bagian", "paragraf") and not (
        number.isdigit() or roman_value(number.upper()) or ordinal_value(number)
    ):
        return None
    return Heading(kind, f"{word} {number}", found["rest"].strip(" -–—:"), "odd")
