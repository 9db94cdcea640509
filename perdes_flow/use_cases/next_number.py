"""The number that a regulation, or its page in the gazette, would get now: one more than the last of the year."""

from perdes_flow.use_cases.desk import Case, Desk
from perdes_flow.use_cases.legal_acts import numbers_used
from perdes_flow.workflow.definition import Transition


def next_number(desk: Desk, case: Case, transition: Transition) -> int | None:
    """A proposal for the form, checked again when the step is taken; None where no number is known to go on from."""
    used = numbers_used(desk, case, transition, case.today)
    return max(used) + 1 if used else None
