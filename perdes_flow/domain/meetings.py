"""Meetings on a draft: invitation, sessions with attendance and minutes, mufakat or votes, and what came out of it.

A meeting is about one version's exact text: when a new version comes, mufakat and votes on the old one are void.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.events.meetings import Guest
from perdes_flow.domain.values import Choice, MeetingKind, MeetingOutcome, PersonId, Sha256


@dataclass(frozen=True, slots=True)
class Call:
    """An invitation, to the meeting that has or will have this number."""

    meeting: int
    kind: MeetingKind
    on: date
    starts: str
    place: str
    agenda: tuple[str, ...]
    invited: tuple[PersonId, ...]
    guests: tuple[Guest, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting. `starts` is empty where nobody said it; `opened_at` is when it was written down."""

    number: int
    on: date
    place: str
    starts: str
    opened_at: datetime
    present: tuple[PersonId, ...] = ()
    residents: int = 0
    guests: tuple[Guest, ...] = ()
    minutes: tuple[str, ...] = ()

    @property
    def attended(self) -> bool:
        """Whether it is on record who came."""
        return bool(self.present or self.residents or self.guests)


@dataclass(frozen=True, slots=True)
class Opinion:
    """`guest` where no person in office spoke; `address` is empty for the whole text."""

    session: int
    person: PersonId | None
    guest: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One Pasal or ayat decided by itself."""

    address: str
    mufakat: bool = False
    votes: Mapping[PersonId, Choice] = field(default_factory=dict)

    def count(self, choice: Choice) -> int:
        return sum(1 for vote in self.votes.values() if vote == choice)


@dataclass(frozen=True, slots=True)
class Problem:
    """What was not agreed, and where each side stands."""

    address: str
    bpd: str
    kades: str


@dataclass(frozen=True, slots=True)
class Meeting:
    number: int
    kind: MeetingKind
    version: int
    docx_sha256: Sha256
    text_sha256: Sha256
    opened_by: Actor
    sessions: tuple[Session, ...]  # one at least
    mufakat: bool = False
    votes: Mapping[PersonId, Choice] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    opinions: tuple[Opinion, ...] = ()
    problems: tuple[Problem, ...] = ()
    outcome: MeetingOutcome | None = None
    closed_at: datetime | None = None
    visit: int = 1  # the visit (see Draft.visit) in which it was called
    void: bool = False  # a new version came while it was open

    @property
    def closed(self) -> bool:
        return self.outcome is not None

    @property
    def session(self) -> Session:
        """The last sitting: the one in which decisions are taken."""
        return self.sessions[-1]

    @property
    def on(self) -> date:
        return self.session.on

    @property
    def place(self) -> str:
        return self.session.place

    @property
    def present(self) -> tuple[PersonId, ...]:
        """Who is there now."""
        return self.session.present

    @property
    def residents(self) -> int:
        """Residents at the sitting that drew the most."""
        return max(session.residents for session in self.sessions)

    @property
    def minutes(self) -> tuple[str, ...]:
        return tuple(text for session in self.sessions for text in session.minutes)

    def count(self, choice: Choice) -> int:
        return sum(1 for vote in self.votes.values() if vote == choice)


def call_of(fact: e.MeetingCalled) -> Call:
    return Call(
        fact.meeting, fact.kind, fact.on, fact.starts, fact.place, fact.agenda, fact.invited, fact.guests
    )


def evolve_meetings(meetings: Mapping[int, Meeting], act: Act, visit: int) -> Mapping[int, Meeting]:
    """The meetings after one more act in a visit of the draft; the very same mapping if the act is about something else."""
    match act.fact:
        case e.MeetingOpened() as fact:
            return {**meetings, fact.meeting: _opened(fact, act, visit)}
        case e.VersionSubmitted():
            return _voided(meetings)
    old = meetings.get(getattr(act.fact, "meeting", 0))
    new = _evolve(old, act) if old is not None else None
    return meetings if old is None or new is None or new is old else {**meetings, old.number: new}


def _evolve(old: Meeting, act: Act) -> Meeting:
    match act.fact:
        case e.SessionOpened() as fact:
            return _sitting(old, fact, act.at)
        case e.AttendanceRecorded() as fact:
            return _with(old, replace(old.session, present=fact.present, residents=fact.residents))
        case e.GuestsAttended() as fact:
            return _with(old, replace(old.session, guests=fact.guests))
        case e.MinutesRecorded() as fact:
            return _with(old, replace(old.session, minutes=(*old.session.minutes, fact.text)))
        case e.OpinionRecorded() as fact:
            said = Opinion(old.session.number, fact.person, fact.guest, fact.address, fact.text)
            return replace(old, opinions=(*old.opinions, said))
        case e.MufakatReached():
            return replace(old, mufakat=True)
        case e.VoteCast() as fact:
            return replace(old, votes={**old.votes, fact.member: fact.choice})
        case e.PasalMufakatReached() as fact:
            return _asked(old, replace(_question(old, fact.address), mufakat=True))
        case e.PasalVoteCast() as fact:
            question = _question(old, fact.address)
            return _asked(old, replace(question, votes={**question.votes, fact.member: fact.choice}))
        case e.ProblemRecorded() as fact:
            problem = Problem(fact.address, fact.bpd, fact.kades)
            return replace(old, problems=(*old.problems, problem))
        case e.MeetingClosed() as fact:
            return replace(old, outcome=fact.outcome, closed_at=act.at)
    return old


def _opened(fact: e.MeetingOpened, act: Act, visit: int) -> Meeting:
    return Meeting(
        fact.meeting,
        fact.kind,
        fact.version,
        fact.docx_sha256,
        fact.text_sha256,
        act.by,
        (Session(1, fact.on, fact.place, "", act.at),),
        visit=visit,
    )


def _voided(meetings: Mapping[int, Meeting]) -> Mapping[int, Meeting]:
    if all(meeting.closed for meeting in meetings.values()):
        return meetings
    return {n: m if m.closed else replace(m, void=True) for n, m in meetings.items()}


def _sitting(old: Meeting, fact: e.SessionOpened, at: datetime) -> Meeting:
    if fact.session == old.session.number:
        return _with(old, replace(old.session, on=fact.on, place=fact.place, starts=fact.starts))
    # who voted has been there: a later sitting cannot take that back
    session = Session(fact.session, fact.on, fact.place, fact.starts, at, present=tuple(old.votes))
    return replace(old, sessions=(*old.sessions, session))


def _with(old: Meeting, session: Session) -> Meeting:
    return replace(old, sessions=(*old.sessions[:-1], session))


def _question(old: Meeting, address: str) -> Question:
    return old.questions.get(address) or Question(address)


def _asked(old: Meeting, question: Question) -> Meeting:
    return replace(old, questions={**old.questions, question.address: question})
