"""What an element of Akoma Ntoso is called, and what it says."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element
_SAYING = frozenset(
    {"p", "num", "heading", "subheading", "block", "crossHeading", "listIntroduction", "listWrapUp"}
)


def local(element: Element) -> str:
    """The name without its namespace."""
    return element.tag.rpartition("}")[2]


def words(element: Element) -> str:
    """What an element says: exactly, for one that holds words; the sayings of those inside joined by blanks, for others."""
    if local(element) in _SAYING:
        return "".join(str(piece) for piece in element.itertext())
    return " ".join(said for inner in _sayings(element) if (said := words(inner)))


def _sayings(element: Element) -> Iterator[Element]:
    for child in element:
        if local(child) in _SAYING:
            yield child
        else:
            yield from _sayings(child)
