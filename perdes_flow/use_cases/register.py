"""The register row of a draft: what lists and search show. Derived from the facts, never decided from."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from perdes_flow.domain.draft import Draft
from perdes_flow.domain.values import CLERK_ROLES, Role
from perdes_flow.domain.village import Village
from perdes_flow.domain.words import offices
from perdes_flow.ports import Asked, RegisterRow, waiting_code
from perdes_flow.workflow.calendar import Calendar
from perdes_flow.workflow.definition import Procedure, State
from perdes_flow.workflow.engine import due_of


def register_row(
    village: Village, draft: Draft, procedure: Procedure, calendar: Calendar, updated: datetime
) -> RegisterRow:
    """The row of a draft as it stands; `updated` is aware."""
    state = procedure.states[draft.state]
    via = draft.path[-1].id if draft.path else None
    due = next(iter(due_of(procedure, draft.state, draft.jenis, draft.entered, calendar, via=via)), None)
    steps = (due.who if due else ()) or _waited_for(procedure, draft.state)
    return RegisterRow(
        village=village.id,
        draft=draft.id,
        title=draft.title,
        jenis=draft.jenis,
        workflow=procedure.id,
        state=draft.state,
        state_label=state.label,
        final=state.final,
        waiting_for=offices(steps),
        due=due.date if due else None,
        due_law=due.law if due else "",
        versions=len(draft.versions),
        open_comments=len(draft.open_comments),
        updated=updated,
        due_what=due.what if due else "",
        due_unit=due.unit if due else "",
        waiting=waiting_code(_asked(steps, state, draft)),
    )


def _asked(steps: Iterable[Role], state: State, draft: Draft) -> Mapping[Role, Asked]:
    """What is asked of whom: the next step; else, while the text may change, work on it, and while it lies still, comments."""
    asked: dict[Role, Asked] = dict.fromkeys(steps, "langkah")
    others: tuple[tuple[Iterable[Role], Asked], ...] = (
        (CLERK_ROLES if state.edit and draft.unanswered_inputs else (), "masukan"),
        (state.edit, "naskah"),
        (state.comment if state.frozen else (), "catatan"),
    )
    for roles, what in others:
        for role in roles:
            asked.setdefault(role, what)
    return asked


def _waited_for(procedure: Procedure, state: str) -> tuple[Role, ...]:
    """The offices that may take a step from here, in the order of the file, each once."""
    every = (role for step in procedure.steps_from(state) for role in step.by if role != Role.SISTEM)
    return tuple(dict.fromkeys(every))
