"""What lies on the table of a meeting: who is there, what is said on which Pasal, what would come out of it now. Reading only."""

from collections.abc import Iterator
from dataclasses import dataclass

from perdes_flow.domain.meetings import Meeting, Opinion, Question
from perdes_flow.domain.values import Choice, DraftId, MeetingOutcome
from perdes_flow.domain.village import Person
from perdes_flow.errors import FileDamaged, FileMissing
from perdes_flow.use_cases.deliberating import outcome_of, question_outcome
from perdes_flow.use_cases.desk import Case, Desk
from perdes_flow.use_cases.places import unit_in
from perdes_flow.use_cases.pointing import WHOLE, naskah_of
from perdes_flow.use_cases.threads import Thread, Threads, threads
from perdes_flow.workflow.quorum import half_plus_one, quorum


@dataclass(frozen=True, slots=True)
class Topic:
    """A Pasal or ayat that something was said or decided about; `outcome` of its own vote, if it was put to one.

    `in_text`: the version on the table has that place; it may have gone since somebody commented on it.
    """

    address: str
    in_text: bool
    threads: tuple[Thread, ...]
    question: Question | None
    outcome: MeetingOutcome | None
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A person who may be there; `votes`: a member of the BPD, who counts for the quorum."""

    person: Person
    votes: bool
    present: bool
    choice: Choice | None


@dataclass(frozen=True, slots=True)
class Room:
    """`needed` members make the quorum, `majority` of those present approve; `outcome`: if it were closed now."""

    case: Case
    meeting: Meeting
    seats: tuple[Seat, ...]
    present: int
    members: int
    needed: int
    majority: int
    topics: tuple[Topic, ...]
    outcome: MeetingOutcome

    @property
    def yes(self) -> int:
        return self.meeting.count("setuju")

    @property
    def no(self) -> int:
        return self.meeting.count("tidak")

    @property
    def abstained(self) -> int:
        return self.meeting.count("abstain")

    @property
    def quorate(self) -> bool:
        return self.present >= self.needed


def meeting_room(desk: Desk, draft_id: DraftId, number: int, *, also: str = "") -> Room | None:
    """The meeting of that number, None where there is none; `also`: a place to speak of, although nothing was said yet.

    DraftUnknown, AddressNotUnderstood, PlaceUnknown.
    """
    said = threads(desk, draft_id)
    meeting = said.case.draft.meetings.get(number)
    if meeting is None:
        return None
    seats = tuple(_seats(said.case, meeting))
    members = [seat for seat in seats if seat.votes]
    present = sum(seat.present for seat in members)
    return Room(
        said.case,
        meeting,
        seats,
        present,
        len(members),
        quorum(len(members)),
        half_plus_one(present, said.case.village.settings.half_plus_one),
        _topics(desk, said, meeting, also),
        meeting.outcome or outcome_of(said.case, meeting),
    )


def _seats(case: Case, meeting: Meeting) -> Iterator[Seat]:
    """The members of the BPD first, then whoever else holds an office that day."""
    members = {person.id for person in case.village.bpd_on(meeting.on)}
    people = [person for person in case.village.people.values() if person.roles_on(meeting.on)]
    for person in sorted(people, key=lambda one: one.id not in members):
        yield Seat(person, person.id in members, person.id in meeting.present, meeting.votes.get(person.id))


def _topics(desk: Desk, said: Threads, meeting: Meeting, also: str) -> tuple[Topic, ...]:
    """What has open comments, was decided by itself, or was spoken of, in the order of the text.

    Of a meeting that is over, what was decided and said in it.
    """
    by_place: dict[str, list[Thread]] = {}
    for thread in said.threads:
        if thread.comment.open and not meeting.closed:
            by_place.setdefault(_place(thread), []).append(thread)
    spoken = [opinion.address for opinion in meeting.opinions if opinion.address]
    asked = [unit_in(desk, said.case, meeting.version, also)] if also else []
    places = dict.fromkeys([*by_place, *meeting.questions, *spoken, *asked])
    order = _order(desk, said.case, meeting)
    return tuple(
        _topic(said.case, meeting, place, place in order, tuple(by_place.get(place, ())))
        for place in sorted(places, key=lambda place: order.get(place, len(order)))
    )


def _topic(case: Case, meeting: Meeting, place: str, in_text: bool, threads: tuple[Thread, ...]) -> Topic:
    question = meeting.questions.get(place)
    outcome = question_outcome(case, meeting, question) if question else None
    opinions = tuple(opinion for opinion in meeting.opinions if opinion.address == place)
    return Topic(place, in_text, threads, question, outcome, opinions)


def _place(thread: Thread) -> str:
    """Where the comment is on the latest version; of one without a place there, where it was."""
    if thread.carried is None or thread.carried.placement.status == "orphan":
        return thread.comment.address
    return thread.carried.placement.address


def _order(desk: Desk, case: Case, meeting: Meeting) -> dict[str, int]:
    try:
        naskah = naskah_of(desk, case, meeting.version)
    except (FileMissing, FileDamaged):  # people still meet; `verify` names the file
        return {}
    return {WHOLE: -1} | {str(address): number for number, (address, _) in enumerate(naskah.places())}
