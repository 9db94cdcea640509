"""Which run of a Word paragraph holds which letters of its text, so that marks can be set around a few words."""

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice

from lxml import etree

from perdes_flow.word.names import MC, XML, W

_BLANKS = frozenset(W + name for name in ("tab", "br", "cr", "ptab"))
_GONE = frozenset(W + name for name in ("del", "moveFrom", "pPr", "sdtPr", "sdtEndPr", "txbxContent"))
_SIGN = "\ufffc"  # something else that is seen: a picture, a note's number


class Letters:
    """The letters that a paragraph shows in its final state, counted from 0."""

    def __init__(self, paragraph: etree._Element) -> None:
        self._pieces = [piece for run in _runs(paragraph) for piece in _pieces(run)]

    @property
    def text(self) -> str:
        return "".join(text for _, _, text in self._pieces)

    def find(self, pattern: re.Pattern[str], occurrence: int = 0) -> tuple[int, int] | None:
        """Start and end of the words that a pattern finds; `occurrence` counts from 0. None: not there."""
        found = next(islice(pattern.finditer(self.text), occurrence, None), None)
        return found.span() if found and found[0] else None

    def are_plain(self, start: int, end: int) -> bool:
        """Nothing but typed letters: no tabs, fields or pictures among them."""
        return self._all_letters(start, end) and not self._in_field(start, end)

    def runs(self, start: int, end: int) -> tuple[etree._Element, ...]:
        """The runs that hold these letters and nothing else, in their order: cut out of the runs around them."""
        self._cut(start)
        self._cut(end)
        return tuple(dict.fromkeys(self._between(start, end)))

    def _between(self, start: int, end: int) -> Iterator[etree._Element]:
        position = 0
        for run, _, text in self._pieces:
            if text and start <= position and position + len(text) <= end:
                yield run
            position += len(text)

    def _all_letters(self, start: int, end: int) -> bool:
        position = 0
        for _, element, text in self._pieces:
            inside = position < end and position + len(text) > start
            if inside and element.tag != W + "t":
                return False
            position += len(text)
        return True

    def _in_field(self, start: int, end: int) -> bool:
        """Word writes the results of fields anew: what is changed there does not last."""
        depth = position = 0
        for _, element, text in self._pieces:
            if element.tag == W + "fldChar":
                turn = element.get(W + "fldCharType")
                depth += (turn == "begin") - (turn == "end")
            elif position < end and position + len(text) > start and (depth > 0 or _simple_field(element)):
                return True
            position += len(text)
        return False

    def _cut(self, at: int) -> None:
        """Make a run end where the letter `at` begins."""
        position = 0
        for number, (run, element, text) in enumerate(self._pieces):
            if position < at < position + len(text):
                self._halve(number, at - position)
                return
            if position == at and text and number and self._pieces[number - 1][0] is run:
                later = _split_before(run, element)
                self._pieces[number:] = [
                    (later if one is run else one, piece, words)
                    for one, piece, words in self._pieces[number:]
                ]
                return
            position += len(text)

    def _halve(self, number: int, length: int) -> None:
        run, element, text = self._pieces[number]
        rest = etree.Element(W + "t")
        for half, words in ((element, text[:length]), (rest, text[length:])):
            half.text = words
            half.set(XML + "space", "preserve")
        element.addnext(rest)
        later = _split_before(run, rest)
        behind = [
            (later if one is run else one, piece, words) for one, piece, words in self._pieces[number + 1 :]
        ]
        self._pieces[number:] = [(run, element, text[:length]), (later, rest, text[length:]), *behind]


def offsets(letters: str, text: str) -> list[int] | None:
    """For every place in a block's text, and for its end, the one among the letters of its paragraph.

    None where they are not the same words: fields that are read otherwise than they are shown.
    """
    places = [i for i, letter in enumerate(letters) if letter != _SIGN]
    if "".join(letters[i] for i in places) != text:
        return None
    return [*places, places[-1] + 1 if places else 0]


def _split_before(run: etree._Element, element: etree._Element) -> etree._Element:
    """The run ends before one of its elements; a further one with the same properties takes the rest."""
    later = etree.Element(run.tag)
    for name, value in run.items():
        later.set(name, value)
    properties = run.find(W + "rPr")
    if properties is not None:
        later.append(deepcopy(properties))
    for moved in (element, *element.itersiblings()):
        later.append(moved)
    run.addnext(later)
    return later


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag == W + "r":
            yield element
        elif isinstance(element.tag, str) and element.tag not in _GONE:
            yield from _runs(element)


def _pieces(run: etree._Element) -> Iterator[tuple[etree._Element, etree._Element, str]]:
    """(run, element, what it shows) for every element of a run but its properties."""
    for element in run:
        tag = element.tag
        if tag == W + "t":
            yield run, element, _written(element)
        elif tag in _BLANKS:
            yield run, element, " "
        elif tag == W + "noBreakHyphen":
            yield run, element, "-"
        elif tag in (W + "sym", W + "drawing", W + "pict", MC + "AlternateContent", W + "footnoteReference"):
            yield run, element, _SIGN
        elif isinstance(tag, str) and tag != W + "rPr":
            yield run, element, ""


def _written(element: etree._Element) -> str:
    text = element.text or ""
    kept = next((s for a in (element, *element.iterancestors()) if (s := a.get(XML + "space"))), "default")
    return text if kept == "preserve" else text.strip(" \t\n\r")


def _simple_field(element: etree._Element) -> bool:
    return next(element.iterancestors(W + "fldSimple"), None) is not None
