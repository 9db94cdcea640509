"""The procedure as data: read a workflow file, and refuse one that does not pass every check."""

from pathlib import Path

from perdes_flow.errors import WorkflowRefused
from perdes_flow.workflow.definition_model import (
    Deadline,
    DocUse,
    GuardUse,
    LawEntry,
    Procedure,
    State,
    Transition,
)
from perdes_flow.workflow.definition_reading import read_procedure

__all__ = [
    "Deadline",
    "DocUse",
    "GuardUse",
    "LawEntry",
    "Procedure",
    "State",
    "Transition",
    "load",
]


def load(path: Path, *, overlay: Path | None = None) -> Procedure:
    """The procedure in a workflow file, with a kabupaten's overlay over it; WorkflowRefused names every finding."""
    result = read_procedure(path, overlay)
    if result.procedure is None or result.findings:
        raise WorkflowRefused(result.findings)
    return result.procedure
