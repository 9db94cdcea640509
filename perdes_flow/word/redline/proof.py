"""Proves a redline: accepting all of it must give the new file, rejecting all of it the old one.

Every story is compared by the names of its blocks, which hold text, formats, properties, pictures, notes and numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from perdes_flow.word.names import R, W
from perdes_flow.word.redline.marking import cells_of, rows_of
from perdes_flow.word.redline.naming import BLOCKS, Names
from perdes_flow.word.redline.shop import Path
from perdes_flow.word.redline.side import Side
from perdes_flow.word.revisions import Mode


@dataclass(frozen=True, slots=True)
class Failure:
    """Where the redline is not right: the side it should give, the part there, the path of the block."""

    side: str
    part: str
    path: Path


def find_failures(old: Side, new: Side, redline: bytes) -> list[Failure]:
    """Nothing where the redline is proven."""
    found = []
    for expected, mode, name in ((old, Mode.REJECT, "old"), (new, Mode.ACCEPT, "new")):
        got = Side(redline, expected.alphabet, mode)
        found += [Failure(name, part, path) for part, path in _differences(expected, got)]
    return found


def _differences(expected: Side, got: Side) -> Iterator[tuple[str, Path]]:
    """The blocks that differ, by part and path."""
    wanted, given = expected.tree(expected.main), got.tree(got.main)
    names = expected.names(expected.main, deep=True), got.names(got.main, deep=True)
    for path in _different_blocks(_body(wanted), _body(given), *names):
        yield expected.main, path
    sections = list(wanted.iter(W + "sectPr")), list(given.iter(W + "sectPr"))
    if len(sections[0]) != len(sections[1]):
        yield expected.main, ()
        return
    for before, after in zip(*sections, strict=True):
        if names[0].properties(before) != names[1].properties(after):
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
        names = expected.names(old_part, deep=True), got.names(new_part, deep=True)
        for path in _different_blocks(expected.tree(old_part), got.tree(new_part), *names):
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


def _blocks(container: etree._Element) -> list[etree._Element]:
    return [child for child in container if child.tag in BLOCKS]


def _different_blocks(
    wanted: etree._Element, given: etree._Element, wanted_names: Names, given_names: Names
) -> Iterator[Path]:
    """The smallest blocks that differ; an empty path where it cannot be said which."""
    pairs = _blocks(wanted), _blocks(given)
    if len(pairs[0]) != len(pairs[1]):
        yield next(
            (
                (i,)
                for i, (a, b) in enumerate(zip(*pairs, strict=False))
                if wanted_names.block(a) != given_names.block(b)
            ),
            (min(map(len, pairs)) - 1,) if min(map(len, pairs)) else (),
        )
        return
    for i, (a, b) in enumerate(zip(*pairs, strict=True)):
        if wanted_names.block(a) == given_names.block(b):
            continue
        inner = list(_inside_table(a, b, wanted_names, given_names)) if a.tag == b.tag == W + "tbl" else []
        yield from ((i, *path) for path in inner) if inner else ((i,),)


def _inside_table(
    wanted: etree._Element, given: etree._Element, wanted_names: Names, given_names: Names
) -> Iterator[Path]:
    rows = list(rows_of(wanted)), list(rows_of(given))
    if len(rows[0]) != len(rows[1]):
        return
    for r, (row_a, row_b) in enumerate(zip(*rows, strict=True)):
        cells = list(cells_of(row_a)), list(cells_of(row_b))
        if len(cells[0]) != len(cells[1]):
            yield (r,)
            continue
        for c, (a, b) in enumerate(zip(*cells, strict=True)):
            yield from ((r, c, *path) for path in _different_blocks(a, b, wanted_names, given_names))
