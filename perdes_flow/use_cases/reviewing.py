"""Comments: opened on words of a version, replied to, answered, resolved."""

import unicodedata

from perdes_flow.domain import events as e
from perdes_flow.domain.comments import Comment
from perdes_flow.domain.draft import Version
from perdes_flow.domain.values import BPD_ROLES, AnswerOutcome, DraftId, Role, Weight
from perdes_flow.errors import CommentNotOpen, CommentUnknown, NotOpenNow, PlaceUnknown, VersionUnknown
from perdes_flow.legal.addresses import Address
from perdes_flow.legal.parser import parse
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, once, open_case, write
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.word.gate import admit
from perdes_flow.word.reader import read

WHOLE = "Naskah"  # the address of a comment on the draft as a whole

_SPEAKERS = (*sorted(BPD_ROLES), Role.KADES, Role.SEKDES, Role.PENYUSUN, Role.EVALUATOR)
_ANSWERERS = (Role.PENYUSUN, Role.KADES, Role.SEKDES)


@once
def open_comment(
    desk: Desk,
    draft_id: DraftId,
    *,
    address: str,
    text: str,
    by: str,
    quote: str = "",
    weight: Weight = "penting",
) -> Written:
    """Comment on a place of the latest version.

    `address` is a unit ("Pasal 5 ayat (2)") or "Naskah"; `quote` are words that stand there. Refusals: DraftUnknown,
    VersionUnknown, NotOpenNow, NotInOffice, AddressNotUnderstood, PlaceUnknown.
    """
    case = open_case(desk, draft_id)
    state = case.procedure.states[case.draft.state]
    if not state.comment:
        raise NotOpenNow("memberi catatan", state.label)
    signer = actor(case.village, by, case.today, state.comment, "memberi catatan pada tahap ini")
    version = case.draft.latest
    if version is None:
        raise VersionUnknown(1, 0)
    place = _place(desk, case, version, address, quote)
    fact = e.CommentOpened(
        comment=len(case.draft.comments) + 1,
        version=version.number,
        address=place,
        quote=quote,
        text=text,
        weight=weight,
    )
    return write(desk, case, (fact,), by=signer)


@once
def reply_to_comment(desk: Desk, draft_id: DraftId, comment: int, *, text: str, by: str) -> Written:
    """Add to what was said; CommentUnknown, NotInOffice."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, _SPEAKERS, "menanggapi catatan")
    return write(desk, case, (e.CommentReplied(comment=_known(case, comment).number, text=text),), by=signer)


@once
def answer_comment(
    desk: Desk, draft_id: DraftId, comment: int, *, outcome: AnswerOutcome, reason: str, by: str
) -> Written:
    """Accept a comment, in whole or in part, or refuse it, with the reason; CommentUnknown, CommentNotOpen, NotInOffice."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, _ANSWERERS, "menjawab catatan")
    if _known(case, comment).resolved:
        raise CommentNotOpen(comment, "selesai")
    fact = e.CommentAnswered(comment=comment, outcome=outcome, reason=reason)
    return write(desk, case, (fact,), by=signer)


@once
def resolve_comment(desk: Desk, draft_id: DraftId, comment: int, *, by: str) -> Written:
    """Close an answered comment; CommentUnknown, CommentNotOpen, NotInOffice."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, _SPEAKERS, "menyatakan catatan selesai")
    known = _known(case, comment)
    if known.resolved:
        raise CommentNotOpen(comment, "selesai")
    if known.answer is None:
        raise CommentNotOpen(comment, "belum_dijawab")
    return write(desk, case, (e.CommentResolved(comment=comment),), by=signer)


@once
def reopen_comment(desk: Desk, draft_id: DraftId, comment: int, *, reason: str, by: str) -> Written:
    """Open a resolved comment again: it needs a new answer; CommentUnknown, CommentNotOpen, NotInOffice."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, _SPEAKERS, "membuka kembali catatan")
    if not _known(case, comment).resolved:
        raise CommentNotOpen(comment, "terbuka")
    return write(desk, case, (e.CommentReopened(comment=comment, reason=reason),), by=signer)


def _known(case: Case, comment: int) -> Comment:
    known = case.draft.comments.get(comment)
    if known is None:
        raise CommentUnknown(comment)
    return known


def _place(desk: Desk, case: Case, version: Version, address: str, quote: str) -> str:
    """The address in its proper form, if the version has such a unit and the unit holds the quote."""
    naskah = parse(read(admit(version_docx(desk, case, version.number))))
    if address.strip().casefold() == WHOLE.casefold():
        place, text = WHOLE, " ".join(block.shown for block in naskah.blocks)
    else:
        wanted = Address.parse(address)
        place, unit = str(wanted), naskah.find(wanted)
        if unit is None:
            raise PlaceUnknown(place, version.number)
        text = " ".join(part.shown for part in unit.walk())
    if _folded(quote) not in _folded(text):
        raise PlaceUnknown(place, version.number, quote)
    return place


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
