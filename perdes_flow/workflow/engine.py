"""Which steps are open, to whom, and what is lacking for the others."""

from dataclasses import dataclass
from datetime import date

from perdes_flow.domain.values import Role, Slug
from perdes_flow.workflow.calendar import Calendar
from perdes_flow.workflow.definition_model import Procedure, Transition
from perdes_flow.workflow.guards import Missing, Situation


@dataclass(frozen=True, slots=True)
class StepView:
    """A step that leaves the draft's stage, and everything that is still lacking for it."""

    transition: Transition
    missing: tuple[Missing, ...]

    @property
    def open(self) -> bool:
        return not refuses(self.missing)


@dataclass(frozen=True, slots=True)
class DueView:
    """A term that runs: until when (its last day), what is to be done, by whom, by which law."""

    date: date
    what: str
    who: tuple[Role, ...]
    law: str
    estimated: bool  # counted with a calendar that is not decreed yet
    calendar: str  # version of the holiday tables
    fires: Slug | None = None  # the step that the law takes once the term has passed


def missing(situation: Situation, step_id: Slug) -> tuple[Missing, ...]:
    """Every unmet condition of a step at once: stage, office, papers, guards. StepUnknown."""
    raise NotImplementedError


def refuses(missing: tuple[Missing, ...]) -> bool:
    """Whether a step with these unmet conditions is refused: warnings refuse nothing."""
    return any(item.severity == "block" for item in missing)


def open_steps(situation: Situation) -> tuple[StepView, ...]:
    """The steps that leave the draft's stage, each with what is lacking."""
    raise NotImplementedError


def proposals(situation: Situation) -> tuple[StepView, ...]:
    """Steps that the law takes because a term has passed in silence, for a person to confirm."""
    raise NotImplementedError


def fire(procedure: Procedure, state: Slug, step_id: Slug) -> Slug:
    """The stage that a step leads to. NotOpenNow where it does not leave this stage; StepUnknown."""
    raise NotImplementedError


def due_of(
    procedure: Procedure, state: Slug, jenis: str, entered: date, calendar: Calendar, *, via: Slug | None = None
) -> tuple[DueView, ...]:
    """The terms that run in a stage entered on that day, earliest first. `via`: the step by which it was entered."""
    raise NotImplementedError
