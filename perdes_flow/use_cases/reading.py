"""Look at a draft: where it stands, what is due, which steps are open, what happened. Nothing here writes."""

from collections.abc import Mapping
from dataclasses import dataclass

from perdes_flow.domain.acts import Actor
from perdes_flow.domain.comments import Comment
from perdes_flow.domain.values import DraftId, Role
from perdes_flow.errors import Refusal
from perdes_flow.ports import Entry
from perdes_flow.use_cases.carrying import Carried, carried_comments
from perdes_flow.use_cases.desk import Case, Desk, open_case, person_named
from perdes_flow.use_cases.enacting import situation
from perdes_flow.workflow import engine
from perdes_flow.workflow.engine import DueView, StepView


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a draft stands today."""

    case: Case
    state_label: str
    due: tuple[DueView, ...]
    proposals: tuple[StepView, ...]  # what the law gives effect to by silence; a person has to confirm it
    open_comments: tuple[Comment, ...]
    carried: Mapping[int, Carried]  # where open comments of older versions are on the latest one


def standing(desk: Desk, draft_id: DraftId) -> Standing:
    """Where the draft stands, what is due, for whom and by which law; DraftUnknown."""
    case = open_case(desk, draft_id)
    draft = case.draft
    nobody = Actor("sistem", Role.SISTEM)
    return Standing(
        case,
        case.procedure.states[draft.state].label,
        engine.due_of(case.procedure, draft.state, draft.jenis, draft.entered, desk.calendar),
        engine.proposals(situation(desk, case, nobody)),
        draft.open_comments,
        _carried(desk, draft_id) if draft.open_comments else {},
    )


def _carried(desk: Desk, draft_id: DraftId) -> Mapping[int, Carried]:
    try:
        return carried_comments(desk, draft_id)
    except (
        Refusal
    ):  # a lost or damaged file: where a draft stands can be said without it, and `verify` names the file
        return {}


def open_steps(desk: Desk, draft_id: DraftId, *, by: str) -> tuple[StepView, ...]:
    """The steps that lead on from here, each with all that is missing for this person; DraftUnknown, PersonUnknown."""
    case = open_case(desk, draft_id)
    person = person_named(case.village, by)
    held = person.roles_on(case.today)
    return engine.open_steps(situation(desk, case, Actor(person.id, held[0] if held else Role.PENYUSUN)))


def history(desk: Desk, draft_id: DraftId) -> tuple[Entry, ...]:
    """All entries of the draft, oldest first; DraftUnknown."""
    open_case(desk, draft_id)
    return desk.log.read(draft_id)
