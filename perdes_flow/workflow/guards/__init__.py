"""Guards: named conditions with typed arguments, each says what is missing, with its numbers."""

from perdes_flow.workflow.guards import catatan, musyawarah, naskah, perkara
from perdes_flow.workflow.guards.registry import GUARDS, Guard
from perdes_flow.workflow.guards.situation import Missing, Situation

# importing them puts their guards on the list
SUBJECTS = (catatan, musyawarah, naskah, perkara)

__all__ = ["GUARDS", "SUBJECTS", "Guard", "Missing", "Situation"]
