"""Is this the very text that was agreed? Told by its fingerprint, and where it is not, by what differs. Reading only."""

from collections.abc import Sequence
from dataclasses import dataclass

from perdes_flow.domain.draft import Version
from perdes_flow.domain.events import AgreementReached
from perdes_flow.domain.values import DraftId, Sha256
from perdes_flow.errors import FileDamaged, FileMissing
from perdes_flow.legal.changes import Change
from perdes_flow.use_cases.desk import Case, Desk, open_case
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.word.gate import admit
from perdes_flow.word.naskah_text import text_sha256
from perdes_flow.word.reader import read
from perdes_flow.word.redline import redline


@dataclass(frozen=True, slots=True)
class Match:
    """What was held against the agreed text: its fingerprint, and what differs; `damaged` where a file cannot be read."""

    agreed: Sha256
    found: Sha256
    changes: tuple[Change, ...] = ()
    damaged: bool = False

    @property
    def same(self) -> bool:
        return not self.damaged and self.agreed == self.found


@dataclass(frozen=True, slots=True)
class AgreedText:
    """The case, the agreement and its version, and whether the file that lies in the store still is that text."""

    case: Case
    agreement: AgreementReached
    version: Version
    stored: Match


def agreed_text(desk: Desk, draft_id: DraftId) -> AgreedText | None:
    """The text that was agreed, looked at anew; None before there is an agreement. DraftUnknown."""
    case = open_case(desk, draft_id)
    agreement = case.draft.agreement
    version = case.draft.version(agreement.version) if agreement else None
    if agreement is None or version is None:
        return None
    return AgreedText(case, agreement, version, _stored(desk, case, agreement))


def match_agreed(desk: Desk, draft_id: DraftId, docx: bytes) -> Match | None:
    """Any Word file against the agreed text; None before there is an agreement. DraftUnknown, DocxRefused, FileDamaged."""
    case = open_case(desk, draft_id)
    agreement = case.draft.agreement
    if agreement is None:
        return None
    found = text_sha256(read(admit(docx)))
    if found == agreement.text_sha256:
        return Match(agreement.text_sha256, found)
    return Match(
        agreement.text_sha256,
        found,
        tuple(_differing(desk, version_docx(desk, case, agreement.version), docx)),
    )


def _stored(desk: Desk, case: Case, agreement: AgreementReached) -> Match:
    """What would be signed now: the latest version as it lies in the store, held against the agreement."""
    agreed, latest = agreement.text_sha256, case.draft.latest
    assert latest is not None  # an agreement is on a version
    try:
        docx = version_docx(desk, case, latest.number)
        found = text_sha256(read(admit(docx)))
        if found == agreed:
            return Match(agreed, found)
        old = version_docx(desk, case, agreement.version)
        return Match(agreed, found, tuple(_differing(desk, old, docx)))
    except (FileMissing, FileDamaged):
        return Match(agreed, latest.text_sha256, damaged=True)


def _differing(desk: Desk, old: bytes, new: bytes) -> Sequence[Change]:
    listed = redline(old, new, author="perdes-flow", at=desk.clock.now(), prove=False).changes
    return [change for change in listed if change.kind != "format"]
