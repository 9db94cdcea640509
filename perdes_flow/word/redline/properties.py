"""Formats that changed: what a paragraph and its mark looked like before."""

from copy import deepcopy

from lxml import etree

from perdes_flow.legal.difference import difference
from perdes_flow.word.names import W
from perdes_flow.word.redline.content import run_format
from perdes_flow.word.redline.pen import mark_properties, paragraph_properties
from perdes_flow.word.redline.phrases import replace_phrases
from perdes_flow.word.redline.shop import Shop


def note_paragraph_properties(shop: Shop, old: etree._Element, new: etree._Element) -> None:
    """Record in the new paragraph how the old one looked, where that differs."""
    before, after = old.find(W + "pPr"), new.find(W + "pPr")
    changed = shop.tools.old_names.properties(before) != shop.tools.new_names.properties(after)
    mark_before, mark_after = (p.find(W + "rPr") if p is not None else None for p in (before, after))
    if run_format(mark_before) != run_format(mark_after):
        shop.pen.change(mark_properties(new), mark_before)
    if changed:
        shop.pen.change(
            paragraph_properties(new), _earlier(shop, before, after) if before is not None else None
        )


def _earlier(shop: Shop, before: etree._Element, after: etree._Element | None) -> etree._Element:
    """The old properties in the new file. A list that looks the same is the one in which the paragraph is now."""
    lists = before.find(W + "numPr"), after.find(W + "numPr") if after is not None else None
    names = shop.tools.old_names, shop.tools.new_names
    copy = shop.carry(before)
    if (
        lists[0] is not None
        and lists[1] is not None
        and names[0].number(lists[0]) == names[1].number(lists[1])
    ):
        for numbering in copy.iterfind(W + "numPr"):
            copy.replace(numbering, deepcopy(lists[1]))
    return copy


def differs_in_format(shop: Shop, old: etree._Element, new: etree._Element) -> bool:
    """Do two paragraphs differ in their properties, or in the format of words that both have?"""
    tools = shop.tools
    if tools.old_names.properties(old.find(W + "pPr")) != tools.new_names.properties(new.find(W + "pPr")):
        return True
    before, after = tools.old_names.content(old), tools.new_names.content(new)
    formats = [
        [span.format for span in content.spans for _ in range(span.start, span.end)]
        for content in (before, after)
    ]
    return any(
        formats[0][s.old_start : s.old_end] != formats[1][s.new_start : s.new_end]
        for s in replace_phrases(difference(before.text, after.text), before, after)
        if s.kept
    )
