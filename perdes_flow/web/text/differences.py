"""A comparison as the page shows it: group by group (a Pasal each), words that came, went, moved or only shifted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext

from perdes_flow.legal.changes import Change
from perdes_flow.legal.sandingan import Passage, Piece
from perdes_flow.publication.sandingan_sheet import Wish
from perdes_flow.publication.sandingan_words import MECHANICAL, is_quiet, new_address
from perdes_flow.web.text.anchors import anchor_of

Words = tuple[
    str, str
]  # what became of some words ("", "gone", "come", "was" and "now" for numbers), and the words


@dataclass(frozen=True, slots=True)
class Sentence:
    """A change in one sentence. `where` is its unit, `anchor` the unit's place in the new text."""

    text: str
    where: str
    anchor: str
    mechanical: bool


def sentences_of(changes: Iterable[Change], *, numbers: bool) -> list[Sentence]:
    """A sentence for each change of words; with `numbers` also for what only shifted."""
    found = []
    for change in changes:
        mechanical = change.kind in MECHANICAL
        if change.kind != "format" and (numbers or not mechanical):
            where = new_address(change)
            anchor = anchor_of(where) if where else ""
            found.append(Sentence(change.sentence, where or change.unit, anchor, mechanical))
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the inline view. `source` is where a moved unit was; `target` where it went."""

    kind: str
    layout: str
    anchor: str
    words: tuple[Words, ...]
    source: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A Pasal, or a part outside any. `old` and `new` are its addresses, "" where it is not there."""

    old: str
    new: str
    quiet: bool
    moved: bool
    passages: tuple[Passage, ...]

    @property
    def name(self) -> str:
        return self.new or self.old

    @property
    def anchor(self) -> str:
        return anchor_of(self.name)

    @property
    def note(self) -> str:
        """What became of it as a whole."""
        if not self.new:
            return gettext("dihapus")
        if not self.old:
            return gettext("baru")
        was = gettext("dahulu %(place)s") % {"place": self.old} if self.old != self.new else ""
        return ", ".join(word for word in (was, gettext("dipindahkan") if self.moved else "") if word)


def groups_of(passages: Iterable[Passage]) -> list[Group]:
    """The groups in reading order."""
    found = []
    for (old, new), run in groupby(passages, key=lambda passage: passage.group):
        inside = tuple(run)
        moved = inside[0].kind == "moved"
        found.append(Group(old, new, is_quiet(inside), moved, inside))
    return found


def lines_of(group: Group, *, numbers: bool) -> Iterator[Line]:
    """The inline view of a group; with `numbers` also what only shifted."""
    for passage in group.passages:
        if passage.kind == "moved_away":
            if passage.starts and passage.group[1]:
                yield Line("moved_away", "t", "", (("", passage.old),), target=passage.group[1])
            continue
        anchor = anchor_of(passage.new) if passage.starts and passage.new else ""
        source = passage.old if passage.kind == "moved" and passage.starts else ""
        layout = "c" if passage.centred else _LAYOUT.get(passage.unit, "t")
        kind = "same" if passage.kind == "renumbered" and not numbers else passage.kind
        yield Line(kind, layout, anchor, tuple(_words(passage.pieces, numbers=numbers)), source)


_LAYOUT = {
    **dict.fromkeys(("judul", "buku", "bab", "bagian", "paragraf", "pasal"), "c"),
    "ayat": "a",
    **dict.fromkeys(("huruf", "angka", "definisi", "butir"), "r"),
    "baris": "b",
}


def _words(pieces: Iterable[Piece], *, numbers: bool) -> Iterator[Words]:
    for piece in pieces:
        if piece.kind == "kept":
            yield "", piece.text
        elif not piece.mechanical:
            yield piece.kind, piece.text
        elif numbers:
            yield ("was" if piece.kind == "gone" else "now"), piece.text
        elif piece.kind == "come":
            yield "", piece.text


# ---- side by side


@dataclass(frozen=True, slots=True)
class Row:
    """One group in two columns, with who asked for it."""

    group: Group
    before: tuple[tuple[Words, ...], ...]
    after: tuple[tuple[Words, ...], ...]
    wishes: tuple[Wish, ...]


def rows_of(groups: Iterable[Group], wishes: Mapping[str, Sequence[Wish]]) -> Iterator[Row]:
    """A row for each group."""
    for group in groups:
        passages = [passage for passage in group.passages if passage.kind != "moved_away"]
        if passages:
            addresses = dict.fromkeys([group.old, *(passage.old for passage in passages)])
            asked = dict.fromkeys(
                wish for address in addresses if address for wish in wishes.get(address, ())
            )
            yield Row(group, _column(passages, "gone"), _column(passages, "come"), tuple(asked))


def _column(passages: Iterable[Passage], side: str) -> tuple[tuple[Words, ...], ...]:
    other = "come" if side == "gone" else "gone"
    lines = (
        tuple(
            (side if piece.kind == side and not piece.mechanical else "", piece.text)
            for piece in passage.pieces
            if piece.kind != other
        )
        for passage in passages
    )
    return tuple(line for line in lines if "".join(text for _, text in line).strip())


# ---- the inline view


@dataclass(frozen=True, slots=True)
class Stretch:
    """A group with its lines; or, without a group, `skipped`: the span of those that are left out."""

    group: Group | None
    lines: tuple[Line, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    skipped: str = ""
    shifted: bool = False  # what is left out bears other numbers now


def stretches_of(
    groups: Sequence[Group],
    hidden: Callable[[Group], bool],
    sentences: Iterable[Sentence],
    *,
    numbers: bool,
) -> list[Stretch]:
    """All groups in reading order, those that are hidden as one line for each run of them."""
    found: list[Stretch] = []
    said = _by_group(groups, sentences)
    anchors: set[str] = set()
    for left_out, run in groupby(groups, hidden):
        several = list(run)
        if left_out:
            shifted = any(passage.kind == "renumbered" for group in several for passage in group.passages)
            found.append(Stretch(None, skipped=_span(several), shifted=shifted))
        else:
            found += [
                Stretch(group, _anchored(group, anchors, numbers=numbers), tuple(said.get(group.name, ())))
                for group in several
            ]
    return found


def _by_group(groups: Iterable[Group], sentences: Iterable[Sentence]) -> dict[str, list[Sentence]]:
    around = {
        address: group.name
        for group in groups
        for passage in group.passages
        for address in (passage.new or passage.old, group.name)
    }
    found: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        found.setdefault(around.get(sentence.where, ""), []).append(sentence)
    return found


def _anchored(group: Group, taken: set[str], *, numbers: bool) -> tuple[Line, ...]:
    """Where an address stands twice, its first line has the anchor."""
    lines = []
    for line in lines_of(group, numbers=numbers):
        lines.append(replace(line, anchor="") if line.anchor in taken else line)
        taken.add(line.anchor)
    return tuple(lines)


def _span(groups: Sequence[Group]) -> str:
    names = [group.name for group in groups if group.name]
    if not names:
        return ""
    return (
        names[0]
        if names[0] == names[-1]
        else gettext("%(first)s sampai %(last)s") % {"first": names[0], "last": names[-1]}
    )
