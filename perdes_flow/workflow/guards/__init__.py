"""Guards: named conditions with typed arguments, each says what is missing, with its numbers."""

from perdes_flow.workflow.guards.registry import GUARDS, Guard
from perdes_flow.workflow.guards.situation import Missing, Situation

__all__ = ["GUARDS", "Guard", "Missing", "Situation"]
