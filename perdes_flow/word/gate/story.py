"""One part that holds text of the document, with the words of its paragraphs as the gate looks at them."""

from dataclasses import dataclass

from lxml import etree

from perdes_flow.word.names import W
from perdes_flow.word.package import Package


@dataclass(frozen=True, slots=True)
class Story:
    """`kind` as in legal.blocks; the words of a text box stand with those of the paragraph that comes before them."""

    kind: str
    part: str
    root: etree._Element
    paragraphs: tuple[str, ...]


def stories_of(package: Package) -> tuple[Story, ...]:
    """Body, headers, footers and notes; words that a tracked change takes away are left out."""
    return tuple(_story(kind, part, package.tree(part)) for kind, part in package.stories())


def _story(kind: str, part: str, root: etree._Element) -> Story:
    # one pass and no walk down every paragraph: this is the longest part of a long file
    paragraphs: list[list[str]] = [[]]
    for element in root.iter(W + "p", W + "t"):
        if element.tag == W + "p":
            paragraphs.append([])
        elif element.text:
            paragraphs[-1].append(element.text)
    return Story(kind, part, root, tuple(map("".join, paragraphs[1:])))


def words_in(element: etree._Element) -> str:
    """All words below an element."""
    return "".join(text.text or "" for text in element.iter(W + "t"))
