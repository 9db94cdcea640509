"""Both texts unit by unit, paired by the trail that the redline left: no second comparison."""

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.changes import BlockPairs, Comparison
from perdes_flow.legal.parser import parse
from perdes_flow.legal.quiet import quietly
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.redline.shop import Trail


@quietly
def comparison_of(old: bytes, new: bytes, trail: Trail) -> Comparison:
    """Two files whose paragraphs the trail pairs."""
    (old_blocks, olds), (new_blocks, news) = _read(old), _read(new)
    pairs = BlockPairs(
        {news[j]: olds[i] for i, j in trail.pairs if i in olds and j in news},
        tuple(tuple(news[j] for j in group if j in news) for group in trail.moved),
        tuple((olds[i], tuple(news[j] for j in group)) for i, group in trail.splits),
        tuple((tuple(olds[i] for i in group), news[j]) for group, j in trail.merges),
        frozenset(news[j] for j in trail.reformatted if j in news),
    )
    return Comparison(parse(old_blocks), parse(new_blocks), pairs)


def _read(docx: bytes) -> tuple[tuple[Block, ...], dict[int, int]]:
    """The blocks of a file, and for a paragraph of its main part, by number, the place among them. The file itself is let go."""
    package = Package.open(docx)
    blocks = read(package)
    return blocks, {block.index: place for place, block in enumerate(blocks) if block.part == package.main}
