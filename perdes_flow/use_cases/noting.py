"""Private notes before the meeting: for their author's eyes alone, no part of the record until they are shared."""

from dataclasses import replace

from perdes_flow.domain.acts import Actor
from perdes_flow.domain.values import DraftId, Weight
from perdes_flow.errors import FieldUnfit, NoteUnknown, VersionUnknown
from perdes_flow.ports import PrivateNote
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, going_on, open_case
from perdes_flow.use_cases.pointing import place_in
from perdes_flow.use_cases.reviewing import SPEAKERS, open_comment

_LONGEST = 20_000


def keep_note(
    desk: Desk, draft_id: DraftId, *, address: str, text: str, by: str, quote: str = ""
) -> PrivateNote:
    """Note something on a place of the latest version, for oneself.

    DraftUnknown, NotInOffice, NotOpenNow, VersionUnknown, AddressNotUnderstood, PlaceUnknown, FieldUnfit.
    """
    going_on(desk, draft_id, "membuat catatan pribadi")
    case, signer = _author(desk, draft_id, by)
    version = case.draft.latest
    if version is None:
        raise VersionUnknown(1, 0)
    if not text.strip() or len(text) > _LONGEST:
        problem = "string_too_long" if text.strip() else "string_too_short"
        raise FieldUnfit("text", text, problem, _LONGEST)
    place = place_in(desk, case, version, address, quote)
    note = PrivateNote(
        0, draft_id, signer.person, version.number, place, quote, text.strip(), desk.clock.now()
    )
    return desk.notes.keep(note, key=desk.key)


def own_notes(desk: Desk, draft_id: DraftId, *, by: str) -> tuple[PrivateNote, ...]:
    """One's own notes on a draft, oldest first; nobody is shown another's. DraftUnknown, NotInOffice."""
    case, signer = _author(desk, draft_id, by)
    return desk.notes.of(case.draft.id, signer.person)


def share_note(desk: Desk, draft_id: DraftId, number: int, *, by: str, weight: Weight = "penting") -> Written:
    """Make a comment of a note: from now on all can read it, and it stays. The refusals of `open_comment`, NoteUnknown."""
    note = _own(desk, draft_id, number, by)
    # the same note is shared once, however often it is asked for: a cut line must not make two comments
    key = f"catatan-pribadi:{draft_id}:{note.person}:{note.number}:{note.at.isoformat()}"
    written = open_comment(
        replace(desk, key=key),
        draft_id,
        address=note.address,
        text=note.text,
        quote=note.quote,
        weight=weight,
        by=by,
    )
    desk.notes.drop(note)
    return written


def drop_note(desk: Desk, draft_id: DraftId, number: int, *, by: str) -> PrivateNote:
    """Throw one's own note away, for good; NoteUnknown."""
    note = _own(desk, draft_id, number, by)
    desk.notes.drop(note)
    return note


def _author(desk: Desk, draft_id: DraftId, by: str) -> tuple[Case, Actor]:
    case = open_case(desk, draft_id)
    return case, actor(case.village, by, case.today, SPEAKERS, "membuat catatan pribadi")


def _own(desk: Desk, draft_id: DraftId, number: int, by: str) -> PrivateNote:
    for note in own_notes(desk, draft_id, by=by):
        if note.number == number:
            return note
    raise NoteUnknown(number)
