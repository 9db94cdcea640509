"""References inside a text: where each leads, and those that a renumbering left behind, mended as tracked changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from perdes_flow.domain.values import DraftId
from perdes_flow.legal.left_behind import Correction, left_behind
from perdes_flow.legal.linting.placing import place_in
from perdes_flow.legal.parser import parse
from perdes_flow.legal.references import Reference, references
from perdes_flow.use_cases.desk import Desk, open_case
from perdes_flow.use_cases.linting import CHECKER
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.word.gate import admit
from perdes_flow.word.mending import Rewording, mend
from perdes_flow.word.reader import read
from perdes_flow.word.redline import redline


@dataclass(frozen=True, slots=True)
class Suggested:
    """The new file with the corrections as tracked changes: `done` are in it, `left` need a person."""

    docx: bytes
    done: tuple[Correction, ...]
    left: tuple[Correction, ...]


def references_in(docx: bytes) -> tuple[Reference, ...]:
    """Every reference of a Word file in reading order; DocxRefused."""
    return references(parse(read(admit(docx))))


def correct_references(old: bytes, new: bytes, *, at: datetime) -> Suggested:
    """Offer the references that still have the old number of what was renumbered; DocxRefused."""
    for docx in (old, new):
        admit(docx)
    comparison = redline(old, new, author=CHECKER, at=at, prove=False).comparison
    found = left_behind(comparison.old, comparison.new, comparison.addresses())
    certain = [correction for correction in found if correction.corrected]
    places = [place_in(comparison.new, one.unit, one.shown, one.start) for one in certain]
    rewordings = [
        Rewording(place.block, place.quote, one.corrected, place.occurrence)
        for one, place in zip(certain, places, strict=True)
    ]
    mended = mend(new, rewordings, author=CHECKER, at=at)
    done = tuple(certain[number] for number in mended.done)
    return Suggested(mended.docx, done, _without(found, done))


def correct_versions(desk: Desk, draft_id: DraftId, old: int, new: int) -> Suggested:
    """The same between two versions of a draft; DraftUnknown, VersionUnknown, FileMissing, FileDamaged."""
    case = open_case(desk, draft_id)
    return correct_references(
        version_docx(desk, case, old), version_docx(desk, case, new), at=desk.clock.now()
    )


def _without(found: Sequence[Correction], done: Sequence[Correction]) -> tuple[Correction, ...]:
    ready = {id(one) for one in done}
    return tuple(one for one in found if id(one) not in ready)
