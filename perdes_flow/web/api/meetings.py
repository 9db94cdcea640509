"""Meetings: called, opened, closed; and all that was recorded in them."""

from datetime import date
from typing import Annotated

from ninja import Router
from pydantic import BaseModel, Field

from perdes_flow.domain.events.meetings import Guest
from perdes_flow.domain.meetings import Call, Meeting, Question, Session
from perdes_flow.domain.values import (
    Choice,
    Label,
    MeetingKind,
    MeetingOutcome,
    PersonId,
    Sha256,
    Slug,
    TimeOfDay,
)
from perdes_flow.use_cases import deliberating, sitting
from perdes_flow.use_cases.desk import Case, open_case
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.answers import Entered, entered
from perdes_flow.web.api.operations import DRAFT, Draft, Said, acts, reads

router = Router()


class NewCall(Said):
    """`invited` by nickname; none: whom the law lets deliberate."""

    kind: MeetingKind
    on: date
    starts: TimeOfDay
    place: Label
    agenda: Annotated[tuple[Label, ...], Field(min_length=1, max_length=50)]
    invited: Annotated[tuple[Slug, ...], Field(max_length=500)] = ()
    guests: Annotated[tuple[Guest, ...], Field(max_length=500)] = ()


class NewMeeting(Said):
    kind: MeetingKind
    on: date
    place: Label
    starts: TimeOfDay | None = None


class CallView(BaseModel):
    """An invitation; people by nickname."""

    meeting: int
    kind: MeetingKind
    on: date
    starts: str
    place: str
    agenda: list[str]
    invited: list[str]
    guests: list[Guest]


class SessionView(BaseModel):
    session: int
    on: date
    starts: str
    place: str
    present: list[str]
    residents: int
    guests: list[Guest]
    minutes: list[str]


class QuestionView(BaseModel):
    """One Pasal or ayat decided by itself."""

    address: str
    mufakat: bool
    votes: dict[str, Choice]
    outcome: MeetingOutcome


class OpinionView(BaseModel):
    session: int
    person: str | None
    guest: str
    address: str
    text: str


class ProblemView(BaseModel):
    address: str
    bpd: str
    kades: str


class MeetingView(BaseModel):
    """`outcome` is None while it runs; `void`: a new version came, so what was decided counts no longer."""

    meeting: int
    kind: MeetingKind
    version: int
    text_sha256: Sha256
    void: bool
    outcome: MeetingOutcome | None
    mufakat: bool
    votes: dict[str, Choice]
    sessions: list[SessionView]
    questions: list[QuestionView]
    opinions: list[OpinionView]
    problems: list[ProblemView]


class Meetings(BaseModel):
    invitations: list[CallView]
    meetings: list[MeetingView]


@reads(
    router,
    f"{DRAFT}/meetings",
    Meetings,
    "Semua musyawarah. Undangan, sidang, hadir, suara, notulen, dan hasil.",
)
def list_meetings(request: Ask, draft: Draft) -> Meetings:
    case = open_case(request.desk, draft)
    return Meetings(
        invitations=[_call(case, call) for call in case.draft.calls.values()],
        meetings=[_meeting(case, meeting) for meeting in case.draft.meetings.values()],
    )


@acts(router, f"{DRAFT}/invitations", "Undang musyawarah berikutnya. Undangan baru menggantikan yang lama.")
def invite(request: Ask, draft: Draft, said: NewCall) -> list[Entered]:
    return entered(
        sitting.call_meeting(
            request.desk,
            draft,
            kind=said.kind,
            on=said.on,
            starts=said.starts,
            place=said.place,
            agenda=said.agenda,
            invited=said.invited,
            guests=said.guests,
            by=request.who.person.id,
        )
    )


@acts(
    router,
    f"{DRAFT}/meetings",
    "Buka musyawarah atas versi terakhir. Konsultasi, internal BPD, atau pembahasan bersama.",
)
def open_meeting(request: Ask, draft: Draft, said: NewMeeting) -> list[Entered]:
    return entered(
        deliberating.open_meeting(
            request.desk,
            draft,
            kind=said.kind,
            on=said.on,
            place=said.place,
            starts=said.starts or "",
            by=request.who.person.id,
        )
    )


@acts(router, f"{DRAFT}/meeting/close", "Tutup musyawarah. Hasilnya mengikuti kehadiran, mufakat, dan suara.")
def close(request: Ask, draft: Draft) -> list[Entered]:
    return entered(deliberating.close_meeting(request.desk, draft, by=request.who.person.id))


def _meeting(case: Case, meeting: Meeting) -> MeetingView:
    return MeetingView(
        meeting=meeting.number,
        kind=meeting.kind,
        version=meeting.version,
        text_sha256=meeting.text_sha256,
        void=meeting.void,
        outcome=meeting.outcome,
        mufakat=meeting.mufakat,
        votes={_nickname(case, person): choice for person, choice in meeting.votes.items()},
        sessions=[_session(case, session) for session in meeting.sessions],
        questions=[_question(case, meeting, question) for question in meeting.questions.values()],
        opinions=[
            OpinionView(
                session=one.session,
                person=_nickname(case, one.person) if one.person else None,
                guest=one.guest,
                address=one.address,
                text=one.text,
            )
            for one in meeting.opinions
        ],
        problems=[ProblemView(address=one.address, bpd=one.bpd, kades=one.kades) for one in meeting.problems],
    )


def _question(case: Case, meeting: Meeting, question: Question) -> QuestionView:
    return QuestionView(
        address=question.address,
        mufakat=question.mufakat,
        votes={_nickname(case, person): choice for person, choice in question.votes.items()},
        outcome=deliberating.question_outcome(case, meeting, question),
    )


def _session(case: Case, session: Session) -> SessionView:
    return SessionView(
        session=session.number,
        on=session.on,
        starts=session.starts,
        place=session.place,
        present=[_nickname(case, person) for person in session.present],
        residents=session.residents,
        guests=list(session.guests),
        minutes=list(session.minutes),
    )


def _call(case: Case, call: Call) -> CallView:
    return CallView(
        meeting=call.meeting,
        kind=call.kind,
        on=call.on,
        starts=call.starts,
        place=call.place,
        agenda=list(call.agenda),
        invited=[_nickname(case, person) for person in call.invited],
        guests=list(call.guests),
    )


def _nickname(case: Case, person: PersonId) -> str:
    known = case.village.people.get(person)
    return known.nickname if known else person
