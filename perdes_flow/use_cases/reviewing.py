"""Comments: opened on words of a version, replied to, answered, resolved, set aside in the open."""

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Actor
from perdes_flow.domain.comments import Comment
from perdes_flow.domain.draft import Version
from perdes_flow.domain.values import BPD_ROLES, AnswerOutcome, DraftId, Role, Weight
from perdes_flow.errors import (
    CommentFrozen,
    CommentNotOpen,
    CommentUnknown,
    NotItsAuthor,
    NotOpenNow,
    VersionUnknown,
)
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, going_on, once, open_case, write
from perdes_flow.use_cases.pointing import place_in

SPEAKERS = (*sorted(BPD_ROLES), Role.KADES, Role.SEKDES, Role.PENYUSUN, Role.EVALUATOR)
ANSWERERS = (Role.PENYUSUN, Role.KADES, Role.SEKDES)
HIDERS = (Role.KETUA_BPD, Role.SEKRETARIS_BPD, Role.SEKDES)


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
    signer, version = speaking_now(case, by, "memberi catatan")
    fact = e.CommentOpened(
        comment=len(case.draft.comments) + 1,
        version=version.number,
        address=place_in(desk, case, version, address, quote),
        quote=quote,
        text=text,
        weight=weight,
    )
    return write(desk, case, (fact,), by=signer)


def speaking_now(case: Case, by: str, act: str) -> tuple[Actor, Version]:
    """Who speaks, and the version spoken of, where the stage lets people speak; NotOpenNow, NotInOffice, VersionUnknown."""
    state = case.procedure.states[case.draft.state]
    if not state.comment:
        raise NotOpenNow(act, state.label)
    signer = actor(case.village, by, case.today, state.comment, f"{act} pada tahap ini")
    if case.draft.latest is None:
        raise VersionUnknown(1, 0)
    return signer, case.draft.latest


@once
def reply_to_comment(desk: Desk, draft_id: DraftId, comment: int, *, text: str, by: str) -> Written:
    """Add to what was said; CommentUnknown, CommentNotOpen, NotOpenNow, NotInOffice."""
    case = going_on(desk, draft_id, "menanggapi catatan")
    signer = actor(case.village, by, case.today, SPEAKERS, "menanggapi catatan")
    known = _standing(case, comment)
    return write(desk, case, (e.CommentReplied(comment=known.number, text=text),), by=signer)


@once
def answer_comment(
    desk: Desk, draft_id: DraftId, comment: int, *, outcome: AnswerOutcome, reason: str, by: str
) -> Written:
    """Accept a comment, in whole or in part, or refuse it, with the reason.

    CommentUnknown, CommentNotOpen, NotOpenNow, NotInOffice.
    """
    case = going_on(desk, draft_id, "menjawab catatan")
    signer = actor(case.village, by, case.today, ANSWERERS, "menjawab catatan")
    if _standing(case, comment).resolved:
        raise CommentNotOpen(comment, "selesai")
    fact = e.CommentAnswered(comment=comment, outcome=outcome, reason=reason)
    return write(desk, case, (fact,), by=signer)


@once
def resolve_comment(desk: Desk, draft_id: DraftId, comment: int, *, by: str) -> Written:
    """Close an answered comment; CommentUnknown, CommentNotOpen, NotOpenNow, NotInOffice."""
    case = going_on(desk, draft_id, "menyatakan catatan selesai")
    signer = actor(case.village, by, case.today, SPEAKERS, "menyatakan catatan selesai")
    known = _standing(case, comment)
    if known.resolved:
        raise CommentNotOpen(comment, "selesai")
    if known.answer is None:
        raise CommentNotOpen(comment, "belum_dijawab")
    return write(desk, case, (e.CommentResolved(comment=comment),), by=signer)


@once
def reopen_comment(desk: Desk, draft_id: DraftId, comment: int, *, reason: str, by: str) -> Written:
    """Open a resolved comment again: it needs a new answer; CommentUnknown, CommentNotOpen, NotOpenNow, NotInOffice."""
    case = going_on(desk, draft_id, "membuka kembali catatan")
    signer = actor(case.village, by, case.today, SPEAKERS, "membuka kembali catatan")
    if not _standing(case, comment).resolved:
        raise CommentNotOpen(comment, "terbuka")
    return write(desk, case, (e.CommentReopened(comment=comment, reason=reason),), by=signer)


@once
def withdraw_comment(desk: Desk, draft_id: DraftId, comment: int, *, reason: str, by: str) -> Written:
    """Take back one's own comment, as long as the stage has not moved on; it stays readable and counted.

    CommentUnknown, CommentNotOpen, NotItsAuthor, CommentFrozen, NotInOffice.
    """
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, SPEAKERS, "menarik catatan")
    known = _standing(case, comment)
    if known.by.person != signer.person:
        raise NotItsAuthor("catatan", comment)
    if known.resolved:
        raise CommentNotOpen(comment, "selesai")
    if known.visit != case.draft.visit:
        raise CommentFrozen(comment)
    return write(desk, case, (e.CommentWithdrawn(comment=comment, reason=reason),), by=signer)


@once
def hide_comment(desk: Desk, draft_id: DraftId, comment: int, *, reason: str, by: str) -> Written:
    """Show a comment's words no longer; it stays counted, and still wants its answer.

    CommentUnknown, CommentNotOpen, NotInOffice.
    """
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, HIDERS, "menyembunyikan catatan")
    if _known(case, comment).aside is not None:
        raise CommentNotOpen(comment, "ditarik" if _known(case, comment).withdrawn else "disembunyikan")
    return write(desk, case, (e.CommentHidden(comment=comment, reason=reason),), by=signer)


def _known(case: Case, comment: int) -> Comment:
    known = case.draft.comments.get(comment)
    if known is None:
        raise CommentUnknown(comment)
    return known


def _standing(case: Case, comment: int) -> Comment:
    known = _known(case, comment)
    if known.withdrawn:
        raise CommentNotOpen(comment, "ditarik")
    return known
