"""Formats that changed: what a paragraph and its mark looked like before."""

from lxml import etree

from perdes_flow.word.names import W
from perdes_flow.word.redline.content import run_format
from perdes_flow.word.redline.pen import mark_properties, paragraph_properties
from perdes_flow.word.redline.shop import Shop


def note_paragraph_properties(shop: Shop, old: etree._Element, new: etree._Element) -> None:
    """Record in the new paragraph how the old one looked, where that differs."""
    before, after = old.find(W + "pPr"), new.find(W + "pPr")
    changed = shop.tools.old_names.properties(before) != shop.tools.new_names.properties(after)
    mark_before, mark_after = (p.find(W + "rPr") if p is not None else None for p in (before, after))
    if run_format(mark_before) != run_format(mark_after):
        shop.pen.change(mark_properties(new), mark_before)
    if changed:
        shop.pen.change(paragraph_properties(new), shop.carry(before) if before is not None else None)
