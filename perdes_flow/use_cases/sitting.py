"""What belongs to a meeting beside the vote: invitation, further sessions, guests, opinions, what was not agreed."""

from datetime import date

from perdes_flow.domain import events as e
from perdes_flow.domain.events.meetings import Guest
from perdes_flow.domain.meetings import Meeting
from perdes_flow.domain.values import DraftId, MeetingKind, PersonId, Role
from perdes_flow.errors import AttendanceRefused, MeetingNotOpen, SessionRefused
from perdes_flow.use_cases.deliberating import BPD_BOARD, CALLERS, open_meeting_of
from perdes_flow.use_cases.desk import (
    Case,
    Desk,
    Written,
    actor,
    going_on,
    once,
    open_case,
    person_named,
    write,
)
from perdes_flow.use_cases.places import place_in


@once
def call_meeting(
    desk: Desk,
    draft_id: DraftId,
    *,
    kind: MeetingKind,
    on: date,
    starts: str,
    place: str,
    agenda: tuple[str, ...],
    by: str,
    invited: tuple[str, ...] = (),
    guests: tuple[Guest, ...] = (),
) -> Written:
    """Call the next meeting; a later call replaces the earlier. NotOpenNow, MeetingNotOpen, SessionRefused, NotInOffice.

    `invited` are nicknames; none: all members of the BPD, and the Kepala Desa too where they deliberate together.
    """
    case = going_on(desk, draft_id, "mengundang musyawarah")
    signer = actor(case.village, by, case.today, CALLERS[kind], "mengundang musyawarah")
    last = case.draft.meeting
    if last is not None and not last.closed:
        raise MeetingNotOpen("masih_terbuka", last.number)
    if on < case.today:
        raise SessionRefused("lampau", on)
    people = tuple(person_named(case.village, nickname).id for nickname in dict.fromkeys(invited))
    fact = e.MeetingCalled(
        meeting=len(case.draft.meetings) + 1,
        kind=kind,
        on=on,
        starts=starts,
        place=place,
        agenda=agenda,
        invited=people or _all_concerned(case, kind, on),
        guests=guests,
    )
    return write(desk, case, (fact,), by=signer)


@once
def open_session(
    desk: Desk, draft_id: DraftId, *, on: date, starts: str, place: str = "", by: str
) -> Written:
    """A further sitting of the open meeting, once the last one has attendance and minutes; SessionRefused."""
    case = open_case(desk, draft_id)
    meeting = open_meeting_of(case)
    signer = actor(case.village, by, case.today, CALLERS[meeting.kind], "membuka sidang lanjutan")
    last = meeting.session
    if on < last.on:
        raise SessionRefused("mundur", last.on)
    if not last.attended or not last.minutes:
        raise SessionRefused("belum_lengkap", last.on)
    fact = e.SessionOpened(
        meeting=meeting.number, session=last.number + 1, on=on, starts=starts, place=place or last.place
    )
    return write(desk, case, (fact,), by=signer)


@once
def record_guests(desk: Desk, draft_id: DraftId, *, guests: tuple[Guest, ...], by: str) -> Written:
    """Guests who are there, by name; the list replaces an earlier one of this sitting. MeetingNotOpen, NotInOffice."""
    case = open_case(desk, draft_id)
    meeting = open_meeting_of(case)
    signer = actor(case.village, by, case.today, CALLERS[meeting.kind], "mencatat kehadiran")
    if not guests:
        raise AttendanceRefused((), "kosong")
    return write(desk, case, (e.GuestsAttended(meeting=meeting.number, guests=guests),), by=signer)


@once
def record_opinion(
    desk: Desk,
    draft_id: DraftId,
    *,
    text: str,
    by: str,
    person: str | None = None,
    guest: str = "",
    address: str = "",
) -> Written:
    """What somebody said, for the notulen: `person` by nickname, else `guest` by name. AttendanceRefused, PlaceUnknown."""
    case = open_case(desk, draft_id)
    meeting = open_meeting_of(case)
    signer = actor(case.village, by, case.today, CALLERS[meeting.kind], "mencatat pendapat")
    speaker = person_named(case.village, person).id if person else None
    if speaker is not None and speaker not in meeting.present:
        raise AttendanceRefused((person or "",), "tidak_hadir")
    if speaker is None and not guest.strip():
        raise AttendanceRefused((), "pembicara")
    fact = e.OpinionRecorded(
        meeting=meeting.number,
        person=speaker,
        guest=guest if speaker is None else "",
        address=place_in(desk, case, address),
        text=text,
    )
    return write(desk, case, (fact,), by=signer)


@once
def record_problem(desk: Desk, draft_id: DraftId, *, address: str, bpd: str, kades: str, by: str) -> Written:
    """What BPD and Kepala Desa do not agree on, and where each stands; MeetingNotOpen, PlaceUnknown, NotInOffice."""
    case = open_case(desk, draft_id)
    meeting = _joint(case)
    signer = actor(
        case.village, by, case.today, (*BPD_BOARD, Role.KADES, Role.SEKDES), "mencatat permasalahan"
    )
    fact = e.ProblemRecorded(
        meeting=meeting.number,
        address=place_in(desk, case, address) or "Naskah",
        bpd=bpd,
        kades=kades,
    )
    return write(desk, case, (fact,), by=signer)


def _joint(case: Case) -> Meeting:
    """The open joint deliberation; MeetingNotOpen."""
    meeting = open_meeting_of(case)
    if meeting.kind != "bersama":
        raise MeetingNotOpen("bukan_bersama", meeting.number)
    return meeting


def _all_concerned(case: Case, kind: MeetingKind, on: date) -> tuple[PersonId, ...]:
    if kind == "konsultasi":
        return ()
    heads = case.village.holders(Role.KADES, on) if kind == "bersama" else ()
    return tuple(dict.fromkeys(person.id for person in (*case.village.bpd_on(on), *heads)))
