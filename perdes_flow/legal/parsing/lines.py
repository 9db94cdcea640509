"""What one line is, by its look alone: a heading, the start of a part, a numbered text, a plain one.

Whether it is taken for that also depends on what stands before it; see `body`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.numbering import Marker, misread_value, ordinal_value, read_marker, roman_value
from perdes_flow.legal.swift import swift


class Line(NamedTuple):
    """A block with its runs of blanks reduced. `automatic`: its number was made by Word, so it is a number for certain."""

    block: int
    text: str
    automatic: bool
    centred: bool


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """The lines of the body that are not blank."""
    lines: list[Line] = []
    for start in range(0, len(blocks), _TOGETHER):
        some = blocks[start : start + _TOGETHER]
        texts = [f"{block.number} {block.text}" if block.number else block.text for block in some]
        if not _are_plain(texts):
            texts = [_bare(text) for text in texts]
        together = "\n".join(texts)
        several = ". (" in together or "; (" in together  # else no paragraph holds more than one ayat
        for index, (block, text) in enumerate(zip(some, texts, strict=True), start):
            if block.breaks and block.story == "body":
                lines += _broken(index, block)
            elif several and block.story == "body" and (pieces := _ayat_in_a_row(text)):
                lines.append(Line(index, pieces[0], block.number != "", block.centred))
                lines += [Line(index, piece, False, block.centred) for piece in pieces[1:]]
            elif text and block.story == "body":
                lines.append(_line(Line, (index, text, block.number != "", block.centred)))
    return lines


def _broken(index: int, block: Block) -> list[Line]:
    """The lines of a paragraph that ends lines within itself: to who typed it, each is a paragraph."""
    edges = [0, *block.breaks, len(block.text)]
    pieces = [_bare(block.text[start:end]) for start, end in pairwise(edges)]
    first = f"{block.number} {pieces[0]}".strip()
    after = [Line(index, piece, False, block.centred) for piece in pieces[1:] if piece]
    return [Line(index, first, block.number != "", block.centred), *after] if first else after


def _ayat_in_a_row(text: str) -> list[str]:
    """The ayat that stand in one paragraph: "(1) Warga wajib. (2) Petugas dapat."; none where there is but one."""
    first = _FIRST_OF_SEVERAL.match(text)
    if not first or (number := int(first[1])) > 40 or f"({number + 1}) " not in text:
        return []
    pieces, start = [], 0
    while (place := text.find(f" ({number + 1}) ", start)) >= 0:
        number += 1
        after = place + len(f" ({number}) ")
        if text[place - 1] not in ".;" or not text[after : after + 1].isupper():
            break
        pieces.append(text[start:place])
        start = place + 1
    return [*pieces, text[start:]] if pieces else []


_FIRST_OF_SEVERAL = re.compile(r"(?:Pasal \w{1,5} )?\((\d{1,2})\) ")
_line = tuple.__new__  # what Line itself calls, one step nearer


_TOGETHER = 256  # blocks that are looked at in one piece
_OTHER_BLANKS = tuple(sign for sign in map(chr, range(0x3001)) if sign.isspace() and sign != " ")


_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")) | dict.fromkeys(
    map(ord, "\u2010\u2011"), "-"
)
_OTHER_SIGNS = (*_OTHER_BLANKS, *map(chr, _UNSEEN))


def _bare(text: str) -> str:
    """Single blanks between words, one sort of hyphen, and none of the signs that web pages and Word hide between letters."""
    return " ".join(text.translate(_UNSEEN).split()) or " ".join(text.split())  # no paragraph is lost


def _are_plain(texts: Sequence[str]) -> bool:
    """Single blanks between words and nowhere else, as nearly all texts come: splitting them would change nothing."""
    whole = " ".join(["", *filter(None, texts), ""])  # so a blank at an edge makes two of them too
    return "  " not in whole and not any(sign in whole for sign in _OTHER_SIGNS)


@dataclass(frozen=True, slots=True)
class Heading:
    """kind is one of units.HEADINGS; `rest` is what stands on the same line after the number.

    manner  "misread": a scanned number ("Pasal l7l"); "odd": in a dress that a reference has too ("pasal 5");
            "in two": its number stands on the next line; "" for nearly all
    """

    kind: str
    number: str
    rest: str
    manner: str = ""

    @property
    def value(self) -> int | None:
        """The number of a Pasal, also where a scan has letters for digits: "Pasal 16O"; None for "5A" and roman ones."""
        shown = self.number.rpartition(" ")[2]
        if shown.isdecimal():
            return int(shown)
        return misread_value(shown)

    @property
    def bab(self) -> int | None:
        """The number of a Bab."""
        shown = self.number.rpartition(" ")[2] if self.kind == "bab" else ""
        return int(shown) if shown.isdecimal() else roman_value(shown.replace("l", "I").upper())


def read_heading(text: str) -> Heading | None:
    """A line that looks like the heading of a Buku, Bab, Bagian, Paragraf or Pasal."""
    if not may_be_heading(text):
        return None
    if found := _PASAL.match(text):
        return _heading("pasal", _one_blank(found["number"]), (found["rest"] or "").strip())
    if found := _MISREAD_PASAL.fullmatch(text):
        return Heading("pasal", _one_blank(found["number"]), "", "misread")
    if found := _BAB.match(text):
        return Heading("bab", _one_blank(found["number"]), found["rest"].strip().lstrip("-–—:. "))
    found = _BUKU.match(text) or _BAGIAN.match(text)
    if not found or not _may_be_title(found["rest"]):
        return None
    number = _one_blank(found["number"])
    kind, _, value = number.partition(" ")
    if not (ordinal_value(value) or value.isdigit() or _ROMAN.fullmatch(value)):
        return None
    return Heading("bagian" if kind == "Baglan" else kind.casefold(), number, found["rest"].strip(" -–—:."))


_heading = swift(Heading)


def may_be_heading(text: str) -> bool:
    """False for most lines, at the first look."""
    return text[:1] in _HEADING_STARTS


QUOTES = "“\"'‘"
_HEADING_STARTS = frozenset("BbPp" + QUOTES)

_BLANK = r"(?:…|\.[. …]*)"  # a number not yet filled in
_PASAL = re.compile(
    rf"(?P<number>[{QUOTES}]?(?:Pasal|PASAL)(?:\s+(?:\d{{1,4}}[A-Z]{{0,2}}|[IVXLC]+)|\s*{_BLANK}(?!\s*\d)))(?!\w)(?:[.:]|\s[:–—-])?(?:$|\s+(?P<rest>.*))"
)
_MISREAD_PASAL = re.compile(r"(?P<number>Pasal\s+(?:(?=\w*\d)[\dlIOo]{2,4}|l))")
_BAB = re.compile(
    rf"(?P<number>[{QUOTES}]?(?:BAB|Bab)\s+(?:[IVXLC]+[A-Z]?|[IVXl]{{1,5}}|\d{{1,3}}|{_BLANK}))(?=\s|$|\.|:|[–—-]\s*(?![IVXLC]+\b)[A-Z])\s*[.:]?(?P<rest>.*)"
)
_ORDINAL = r"(?:ke\w+|pertama|ke[ -](?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|\d{1,2}))(?:\s+(?:puluh\s+(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\b|puluh\b|belas\b))?"
_BUKU = re.compile(rf"(?P<number>BUKU\s+(?i:{_ORDINAL}|[IVX]+|\d+))(?!\w)(?P<rest>.*)")
_BAGIAN = re.compile(
    rf"(?P<number>(?:Bag[il]an|BAGIAN|Paragraf|PARAGRAF)\s+(?i:{_ORDINAL}|[IVX]+|\d+))(?!\w)(?P<rest>.*)"
)
_ROMAN = re.compile("[IVX]+")


def _one_blank(number: str) -> str:
    return " ".join(number.split()) if number.count(" ") != 1 else number


def _may_be_title(rest: str) -> bool:
    """What follows "Bagian Kesatu" on its line may be a title, not the rest of a sentence ("Bagian kedua dari …")."""
    rest = rest.strip(" -–—:.")
    return not rest or (rest[0].isupper() and len(rest) < 120)


def read_number(text: str) -> tuple[Marker, str] | None:
    """The marker of an ayat or a list item and the text after it."""
    return read_marker(text) if text and (text[0] in _MARKER_STARTS or text[0].islower()) else None


def read_capital(text: str) -> tuple[Marker, str] | None:
    """A capital letter before a consideration: "A. bahwa …"; before other words it may be an initial."""
    if not (found := _CAPITAL.fullmatch(text)):
        return None
    return Marker(found[1], "letter", found[1][1], ord(found[1][0]) - ord("A") + 1), found[2]


_CAPITAL = re.compile(r"([A-Z][.)])\s*((?:[Bb]ahwa|BAHWA)\b.*)", re.DOTALL)
_MARKER_STARTS = "(0123456789•▪●○◦‣·–—*-"


# ---- how a text ends

_FINISHED = re.compile(r"[.;:!?”\"’)]$|[;,.]\s*(?:dan|atau|dan\s*/\s*atau)$", re.IGNORECASE)
_DANGLING_WORDS = frozenset(
    [
        "ayat",
        "huruf",
        "angka",
        "butir",
        "pasal",
        "nomor",
        "no",
        "no.",
        "tahun",
        "bab",
        "bagian",
        "paragraf",
        "dalam",
        "pada",
        "dengan",
        "dari",
        "oleh",
        "sampai",
        "tanggal",
        "sebagaimana",
        "dimaksud",
        "yang",
        "untuk",
        "serta",
        "maupun",
        "/",
    ]
)
_JOINS = ("dan", "atau", "dan/atau", "serta", "sampai dengan", ",")
_REFERENCE_CUT = re.compile(
    r"(?:ayat|huruf|angka|pasal)\s*\(?\w{1,4}\)?(?:,|,?\s+(?:dan|atau|dan/atau|serta|sampai dengan))$",
    re.IGNORECASE,
)
_TAIL = 40  # characters that are enough to tell
_ENDS = frozenset(".;:")
_ENDS_WITH_AND = re.compile(r"\b(?:dan|atau)$", re.IGNORECASE)


def is_finished(text: str) -> bool:
    """The text ends as a sentence or a list item ends; nothing also counts."""
    return not text or _FINISHED.search(text[-_TAIL:]) is not None


def is_dangling(text: str) -> bool:
    """The text ends in the middle of a phrase: "… sebagaimana dimaksud pada ayat"."""
    if text[-1:] in _ENDS and text[-3:].casefold() != "no.":  # nearly always
        return False
    tail = text[-_TAIL:]
    last = tail.rpartition(" ")[2].lstrip("(").casefold()
    return last in _DANGLING_WORDS or (tail.endswith(_JOINS) and _REFERENCE_CUT.search(tail) is not None)


def ends_with_and(text: str) -> bool:
    """ "…; dan" or "…, atau": the next item is the last."""
    return _ENDS_WITH_AND.search(text[-_TAIL:]) is not None


def starts_sentence(text: str) -> bool:
    return not text or not text[0].islower()
