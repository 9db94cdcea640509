"""The glossary knows every word of the field that the program uses."""

import re
from pathlib import Path
from typing import get_args

import pytest

from perdes_flow.domain import values
from perdes_flow.workflow.definition import load
from perdes_flow.workflow.documents import DOCUMENTS

ROOT = Path(__file__).parents[1]
KNOWN = set(re.findall(r"`([a-z_]+)`", (ROOT / "docs" / "glossary.md").read_text("utf-8")))


def test_every_office_kind_and_outcome_is_explained() -> None:
    literals = (
        values.Asal,
        values.Prakarsa,
        values.Jenis,
        values.MeetingKind,
        values.MeetingOutcome,
        values.Choice,
        values.AnswerOutcome,
        values.Weight,
        values.Gazette,
    )
    words = {word for literal in literals for word in get_args(literal)} | {
        role.value for role in values.Role
    }
    assert words - KNOWN == set()


def test_every_paper_is_explained() -> None:
    assert set(DOCUMENTS) - KNOWN == set()


@pytest.mark.parametrize("name", ["perdes", "perkades"])
def test_every_stage_and_step_is_explained(name: str) -> None:
    procedure = load(ROOT / "workflows" / f"{name}.yaml")
    words = set(procedure.states) | {step.id for step in procedure.transitions}
    assert words - KNOWN == set()
