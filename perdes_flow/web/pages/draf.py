"""Draf: the stage, versions, who is waited for, the next steps with all that is missing, and what happened so far."""

from django.http import HttpResponse

from perdes_flow.domain.values import DraftId, Slug
from perdes_flow.use_cases.desk import Case, open_case
from perdes_flow.use_cases.reading import history, open_steps, standing
from perdes_flow.use_cases.threads import hidden_comments
from perdes_flow.use_cases.versions import known_version, version_docx
from perdes_flow.web.access.visitor import Ask, Visitor
from perdes_flow.web.downloads import WORD, attachment
from perdes_flow.web.rendering import page
from perdes_flow.workflow.calendar import remaining
from perdes_flow.workflow.diagram_layout import cells
from perdes_flow.workflow.diagram_svg import svg
from perdes_flow.workflow.engine import StepView


def show(ask: Ask, draft: DraftId) -> HttpResponse:
    found, entries = standing(ask.desk, draft), history(ask.desk, draft)
    steps = _main_way_first(found.case, open_steps(ask.desk, draft, by=ask.who.person.id))
    return page(
        ask,
        "draf.html",
        draft=found.case.draft,
        stage=found.state_label,
        path=[(_label(found.case, step.source), step.on) for step in found.case.draft.path],
        due=[(due, remaining(ask.desk.calendar, due.unit, due.date, found.case.today)) for due in found.due],
        mine=[step for step in steps if _is_for(ask.who, step)],
        others=[step for step in steps if not _is_for(ask.who, step)],
        versions=tuple(reversed(found.case.draft.versions)),
        history=tuple(reversed(entries)),
        hidden=hidden_comments(entries),
    )


def diagram(ask: Ask, draft: DraftId) -> HttpResponse:
    """The workflow's own picture, with the stage of this draft."""
    case = open_case(ask.desk, draft)
    return HttpResponse(svg(case.procedure, case.draft.state), content_type="image/svg+xml")


def download(ask: Ask, draft: DraftId, version: int) -> HttpResponse:
    """A version's Word file, to be saved: nothing of it is ever opened as a page of ours."""
    case = open_case(ask.desk, draft)
    name = f"{draft}-v{known_version(case, version).number:03d}.docx"
    return attachment(version_docx(ask.desk, case, version), name, WORD)


def _main_way_first(case: Case, steps: tuple[StepView, ...]) -> list[StepView]:
    """Steps along the picture's main way before those that leave it (withdrawn, refused)."""
    column = {state: cell.column for state, cell in cells(case.procedure).items()}
    return sorted(steps, key=lambda view: column.get(view.transition.to, 0) != 0)


def _label(case: Case, state: Slug) -> str:
    """A stage in people's words; its code where the procedure of today has no such stage any more."""
    known = case.procedure.states.get(state)
    return known.label if known else state


def _is_for(visitor: Visitor, view: StepView) -> bool:
    return not visitor.roles.isdisjoint((*view.transition.by, *view.transition.confirm))
