"""Where each Pasal and each part of a text went: by the traces that its sentences left, never by its number."""

from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum

from perdes_flow.legal.anchoring.passages import EXPLAINED, Text
from perdes_flow.legal.anchoring.traces import Traces
from perdes_flow.legal.anchoring.twins import UNIQUE_LETTERS, Twins
from perdes_flow.legal.anchoring.words import Words, common_run, likeness


class Grade(IntEnum):
    """How well something was found again."""

    GONE = 0
    DOUBTFUL = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Move:
    """Where a home went: into which one mostly, how surely, and all that took a good part of it."""

    home: int = -1
    grade: Grade = Grade.GONE
    all: frozenset[int] = frozenset()


def find_moves(old: Text, new: Text, traces: Traces, twins: Twins) -> list[Move]:
    """For every old home where it went."""
    moves = _by_traces(old, new, traces)
    _fixed_parts(old, new, moves)
    _equal_homes(old, new, twins, moves)
    _drop_chance(old, new, moves)
    _neighbours(old, new, moves)
    _explanations(old, new, moves)
    return moves


# Measured on regulations with known edits (docs/anchors.md): a Pasal that was deleted shares at most 0.42 of what is
# rare in it with any other; one that was kept, however changed, shares less than 0.5 in 1 of 100 cases.
SURE_SHARE = 0.5
SURE_WORDS = 6
PART_SHARE = 0.3
PART_WORDS = 8
PERHAPS_SHARE = 0.25
# shares of letters, and of a run of words: less have only those that share some words by chance (0.41 and 0.29 at most)
IN_PLACE_LIKENESS, IN_PLACE_RUN = 0.4, 0.4
IN_PLACE_ALIKE = 0.55
ALONE_LIKENESS = 0.45  # with traces, between two that stayed: 0.48 and more for one that stayed too
IN_PLACE_SURE, IN_PLACE_SURE_RUN = 0.75, 0.9


def _by_traces(old: Text, new: Text, traces: Traces) -> list[Move]:
    moves = []
    for home in old.homes:
        linked: dict[int, int] = defaultdict(int)
        for sentence in home.sentences:
            for there, words in traces.links[sentence].items():
                linked[new.sentences[there].home] += words
        rare = sum(traces.rare_old[s] for s in home.sentences)
        moves.append(_strongest(dict(linked), rare))
    return moves


def _drop_chance(old: Text, new: Text, moves: list[Move]) -> None:
    """Of those still in doubt: both only say one thing alike, and nothing else came from the old one."""
    for i, move in enumerate(moves):
        if move.grade == Grade.DOUBTFUL:
            said, there = _words(old, i), _words(new, move.home)
            if _in_place(likeness(said, there), common_run(said, there)) == Grade.GONE:
                moves[i] = Move()


def _strongest(linked: dict[int, int], rare: int) -> Move:
    if not linked:
        return Move()
    best = max(linked, key=lambda home: (linked[home], -home))
    share = linked[best] / rare
    parts = {home for home, words in linked.items() if words >= PART_WORDS and words / rare >= PART_SHARE}
    if share >= SURE_SHARE and linked[best] >= SURE_WORDS:
        return Move(best, Grade.SURE, frozenset({best, *parts}))
    if share >= PERHAPS_SHARE:
        return Move(best, Grade.DOUBTFUL, frozenset({best}))
    return Move()


def _sure(home: int) -> Move:
    return Move(home, Grade.SURE, frozenset({home}))


_FIXED = frozenset(
    {"judul", "pembukaan", "menimbang", "mengingat", "memperhatikan", "penutup", "penjelasan", "lampiran", "kepala halaman",
     "kaki halaman", "catatan kaki"}
)  # fmt: skip


def _fixed_parts(old: Text, new: Text, moves: list[Move]) -> None:
    """What every text has once needs no proof."""
    for i, home in enumerate(old.homes):
        there = new.home_named.get(home.name)
        if home.unit.kind in _FIXED and there is not None and old.home_named[home.name] is not None:
            moves[i] = _sure(there)


