"""Writes better words over wrong ones as tracked changes, so that a person accepts or rejects each."""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from perdes_flow.legal.linting.placing import words
from perdes_flow.word.letters import Letters
from perdes_flow.word.names import XML, W
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places
from perdes_flow.word.redline.pen import Pen


@dataclass(frozen=True, slots=True)
class Rewording:
    """Words of a block (by its place among all blocks), and what they should be; `occurrence` as in legal.linting.placing."""

    block: int
    quote: str
    replacement: str
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Mended:
    """The file, and which of the rewordings (by their place in the list) it holds as tracked changes."""

    docx: bytes
    done: tuple[int, ...]


def mend(docx: bytes, rewordings: Sequence[Rewording], *, author: str, at: datetime) -> Mended:
    """Track each rewording; rejecting all of them gives the file's text again. DocxRefused where it is no Word file.

    Left out are words that are not found as plain letters (fields, tabs, automatic numbers), that somebody else has
    inserted and not yet settled, or that overlap with others.
    """
    package = Package.open(docx)
    places = Places(package)
    pen = Pen(author, at, next_id=free_change_id(package))
    by_block: dict[int, list[int]] = {}
    for number, rewording in enumerate(rewordings):
        by_block.setdefault(rewording.block, []).append(number)
    done = [
        number
        for block, numbers in sorted(by_block.items())
        for number in _mend_paragraph(places.paragraph(block), {n: rewordings[n] for n in numbers}, pen)
    ]
    touched = {places.blocks[rewordings[number].block].part for number in done}
    return Mended(package.pack(touched) if done else docx, tuple(sorted(done)))


def _mend_paragraph(paragraph: etree._Element, rewordings: dict[int, Rewording], pen: Pen) -> list[int]:
    letters = Letters(paragraph)
    text = letters.text
    due: dict[tuple[int, int, str], list[int]] = {}  # change -> the rewordings that ask for it
    for number, rewording in rewordings.items():
        span = letters.find(words(rewording.quote), rewording.occurrence)
        if span and letters.are_plain(*span):
            change = _changed_part(text, *span, rewording.replacement)
            if change in due or not any(change[0] <= end and start <= change[1] for start, end, _ in due):
                due.setdefault(change, []).append(number)
    # from the last to the first, so that what was counted before a change still holds
    return [
        number
        for change, numbers in sorted(due.items(), reverse=True)
        if reword(letters, *change, pen)
        for number in numbers
    ]


def _changed_part(text: str, start: int, end: int, replacement: str) -> tuple[int, int, str]:
    """Without the words that stay the same at both ends."""
    old, new = _TOKENS.findall(text[start:end]), _TOKENS.findall(replacement)
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    tail = 0
    while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    before, behind = sum(map(len, old[:same])), sum(map(len, old[len(old) - tail :]))
    return start + before, end - behind, "".join(new[same : len(new) - tail])


_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")


def reword(letters: Letters, start: int, end: int, replacement: str, pen: Pen) -> bool:
    """Delete these letters and insert others there; False where a tracked change is open around them."""
    beside = (
        (start, end) if start < end else (start - 1, start)
    )  # an insertion stands behind the letter before it
    runs = letters.runs(*beside)
    holders = [run.getparent() for run in runs]
    if not runs or any(holder is None or holder.tag not in _HOLDERS for holder in holders):
        return False
    last = runs[-1]
    if start < end:
        for run in runs:
            last = delete_run(run, pen)
    if replacement:
        last.addnext(_inserted(replacement, runs[0], pen))
    return True


# where a tracked change may stand: not within another one, which would go with it
_HOLDERS = frozenset(W + name for name in ("p", "hyperlink", "smartTag", "sdtContent", "customXml"))


def delete_run(run: etree._Element, pen: Pen) -> etree._Element:
    """Mark a run as deleted; the mark around it."""
    mark = pen.mark("del")
    run.addprevious(mark)
    mark.append(run)
    for text in run.iter(W + "t"):
        text.tag = W + "delText"
    return mark


def _inserted(text: str, like: etree._Element, pen: Pen) -> etree._Element:
    mark = pen.mark("ins")
    run = etree.SubElement(mark, W + "r")
    properties = like.find(W + "rPr")
    if properties is not None:
        run.append(deepcopy(properties))
    etree.SubElement(run, W + "t", {XML + "space": "preserve"}).text = text
    return mark


def free_change_id(package: Package) -> int:
    """A number above those of all tracked changes and other marks of the stories."""
    written = (
        element.get(W + "id", "") for _, part in package.stories() for element in package.tree(part).iter("*")
    )
    return 1 + max((int(number) for number in written if _NUMBER.fullmatch(number)), default=0)


_NUMBER = re.compile("[0-9]{1,9}")
