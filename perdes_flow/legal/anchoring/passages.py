"""A text as anchors see it: homes (a Pasal, a part), in them passages (a paragraph, a table row), in them sentences.

Sentences are what is found again: an ayat may be split, joined or cut, its sentences only move.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from perdes_flow.legal.anchoring.words import Words, words_of
from perdes_flow.legal.matching.lines import read_line
from perdes_flow.legal.units import Naskah, Unit


class Sentence(NamedTuple):
    """`text` is a stretch of its passage from `start`."""

    passage: int
    home: int
    start: int
    text: str

    @property
    def words(self) -> Words:
        """Its words and signs in lower case, references blotted out; not asked for where nothing has changed."""
        return words_of(self.text)


class Passage(NamedTuple):
    """A paragraph or a row. `starts` says where the text of each of its blocks begins in `text`, `body` where its number ends."""

    home: int
    blocks: tuple[int, ...]
    starts: tuple[int, ...]
    text: str
    body: int
    sentences: range

    def offset(self, block: int, place: int) -> int:
        """From a place in a block's text to one in the passage's."""
        return self.starts[self.blocks.index(block)] + place

    def place(self, offset: int) -> tuple[int, int]:
        """From an offset in the passage's text to a block and a place in its text."""
        at = max(i for i, start in enumerate(self.starts) if start <= offset)
        return self.blocks[at], offset - self.starts[at]


class Home(NamedTuple):
    """`unit` is a Pasal, a heading with its title, or a part; `name` what identifies it where a text has it only once."""

    unit: Unit
    name: str
    sentences: range


class Text:
    """A naskah, read for anchors."""

    def __init__(self, naskah: Naskah) -> None:
        self.naskah = naskah
        self.homes: list[Home] = []
        self.passages: list[Passage] = []
        self.sentences: list[Sentence] = []
        self._taken: set[int] = set()
        for root in naskah.roots:
            self._read_home(root, "")

    @cached_property
    def passage_of(self) -> dict[int, int]:
        """Block -> the passage that it stands in."""
        return {block: i for i, passage in enumerate(self.passages) for block in passage.blocks}

    @cached_property
    def unit_of(self) -> dict[int, Unit]:
        """Block -> the narrowest unit that it stands in."""
        return {block: unit for unit in self.naskah.walk() for block in unit.blocks}

    @cached_property
    def parent_of(self) -> dict[int, Unit]:
        """id of a unit -> the unit around it."""
        return {id(child): unit for unit in self.naskah.walk() for child in unit.children}

    @cached_property
    def home_named(self) -> dict[str, int | None]:
        """Name -> the home; None where several bear it."""
        found: dict[str, int | None] = {}
        for i, home in enumerate(self.homes):
            found[home.name] = None if home.name in found else i
        return found

    def stretch(self, first: int, last: int) -> tuple[str, int]:
        """The text from one sentence to another of the same passage, and where in the passage it begins."""
        one, other = self.sentences[first], self.sentences[last]
        return self.passages[one.passage].text[one.start : other.start + len(other.text)], one.start

    def address_of(self, block: int) -> str:
        """The address of the unit around a block."""
        return str(self.naskah.address_of(self.unit_of[block]))

    def _read_home(self, unit: Unit, around: str) -> None:
        home, first = len(self.homes), len(self.sentences)
        name = _name(unit, around)
        inner: list[Unit] = []
        self.homes.append(Home(unit, name, range(0)))
        for part in _own_parts(unit, inner):
            self._read_unit(part, home)
        self.homes[home] = Home(unit, name, range(first, len(self.sentences)))
        for child in inner:
            self._read_home(child, name)

    def _read_unit(self, unit: Unit, home: int) -> None:
        blocks = [block for block in dict.fromkeys(unit.blocks) if block not in self._taken]
        self._taken.update(blocks)
        if unit.kind in _ROWS and blocks:
            self._read_row(home, tuple(blocks), is_numbered=bool(unit.number))
        else:
            for block in blocks:
                text, number = self.naskah.blocks[block].text, self.naskah.blocks[block].number
                body = _number_size(text, number)
                self._add(home, (block,), (0,), text, body, _sentences(text, body))

    def _read_row(self, home: int, blocks: tuple[int, ...], *, is_numbered: bool) -> None:
        texts = [self.naskah.blocks[block].text for block in blocks]
        starts = [sum(len(text) + len(_BETWEEN_CELLS) for text in texts[:i]) for i in range(len(texts))]
        text = _BETWEEN_CELLS.join(texts)
        body = starts[1] if is_numbered and len(starts) > 1 else 0
        self._add(home, blocks, tuple(starts), text, body, _whole(text, body))

    def _add(
        self,
        home: int,
        blocks: tuple[int, ...],
        starts: tuple[int, ...],
        text: str,
        body: int,
        sentences: Sequence[tuple[int, int]],
    ) -> None:
        first, passage = len(self.sentences), len(self.passages)
        self.sentences += [Sentence(passage, home, start, text[start:end]) for start, end in sentences]
        self.passages.append(Passage(home, blocks, starts, text, body, range(first, len(self.sentences))))


_ROWS = ("baris", "kepala tabel")
_BETWEEN_CELLS = " | "
EXPLAINED = "penjelasan pasal"
_HOMES = frozenset({"buku", "bab", "bagian", "paragraf", "pasal", "menimbang", "mengingat", "memperhatikan", "lampiran"})  # fmt: skip


def _name(unit: Unit, around: str) -> str:
    """Inside the penjelasan a Pasal bears its number: it goes with the Pasal that it explains."""
    return f"{EXPLAINED} {unit.number}" if unit.kind == "pasal" and around == "penjelasan" else unit.kind


def _own_parts(unit: Unit, inner: list[Unit]) -> Iterator[Unit]:
    """The unit and what is in it, without the homes inside, which are put into `inner`."""
    yield unit
    for child in unit.children:
        if child.kind in _HOMES:
            inner.append(child)
        else:
            yield from _own_parts(child, inner)


# most of a draft stands in its next version too: what was read once is not read again
@lru_cache(maxsize=1 << 15)
def _number_size(text: str, number: str) -> int:
    return read_line(text, number).size


_SENTENCE_END = re.compile(r"[.;]\s+(?=[^\W\d_a-z])")
_NO_ABBREVIATION = re.compile(r"[\w)%”\"]{2}")  # before the sign; "A. Hasan" goes on


def _sentences(text: str, body: int) -> list[tuple[int, int]]:
    """Where its sentences begin and end."""
    found, start = [], body
    for sign in _SENTENCE_END.finditer(text, body):
        end = sign.start() + 1
        if end - 3 >= body and _NO_ABBREVIATION.match(text, end - 3):
            found.append((start, end))
            start = sign.end()
    return [*found, *_whole(text, start)]


def _whole(text: str, start: int) -> list[tuple[int, int]]:
    """The rest as one sentence; none where it is blank."""
    return [(start, len(text))] if text[start:].strip() else []
