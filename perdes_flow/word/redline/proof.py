"""Proves a redline: accepting all of it must give the new file, rejecting all of it the old one.

Every story is compared by the names of its blocks, which hold text, formats, properties, pictures, notes and numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from lxml import etree

from perdes_flow.word.names import R, W
from perdes_flow.word.package import Package
from perdes_flow.word.redline.counting import Miscounted, miscounted
from perdes_flow.word.redline.cutting import cut
from perdes_flow.word.redline.items import NUMBERED_ANEW
from perdes_flow.word.redline.marking import cells_of, rows_of
from perdes_flow.word.redline.naming import BLOCKS
from perdes_flow.word.redline.settling import both_ways
from perdes_flow.word.redline.sheet import CutStory
from perdes_flow.word.redline.shop import Path, ambiguous
from perdes_flow.word.redline.side import Side, body_of
from perdes_flow.word.redline.sources import is_same_in_runs
from perdes_flow.word.redline.story import Story, TreeStory
from perdes_flow.word.revisions import Mode


@dataclass(frozen=True, slots=True)
class Failure:
    """Where the redline is not right: the side it should give, the part there, the path of the block."""

    side: str
    part: str
    path: Path


@dataclass(frozen=True)
class Expected:
    """A file that the redline must give when all of it is accepted, or rejected. `name` as in Failure.side."""

    side: Side
    mode: Mode
    name: str


class Verdict(NamedTuple):
    """Where a redline is not right, and which lists it counts wrongly; nothing where it is proven."""

    failures: list[Failure]
    counted: Miscounted


NOTHING_WRONG = Verdict([], Miscounted())


def judge(expected: list[Expected], redline: bytes) -> Verdict:
    """What is wrong with a redline. It is itself read anew, once for both ways."""
    package = Package.open(redline)
    bodies = _bodies(package, expected[0].side.body)
    found: list[Failure] = []
    counted = Miscounted()
    for wanted in expected:
        got = Side(package.as_it_came(), wanted.side.alphabet, wanted.mode)
        got.tells_lists = wanted.side.tells_lists
        body = bodies[wanted.mode] if bodies is not None else TreeStory(body_of(got))
        found += [Failure(wanted.name, part, path) for part, path in _differences(wanted, got, body)]
        if wanted.mode is Mode.REJECT and not found:
            counted = miscounted(wanted.side, wanted.side.body, got, body)
    return Verdict(found, counted)


def _bodies(package: Package, like: Story) -> dict[Mode, Story] | None:
    """The body of the finished file settled both ways; None where all of it must be settled as a tree."""
    found = cut(package.read(package.main), like.cut if isinstance(like, CutStory) else None)
    return both_ways(CutStory(found, package.main)) if found is not None else None


def _differences(wanted: Expected, got: Side, given: Story) -> Iterator[tuple[str, Path]]:
    """The blocks that differ, by part and path."""
    expected = wanted.side
    pair = _Pair(expected, got, expected.main, got.main)
    for path in _different_blocks(expected.body, given, pair):
        yield expected.main, path
    sections = list(_sections(expected.body, given))
    if any(before is None or after is None for before, after in sections):
        yield expected.main, ()
        return
    for before, after in sections:
        if before is None or after is None:
            continue
        if not pair.same_properties(before, after):
            yield expected.main, ()
        yield from _different_headers(expected, got, before, after)


def _sections(wanted: Story, given: Story) -> Iterator[tuple[etree._Element | None, etree._Element | None]]:
    """The properties of the sections side by side. Where the XML is the same, one element stands for both.

    Properties of the last section that are not there are none.
    """
    places = wanted.sections, given.sections
    same = [wanted.looks[i] for i in places[0]] == [given.looks[j] for j in places[1]]
    news = [section for j in places[1] for section in given.element(j).iter(W + "sectPr")]
    olds = news if same else [section for i in places[0] for section in wanted.element(i).iter(W + "sectPr")]
    if not same:
        olds, news = (
            found if story.last_section() is not None else [*found, etree.Element(W + "sectPr")]
            for found, story in ((olds, wanted), (news, given))
        )
    return zip_longest(olds, news)


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
        for path in _different_blocks(
            TreeStory(expected.tree(old_part)), TreeStory(got.tree(new_part)), pair
        ):
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


def _different_blocks(wanted: Story, given: Story, pair: "_Pair") -> Iterator[Path]:
    """The smallest blocks that differ; an empty path where it cannot be said which."""
    different = pair.different(wanted, given)
    if len(wanted.blocks) != len(given.blocks):
        shorter = min(len(wanted.blocks), len(given.blocks))
        yield (next(different, shorter - 1),) if shorter else ()
        return
    for n in different:
        a, b = wanted.element(wanted.blocks[n]), given.element(given.blocks[n])
        inner = list(_inside_table(a, b, pair)) if a.tag == b.tag == W + "tbl" else []
        yield from ((n, *path) for path in inner) if inner else ((n,),)


class _Pair:
    """The expected part and the one that came out: names of both, and when equal XML says enough."""

    def __init__(self, expected: Side, got: Side, expected_part: str, got_part: str) -> None:
        self._names = expected.names(expected_part, deep=True), got.names(got_part, deep=True)
        self._parts = expected, got, expected_part, got_part

    @cached_property
    def _ambiguous(self) -> tuple[bytes, ...]:
        return tuple(ambiguous(*self._parts))

    def different(self, wanted: Story, given: Story) -> Iterator[int]:
        """Which blocks do not say and look the same? Told by their XML where that says enough, else by their names."""
        looks = wanted.block_looks(), given.block_looks()
        doubtful = [mark for mark in NUMBERED_ANEW if wanted.holding(mark) and mark in self._ambiguous]
        for n, (look, other) in enumerate(zip(*looks, strict=False)):
            if look is other and not doubtful:
                continue
            enough = not doubtful or not any(mark in look for mark in doubtful)
            if enough and (look == other or is_same_in_runs(look, other)):
                continue
            if self._names[0].block(wanted.block(n)) != self._names[1].block(given.block(n)):
                yield n

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
            yield from ((r, c, *path) for path in _different_blocks(TreeStory(a), TreeStory(b), pair))
