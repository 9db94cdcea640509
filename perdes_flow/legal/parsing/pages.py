"""What a printed page leaves between the lines of a text: page numbers, running heads, the first words of the next page."""

import re
from collections.abc import Sequence

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.parsing.lines import Line


def page_marks(lines: Sequence[Line], blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks of the lines that belong to the page and not to the text; in a table there are none.

    A running head ("PRESIDEN / REPUBLIK INDONESIA") counts only beside a page number or another sure mark: by itself it
    may stand in the judul or above a signature.
    """
    if not _may_hold_a_sure_one(lines):
        return frozenset()
    lines = [line for line in lines if not blocks[line.block].cell]
    marks: set[int] = set()
    run: list[int] = []
    sure = False
    for place, line in enumerate(lines):
        short = len(line.text) <= _LONGEST and not line.automatic
        if short and _is_sure(line.text, lines, place):
            run.append(line.block)
            sure = True
        elif short and line.text[0] in _HEAD_STARTS and _HEAD.fullmatch(line.text):
            run.append(line.block)
        elif run:
            marks.update(run if sure else ())
            run, sure = [], False
    return frozenset(marks.union(run if sure else ()))


_LONGEST = 60  # characters
_NEAR = 7  # lines: page number and running head may stand between a catchword and the words that it announces

_NUMBER = re.compile(r"[-–—]\s*\d{1,4}\s*[-–—]|SK\s*No\.?\s*\d{3,}\s?[A-Z]?|(?:https?://|www\.|jdih\.)\S+")
_HEAD = re.compile(r"PRESIDEN|(?:PRESIDEN )?REPUBLIK INDONESIA|\d{4}, ?No\. ?\d{1,4}")
_CATCHWORD = re.compile(r"(?P<words>.{1,40}?)\s*\. ?\. ?\.")
_HEAD_STARTS = frozenset("PR0123456789")
_NUMBER_STARTS = frozenset("-–—Shwj")


def _may_hold_a_sure_one(lines: Sequence[Line]) -> bool:
    """At the first look: of most texts it is false."""
    short = [text for _, text, _, _ in lines if len(text) <= _LONGEST]
    return any(text[0] in _NUMBER_STARTS or text.endswith(_DOTS) for text in short)


_DOTS = ("...", ". . .")


def _is_sure(text: str, lines: Sequence[Line], place: int) -> bool:
    if text[0] in _NUMBER_STARTS and _NUMBER.fullmatch(text):
        return True
    found = _CATCHWORD.fullmatch(text) if text[-1] == "." and text.endswith(_DOTS) else None
    if not found:
        return False
    after = (other.text for other in lines[place + 1 : place + 1 + _NEAR])
    following = next(
        (words for words in after if not (_NUMBER.fullmatch(words) or _HEAD.fullmatch(words))), ""
    )
    return (
        following.startswith(found["words"]) and following != text
    )  # "pada tanggal ..." twice is a form to fill in
