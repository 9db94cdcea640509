"""Meetings: opened on a version, attendance, mufakat or votes, minutes, closing. The outcome follows from what was recorded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps
from random import uniform
from time import sleep
from typing import Concatenate, ParamSpec

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Actor
from perdes_flow.domain.meetings import Meeting, Question
from perdes_flow.domain.values import BPD_ROLES, Choice, DraftId, MeetingKind, MeetingOutcome, Role
from perdes_flow.errors import (
    AttendanceRefused,
    DraftMovedOn,
    MeetingNotOpen,
    NotInOffice,
    VersionUnknown,
    VoteRefused,
)
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
from perdes_flow.use_cases.places import unit_in
from perdes_flow.workflow.quorum import half_plus_one, quorum

BPD_BOARD = (Role.KETUA_BPD, Role.SEKRETARIS_BPD)
CALLERS: dict[MeetingKind, tuple[Role, ...]] = {
    "konsultasi": (Role.KADES, Role.SEKDES, Role.PENYUSUN),
    "internal": BPD_BOARD,
    "bersama": BPD_BOARD,
}
TRIES = 100  # of a vote, where others vote at the same moment
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.01, 0.4
P = ParamSpec("P")


def retried(
    use_case: Callable[Concatenate[Desk, P], Written],
) -> Callable[Concatenate[Desk, P], Written]:
    """Look again where somebody else wrote first: many vote at once, and one vote does not stand against another.

    In between it waits a while of no fixed length: who looks again at once meets the same others again and again.
    """

    @wraps(use_case)
    def again(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> Written:
        for turn in range(TRIES):
            try:
                return use_case(desk, *args, **kwargs)
            except DraftMovedOn:
                sleep(uniform(0, min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2**turn)))
        return use_case(desk, *args, **kwargs)

    return again


@once
def open_meeting(
    desk: Desk, draft_id: DraftId, *, kind: MeetingKind, on: date, place: str, by: str, starts: str = ""
) -> Written:
    """Open a meeting on the latest version; DraftUnknown, NotOpenNow, VersionUnknown, MeetingNotOpen, NotInOffice.

    `starts` ("19.30") is when it began, where that is not what the invitation says.
    """
    case = going_on(desk, draft_id, "membuka musyawarah")
    signer = actor(case.village, by, case.today, CALLERS[kind], "membuka musyawarah ini")
    last, version = case.draft.meeting, case.draft.latest
    if last is not None and not last.closed:
        raise MeetingNotOpen("masih_terbuka", last.number)
    if version is None:
        raise VersionUnknown(1, 0)
    number = len(case.draft.meetings) + 1
    opened = e.MeetingOpened(
        meeting=number,
        kind=kind,
        on=on,
        place=place,
        version=version.number,
        docx_sha256=version.docx_sha256,
        text_sha256=version.text_sha256,
    )
    call = case.draft.calls.get(number)
    began = starts or (call.starts if call and call.kind == kind and call.on == on else "")
    facts: list[e.Fact] = [opened]
    if began:
        facts.append(e.SessionOpened(meeting=number, session=1, on=on, starts=began, place=place))
    return write(desk, case, facts, by=signer)


@once
def record_attendance(
    desk: Desk, draft_id: DraftId, *, present: tuple[str, ...], residents: int = 0, by: str
) -> Written:
    """Record who is there, by nickname; the list replaces an earlier one. MeetingNotOpen, AttendanceRefused, NotInOffice."""
    case = open_case(desk, draft_id)
    meeting = open_meeting_of(case)
    signer = actor(case.village, by, case.today, CALLERS[meeting.kind], "mencatat kehadiran")
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
    meeting = open_meeting_of(case)
    signer = actor(case.village, by, case.today, BPD_BOARD, "mencatat mufakat")
    refuse_old_version(case, meeting, by)
    fact = e.MufakatReached(meeting=meeting.number, version=meeting.version, text_sha256=meeting.text_sha256)
    return write(desk, case, (fact,), by=signer)


@once
@retried
def cast_vote(
    desk: Desk,
    draft_id: DraftId,
    *,
    choice: Choice,
    by: str,
    member: str | None = None,
    version: int | None = None,
) -> Written:
    """A member's own vote on the version on the table, once; MeetingNotOpen, VoteRefused, PersonUnknown.

    `member` is whose vote it claims to be, `version` the one that the member read: where said, both must be right.
    """
    case = open_case(desk, draft_id)
    meeting = open_meeting_of(case)
    voter = _voter(case, meeting, by, member, version)
    if voter.person in meeting.votes:
        raise VoteRefused(by, "sudah_bersuara")
    fact = e.VoteCast(
        meeting=meeting.number,
        member=voter.person,
        choice=choice,
        version=meeting.version,
        text_sha256=meeting.text_sha256,
    )
    return write(desk, case, (fact,), by=voter)


@once
@retried
def cast_pasal_vote(
    desk: Desk,
    draft_id: DraftId,
    *,
    address: str,
    choice: Choice,
    by: str,
    member: str | None = None,
    version: int | None = None,
) -> Written:
    """A member's own vote on one Pasal or ayat, once; as `cast_vote`, and AddressNotUnderstood, PlaceUnknown."""
    case = open_case(desk, draft_id)
    meeting = open_meeting_of(case)
    voter = _voter(case, meeting, by, member, version)
    place = unit_in(desk, case, meeting.version, address)
    question = meeting.questions.get(place)
    if question is not None and (question.mufakat or voter.person in question.votes):
        raise VoteRefused(by, "sudah_mufakat" if question.mufakat else "sudah_bersuara")
    fact = e.PasalVoteCast(
        meeting=meeting.number,
        address=place,
        member=voter.person,
        choice=choice,
        version=meeting.version,
        text_sha256=meeting.text_sha256,
    )
    return write(desk, case, (fact,), by=voter)


