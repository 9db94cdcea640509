"""Meetings on a draft: attendance first, then mufakat or votes, minutes, and what came out of it.

A meeting is about one version's exact text: when a new version comes, its outcome no longer speaks for the draft.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act
from perdes_flow.domain.values import Choice, MeetingKind, MeetingOutcome, PersonId, Sha256


@dataclass(frozen=True, slots=True)
class Meeting:
    number: int
    kind: MeetingKind
    on: date
    place: str
    version: int
    docx_sha256: Sha256
    text_sha256: Sha256
    present: tuple[PersonId, ...] = ()
    residents: int = 0
    mufakat: bool = False
    votes: Mapping[PersonId, Choice] = field(default_factory=dict)
    minutes: tuple[str, ...] = ()
    outcome: MeetingOutcome | None = None
    visit: int = 1  # the visit (see Draft.visit) in which it was called

    @property
    def closed(self) -> bool:
        return self.outcome is not None

    def count(self, choice: Choice) -> int:
        return sum(1 for vote in self.votes.values() if vote == choice)


def evolve_meetings(meetings: Mapping[int, Meeting], act: Act, visit: int) -> Mapping[int, Meeting]:
    """The meetings after one more act in a visit of the draft; the very same mapping if the act is about something else."""
    match act.fact:
        case e.MeetingOpened() as fact:
            return {**meetings, fact.meeting: _opened(fact, visit)}
        case e.AttendanceRecorded() as fact if old := meetings.get(fact.meeting):
            return {**meetings, old.number: replace(old, present=fact.present, residents=fact.residents)}
        case e.MufakatReached() as fact if old := meetings.get(fact.meeting):
            return {**meetings, old.number: replace(old, mufakat=True)}
        case e.VoteCast() as fact if old := meetings.get(fact.meeting):
            return {**meetings, old.number: replace(old, votes={**old.votes, fact.member: fact.choice})}
        case e.MinutesRecorded() as fact if old := meetings.get(fact.meeting):
            return {**meetings, old.number: replace(old, minutes=(*old.minutes, fact.text))}
        case e.MeetingClosed() as fact if old := meetings.get(fact.meeting):
            return {**meetings, old.number: replace(old, outcome=fact.outcome)}
    return meetings


def _opened(fact: e.MeetingOpened, visit: int) -> Meeting:
    return Meeting(
        fact.meeting,
        fact.kind,
        fact.on,
        fact.place,
        fact.version,
        fact.docx_sha256,
        fact.text_sha256,
        visit=visit,
    )
