"""The terms that run in a stage: until when, for whom, by which law."""

import datetime
from dataclasses import dataclass

from perdes_flow.domain.values import Role, Slug
from perdes_flow.workflow.calendar import Calendar, Unit, due
from perdes_flow.workflow.definition_model import Deadline, Procedure


@dataclass(frozen=True, slots=True)
class DueView:
    """A term that runs: until when (its last day), what is to be done, by whom, by which law."""

    date: datetime.date
    what: str
    who: tuple[Role, ...]
    law: str
    estimated: bool  # counted with a table that is not decreed yet
    calendar: str  # version of the holiday tables
    fires: Slug | None = None  # the step that the law itself takes once the term has passed
    unit: Unit = "kalender"


def due_of(
    procedure: Procedure,
    state: Slug,
    jenis: str,
    entered: datetime.date,
    calendar: Calendar,
    *,
    via: Slug | None = None,
) -> tuple[DueView, ...]:
    """The terms that run in a stage entered on that day, earliest first. `via`: the step by which it was entered.

    A stage that a step leads back to (a report made in it) does not start again the term that this step met.
    """
    terms = (
        _view(procedure, state, deadline, entered, calendar)
        for deadline in procedure.states[state].deadlines
        if _applies(procedure, deadline, jenis) and (via is None or via not in deadline.until)
    )
    return tuple(sorted(terms, key=lambda term: term.date))


def last_day_before(
    procedure: Procedure, step: Slug, state: Slug, jenis: str, entered: datetime.date, calendar: Calendar
) -> datetime.date | None:
    """The last day of the term whose passing opens a step: that which fires it, else the longest; None without a term."""
    terms = due_of(procedure, state, jenis, entered, calendar)
    return max((term.date for term in [t for t in terms if t.fires == step] or terms), default=None)


def _applies(procedure: Procedure, deadline: Deadline, jenis: str) -> bool:
    return not deadline.jenis or jenis in procedure.kinds(deadline.jenis)


def _view(
    procedure: Procedure, state: Slug, deadline: Deadline, entered: datetime.date, calendar: Calendar
) -> DueView:
    last = due(calendar, deadline, entered)
    return DueView(
        last.date,
        deadline.label or _next_steps(procedure, state, deadline),
        deadline.who or _movers(procedure, state),
        procedure.cite(deadline.law),
        last.estimated,
        last.calendar_version,
        deadline.fires,
        deadline.unit,
    )


def _next_steps(procedure: Procedure, state: Slug, deadline: Deadline) -> str:
    named = [procedure.transition(step) for step in deadline.until]
    return ", ".join(step.title for step in named if step) or procedure.states[state].label


def _movers(procedure: Procedure, state: Slug) -> tuple[Role, ...]:
    """Who can take a step out of the stage, each once, in the order of the file."""
    roles = (role for step in procedure.steps_from(state) for role in step.by if role != Role.SISTEM)
    return tuple(dict.fromkeys(roles))
