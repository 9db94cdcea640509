"""The register row of a draft: what lists and search show. Derived from the facts, never decided from."""

from datetime import datetime

from perdes_flow.domain.draft import Draft
from perdes_flow.domain.values import Role
from perdes_flow.domain.village import Village
from perdes_flow.messages.words import offices
from perdes_flow.ports import RegisterRow
from perdes_flow.workflow.definition import Procedure


def register_row(village: Village, draft: Draft, procedure: Procedure, updated: datetime) -> RegisterRow:
    """The row of a draft as it stands; `updated` is aware."""
    state = procedure.states[draft.state]
    return RegisterRow(
        village=village.id,
        draft=draft.id,
        title=draft.title,
        jenis=draft.jenis,
        workflow=procedure.id,
        state=draft.state,
        state_label=state.label,
        final=state.final,
        waiting_for=offices(_waited_for(procedure, draft.state)),
        due=draft.due,
        versions=len(draft.versions),
        open_comments=len(draft.open_comments),
        updated=updated,
    )


def _waited_for(procedure: Procedure, state: str) -> tuple[Role, ...]:
    """The offices that may take a step from here, in the order of the file, each once."""
    steps = (step for step in procedure.transitions if state in step.source)
    return tuple(dict.fromkeys(role for step in steps for role in step.by if role != Role.SISTEM))
