"""Meetings: opened on a version, attendance, mufakat or votes, minutes, closing. The outcome follows from what was recorded."""

from datetime import date

from perdes_flow.domain import events as e
from perdes_flow.domain.meetings import Meeting
from perdes_flow.domain.values import BPD_ROLES, Choice, DraftId, MeetingKind, MeetingOutcome, Role
from perdes_flow.errors import AttendanceRefused, MeetingNotOpen, NotInOffice, VersionUnknown, VoteRefused
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, once, open_case, person_named, write
from perdes_flow.workflow.quorum import half_plus_one, quorum

_BPD_BOARD = (Role.KETUA_BPD, Role.SEKRETARIS_BPD)
_CALLERS: dict[MeetingKind, tuple[Role, ...]] = {
    "konsultasi": (Role.KADES, Role.SEKDES, Role.PENYUSUN),
    "internal": _BPD_BOARD,
    "bersama": _BPD_BOARD,
}


@once
def open_meeting(
    desk: Desk, draft_id: DraftId, *, kind: MeetingKind, on: date, place: str, by: str
) -> Written:
    """Open a meeting on the latest version; DraftUnknown, VersionUnknown, MeetingNotOpen, NotInOffice."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, _CALLERS[kind], "membuka musyawarah ini")
    last, version = case.draft.meeting, case.draft.latest
    if last is not None and not last.closed:
        raise MeetingNotOpen("masih_terbuka", last.number)
    if version is None:
        raise VersionUnknown(1, 0)
    fact = e.MeetingOpened(
        meeting=len(case.draft.meetings) + 1,
        kind=kind,
        on=on,
        place=place,
        version=version.number,
        docx_sha256=version.docx_sha256,
        text_sha256=version.text_sha256,
    )
    return write(desk, case, (fact,), by=signer)


@once
def record_attendance(
    desk: Desk, draft_id: DraftId, *, present: tuple[str, ...], residents: int = 0, by: str
) -> Written:
    """Record who is there, by nickname; the list replaces an earlier one. MeetingNotOpen, AttendanceRefused, NotInOffice."""
    case = open_case(desk, draft_id)
    meeting = _open_meeting(case)
    signer = actor(case.village, by, case.today, _CALLERS[meeting.kind], "mencatat kehadiran")
    people = [person_named(case.village, nickname) for nickname in dict.fromkeys(present)]
    if not people and not residents:
        raise AttendanceRefused((), "kosong")
    strangers = tuple(person.nickname for person in people if not person.roles_on(meeting.on))
    if strangers:
        raise AttendanceRefused(strangers, "bukan_anggota")
    # who has voted was there: a later list cannot take that back
    ids = tuple(dict.fromkeys([*meeting.votes, *(person.id for person in people)]))
    fact = e.AttendanceRecorded(meeting=meeting.number, present=ids, residents=residents)
    return write(desk, case, (fact,), by=signer)


@once
def record_mufakat(desk: Desk, draft_id: DraftId, *, by: str) -> Written:
    """Record that the meeting agreed without a vote; MeetingNotOpen, VoteRefused, NotInOffice."""
    case = open_case(desk, draft_id)
    meeting = _open_meeting(case)
    signer = actor(case.village, by, case.today, _BPD_BOARD, "mencatat mufakat")
    _refuse_old_version(case, meeting, by)
    fact = e.MufakatReached(meeting=meeting.number, version=meeting.version, text_sha256=meeting.text_sha256)
    return write(desk, case, (fact,), by=signer)


@once
def cast_vote(desk: Desk, draft_id: DraftId, *, choice: Choice, by: str) -> Written:
    """A member's own vote on the version on the table, once; MeetingNotOpen, VoteRefused, PersonUnknown."""
    case = open_case(desk, draft_id)
    meeting = _open_meeting(case)
    person = person_named(case.village, by)
    try:
        signer = actor(case.village, by, meeting.on, tuple(sorted(BPD_ROLES)), "bersuara")
    except NotInOffice as error:
        raise VoteRefused(by, "bukan_anggota") from error
    if person.id not in meeting.present:
        raise VoteRefused(by, "tidak_hadir")
    if person.id in meeting.votes:
        raise VoteRefused(by, "sudah_bersuara")
    _refuse_old_version(case, meeting, by)
    fact = e.VoteCast(
        meeting=meeting.number,
        member=person.id,
        choice=choice,
        version=meeting.version,
        text_sha256=meeting.text_sha256,
    )
    return write(desk, case, (fact,), by=signer)


@once
def record_minutes(desk: Desk, draft_id: DraftId, *, text: str, by: str) -> Written:
    """Record minutes of the open meeting; several are added to each other. MeetingNotOpen, NotInOffice."""
    case = open_case(desk, draft_id)
    meeting = _open_meeting(case)
    signer = actor(case.village, by, case.today, _CALLERS[meeting.kind][::-1], "mencatat notulen")
    return write(desk, case, (e.MinutesRecorded(meeting=meeting.number, text=text),), by=signer)


@once
def close_meeting(desk: Desk, draft_id: DraftId, *, by: str) -> Written:
    """Close the open meeting with the outcome that attendance, mufakat and votes give; MeetingNotOpen, NotInOffice."""
    case = open_case(desk, draft_id)
    meeting = _open_meeting(case)
    signer = actor(case.village, by, case.today, _CALLERS[meeting.kind], "menutup musyawarah")
    fact = e.MeetingClosed(meeting=meeting.number, outcome=outcome_of(case, meeting))
    return write(desk, case, (fact,), by=signer)


def outcome_of(case: Case, meeting: Meeting) -> MeetingOutcome:
    """What the meeting decided (Permendagri 110/2016 Pasal 37 ayat (3)): quorum, then mufakat, then votes."""
    if meeting.kind == "konsultasi":
        return "tanpa_putusan"
    members = {person.id for person in case.village.bpd_on(meeting.on)}
    present = len(members.intersection(meeting.present))
    if present < quorum(len(members)):
        return "ditunda"
    if meeting.mufakat:
        return "mufakat"
    if not meeting.votes:
        return "tanpa_putusan"
    needed = half_plus_one(present, case.village.settings.half_plus_one)
    return "disetujui" if meeting.count("setuju") >= needed else "ditolak"


def _open_meeting(case: Case) -> Meeting:
    meeting = case.draft.meeting
    if meeting is None or meeting.closed:
        raise MeetingNotOpen("tidak_ada")
    return meeting


def _refuse_old_version(case: Case, meeting: Meeting, by: str) -> None:
    if case.draft.latest is None or meeting.version != case.draft.latest.number:
        raise VoteRefused(by, "versi_lama")
