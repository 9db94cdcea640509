"""Proves a redline: accepting all of it must give the new file, rejecting all of it the old one.

Every story is compared by the names of its blocks, which hold text, formats, properties, pictures, notes and numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from perdes_flow.word.names import R, W
from perdes_flow.word.redline.items import NUMBERED_ANEW
from perdes_flow.word.redline.marking import cells_of, rows_of
from perdes_flow.word.redline.naming import BLOCKS
from perdes_flow.word.redline.shop import Path, ambiguous
from perdes_flow.word.redline.side import Side
from perdes_flow.word.redline.sources import sources
from perdes_flow.word.revisions import Mode


@dataclass(frozen=True, slots=True)
class Failure:
    """Where the redline is not right: the side it should give, the part there, the path of the block."""

    side: str
    part: str
    path: Path


@dataclass(frozen=True, slots=True)
class Expected:
    """A file that the redline must give when all of it is accepted, or rejected. `name` as in Failure.side."""

    side: Side
    mode: Mode
    name: str


def find_failures(expected: list[Expected], redline: bytes) -> list[Failure]:
    """Nothing where the redline is proven. Takes the list apart from its end, so that a file is let go once it is compared."""
    found = []
    while expected:
        wanted = expected.pop()
        got = Side(redline, wanted.side.alphabet, wanted.mode)
        got.tells_lists = wanted.side.tells_lists
        found += [Failure(wanted.name, part, path) for part, path in _differences(wanted.side, got)]
    return found


def _differences(expected: Side, got: Side) -> Iterator[tuple[str, Path]]:
    """The blocks that differ, by part and path."""
    wanted, given = expected.tree(expected.main), got.tree(got.main)
    pair = _Pair(expected, got, expected.main, got.main)
    for path in _different_blocks(_body(wanted), _body(given), pair):
        yield expected.main, path
    sections = list(wanted.iter(W + "sectPr")), list(given.iter(W + "sectPr"))
    if len(sections[0]) != len(sections[1]):
        yield expected.main, ()
        return
    for before, after in zip(*sections, strict=True):
        if not pair.same_properties(before, after):
            yield expected.main, ()
        yield from _different_headers(expected, got, before, after)


def _body(root: etree._Element) -> etree._Element:
    body = root.find(W + "body")
    return root if body is None else body


def _different_headers(
    expected: Side, got: Side, before: etree._Element, after: etree._Element
) -> Iterator[tuple[str, Path]]:
    olds, news = headers_of(expected, expected.main, before), headers_of(got, got.main, after)
    for key in sorted(olds.keys() | news.keys()):
        old_part, new_part = olds.get(key), news.get(key)
        if old_part is None or new_part is None:
            present, part = (expected, old_part) if old_part is not None else (got, new_part)
            # Word cannot track that a header came or went: an empty one stands for none
            if part is not None and not _is_empty(present.tree(part)):
                yield part, ()
            continue
        pair = _Pair(expected, got, old_part, new_part)
        for path in _different_blocks(expected.tree(old_part), got.tree(new_part), pair):
            yield old_part, path


def headers_of(side: Side, part: str, section: etree._Element) -> dict[tuple[str, str], str]:
    """The header and footer parts of a section by kind and type."""
    found = {}
    for reference in section.iter(W + "headerReference", W + "footerReference"):
        relationship = side.package.relationships(part).get(reference.get(R + "id", ""))
        if relationship is not None and side.package.has(relationship.target):
            found[str(reference.tag), reference.get(W + "type", "default")] = relationship.target
    return found


def _is_empty(root: etree._Element) -> bool:
    return all(
        child.tag == W + "p" and next(child.iter(W + "r"), None) is None
        for child in root
        if child.tag in BLOCKS
    )


def _different_blocks(wanted: etree._Element, given: etree._Element, pair: "_Pair") -> Iterator[Path]:
    """The smallest blocks that differ; an empty path where it cannot be said which."""
    wanted_blocks, given_blocks = _Blocks(wanted), _Blocks(given)
    shorter = min(len(wanted_blocks.elements), len(given_blocks.elements))
    if len(wanted_blocks.elements) != len(given_blocks.elements):
        different = (i for i in range(shorter) if not pair.same(wanted_blocks, given_blocks, i))
        yield (next(different, shorter - 1),) if shorter else ()
        return
    for i in range(shorter):
        if pair.same(wanted_blocks, given_blocks, i):
            continue
        a, b = wanted_blocks.elements[i], given_blocks.elements[i]
        inner = list(_inside_table(a, b, pair)) if a.tag == b.tag == W + "tbl" else []
        yield from ((i, *path) for path in inner) if inner else ((i,),)


class _Blocks:
    """The blocks of a container, and the XML of each."""

    def __init__(self, container: etree._Element) -> None:
        both = [(e, look) for e, look in zip(container, sources(container), strict=True) if e.tag in BLOCKS]
        self.elements = [element for element, _ in both]
        self.looks = [look for _, look in both]


class _Pair:
    """The expected part and the one that came out: names of both, and when equal XML says enough."""

    def __init__(self, expected: Side, got: Side, expected_part: str, got_part: str) -> None:
        self._names = expected.names(expected_part, deep=True), got.names(got_part, deep=True)
        self._parts = expected, got, expected_part, got_part

    @cached_property
    def _ambiguous(self) -> tuple[bytes, ...]:
        return tuple(ambiguous(*self._parts))

    def same(self, wanted: _Blocks, given: _Blocks, i: int) -> bool:
        look = wanted.looks[i]
        if look == given.looks[i]:
            doubtful = [mark for mark in NUMBERED_ANEW if mark in look]
            if not doubtful or not any(mark in self._ambiguous for mark in doubtful):
                return True
        return self._names[0].block(wanted.elements[i]) == self._names[1].block(given.elements[i])

    def same_properties(self, wanted: etree._Element, given: etree._Element) -> bool:
        return self._names[0].properties(wanted) == self._names[1].properties(given)


def _inside_table(wanted: etree._Element, given: etree._Element, pair: _Pair) -> Iterator[Path]:
    rows = list(rows_of(wanted)), list(rows_of(given))
    if len(rows[0]) != len(rows[1]):
        return
    for r, (row_a, row_b) in enumerate(zip(*rows, strict=True)):
        cells = list(cells_of(row_a)), list(cells_of(row_b))
        if len(cells[0]) != len(cells[1]):
            yield (r,)
            continue
        for c, (a, b) in enumerate(zip(*cells, strict=True)):
            yield from ((r, c, *path) for path in _different_blocks(a, b, pair))
