"""What stands in a container: the XML of each child, and the children themselves when they are asked for."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from lxml import etree

from perdes_flow.word.names import W
from perdes_flow.word.redline.naming import BLOCKS
from perdes_flow.word.redline.sources import sources

SECTION = b"<w:sectPr"
T = TypeVar("T")


class Story(ABC):
    """The blocks of a container, and what stands between them.

    looks           the XML of each child, without what every save renews
    blocks          the children that are paragraphs, tables, controls; by index
    no_paragraphs   the blocks that are no paragraphs; by their place among the blocks
    """

    def __init__(self, looks: list[bytes], blocks: Sequence[int], no_paragraphs: Collection[int]) -> None:
        self.looks, self.blocks, self.no_paragraphs = looks, blocks, no_paragraphs

    @abstractmethod
    def element(self, index: int) -> etree._Element:
        """A child itself."""

    def prepare(self, indices: Iterable[int]) -> None:
        """Have several children at hand: for some stories that is quicker than one by one."""
        for index in indices:
            self.element(index)

    def block(self, n: int) -> etree._Element:
        """A block itself, by its place among the blocks."""
        return self.element(self.blocks[n])

    def block_looks(self) -> list[bytes]:
        """The XML of each block."""
        return of_blocks(self.blocks, self.looks)

    def holding(self, *words: bytes) -> set[int]:
        """The places of the blocks whose XML holds one of the words. A word may be a tag: "<w:numPr"."""
        looks = self.block_looks()
        return {n for n, look in enumerate(looks) for word in words if word in look}

    def last_section(self) -> etree._Element | None:
        """The properties of the last section, which stand behind all blocks."""
        last = len(self.looks) - 1
        return self.element(last) if last >= 0 and self.looks[last].startswith(SECTION) else None

    @property
    def sections(self) -> list[int]:
        """The children that hold the properties of sections."""
        return [i for i, look in enumerate(self.looks) if b"sectPr" in look]


def of_blocks(blocks: Sequence[int], values: list[T]) -> list[T]:
    """The values of those children that are blocks."""
    if len(blocks) == len(values):
        return values
    if blocks == range(len(blocks)):
        return values[: len(blocks)]
    return [values[i] for i in blocks]


class TreeStory(Story):
    """The story of an element."""

    def __init__(self, container: etree._Element) -> None:
        self.container, self._children = container, list(container)
        others = set(self._children).difference(container.iterchildren(W + "p"))
        strange = {child for child in others if child.tag not in BLOCKS}
        blocks = [i for i, child in enumerate(self._children) if child not in strange]
        no_paragraphs = [n for n, i in enumerate(blocks) if self._children[i] in others]
        super().__init__(sources(container), blocks, no_paragraphs)

    def element(self, index: int) -> etree._Element:
        return self._children[index]

    def place(self, block: etree._Element, n: int) -> None:
        """Put a block before another one, by its place; behind all where there is none."""
        if n < len(self.blocks):
            self.block(n).addprevious(block)
        elif len(self.container) and self.container[-1].tag == W + "sectPr":
            self.container[-1].addprevious(block)
        else:
            self.container.append(block)

    def holding_all(self, mark: bytes) -> etree._Element:
        """The container, in which every block stands that holds a mark."""
        return self.container