def _equal_homes(old: Text, new: Text, twins: Twins, moves: list[Move]) -> None:
    """Titles and short Pasal that stand once in both texts, word for word."""
    olds, news = _once(old, twins.old), _once(new, twins.new)
    for said, home in olds.items():
        there = news.get(said, -1)
        if home >= 0 and there >= 0 and moves[home].grade != Grade.SURE:
            moves[home] = _sure(there)


def _once(text: Text, twins: frozenset[int]) -> dict[tuple[Words, ...], int]:
    """What a home says -> the home; -1 where several say it. Those of which every sentence has a twin went with them."""
    found: dict[tuple[Words, ...], int] = {}
    for i, home in enumerate(text.homes):
        if len(home.sentences) and twins.issuperset(home.sentences):
            continue
        said = ((home.unit.kind,), *(text.sentences[s].words for s in home.sentences))
        letters = sum(len(text.sentences[s].text) for s in home.sentences)
        if letters >= (UNIQUE_LETTERS if home.unit.kind == "pasal" else 1):
            found[said] = -1 if said in found else i
    return found


def _neighbours(old: Text, new: Text, moves: list[Move]) -> None:
    """Homes that are not sure, between two that are and stand side by side as before: each with its opposite."""
    claimed = {move.home for move in moves if move.grade == Grade.SURE}
    sure = [i for i, move in enumerate(moves) if move.grade == Grade.SURE]
    for before, after in zip([-1, *sure], [*sure, len(moves)], strict=True):
        first = moves[before].home + 1 if before >= 0 else 0
        last = moves[after].home if after < len(moves) else len(new.homes)
        olds = list(range(before + 1, after))
        news = [j for j in range(first, last) if j not in claimed]
        if olds and 0 < len(news) <= MANY and len(olds) <= MANY:
            _opposites(old, new, moves, olds, news)


MANY = 12  # homes in one gap that are compared each with each


def _opposites(old: Text, new: Text, moves: list[Move], olds: list[int], news: list[int]) -> None:
    alone = len(olds) == len(news) == 1
    for i in olds:
        fitting = [j for j in news if new.homes[j].unit.kind == old.homes[i].unit.kind]
        if moves[i].grade == Grade.DOUBTFUL and moves[i].home in fitting and alone:
            said, there = _words(old, i), _words(new, moves[i].home)
            if likeness(said, there) >= ALONE_LIKENESS or common_run(said, there) >= IN_PLACE_SURE_RUN:
                moves[i] = _sure(moves[i].home)
        elif moves[i].grade == Grade.GONE and fitting:
            said = _words(old, i)
            alike, last = max((likeness(said, _words(new, j)), -j) for j in fitting)
            grade = _in_place(alike, common_run(said, _words(new, -last)))
            if grade != Grade.GONE:
                moves[i] = Move(-last, grade if alone else Grade.DOUBTFUL, frozenset({-last}))


def _in_place(alike: float, run: float) -> Grade:
    """Where nothing that is rare is left, but everything around stands as before."""
    if alike >= IN_PLACE_SURE or (alike >= IN_PLACE_LIKENESS and run >= IN_PLACE_SURE_RUN):
        return Grade.SURE
    if (
        alike >= IN_PLACE_ALIKE
        or (alike >= IN_PLACE_LIKENESS and run >= IN_PLACE_RUN)
        or run >= IN_PLACE_SURE_RUN
    ):
        return Grade.DOUBTFUL
    return Grade.GONE


def _words(text: Text, home: int) -> list[str]:
    return [word for s in text.homes[home].sentences for word in text.sentences[s].words][:ENOUGH_WORDS]


ENOUGH_WORDS = 500  # a longer home without any trace in the other text is not looked at further


def _explanations(old: Text, new: Text, moves: list[Move]) -> None:
    """The explanation of a Pasal goes where that Pasal went, whatever it says ("Cukup jelas.")."""
    pasal = {home.unit.number: i for i, home in enumerate(old.homes) if home.name == "pasal"}
    for i, home in enumerate(old.homes):
        explained = pasal.get(home.unit.number) if home.name.startswith(EXPLAINED) else None
        if explained is None or moves[i].grade == Grade.SURE:
            continue
        went = moves[explained]
        number = new.homes[went.home].unit.number if went.home >= 0 else ""
        there = new.home_named.get(f"{EXPLAINED} {number}")
        moves[i] = Move() if there is None else Move(there, went.grade, frozenset({there}))
