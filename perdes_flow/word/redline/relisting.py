"""Paragraphs whose number was typed and is counted by Word now, or the other way round.

Where all paragraphs of a list changed so, they read as before, and nothing of it need be marked.
"""

from collections.abc import Collection

from lxml import etree

from perdes_flow.word.markup import paragraph_properties
from perdes_flow.word.names import W
from perdes_flow.word.numbering import ListPlace, Numbering
from perdes_flow.word.revisions import drop, unwrap

_AUTHOR, _CHANGE, _INSERTED, _DELETED = W + "author", W + "pPrChange", W + "ins", W + "del"


def unmark_numbers(
    tree: etree._Element, numbering: Numbering, authors: Collection[str], kept: Collection[str]
) -> None:
    """Take the marks by these authors off the numbers of such paragraphs in a redline, but for lists that are `kept`."""
    for paragraph in tree.iter(W + "p"):
        now = paragraph_properties(paragraph)
        change = now.get(_CHANGE)
        if change is None or change.get(_AUTHOR) not in authors:
            continue
        places = numbering.place_by(now), numbering.place(change)
        if places[0] != places[1] and not any(place is not None and place[0] in kept for place in places):
            drop(change)
            _unmark(_label(paragraph, authors), *places)


def _label(paragraph: etree._Element, authors: Collection[str]) -> etree._Element | None:
    """The mark by one of them at the beginning, where a typed number stands."""
    first = next((child for child in paragraph if child.tag != W + "pPr"), None)
    return first if first is not None and first.get(_AUTHOR) in authors else None


def _unmark(label: etree._Element | None, now: ListPlace | None, earlier: ListPlace | None) -> None:
    if label is not None and earlier is None and label.tag == _DELETED:
        drop(label)
    elif label is not None and now is None and label.tag == _INSERTED:
        unwrap(label)
