"""The redline of a body, a cell, a note or a box: which blocks stayed, came, went or moved, written into the new one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from perdes_flow.legal.comparison import Moved, Pairing, pair_lines
from perdes_flow.legal.difference import Stretch, difference
from perdes_flow.legal.renumbering import shifts_of
from perdes_flow.word.names import W
from perdes_flow.word.numbering import ListPlace
from perdes_flow.word.redline.authors import author_of
from perdes_flow.word.redline.content import THINGS, Content
from perdes_flow.word.redline.earlier import Earlier
from perdes_flow.word.redline.items import Item, Items, KnownLines
from perdes_flow.word.redline.joints import write_merge, write_split
from perdes_flow.word.redline.marking import mark_block
from perdes_flow.word.redline.neighbours import places_beside, put
from perdes_flow.word.redline.paragraphs import rewrite
from perdes_flow.word.redline.pen import paragraph_properties
from perdes_flow.word.redline.phrases import replace_phrases
from perdes_flow.word.redline.plain_blocks import PlainBlocks
from perdes_flow.word.redline.properties import differs_in_format, note_paragraph_properties
from perdes_flow.word.redline.sheet import CutStory, Sheet
from perdes_flow.word.redline.shop import UNFOLLOWED, Shop
from perdes_flow.word.redline.story import TreeStory
from perdes_flow.word.redline.tables import redline_table


def redline_blocks(shop: Shop, old: etree._Element, new: etree._Element) -> None:
    """Turn the new container into the redline of both."""
    redline_story(shop, TreeStory(old), TreeStory(new), same_place=True)


def redline_story(shop: Shop, old: CutStory | TreeStory, new: Sheet | TreeStory, *, same_place: bool) -> None:
    """The same for containers of which the blocks are known. `same_place` as in `pair_lines`."""
    known: KnownLines = {}
    olds, news = Items(old, shop.old, shop.old_first, known), Items(new, shop.new, shop.new_first, known)
    pairing = pair_lines(olds, news, same_place=same_place)
    plain = None
    if isinstance(old, CutStory) and isinstance(new, Sheet):
        plain = PlainBlocks(shop, olds, news, old, new)
    _Writer(shop, olds, news, new, plain, whole_text=not same_place).write(pairing)


_SECTION = W + "pPr/" + W + "sectPr"
_FORMAT_CHANGES = (W + "rPrChange", W + "pPrChange")


@dataclass
class _Homes:
    """Where moved blocks stand: old index -> its copy in the redline; new indices."""

    old: dict[int, etree._Element | None] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)


class _Joints(NamedTuple):
    """Old paragraph -> the new ones that it became; new paragraph -> the old ones that became it."""

    splits: dict[int, Sequence[int]]
    merges: dict[int, Sequence[int]]


class _Writer:
    """`plain` writes the plain paragraphs, where that can be done; `whole_text`: this is the body."""

    def __init__(
        self,
        shop: Shop,
        olds: Items,
        news: Items,
        sheet: Sheet | TreeStory,
        plain: PlainBlocks | None,
        *,
        whole_text: bool,
    ) -> None:
        self._shop, self._olds, self._news, self._sheet = shop, olds, news, sheet
        self._plain, self._whole_text = plain, whole_text
        self._homes = _Homes()
        self._beside: Mapping[int, ListPlace] = {}

    def write(self, pairing: Pairing) -> None:
        self._note_homes(pairing)
        olds, news = self._olds.looks, self._news.looks
        sure = not self._shop.coarse
        kept = [
            pair
            for pair in pairing.kept
            if (sure and olds[pair[0]] == news[pair[1]]) or self._may_pair(*pair)
        ]
        if self._whole_text:
            pairs = [*pairing.kept, *(pair for move in pairing.moved for pair in move.pairs)]
            self._shop.ledger.find_shifts = partial(shifts_of, self._olds, self._news, pairs)
        self._beside = places_beside(self._shop.old, self._shop.new, self._olds, self._news, kept)
        joints = _Joints(
            {i: joined for i, joined in pairing.splits if self._may_join([i], joined)},
            {j: joined for joined, j in pairing.merges if self._may_join(joined, [j])},
        )
        special = self._looked_at_always()
        i = j = 0
        for end_i, end_j in [*kept, (len(self._olds), len(self._news))]:
            if i < end_i or j < end_j:
                self._write_gone(range(i, end_i), j)
                self._write_come(range(j, end_j))
            i, j = end_i + 1, end_j + 1
            if end_i < len(olds) and olds[end_i] == news[end_j] and end_j not in special:
                continue  # the common case, and it must cost nothing
            i, j = self._write_pair(end_i, end_j, joints)
        for move in pairing.moved:
            self._write_move(move)
        self._note(pairing, kept)

    def _note_homes(self, pairing: Pairing) -> None:
        """Make room for what moved, which is written as elements."""
        self._olds.prepare({i for move in pairing.moved for i in move.old_lines})
        self._news.prepare({j for move in pairing.moved for j in move.new_lines})
        for move in pairing.moved:
            self._homes.old.update(dict.fromkeys(move.old_lines, None))
            self._homes.new.update(move.new_lines)
            if self._shop.trail is not None:
                changed = [j for i, j in move.pairs if self._is_reformatted(i, j)]
                self._shop.trail.reformatted.update(self._news.firsts[j] for j in changed)

    def _looked_at_always(self) -> set[int]:
        """The new blocks that may differ although their XML is the same."""
        if self._shop.earlier is not None:
            return set(range(len(self._news)))
        special = self._news.sections | self._news.several
        doubtful = self._news.doubtful
        return special | doubtful if doubtful and self._shop.tools.ambiguous else special

    def _write_pair(self, i: int, j: int, joints: "_Joints") -> tuple[int, int]:
        """Write a paired block, or the paragraphs that were split or joined there; the next two to write."""
        if i in joints.splits:
            write_split(self._shop, self._olds.element(i), [self._news.element(k) for k in joints.splits[i]])
            return i + 1, joints.splits[i][-1] + 1
        if j in joints.merges:
            write_merge(self._shop, [self._olds.element(k) for k in joints.merges[j]], self._news.element(j))
            return joints.merges[j][-1] + 1, j + 1
        if i < len(self._olds):
            self._write_kept(i, j)
        return i + 1, j + 1

    def _note(self, pairing: Pairing, kept: Sequence[tuple[int, int]]) -> None:
        """Keep the trail of paragraphs that stand in this container itself."""
        trail = self._shop.trail
        if trail is None:
            return
        olds, news = self._olds.firsts, self._news.firsts
        others = self._news.story.no_paragraphs
        if olds == range(len(olds)) and news == range(len(news)):  # a place is a number
            trail.pairs += kept
        else:
            trail.pairs += [(olds[i], news[j]) for i, j in kept if j not in others]
        moved = [pair for move in pairing.moved for pair in move.pairs]
        trail.pairs += [(olds[i], news[j]) for i, j in moved]
        trail.moved += [tuple(news[j] for j in move.new_lines) for move in pairing.moved]
        trail.splits += [(olds[i], tuple(news[j] for j in joined)) for i, joined in pairing.splits]
        trail.merges += [(tuple(olds[i] for i in joined), news[j]) for joined, j in pairing.merges]

    def _is_reformatted(self, i: int, j: int) -> bool:
        """A moved paragraph shows no format change of its own in Word; the list of changes tells it."""
        olds, news = self._olds, self._news
        if olds.looks[i] == news.looks[j] or not (olds.is_paragraph(i) and news.is_paragraph(j)):
            return False
        return differs_in_format(self._shop, olds.element(i), news.element(j))

    def _may_pair(self, i: int, j: int) -> bool:
        if self._shop.coarse and self._shop.is_coarse(i, j):
            return False
        if self._olds.looks[i] == self._news.looks[j]:
            return True
        if self._olds.tag(i) != self._news.tag(j):
            return False
        # Word cannot track that a paragraph begins or ceases to end a section
        return self._olds.ends_section(i) == self._news.ends_section(j)

    def _may_join(self, olds: Sequence[int], news: Sequence[int]) -> bool:
        """Paragraphs that stand side by side and end no section; none may be coarse."""
        blocks = [(self._olds, i) for i in olds] + [(self._news, j) for j in news]
        return (
            all(items.is_paragraph(n) and not items.ends_section(n) for items, n in blocks)
            and all(b - a == 1 for run in (olds, news) for a, b in pairwise(run))
            and not any(self._shop.is_coarse(i, j) for i in olds for j in news)
        )

    def _write_kept(self, i: int, j: int) -> None:
        if self._olds.looks[i] != self._news.looks[j] and self._plain is not None and self._plain.edit(i, j):
            return
        shop, old, new = self._shop, self._olds.item(i), self._news.item(j)
        if shop.earlier is not None and old.is_paragraph and self._keep_earlier(shop.earlier, old, new):
            pair_sections(shop, old.element, new.element)
        elif (old.look == new.look or not old.is_paragraph) and shop.looks_same(old, new):
            if old.ends_section:
                pair_sections(shop, old.element, new.element)
            if not old.is_paragraph and shop.trail is not None:
                shop.trail.pairs += zip(
                    range(*self._olds.firsts[i : i + 2]), range(*self._news.firsts[j : j + 2]), strict=False
                )
        elif old.is_paragraph:
            edit_paragraph(shop, old, new)
            if shop.trail is not None and next(new.element.iter(*_FORMAT_CHANGES), None) is not None:
                shop.trail.reformatted.add(self._news.firsts[j])
        elif old.element.tag == W + "tbl":
            redline_table(
                shop.inside(i, j, self._olds.firsts[i], self._news.firsts[j]),
                old.element,
                new.element,
                redline_blocks,
            )
        else:
            before, after = old.element.find(W + "sdtContent"), new.element.find(W + "sdtContent")
            if before is not None and after is not None:
                redline_blocks(shop.inside(i, j, self._olds.firsts[i], self._news.firsts[j]), before, after)

    def _keep_earlier(self, earlier: Earlier, old: Item, new: Item) -> bool:
        """Put the new paragraph with its earlier changes in its place, where they lead back to the old one."""
        tools = self._shop.tools
        kept = earlier.for_kept(old.element, new.element, tools.old_deep, tools.new_deep, self._shop.pen)
        if kept is not None:
            _take_over(new.element, kept)
        return kept is not None

    def _write_gone(self, olds: Iterable[int], j: int) -> None:
        """Old blocks stand before the new ones of the same gap."""
        shop, tools = self._shop, self._shop.tools
        for i in olds:
            if self._plain is not None and i not in self._homes.old and self._plain.gone(i, j):
                continue
            old = self._olds.element(i)
            if shop.earlier is not None and i not in self._homes.old:
                kept = shop.earlier.for_gone(old, tools.old_deep, tools.new_deep, shop.pen)
                if kept is not None:
                    self._sheet.place(kept, j)
                    continue
            copy = shop.carry(old)
            if i in self._beside:
                put(copy, self._beside[i])
            self._sheet.place(copy, j)
            if i in self._homes.old:
                self._homes.old[i] = copy
            else:
                mark_block(self._shop.pen, copy, "del")

    def _write_come(self, news: Iterable[int]) -> None:
        shop = self._shop
        for j in news:
            if j in self._homes.new:
                continue
            if self._plain is not None and self._plain.come(j):
                continue
            new = self._news.element(j)
            kept = (
                shop.earlier.for_come(new, shop.tools.new_deep, shop.pen)
                if shop.earlier is not None
                else None
            )
            if kept is not None:
                _take_over(new, kept)
            else:
                mark_block(shop.pen, new, "ins")

    def _write_move(self, move: Moved) -> None:
        """Word moves paragraphs: what is nothing but tables or controls at one of its places went here and came there."""
        olds = [copy for i in move.old_lines if (copy := self._homes.old[i]) is not None]
        news = [self._news.element(j) for j in move.new_lines]
        if not all(any(block.tag == W + "p" for block in blocks) for blocks in (olds, news)):
            for blocks, went in ((olds, "del"), (news, "ins")):
                for block in blocks:
                    mark_block(self._shop.pen, block, went)
            return
        name = self._shop.next_move()
        self._write_range(olds, "moveFrom", name)
        self._write_range(news, "moveTo", name)

    def _write_range(self, blocks: Sequence[etree._Element], kind: str, name: str) -> None:
        for block in blocks:
            mark_block(self._shop.pen, block, kind)
        paragraphs = [block for block in blocks if block.tag == W + "p"]
        start = self._shop.pen.mark(kind + "RangeStart")
        start.set(W + "name", name)
        end = etree.Element(W + kind + "RangeEnd", {W + "id": start.get(W + "id", "")})
        paragraph_properties(paragraphs[0]).addnext(start)
        paragraphs[-1].addnext(end)


def _take_over(paragraph: etree._Element, other: etree._Element) -> None:
    """Give a paragraph the content of another one; it stays the same element for all who hold it."""
    paragraph[:] = list(other)


def edit_paragraph(shop: Shop, old: Item, new: Item) -> None:
    """Turn the new paragraph into the redline of both."""
    before, after = shop.tools.old_names.content(old.element), shop.tools.new_names.content(new.element)
    if new.ends_section:
        pair_sections(shop, old.element, new.element)
    stretches = replace_phrases(difference(before.text, after.text), before, after)
    if before.text != after.text or (
        shop.tools.old_names.stretches(before) != shop.tools.new_names.stretches(after)
    ):
        author = author_of(before.text, after.text, shop.ledger.shifts)
        rewrite(new.element, before, after, stretches, shop.pen, shop.tools.carrier, author)
    _redline_boxes(shop, before, after, stretches)
    if not _same_properties(shop, old.look, new.look):
        note_paragraph_properties(shop, old.element, new.element)


def _same_properties(shop: Shop, old: bytes, new: bytes) -> bool:
    """Do two paragraphs begin with the same XML up to the end of their properties?"""
    end = old.find(_PROPERTIES_END)
    if end < 0:
        return b"<w:pPr" not in old and b"<w:pPr" not in new
    properties = old[:end]
    return new.startswith(properties + _PROPERTIES_END) and not any(
        mark in properties for mark in shop.tools.ambiguous
    )


_PROPERTIES_END = b"</w:pPr>"


def pair_sections(shop: Shop, old: etree._Element, new: etree._Element) -> None:
    """Two paragraphs that end sections pair these."""
    before, after = old.find(_SECTION), new.find(_SECTION)
    if before is not None and after is not None:
        shop.ledger.sections.append((before, after))


def _redline_boxes(shop: Shop, before: Content, after: Content, stretches: Sequence[Stretch]) -> None:
    """The text boxes of drawings that both paragraphs have; also the second form of a drawing for old programs."""
    if not THINGS.search(after.text):
        return
    olds = {span.start: span for span in before.spans}
    news = {span.start: span for span in after.spans}
    for stretch in stretches:
        for offset in range(stretch.old_end - stretch.old_start) if stretch.kept else ():
            old, new = olds.get(stretch.old_start + offset), news.get(stretch.new_start + offset)
            if old is None or new is None or old.child is None or new.child is None:
                continue
            boxes = [
                list(span.child.iter(W + "txbxContent")) for span in (old, new) if span.child is not None
            ]
            for old_box, new_box in zip(*boxes, strict=False):
                if shop.tools.old_deep.blocks(old_box) != shop.tools.new_deep.blocks(new_box):
                    redline_blocks(shop.inside(0, 0, UNFOLLOWED, UNFOLLOWED), old_box, new_box)
