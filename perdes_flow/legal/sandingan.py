"""Both texts as one, in reading order: what stayed, what went, what came. Every view of a comparison is made from this.

It is read off the comparison that the redline rests on; nothing is compared anew but the words inside paired passages.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.changes import Comparison
from perdes_flow.legal.comparison import Line, pair_lines
from perdes_flow.legal.difference import difference
from perdes_flow.legal.entries import Entry
from perdes_flow.legal.matching.sequences import increasing
from perdes_flow.legal.renumbering import Renumbering, Shifts

PassageKind = Literal["same", "format", "renumbered", "changed", "inserted", "deleted", "moved", "moved_away"]
PieceKind = Literal["kept", "gone", "come"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words. `mechanical`: a number that shifted with others, or a reference that followed it."""

    kind: PieceKind
    text: str
    mechanical: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, or one row of a table.

    unit    the kind of the unit that it belongs to ("pasal", "ayat", "judul", …)
    old     the address of that unit in the old text, "" where it is not there; new likewise
    group   the old and the new address of the Pasal, or of the unit outside any Pasal, that it belongs to
    starts  it begins the unit
    """

    kind: PassageKind
    pieces: tuple[Piece, ...]
    unit: str
    old: str
    new: str
    group: tuple[str, str]
    starts: bool
    centred: bool
    row: tuple[str, int, int] | None = None

    @property
    def before(self) -> str:
        """Its words in the old text."""
        return "".join(piece.text for piece in self.pieces if piece.kind != "come")

    @property
    def after(self) -> str:
        """Its words in the new text."""
        return "".join(piece.text for piece in self.pieces if piece.kind != "gone")


def passages_of(comparison: Comparison) -> list[Passage]:
    """All passages: what went stands before what came in its place."""
    return list(_rows(_Reading(comparison).passages()))


JOINT = "\ue000"  # stands for the end of a paragraph between two others; no text has it


class _Reading:
    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._olds, self._news = comparison.old.blocks, comparison.new.blocks
        self._shifts = comparison.renumbered()
        pairs = comparison.pairs
        self._moved = {j for group in pairs.moved for j in group}
        self._mates = dict(pairs.mates) | _beside_the_body(self._olds, self._news, pairs.mates)
        self._away = {self._mates[j] for j in self._moved if j in self._mates}
        self._splits = {
            news[0]: (i, news) for i, news in pairs.splits if news and not self._moved & set(news)
        }
        self._merges = {j: olds for olds, j in pairs.merges if j not in self._moved}
        self._pieces = {j for _, news in self._splits.values() for j in news[1:]}
        self._parts = {i for olds in self._merges.values() for i in olds} - set(self._mates.values())

    def passages(self) -> Iterator[Passage]:
        kept = sorted((i, j) for j, i in self._mates.items() if j not in self._moved)
        in_order = [kept[k] for k in increasing([j for _, j in kept])]
        i = j = 0
        for end_i, end_j in [*in_order, (len(self._olds), len(self._news))]:
            yield from self._gone(range(i, end_i))
            yield from self._come(range(j, end_j))
            if end_j < len(self._news):
                yield from self._pair(end_i, end_j)
            i, j = end_i + 1, end_j + 1

    def _gone(self, olds: Iterable[int]) -> Iterator[Passage]:
        for i in olds:
            text = self._olds[i].shown
            if text and i not in self._parts:
                kind: PassageKind = "moved_away" if i in self._away else "deleted"
                yield self._passage(kind, (Piece("gone", text),), i, None)

    def _come(self, news: Iterable[int]) -> Iterator[Passage]:
        for j in news:
            if j in self._moved and j in self._mates:
                i = self._mates[j]
                pieces = _pieces(self._olds[i].shown, self._news[j].shown, self._shifts)
                yield self._passage("moved", pieces, i, j)
            elif self._news[j].shown and j not in self._pieces:
                yield self._passage("inserted", (Piece("come", self._news[j].shown),), None, j)

    def _pair(self, i: int, j: int) -> Iterator[Passage]:
        if j in self._splits:
            news = self._splits[j][1]
            whole = _pieces(self._olds[i].shown, JOINT.join(self._news[k].shown for k in news), self._shifts)
            for k, pieces in zip(news, _cut(whole), strict=True):
                yield self._passage("changed", pieces, i, k)
            return
        before = JOINT.join(self._olds[k].shown for k in self._merges.get(j, (i,)))
        pieces = _pieces(before, self._news[j].shown, self._shifts)
        if j in self._merges:
            pieces = tuple(replace(piece, text=piece.text.replace(JOINT, " ")) for piece in pieces)
        if _is_count(self._olds[i]) and _is_count(self._news[j]):
            pieces = tuple(replace(piece, mechanical=True) for piece in pieces)
        if pieces:
            yield self._passage(self._kind(pieces, j), pieces, i, j)

    def _kind(self, pieces: Sequence[Piece], j: int) -> PassageKind:
        edited = [piece for piece in pieces if piece.kind != "kept"]
        if not edited:
            return "format" if j in self._comparison.pairs.reformatted else "same"
        return "renumbered" if all(piece.mechanical for piece in edited) else "changed"

    def _passage(self, kind: PassageKind, pieces: tuple[Piece, ...], i: int | None, j: int | None) -> Passage:
        old = self._comparison.old_blocks.get(i, []) if i is not None else []
        new = self._comparison.new_blocks.get(j, []) if j is not None else []
        entries, index = (new, j) if j is not None else (old, i)
        block = self._news[j] if j is not None else self._olds[i or 0]
        own = entries[-1] if entries else None
        row = (block.part, block.cell.table, block.cell.row) if block.cell else None
        return Passage(
            kind,
            pieces,
            own.unit.kind if own else "",
            old[-1].address if old else "",
            new[-1].address if new else "",
            _group(own, is_old=j is None),
            bool(own and own.blocks and own.blocks[0] == index),
            block.centred,
            row,
        )


def _is_count(block: Block) -> bool:
    """The first cell of a row that only counts the rows."""
    return block.cell is not None and block.cell.column == 0 and _COUNT.fullmatch(block.shown) is not None


_COUNT = re.compile(r"\s*\d{1,4}[.)]?\s*")


def _beside_the_body(
    olds: Sequence[Block], news: Sequence[Block], known: Mapping[int, int]
) -> dict[int, int]:
    """Heads and feet of pages and notes: the trail does not follow these."""
    taken = set(known.values())
    found: dict[int, int] = {}
    for story in ("header", "footer", "footnote", "endnote"):
        before = [i for i, block in enumerate(olds) if block.story == story and i not in taken]
        after = [j for j, block in enumerate(news) if block.story == story]
        lines = [
            [Line(text) for text in (texts[k].shown for k in which)]
            for texts, which in ((olds, before), (news, after))
        ]
        found.update((after[b], before[a]) for a, b in pair_lines(*lines, same_place=True).kept)
    return found


def _group(entry: Entry | None, *, is_old: bool) -> tuple[str, str]:
    """The addresses of the Pasal around an entry, or its own, in both texts."""
    if entry is None:
        return "", ""
    around: Entry | None = entry
    while around is not None and around.unit.kind != "pasal":
        around = around.around
    found = around or entry
    other = found.mate.address if found.mate is not None else ""
    return (found.address, other) if is_old else (other, found.address)


def _pieces(old: str, new: str, shifts: Shifts) -> tuple[Piece, ...]:
    """The words of two texts, what went before what came."""
    renumbering = Renumbering(old, new, lambda: shifts) if old != new else None
    pieces = []
    for stretch in difference(old, new):
        if stretch.kept:
            pieces.append(Piece("kept", new[stretch.new_start : stretch.new_end]))
            continue
        mechanical = renumbering is not None and renumbering.covers(stretch)
        if stretch.old_end > stretch.old_start:
            pieces.append(Piece("gone", old[stretch.old_start : stretch.old_end], mechanical))
        else:
            pieces.append(Piece("come", new[stretch.new_start : stretch.new_end], mechanical))
    return tuple(_calm(pieces))


def _calm(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Words that went one by one, with blanks between them, as words that went together."""
    gone: list[str] = []
    come: list[str] = []
    for at, piece in enumerate(pieces):
        following = pieces[at + 1 : at + 2]
        if not piece.mechanical and piece.kind == "gone":
            gone.append(piece.text)
        elif not piece.mechanical and piece.kind == "come":
            come.append(piece.text)
        elif (
            gone
            and come
            and piece.text == " "
            and following
            and following[0].kind != "kept"
            and not following[0].mechanical
        ):
            gone.append(" ")
            come.append(" ")
        else:
            yield from _flushed(gone, come)
            yield piece
    yield from _flushed(gone, come)


