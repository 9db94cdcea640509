"""Whether a running draft may go on under another version of its procedure, and why not."""

from dataclasses import dataclass

from perdes_flow.domain.draft import Draft
from perdes_flow.workflow.definition_model import Procedure


@dataclass(frozen=True, slots=True)
class MigrationPlan:
    """`reasons` are sentences, one for everything that keeps the draft on its old version."""

    safe: bool
    reasons: tuple[str, ...]


def plan(draft: Draft, old: Procedure, new: Procedure) -> MigrationPlan:
    """Safe: the draft's stage exists, no step it has passed asks for something else, all papers due so far are there."""
    raise NotImplementedError
