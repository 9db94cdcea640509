"""The body of a redline with all of its changes accepted, and with all of them rejected, read once for both.

Blocks that hold no change stand as they are. The others are settled apart, with the block behind them, which takes in what a
paragraph leaves whose mark goes.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cached_property
from itertools import accumulate, groupby
from typing import TypeVar, cast

from lxml import etree

from perdes_flow.word.names import W
from perdes_flow.word.redline.naming import BLOCKS
from perdes_flow.word.redline.sources import sources
from perdes_flow.word.revisions import REVISIONS, Mode, drop, resolve

T = TypeVar("T")


class Story:
    """What stands in a container: the XML of each child, and the children themselves when they are asked for.

    blocks          the children that are paragraphs, tables, controls; by index
    no_paragraphs   the blocks that are no paragraphs; by their place among the blocks
    """

    def __init__(
        self,
        looks: list[bytes],
        blocks: Sequence[int],
        no_paragraphs: Sequence[int],
        read: Callable[[], list[etree._Element]],
    ) -> None:
        self.looks, self.blocks, self.no_paragraphs, self._read = looks, blocks, no_paragraphs, read

    def element(self, index: int) -> etree._Element:
        """A child itself."""
        return self._children[index]

    def elements(self) -> list[etree._Element]:
        """The blocks themselves."""
        return self._of_blocks(self._children)

    def block_looks(self) -> list[bytes]:
        """The XML of each block."""
        return self._of_blocks(self.looks)

    def _of_blocks(self, values: list[T]) -> list[T]:
        if len(self.blocks) == len(values):
            return values
        if self.blocks == range(len(self.blocks)):
            return values[: len(self.blocks)]
        return [values[i] for i in self.blocks]

    @cached_property
    def _children(self) -> list[etree._Element]:
        return self._read()

    @property
    def sections(self) -> list[int]:
        """The children that hold the properties of sections."""
        return [i for i, look in enumerate(self.looks) if b"sectPr" in look]

    def holding(self, marks: Iterable[bytes]) -> list[bytes]:
        """Those of the marks that stand anywhere in it: asking all of it at once is several times faster."""
        joined = b"\n".join(self.looks)
        return [mark for mark in marks if mark in joined]

    def reread(self, container: Callable[[], etree._Element]) -> "Story":
        """The same story, which lets its elements go: one that is asked for is read from the file again."""
        return Story(self.looks, self.blocks, self.no_paragraphs, lambda: list(container()))


def story_of(container: etree._Element) -> Story:
    """The story of a container as it stands."""
    children = list(container)
    others = set(children).difference(container.iterchildren(W + "p"))
    return _story(children, sources(container), others)


def _story(children: list[etree._Element], looks: list[bytes], others: Collection[etree._Element]) -> Story:
    """`others` are the children that are no paragraphs."""
    strange = {child for child in others if child.tag not in BLOCKS}
    if not strange:
        blocks: Sequence[int] = range(len(children))
    elif len(strange) == 1 and children[-1] in strange:
        blocks = range(len(children) - 1)  # the properties of the last section stand behind all blocks
    else:
        blocks = [i for i, child in enumerate(children) if child not in strange]
    no_paragraphs = (
        [n for n, i in enumerate(blocks) if children[i] in others] if len(strange) < len(others) else ()
    )
    return Story(looks, blocks, no_paragraphs, lambda: children)


def settle(tree: etree._Element, mode: Mode) -> None:
    """Settle all changes of a part."""
    resolve(tree, mode)
    _drop_empty_tables(tree)


def _drop_empty_tables(tree: etree._Element) -> None:
    """A table without rows shows nothing, and no row of it could be marked."""
    for table in [t for t in tree.iter(W + "tbl") if t.find(".//" + W + "tr") is None]:
        drop(table)


def both_ways(body: etree._Element) -> dict[Mode, Story] | None:
    """The story of a body when all is accepted, and when all is rejected; takes it apart. None where it cannot be cut."""
    _drop_empty_tables(body)
    children, looks = list(body), sources(body)
    others = set(children).difference(body.iterchildren(W + "p"))
    runs = list(_runs(children, _changed(body, children)))
    apart = etree.Element(body.tag, nsmap=cast("dict[str, str]", body.nsmap))
    for start, end in runs:
        apart.extend(children[start:end])
    found = {}
    for mode, container in ((Mode.ACCEPT, deepcopy(apart)), (Mode.REJECT, apart)):
        settled = _settled(container, [end - start for start, end in runs], mode)
        if settled is None:
            return None
        here = set(container).difference(container.iterchildren(W + "p"))
        found[mode] = _woven(children, looks, runs, settled, others | here)
    return found


def _changed(body: etree._Element, children: Sequence[etree._Element]) -> set[int]:
    """The children that hold a change, or are one."""
    places = {child: i for i, child in enumerate(children)}
    found = set()
    for mark in body.iter(*REVISIONS):
        node, around = mark, mark.getparent()
        while around is not None and around is not body:
            node, around = around, around.getparent()
        found.add(places[node])
    return found


def _runs(children: Sequence[etree._Element], changed: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches of children to settle: those that changed, each with what follows up to the next block."""
    inside = set(changed)
    for i in changed:
        for k in range(i + 1, len(children)):
            inside.add(k)
            if k in changed or children[k].tag in _ENDS:
                break
    for _, places in groupby(enumerate(sorted(inside)), key=lambda place: place[1] - place[0]):
        run = [i for _, i in places]
        yield run[0], run[-1] + 1


_ENDS = BLOCKS | {W + "sectPr"}


def _settled(
    container: etree._Element, sizes: Sequence[int], mode: Mode
) -> list[tuple[list[etree._Element], list[bytes]]] | None:
    """What becomes of each run of children; None where the last child of one is gone, so that they cannot be told apart."""
    before = list(container)
    lasts = [before[end - 1] for end in accumulate(sizes)]
    settle(container, mode)
    children, looks = list(container), sources(container)
    places = {child: i for i, child in enumerate(children)}
    found = []
    start = 0
    for last in lasts:
        # nothing follows the last run: there all that is left belongs to it
        end = len(children) if last is lasts[-1] else places.get(last, -1) + 1
        if end == 0:
            return None
        found.append((children[start:end], looks[start:end]))
        start = end
    return found


def _woven(
    children: Sequence[etree._Element],
    looks: Sequence[bytes],
    runs: Sequence[tuple[int, int]],
    settled: Sequence[tuple[list[etree._Element], list[bytes]]],
    others: set[etree._Element],
) -> Story:
    """All children in order, those of the runs as they were settled."""
    all_children: list[etree._Element] = []
    all_looks: list[bytes] = []
    at = 0
    for (start, end), (inner, inner_looks) in zip(runs, settled, strict=True):
        all_children += [*children[at:start], *inner]
        all_looks += [*looks[at:start], *inner_looks]
        at = end
    all_children += children[at:]
    present = others.intersection(all_children)
    return _story(all_children, [*all_looks, *looks[at:]], present)
