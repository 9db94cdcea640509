"""The way back from a block to its Word paragraph, as the file has it: with its tracked changes still open."""

from collections.abc import Callable
from copy import deepcopy
from functools import cached_property

from lxml import etree

from perdes_flow.legal.blocks import Block
from perdes_flow.word.names import W
from perdes_flow.word.package import Package
from perdes_flow.word.reader import located
from perdes_flow.word.revisions import Mode, has_revisions, resolve


class Places:
    """The blocks of a package as `word.reader.read` gives them, each with its paragraph in the package's own trees."""

    def __init__(self, package: Package, settle: Callable[[etree._Element], None] | None = None) -> None:
        """`settle` settles the tracked changes of a part's copy in place; else they are accepted."""
        self._how = settle or _accept
        # a settled copy of a part, and which of its paragraphs was made from which; kept, so that none is made twice
        self._origin: dict[etree._Element, etree._Element] = {}
        found = [
            (block, self._origin.get(element, element)) for block, element in located(package, self._settle)
        ]
        self.blocks: tuple[Block, ...] = tuple(block for block, _ in found)
        self._paragraphs = [paragraph for _, paragraph in found]

    def paragraph(self, number: int) -> etree._Element:
        """The paragraph of a block, by the block's place among all blocks (from 0)."""
        return self._paragraphs[number]

    def number_of(self, element: etree._Element) -> int | None:
        """The block whose paragraph this element is or stands in; None where it is no text of the final state."""
        for around in (element, *element.iterancestors()):
            if around in self._numbers:
                return self._numbers[around]
        return None

    @cached_property
    def _numbers(self) -> dict[etree._Element, int]:
        return {paragraph: number for number, paragraph in enumerate(self._paragraphs)}

    def _settle(self, tree: etree._Element) -> etree._Element:
        if not has_revisions(tree):
            return tree
        copy = deepcopy(tree)
        self._origin.update(zip(copy.iter(W + "p"), tree.iter(W + "p"), strict=True))
        self._how(copy)
        return copy


def _accept(tree: etree._Element) -> None:
    resolve(tree, Mode.ACCEPT)
