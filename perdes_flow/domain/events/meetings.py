"""The facts of meetings: called, opened, who was there, what was said, votes, minutes, the end."""

from datetime import date
from typing import Literal

from perdes_flow.domain.events.fact import Count, Fact, Number
from perdes_flow.domain.values import (
    Choice,
    Label,
    MeetingKind,
    MeetingOutcome,
    PersonId,
    Sex,
    Sha256,
    Text,
    TimeOfDay,
    Value,
)


class MeetingOpened(Fact):
    type: Literal["meeting_opened"] = "meeting_opened"
    meeting: Number
    kind: MeetingKind
    on: date
    place: Label
    version: Number  # the text on the table
    docx_sha256: Sha256
    text_sha256: Sha256


class AttendanceRecorded(Fact):
    """Who is there; a later one replaces the earlier."""

    type: Literal["attendance_recorded"] = "attendance_recorded"
    meeting: Number
    present: tuple[PersonId, ...]
    residents: Count = 0


class MufakatReached(Fact):
    type: Literal["mufakat_reached"] = "mufakat_reached"
    meeting: Number
    version: Number
    text_sha256: Sha256


class VoteCast(Fact):
    type: Literal["vote_cast"] = "vote_cast"
    meeting: Number
    member: PersonId
    choice: Choice
    version: Number
    text_sha256: Sha256


class MinutesRecorded(Fact):
    type: Literal["minutes_recorded"] = "minutes_recorded"
    meeting: Number
    text: Text


class MeetingClosed(Fact):
    type: Literal["meeting_closed"] = "meeting_closed"
    meeting: Number
    outcome: MeetingOutcome


class Guest(Value):
    """Somebody without an office in the register; for a whole group, `name` names the group."""

    name: Label
    unsur: str = ""  # whom he or she stands for: "keluarga PMI", "Ketua RT 03"
    sex: Sex | None = None


class MeetingCalled(Fact):
    """Undangan. `meeting` is the number that the meeting will have; a later call takes the place of the earlier."""

    type: Literal["meeting_called"] = "meeting_called"
    meeting: Number
    kind: MeetingKind
    on: date
    starts: TimeOfDay  # by the village's clock
    place: Label
    agenda: tuple[Label, ...]
    invited: tuple[PersonId, ...] = ()
    guests: tuple[Guest, ...] = ()


class SessionOpened(Fact):
    """A sitting of a meeting. The first comes with the meeting itself; this fact then only says when it began."""

    type: Literal["session_opened"] = "session_opened"
    meeting: Number
    session: Number
    on: date
    starts: TimeOfDay
    place: Label


class GuestsAttended(Fact):
    """Guests who are there, by name; a later list of the same session replaces the earlier."""

    type: Literal["guests_attended"] = "guests_attended"
    meeting: Number
    guests: tuple[Guest, ...]


class OpinionRecorded(Fact):
    """What somebody said in the meeting, for the notulen: a person in office, or a guest by name."""

    type: Literal["opinion_recorded"] = "opinion_recorded"
    meeting: Number
    person: PersonId | None = None
    guest: str = ""
    address: str = ""  # "Pasal 5 ayat (2)"; "" for the whole
    text: Text


class PasalMufakatReached(Fact):
    type: Literal["pasal_mufakat_reached"] = "pasal_mufakat_reached"
    meeting: Number
    address: Label
    version: Number
    text_sha256: Sha256


class PasalVoteCast(Fact):
    type: Literal["pasal_vote_cast"] = "pasal_vote_cast"
    meeting: Number
    address: Label
    member: PersonId
    choice: Choice
    version: Number
    text_sha256: Sha256


class ProblemRecorded(Fact):
    """What BPD and Kepala Desa do not agree on, and where each stands (Permendagri 110/2016 Pasal 45)."""

    type: Literal["problem_recorded"] = "problem_recorded"
    meeting: Number
    address: Label
    bpd: Text
    kades: Text
