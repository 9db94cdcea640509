"""Paragraphs that were cut in two or joined: the words stay, only the paragraph mark came or went."""

from collections.abc import Sequence

from lxml import etree

from perdes_flow.legal.difference import Stretch, difference
from perdes_flow.word.names import W
from perdes_flow.word.redline.authors import author_of
from perdes_flow.word.redline.content import Content
from perdes_flow.word.redline.paragraphs import rewrite
from perdes_flow.word.redline.properties import note_paragraph_properties
from perdes_flow.word.redline.shop import Shop

JOINT = "\U0010fffd"  # stands for the end of a paragraph between two others; no text has it


def write_split(shop: Shop, old: etree._Element, news: Sequence[etree._Element]) -> None:
    """One paragraph became several: all but the last end in a mark that was inserted."""
    before = shop.tools.old_names.content(old)
    contents = [shop.tools.new_names.content(new) for new in news]
    stretches = difference(before.text, JOINT.join(content.text for content in contents))
    parts = _divide(stretches, [len(content.text) for content in contents], old=False)
    for new, content, part in zip(news, contents, parts, strict=True):
        _write(shop, new, before, content, part)
        if new is not news[-1]:
            shop.pen.mark_paragraph(new, "ins")
    # rejected, the last one swallows the others and must look as the old one did
    note_paragraph_properties(shop, old, news[-1])


def write_merge(shop: Shop, olds: Sequence[etree._Element], new: etree._Element) -> None:
    """Several paragraphs became one: all but the last old one come back, with a mark that was deleted."""
    contents = [shop.tools.old_names.content(old) for old in olds]
    after = shop.tools.new_names.content(new)
    stretches = difference(JOINT.join(content.text for content in contents), after.text)
    parts = _divide(stretches, [len(content.text) for content in contents], old=True)
    for old, content, part in zip(olds, contents, parts, strict=True):
        if old is olds[-1]:
            _write(shop, new, content, after, part)
            note_paragraph_properties(shop, old, new)
        else:
            paragraph = etree.Element(W + "p")
            new.addprevious(paragraph)
            properties = old.find(W + "pPr")
            if properties is not None:
                paragraph.append(shop.carry(properties))
            _write(shop, paragraph, content, after, part)
            shop.pen.mark_paragraph(paragraph, "del")


def _write(
    shop: Shop, paragraph: etree._Element, before: Content, after: Content, stretches: Sequence[Stretch]
) -> None:
    properties = paragraph.find(W + "pPr")
    paragraph[:] = [properties] if properties is not None else []
    if stretches:
        author = author_of(before.text, after.text, shop.ledger.shifts)
        rewrite(paragraph, before, after, stretches, shop.pen, shop.tools.carrier, author)


def _divide(stretches: Sequence[Stretch], sizes: Sequence[int], *, old: bool) -> list[list[Stretch]]:
    """The stretches of each of the paragraphs whose texts were joined on the old (or the new) side.

    There their offsets count from the beginning of the paragraph. A stretch that holds a joint is cut there.
    """
    parts: list[list[Stretch]] = [[] for _ in sizes]
    part, start = 0, 0
    for stretch in stretches:
        rest: Stretch | None = stretch
        while rest is not None:
            end = start + sizes[part]
            head, rest = _cut(rest, end, old=old)
            if head is not None:
                parts[part].append(_shift(head, start, old=old))
            if rest is not None:
                part, start = part + 1, end + len(JOINT)
    return parts


def _cut(stretch: Stretch, place: int, *, old: bool) -> tuple[Stretch | None, Stretch | None]:
    """What stands before the joint at a place, and what stands behind it."""
    first, last = (stretch.old_start, stretch.old_end) if old else (stretch.new_start, stretch.new_end)
    if last <= place:
        return stretch, None
    behind = place + len(JOINT)
    if old:
        return (stretch._replace(old_end=place) if first < place else None), stretch._replace(
            old_start=behind
        )
    return (stretch._replace(new_end=place) if first < place else None), stretch._replace(new_start=behind)


def _shift(stretch: Stretch, by: int, *, old: bool) -> Stretch:
    kept, old_start, old_end, new_start, new_end = stretch
    if old:
        return Stretch(kept, old_start - by, old_end - by, new_start, new_end)
    return Stretch(kept, old_start, old_end, new_start - by, new_end - by)
