"""Reads the plain source text of a sample Perdes: one paragraph a line, marked by a few signs.

    # kepala: …                 page header; also `pembuat` (office that saved the file) and `disimpan` (when)
    = text                      centred            > text    right half of the page
    | a | b                     table row          ---       new page
    (1) text, a. text, 1. text  numbered; two blanks in front a level deeper
    Menimbang : a. text         label, sign and first number on one line
    {++Office:words++}          words still tracked as inserted, {--Office:words--} as deleted
    {++Office++} line           a whole paragraph tracked so
    {>>Office:words>>note<<}    a comment on words

A blank line is there for the reader of the source only.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

Kind = Literal["plain", "centred", "right", "row", "page", "blank"]
Mark = Literal["", "inserted", "deleted", "comment"]

HEAD = re.compile(r"# (\w+): (.*)")
LABEL = re.compile(r"(Menimbang|Mengingat|Menetapkan) : ")
NUMBER = re.compile(r"(\(\d+\)|[a-z]\.|\d+\.) ")
WHOLE = re.compile(r"\{(\+\+|--)([^:{}]+)(?:\+\+|--)\} ")
MARKED = re.compile(r"\{\+\+([^:]+):(.*?)\+\+\}|\{--([^:]+):(.*?)--\}|\{>>([^:]+):(.*?)>>(.*?)<<\}")
SIGNS: dict[str, Kind] = {"= ": "centred", "> ": "right", "| ": "row"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one history. `author` and `note` are empty where there is none."""

    words: str
    mark: Mark = ""
    author: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph (or table row): `level` counts indents from 0; `number` is "(1)", "a.", "1." or ""."""

    kind: Kind
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    label: str = ""
    number: str = ""
    mark: Mark = ""
    author: str = ""

    @property
    def words(self) -> str:
        """The words as they stand when every tracked change is accepted."""
        return "".join(piece.words for piece in self.pieces if piece.mark != "deleted")


@dataclass(frozen=True, slots=True)
class NaskahSource:
    """A source text: page header, the office that saved the file, when it did so (UTC), and the lines."""

    header: str
    office: str
    saved_at: datetime
    lines: tuple[Line, ...]


def read_naskah(path: Path) -> NaskahSource:
    """Read one source text; a missing `#` line is a KeyError, a broken time a ValueError."""
    rows = path.read_text(encoding="utf-8").splitlines()
    head = {match[1]: match[2] for row in rows if (match := HEAD.fullmatch(row))}
    lines = tuple(read_line(row) for row in rows[len(head) + 1 :])
    return NaskahSource(head["kepala"], head["pembuat"], datetime.fromisoformat(head["disimpan"]), lines)


def read_line(row: str) -> Line:
    """Read one line of the source."""
    if row == "---":
        return Line("page")
    if not row.strip():
        return Line("blank")
    if kind := SIGNS.get(row[:2]):
        return Line(kind, split_pieces(row[2:]))
    text = row.lstrip(" ")
    level = (len(row) - len(text)) // 2
    whole, text = _cut(WHOLE, text)
    label, text = _cut(LABEL, text)
    number, text = _cut(NUMBER, text)
    mark: Mark = "" if not whole else "inserted" if whole[1] == "++" else "deleted"
    return Line(
        "plain",
        split_pieces(text),
        level,
        label=label[1] if label else "",
        number=number[1] if number else "",
        mark=mark,
        author=whole[2] if whole else "",
    )


def split_pieces(text: str) -> tuple[Piece, ...]:
    """Cut a line's words at its tracked changes and comments."""
    pieces = []
    place = 0
    for match in MARKED.finditer(text):
        pieces.append(Piece(text[place : match.start()]))
        inserter, inserted, deleter, deleted, reviewer, reviewed, note = match.groups()
        if inserter:
            pieces.append(Piece(inserted, "inserted", inserter))
        elif deleter:
            pieces.append(Piece(deleted, "deleted", deleter))
        else:
            pieces.append(Piece(reviewed, "comment", reviewer, note))
        place = match.end()
    pieces.append(Piece(text[place:]))
    return tuple(piece for piece in pieces if piece.words)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    match = pattern.match(text)
    return match, text[match.end() :] if match else text
