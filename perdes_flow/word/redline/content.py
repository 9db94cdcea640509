"""A paragraph as one string with its formats: every picture, field, note or break is one character of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from perdes_flow.word.names import W

Format = tuple[object, ...]


class Alphabet:
    """Gives equal things the same character and different things different ones; shared by both sides."""

    def __init__(self) -> None:
        self._characters: dict[str, str] = {}

    def character(self, key: str) -> str:
        return self._characters.setdefault(key, chr(_FIRST + len(self._characters)))


_FIRST = 0x100000  # the last private plane: no text and no word of `difference` uses it


@dataclass(slots=True)
class Formatted:
    """A stretch of one format in the text of a paragraph."""

    start: int
    end: int
    format: Format


@dataclass(slots=True)
class Span(Formatted):
    """What one child of a run, or one thing beside the runs, adds to the text.

    element   the run, or the thing itself where it is no run
    child     the run's child; None where `element` is the thing itself
    path      the hyperlinks, fields, controls around it, outermost first
    context   the same as keys that both sides share
    alone     the run holds nothing else
    """

    element: etree._Element
    child: etree._Element | None
    path: tuple[etree._Element, ...]
    context: tuple[str, ...]
    alone: bool = True


@dataclass(slots=True)
class Mark:
    """Something without width (a bookmark, a comment's range) before the character at `position`."""

    position: int
    element: etree._Element
    path: tuple[etree._Element, ...]


@dataclass(slots=True)
class Content:
    """The inline content of one paragraph."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def read_content(
    paragraph: etree._Element, key: Callable[[etree._Element], str], alphabet: Alphabet
) -> Content:
    """The content of a w:p. `key` names a thing so that things that look alike on both sides have one name."""
    return _Reader(key, alphabet).read(paragraph)


def run_format(properties: etree._Element | None) -> Format:
    """A w:rPr as a value: order, language and proofing marks do not count."""
    if properties is None or not len(properties):
        return ()
    return tuple(sorted(_format_item(child) for child in properties if child.tag not in _NO_FORMAT))


def attributes(element: etree._Element) -> list[tuple[str, str]]:
    """Names and values; they are text, whatever the stubs of lxml say."""
    return cast("list[tuple[str, str]]", element.items())


def _format_item(child: etree._Element) -> tuple[str, ...]:
    items = [child.tag]
    for name, value in sorted(attributes(child)):
        if name != _HINT:
            items += (name, _SAME.get(value, value))
    items += (str(_format_item(grandchild)) for grandchild in child if isinstance(grandchild.tag, str))
    return tuple(items)


_HINT = W + "hint"
_SAME = {"true": "1", "on": "1", "false": "0", "off": "0"}


def _names(*names: str) -> frozenset[str]:
    return frozenset(W + name for name in names)


_NO_FORMAT = _names("lang", "noProof", "rPrChange", "ins", "del", "moveFrom", "moveTo", "webHidden") | {
    etree.Comment
}
_WRAPPERS = _names("hyperlink", "fldSimple", "sdt", "smartTag", "customXml", "dir", "bdo")
_FILLED = _names("fldSimple", "sdt")  # what Word fills, or asks to be filled, where nothing stands in it
_SILENT_WRAPPERS = _names("smartTag", "customXml")
_WRAPPER_PROPERTIES = _names("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData")
_MARKS = _names(
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd"
)  # fmt: skip
_NOTHING = (
    _names("pPr", "proofErr", "rPr", "lastRenderedPageBreak")
    | _WRAPPER_PROPERTIES
    | {etree.Comment, etree.PI}
)


def is_silent(wrapper: etree._Element) -> bool:
    """It shows nothing, as a control without properties does: text is the same text without it."""
    return wrapper.tag in _SILENT_WRAPPERS or (wrapper.tag == W + "sdt" and wrapper.find(W + "sdtPr") is None)


class _Reader:
    def __init__(self, key: Callable[[etree._Element], str], alphabet: Alphabet) -> None:
        self._key, self._alphabet = key, alphabet
        self._pieces: list[str] = []
        self._length = 0
        self._content = Content()

    def read(self, paragraph: etree._Element) -> Content:
        self._walk(paragraph, (), ())
        self._content.text = "".join(self._pieces)
        return self._content

    def _walk(
        self, element: etree._Element, path: tuple[etree._Element, ...], context: tuple[str, ...]
    ) -> None:
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child, path, context)
            elif tag in _NOTHING:
                continue
            elif tag in _MARKS:
                self._content.marks.append(Mark(self._length, child, path))
            elif tag in _WRAPPERS:
                inner = child.find(W + "sdtContent") if tag == W + "sdt" else child
                own = () if is_silent(child) else (self._key(child),)
                before = self._length
                if inner is not None:
                    self._walk(inner, (*path, child), context + own)
                if own and tag in _FILLED and self._length == before:
                    self._add(self._alphabet.character(*own), child, None, (), path, context, True)
            else:
                self._add(self._alphabet.character(self._key(child)), child, None, (), path, context, True)

    def _run(self, run: etree._Element, path: tuple[etree._Element, ...], context: tuple[str, ...]) -> None:
        children = [child for child in run if child.tag not in _NOTHING]
        if any(child.tag == W + "commentReference" for child in children):
            self._content.marks.append(Mark(self._length, run, path))
            return
        first = run[0] if len(run) else None
        properties = first if first is not None and first.tag == W + "rPr" else run.find(W + "rPr")
        form = run_format(properties)
        alone = len(children) == 1
        for child in children:
            text = child.text or "" if child.tag == W + "t" else self._alphabet.character(self._key(child))
            if text:
                self._add(text, run, child, form, path, context, alone)

    def _add(
        self,
        text: str,
        element: etree._Element,
        child: etree._Element | None,
        form: Format,
        path: tuple[etree._Element, ...],
        context: tuple[str, ...],
        alone: bool,
    ) -> None:
        end = self._length + len(text)
        self._content.spans.append(Span(self._length, end, form, element, child, path, context, alone))
        self._pieces.append(text)
        self._length = end


THINGS = re.compile("[\U00100000-\U0010ffff]")  # the characters of an Alphabet