def _flushed(gone: list[str], come: list[str]) -> Iterator[Piece]:
    for kind, texts in (("gone", gone), ("come", come)):
        if "".join(texts):
            yield Piece("gone" if kind == "gone" else "come", "".join(texts))
        texts.clear()


def _cut(pieces: Iterable[Piece]) -> list[tuple[Piece, ...]]:
    """The pieces of each of the paragraphs that a paragraph was cut into."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split(JOINT) if piece.kind == "come" else [piece.text]
        found[-1] += [replace(piece, text=first)] if first else []
        found += ([replace(piece, text=text)] if text else [] for text in others)
    return [tuple(part) for part in found]


# ---- tables


def _rows(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The cells of a row as one passage, with a line between them."""
    waiting: Passage | None = None
    for passage in passages:
        if (
            waiting is not None
            and waiting.row is not None
            and waiting.row == passage.row
            and _side(waiting) == _side(passage)
        ):
            waiting = _joined(waiting, passage)
            continue
        if waiting is not None:
            yield waiting
        waiting = passage
    if waiting is not None:
        yield waiting


def _side(passage: Passage) -> str:
    return passage.kind if passage.kind in ("inserted", "deleted", "moved", "moved_away") else "both"


def _joined(one: Passage, other: Passage) -> Passage:
    kind = max(one.kind, other.kind, key=_GRAVITY.index) if _side(one) == "both" else one.kind
    line = Piece(_LINES.get(one.kind, "kept"), " | ")
    return replace(one, kind=kind, pieces=(*one.pieces, line, *other.pieces))


_LINES: dict[PassageKind, PieceKind] = {"inserted": "come", "deleted": "gone", "moved_away": "gone"}


_GRAVITY: tuple[PassageKind, ...] = ("same", "format", "renumbered", "changed")
