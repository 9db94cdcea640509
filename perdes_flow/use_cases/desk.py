"""The desk at which every use case works: log, files, clock, rules; how it opens a case, and how it writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec

from pydantic import ValidationError

from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.draft import Draft, evolve, replay
from perdes_flow.domain.events import Fact
from perdes_flow.domain.local_time import local_date
from perdes_flow.domain.values import DraftId, Role
from perdes_flow.domain.village import Person, Village, replay_village
from perdes_flow.errors import DraftUnknown, FieldUnfit, NotInOffice, NotOpenNow, PersonUnknown
from perdes_flow.ports import (
    Clock,
    Entry,
    FileStore,
    NoteShelf,
    Outbox,
    ProcedureShelf,
    RecordLog,
    Register,
    TemplateShelf,
)
from perdes_flow.use_cases.news import news_of
from perdes_flow.use_cases.register import register_row
from perdes_flow.workflow.calendar import Calendar
from perdes_flow.workflow.definition import Procedure

P = ParamSpec("P")
Written = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What a use case needs. `key` is that of the request: the same request twice is written once."""

    log: RecordLog
    register: Register
    files: FileStore
    notes: NoteShelf
    clock: Clock
    procedures: ProcedureShelf
    calendar: Calendar
    key: str
    templates: TemplateShelf
    outbox: Outbox


@dataclass(frozen=True, slots=True)
class Case:
    """Everything known of one draft today. `after` is the last entry of it that we have seen."""

    village: Village
    draft: Draft
    procedure: Procedure
    after: int
    today: date


def once(
    use_case: Callable[Concatenate[Desk, P], Written],
) -> Callable[Concatenate[Desk, P], Written]:
    """A repeated request gets the entries that it wrote the first time; nothing is written again.

    Words that no fact can hold are refused with FieldUnfit.
    """

    @wraps(use_case)
    def answered(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> Written:
        try:
            return desk.log.written_with(desk.key) or use_case(desk, *args, **kwargs)
        except ValidationError as error:
            raise _unfit(error) from error

    return answered


def _unfit(error: ValidationError) -> FieldUnfit:
    first = error.errors(include_url=False)[0]
    names = [str(name) for name in first["loc"] if not isinstance(name, int)]
    bounds = first.get("ctx", {})
    limit = next((bounds[k] for k in ("max_length", "min_length", "ge", "le") if k in bounds), 0)
    return FieldUnfit(names[-1] if names else "", str(first["input"]), first["type"], int(limit))


def open_village(desk: Desk) -> tuple[Village, int, date]:
    """The village, the last entry of its own stream, and today's date there."""
    entries = desk.log.read(None)
    village = replay_village(entry.act for entry in entries)
    after = entries[-1].seq if entries else 0
    return village, after, local_date(desk.clock.now(), village.zone)


def open_case(desk: Desk, draft_id: DraftId) -> Case:
    """The draft with its village and the very procedure that it runs on; DraftUnknown."""
    village, _, today = open_village(desk)
    entries = desk.log.read(draft_id)
    draft = replay(entry.act for entry in entries)
    if draft is None:
        raise DraftUnknown(draft_id, tuple(row.draft for row in desk.register.rows()))
    return Case(village, draft, desk.procedures.pinned(draft.workflow), entries[-1].seq, today)


def going_on(desk: Desk, draft_id: DraftId, act: str) -> Case:
    """The case of a draft that has not come to its end: what was said and done then stays as it is; NotOpenNow."""
    case = open_case(desk, draft_id)
    state = case.procedure.states[case.draft.state]
    if state.final:
        raise NotOpenNow(act, state.label)
    return case


def person_named(village: Village, nickname: str) -> Person:
    """The person behind a nickname; PersonUnknown."""
    person = village.person(nickname)
    if person is None:
        raise PersonUnknown(nickname, tuple(p.nickname for p in village.people.values()))
    return person


def actor(village: Village, nickname: str, today: date, roles: Sequence[Role], act: str) -> Actor:
    """The person in the first of these offices that he or she holds today; PersonUnknown, NotInOffice."""
    person = person_named(village, nickname)
    for role in roles:
        if person.holds(role, today):
            return Actor(person.id, role)
    raise NotInOffice(nickname, act, tuple(roles))


def write(desk: Desk, case: Case, facts: Sequence[Fact], *, by: Actor) -> Written:
    """Facts about a draft into the log, with its register row and what people are to be told, in one transaction."""
    now = desk.clock.now()
    acts = tuple(Act(now, by, case.draft.id, fact) for fact in facts)
    draft: Draft | None = case.draft
    for act in acts:
        draft = evolve(draft, act)
    row = register_row(case.village, draft or case.draft, case.procedure, desk.calendar, now)
    news = news_of(case.village, draft or case.draft, row, acts, case.today)
    return desk.log.append(acts, after=case.after, key=desk.key, row=row, news=news)


def write_village(desk: Desk, facts: Sequence[Fact], *, by: Actor, after: int) -> Written:
    """Facts about the village itself into the log."""
    now = desk.clock.now()
    return desk.log.append(tuple(Act(now, by, None, fact) for fact in facts), after=after, key=desk.key)
