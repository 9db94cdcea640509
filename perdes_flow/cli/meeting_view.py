"""Meetings as programs and people read them."""

from perdes_flow.domain.events.meetings import Guest
from perdes_flow.domain.local_time import hari_tanggal
from perdes_flow.domain.meetings import Call, Meeting, Session
from perdes_flow.domain.values import PersonId, sidik
from perdes_flow.domain.words import CHOICES, MEETINGS, OUTCOMES
from perdes_flow.use_cases.deliberating import question_outcome
from perdes_flow.use_cases.desk import Case
from perdes_flow.workflow.quorum import quorum

View = dict[str, object]


def calls_view(case: Case) -> list[View]:
    """Every invitation, by the number of its meeting."""
    return [
        {
            "meeting": call.meeting,
            "kind": call.kind,
            "on": call.on.isoformat(),
            "starts": call.starts,
            "place": call.place,
            "agenda": list(call.agenda),
            "invited": [_nickname(case, person) for person in call.invited],
            "guests": [_guest(guest) for guest in call.guests],
        }
        for call in case.draft.calls.values()
    ]


def meetings_view(case: Case) -> list[View]:
    """Every meeting with its sessions, votes and outcome."""
    return [_meeting(case, meeting) for meeting in case.draft.meetings.values()]


def said_of_call(call: Call) -> str:
    """One line."""
    return (
        f"{call.meeting}. {MEETINGS[call.kind]}: diundang untuk {hari_tanggal(call.on)} pukul {call.starts} "
        f"di {call.place}; {len(call.invited) + len(call.guests)} undangan."
    )


def said_of_meeting(case: Case, meeting: Meeting) -> str:
    """A line for the meeting, and one for each session, Pasal and problem."""
    outcome = OUTCOMES[meeting.outcome] if meeting.outcome else "masih berlangsung"
    lines = [
        f"{meeting.number}. {MEETINGS[meeting.kind]} atas versi {meeting.version} "
        f"(sidik {sidik(meeting.text_sha256)}): {outcome}."
    ]
    if meeting.void:
        lines.append("   Mufakat dan suara gugur karena versi baru diserahkan.")
    members = {person.id for person in case.village.bpd_on(meeting.on)}
    lines += [_said_session(meeting, session, members) for session in meeting.sessions]
    if meeting.votes:
        lines.append("   Suara: " + ", ".join(f"{meeting.count(c)} {CHOICES[c]}" for c in _CHOICES))
    for question in meeting.questions.values():
        way = (
            "mufakat"
            if question.mufakat
            else f"{question.count('setuju')} dari {len(question.votes)} suara setuju"
        )
        lines.append(f"   {question.address}: {way}.")
    lines += [f"   Tidak disepakati: {problem.address}." for problem in meeting.problems]
    return "\n".join(lines)


def _said_session(meeting: Meeting, session: Session, members: set[PersonId]) -> str:
    starts = f" pukul {session.starts}" if session.starts else ""
    head = f"   Sidang {session.number}: {hari_tanggal(session.on)}{starts} di {session.place}; hadir "
    if meeting.kind == "konsultasi":
        return f"{head}{len(session.present) + len(session.guests)} orang dan {session.residents} warga."
    present = len(members.intersection(session.present))
    return f"{head}{present} dari {len(members)} anggota BPD (kuorum {quorum(len(members))})."


def _meeting(case: Case, meeting: Meeting) -> View:
    return {
        "meeting": meeting.number,
        "kind": meeting.kind,
        "version": meeting.version,
        "text_sha256": meeting.text_sha256,
        "sidik": sidik(meeting.text_sha256),
        "void": meeting.void,
        "outcome": meeting.outcome,
        "mufakat": meeting.mufakat,
        "sessions": [_session(case, session) for session in meeting.sessions],
        "votes": {_nickname(case, person): choice for person, choice in meeting.votes.items()},
        "questions": [
            {
                "address": question.address,
                "mufakat": question.mufakat,
                "votes": {_nickname(case, person): choice for person, choice in question.votes.items()},
                "outcome": question_outcome(case, meeting, question),
            }
            for question in meeting.questions.values()
        ],
        "opinions": [
            {
                "session": said.session,
                "person": _nickname(case, said.person) if said.person else None,
                "guest": said.guest,
                "address": said.address,
                "text": said.text,
            }
            for said in meeting.opinions
        ],
        "problems": [
            {"address": problem.address, "bpd": problem.bpd, "kades": problem.kades}
            for problem in meeting.problems
        ],
    }


def _session(case: Case, session: Session) -> View:
    return {
        "session": session.number,
        "on": session.on.isoformat(),
        "starts": session.starts,
        "place": session.place,
        "present": [_nickname(case, person) for person in session.present],
        "residents": session.residents,
        "guests": [_guest(guest) for guest in session.guests],
        "minutes": list(session.minutes),
    }


def _guest(guest: Guest) -> View:
    return guest.model_dump(mode="json")


def _nickname(case: Case, person: PersonId) -> str:
    known = case.village.people.get(person)
    return known.nickname if known else person


_CHOICES = ("setuju", "tidak", "abstain")