@once
def record_pasal_mufakat(desk: Desk, draft_id: DraftId, *, address: str, by: str) -> Written:
    """Record that the meeting agreed on one Pasal or ayat without a vote; as `record_mufakat`, and PlaceUnknown."""
    case = open_case(desk, draft_id)
    meeting = open_meeting_of(case)
    signer = actor(case.village, by, case.today, BPD_BOARD, "mencatat mufakat")
    refuse_old_version(case, meeting, by)
    fact = e.PasalMufakatReached(
        meeting=meeting.number,
        address=unit_in(desk, case, meeting.version, address),
        version=meeting.version,
        text_sha256=meeting.text_sha256,
    )
    return write(desk, case, (fact,), by=signer)


@once
def record_minutes(desk: Desk, draft_id: DraftId, *, text: str, by: str) -> Written:
    """Record minutes of the open meeting; several are added to each other. MeetingNotOpen, NotInOffice."""
    case = open_case(desk, draft_id)
    meeting = open_meeting_of(case)
    signer = actor(case.village, by, case.today, CALLERS[meeting.kind][::-1], "mencatat notulen")
    return write(desk, case, (e.MinutesRecorded(meeting=meeting.number, text=text),), by=signer)


@once
def close_meeting(desk: Desk, draft_id: DraftId, *, by: str) -> Written:
    """Close the open meeting with the outcome that attendance, mufakat and votes give; MeetingNotOpen, NotInOffice."""
    case = open_case(desk, draft_id)
    meeting = open_meeting_of(case)
    signer = actor(case.village, by, case.today, CALLERS[meeting.kind], "menutup musyawarah")
    fact = e.MeetingClosed(meeting=meeting.number, outcome=outcome_of(case, meeting))
    return write(desk, case, (fact,), by=signer)


def outcome_of(case: Case, meeting: Meeting) -> MeetingOutcome:
    """What the meeting decided (Permendagri 110/2016 Pasal 37 ayat (3)): quorum, then mufakat, then votes."""
    if meeting.kind == "konsultasi" or meeting.void:
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


def question_outcome(case: Case, meeting: Meeting, question: Question) -> MeetingOutcome:
    """What the meeting decided on one Pasal or ayat, by the same rules."""
    return outcome_of(case, replace(meeting, mufakat=question.mufakat, votes=question.votes))


def _voter(case: Case, meeting: Meeting, by: str, member: str | None, version: int | None) -> Actor:
    """The member who votes, in person, present, on the version that lies on the table; VoteRefused, PersonUnknown."""
    person = person_named(case.village, by)
    if member is not None and person_named(case.village, member).id != person.id:
        raise VoteRefused(by, "bukan_sendiri")
    try:
        voter = actor(case.village, by, meeting.on, tuple(sorted(BPD_ROLES)), "bersuara")
    except NotInOffice as error:
        raise VoteRefused(by, "bukan_anggota") from error
    if person.id not in meeting.present:
        raise VoteRefused(by, "tidak_hadir")
    if version not in (None, meeting.version):
        raise VoteRefused(by, "versi_lain")
    refuse_old_version(case, meeting, by)
    return voter


def open_meeting_of(case: Case) -> Meeting:
    """The meeting that is open now; MeetingNotOpen."""
    meeting = case.draft.meeting
    if meeting is None or meeting.closed:
        raise MeetingNotOpen("tidak_ada")
    return meeting


def refuse_old_version(case: Case, meeting: Meeting, by: str) -> None:
    if case.draft.latest is None or meeting.version != case.draft.latest.number:
        raise VoteRefused(by, "versi_lama")
