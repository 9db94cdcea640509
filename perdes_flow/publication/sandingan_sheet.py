"""Matriks sandingan: every changed Pasal in one row, the old text beside the new one, who asked for it and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from perdes_flow.legal.changes import Change
from perdes_flow.legal.sandingan import Passage, Piece
from perdes_flow.publication.sandingan_words import is_quiet, shifted, summary
from perdes_flow.word.writer import Look, Paragraph, Rich, Table, Words, write


@dataclass(frozen=True, slots=True)
class Wish:
    """Who asked for a change, and the reason given."""

    by: str
    reason: str


@dataclass(frozen=True)
class SandinganSheet:
    """`title` of the regulation; `old` and `new` say which two texts these are.

    `wishes` by the old address of a unit; the columns stay empty, to be filled in by hand, where nobody is known to have asked.
    """

    title: str
    old: str
    new: str
    changes: Sequence[Change]
    passages: Sequence[Passage]
    wishes: Mapping[str, Sequence[Wish]] = field(default_factory=dict)


def as_docx(sheet: SandinganSheet) -> bytes:
    """The matrix as a Word file, landscape; the same comparison gives the same bytes."""
    rows = tuple(_rows(sheet))
    parts: list[Paragraph | Table] = [
        Paragraph("MATRIKS SANDINGAN", "center", bold=True, after_points=0),
        Paragraph(sheet.title, "center", bold=True, after_points=6),
        Paragraph(f"Lama: {sheet.old}. Baru: {sheet.new}.", "center", after_points=0),
        Paragraph(summary(sheet.changes), "center", after_points=12),
    ]
    if rows:
        parts.append(Table(rows, _HEAD, _WIDTHS))
    if numbers := shifted(sheet.changes):
        parts += [
            Paragraph("", after_points=6),
            Paragraph(f"Hanya nomornya yang berubah: {numbers}.", "left"),
        ]
    return write(parts, footer=f"Matriks sandingan · {sheet.title}", landscape=True)


_HEAD = ("No", "Tempat", "Naskah lama", "Naskah baru", "Diminta oleh", "Alasan")
_WIDTHS = (6, 14, 36, 36, 15, 20)


def _rows(sheet: SandinganSheet) -> Iterator[tuple[str | Rich, ...]]:
    number = 0
    passages = [passage for passage in sheet.passages if passage.kind != "moved_away"]
    for (old, new), run in groupby(passages, key=lambda passage: passage.group):
        group = list(run)
        if is_quiet(group):
            continue
        number += 1
        wishes = _wishes(sheet.wishes, old, group)
        yield (
            str(number),
            _place(old, new, group),
            _side(group, "gone"),
            _side(group, "come"),
            "\n".join(wish.by for wish in wishes),
            "\n".join(wish.reason for wish in wishes),
        )


def _place(old: str, new: str, group: Sequence[Passage]) -> str:
    moved = "\n(dipindahkan)" if group[0].kind == "moved" else ""
    if old == new or not new:
        return f"{old or 'Naskah'}{moved}"
    return f"{new}\n(baru)" if not old else f"{new}\n(dahulu {old}){moved}"


def _side(group: Sequence[Passage], shown: Look) -> Rich:
    """One column: the words of this side, marked where the other side has not got them."""
    other = "come" if shown == "gone" else "gone"
    lines: list[tuple[Words, ...]] = []
    long = sum(len(passage.after) for passage in group) > _LONG
    for passage in group:
        if long and passage.kind == "same" and passage.unit != "pasal":
            if lines and lines[-1] != _LEFT_OUT:
                lines.append(_LEFT_OUT)
            continue
        words = [Words(p.text, _look(p, shown)) for p in passage.pieces if p.kind != other]
        if any(word.text.strip() for word in words):
            lines.append(tuple(words))
    return Rich(tuple(lines) or ((Words("–", "quiet"),),))


_LONG = 800  # characters: of a longer Pasal only what changed stands in the matrix
_LEFT_OUT = (Words("…", "quiet"),)


def _look(piece: Piece, shown: Look) -> Look:
    return shown if piece.kind == shown and not piece.mechanical else ""


def _wishes(wishes: Mapping[str, Sequence[Wish]], old: str, group: Sequence[Passage]) -> list[Wish]:
    """What was asked of the Pasal or of a unit in it, each once."""
    addresses = dict.fromkeys([old, *(passage.old for passage in group)])
    return list(dict.fromkeys(wish for address in addresses if address for wish in wishes.get(address, ())))
