"""Place the comments of older versions on the latest one: computed each time, never stored, so a better rule helps old comments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, Field

from perdes_flow.domain.comments import Comment
from perdes_flow.domain.values import DraftId, Sha256
from perdes_flow.errors import AddressNotUnderstood
from perdes_flow.legal.addresses import Address
from perdes_flow.legal.anchoring import Anchor, Carrier, Placement, Span, seek_at, seek_quote, seek_unit
from perdes_flow.legal.parser import parse
from perdes_flow.legal.quiet import quietly
from perdes_flow.legal.units import Naskah, Unit
from perdes_flow.use_cases.desk import Case, Desk, open_case
from perdes_flow.use_cases.kept import Kept
from perdes_flow.use_cases.pointing import naskah_of
from perdes_flow.use_cases.versions import known_version
from perdes_flow.word.gate import admit
from perdes_flow.word.reader import read


@dataclass(frozen=True, slots=True)
class Carried:
    """A comment and its place on the latest version; `old_words`: its quote, else the words of the unit it was on."""

    comment: Comment
    placement: Placement
    old_words: str


class FileComment(BaseModel):
    """A comment on a bare file. `paragraph` counts the paragraphs of the body in reading order, from 0; start and end
    are characters in it."""

    id: str
    level: Literal["words", "ayat", "pasal"]
    paragraph: int = Field(ge=0)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str = ""
    prefix: str = ""
    suffix: str = ""


class FilePlace(BaseModel):
    """Where a comment is in the other file; no paragraph for an orphan."""

    status: Literal["placed", "doubtful", "orphan"]
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None


def carried_comments(desk: Desk, draft_id: DraftId) -> dict[int, Carried]:
    """The comments of older versions by their number; DraftUnknown, FileMissing, FileDamaged, DocxRefused."""
    case = open_case(desk, draft_id)
    latest = case.draft.latest
    older = [c for c in case.draft.comments.values() if latest is not None and c.version != latest.number]
    return placed_comments(desk, case, older) if older else {}


def placed_comments(desk: Desk, case: Case, comments: Iterable[Comment]) -> dict[int, Carried]:
    """The place of each comment on the latest version, also of those made on it; VersionUnknown, FileMissing …"""
    latest = case.draft.latest
    if latest is None:
        return {}
    by_version: dict[int, list[Comment]] = {}
    for comment in comments:
        by_version.setdefault(comment.version, []).append(comment)
    new = naskah_of(desk, case, latest.number)
    found: dict[int, Carried] = {}
    for version, ones in by_version.items():
        if version == latest.number:
            found |= {comment.number: _stay(new, comment) for comment in ones}
            continue
        old = naskah_of(desk, case, version)
        carrier = _carrier(case, version, old, new)
        found |= {comment.number: _carry(carrier, old, comment) for comment in ones}
    return found


_CARRIERS: Kept[tuple[Sha256, Sha256], Carrier] = Kept(16)


def _carrier(case: Case, version: int, old: Naskah, new: Naskah) -> Carrier:
    """The comparison of a version with the latest one, made once for the two files."""
    pair = known_version(case, version).docx_sha256, case.draft.versions[-1].docx_sha256
    return _CARRIERS.get(pair, lambda: Carrier(old, new))


@quietly
def carry_between(old: bytes, new: bytes, comments: Sequence[FileComment]) -> dict[str, FilePlace]:
    """The places of comments on one Word file in another, by their ids; DocxRefused."""
    before, after = (_BareFile(parse(read(admit(docx)))) for docx in (old, new))
    carrier = Carrier(before.naskah, after.naskah)
    return {comment.id: _carry_in_file(carrier, before, after, comment) for comment in comments}


# ---- a recorded comment


def _carry(carrier: Carrier, old: Naskah, comment: Comment) -> Carried:
    anchors, unit = _anchors(old, comment)
    placement = _agreed([carrier.place(anchor) for anchor in anchors])
    return Carried(comment, placement, _words(comment, unit))


def _stay(naskah: Naskah, comment: Comment) -> Carried:
    """On the version that it was made on."""
    anchors, unit = _anchors(naskah, comment)
    if not anchors:
        return Carried(comment, Placement("orphan", "whole"), _words(comment, unit))
    placement = Placement("placed", anchors[0].level, anchors[0].spans, comment.address, 1.0)
    return Carried(comment, placement, _words(comment, unit))


def _anchors(naskah: Naskah, comment: Comment) -> tuple[list[Anchor], Unit | None]:
    try:
        unit = naskah.find(Address.parse(comment.address))
    except AddressNotUnderstood:  # the draft as a whole
        unit = None
    if comment.paragraph is None:
        return seek_unit(naskah, unit, comment.quote), unit
    found = seek_at(naskah, comment.paragraph, comment.quote, comment.occurrence)
    return ([found] if found else seek_unit(naskah, unit, comment.quote)), unit


def _words(comment: Comment, unit: Unit | None) -> str:
    words = " ".join(part.shown for part in unit.walk()) if unit else ""
    return comment.quote or comment.file_words or words


def _agreed(places: Sequence[Placement]) -> Placement:
    """One place for a quote that stands in the unit more than once: doubtful where they went different ways."""
    if not places:
        return Placement("orphan", "whole")
    first = places[0]
    same = all((place.status, place.address) == (first.status, first.address) for place in places)
    if same or not first.spans:
        return first
    return replace(first, status="doubtful")


# ---- a comment on a bare file


class _BareFile:
    """A text, and where in it the paragraphs of the body and its Pasal are."""

    def __init__(self, naskah: Naskah) -> None:
        self.naskah = naskah
        self.body = next((block.part for block in naskah.blocks if block.story == "body"), "")
        self.paragraphs = {b.index: i for i, b in enumerate(naskah.blocks) if b.part == self.body}

    @cached_property
    def pasal_of(self) -> dict[int, int]:
        """Block -> the first block of the Pasal in which it stands."""
        found: dict[int, int] = {}
        for pasal in self.naskah.all_pasal():
            blocks = [block for part in pasal.walk() for block in part.blocks]
            found |= dict.fromkeys(blocks, blocks[0])
        return found

    def whole(self, block: int) -> Anchor:
        return Anchor("unit", (Span(block, 0, len(self.naskah.blocks[block].text)),))


def _carry_in_file(carrier: Carrier, old: _BareFile, new: _BareFile, comment: FileComment) -> FilePlace:
    block = old.paragraphs.get(comment.paragraph)
    anchor = None if block is None else _anchor(old, block, comment)
    if anchor is None:
        return FilePlace(status="orphan")
    placement = carrier.place(anchor)
    if not placement.spans:
        return FilePlace(status="orphan")
    span = placement.spans[0]
    block_there = new.naskah.blocks[span.block]
    if block_there.part != new.body:  # moved to a note or a header, which has no paragraph number here
        return FilePlace(status="doubtful")
    return FilePlace(status=placement.status, paragraph=block_there.index, start=span.start, end=span.end)


def _anchor(old: _BareFile, block: int, comment: FileComment) -> Anchor | None:
    """None where the paragraph says nothing."""
    text = old.naskah.blocks[block].text
    if not old.naskah.blocks[block].shown.strip():
        return None
    if comment.level == "pasal":
        return old.whole(old.pasal_of.get(block, block))  # the paragraph's own unit outside a Pasal
    if comment.level == "ayat":
        return old.whole(block)
    if not comment.quote:
        return Anchor("words", (Span(block, min(comment.start, len(text)), min(comment.end, len(text))),))
    found = seek_quote(
        old.naskah,
        comment.quote,
        block=block,
        start=comment.start,
        prefix=comment.prefix,
        suffix=comment.suffix,
    )
    return found or old.whole(block)
