"""Defects of every rule planted by lot, a sample of the whole run (python tests/planting.py)."""

from pathlib import Path

import pytest
from generated_regulations import load_generator
from planting import DEFECTS, run

from perdes_flow.legal.linting import RULES

# what asks for a Word file or the record of a draft; planted in test_file_facts, test_lint_process and by hand below
ELSEWHERE = {"PD-80", "PD-81", "PD-87", "PD-89", "PD-90"} | {f"PR-{i:02}" for i in range(1, 13)}


def test_every_rule_can_be_planted() -> None:
    assert {rule.id for rule in RULES} - {defect.rule for defect in DEFECTS} == ELSEWHERE


@pytest.mark.parametrize("seed", [310, 311])
def test_every_defect_is_found_once_at_its_place_and_nothing_else_is(shared: Path, seed: int) -> None:
    for planted, hit, rest in run(load_generator(shared), range(seed, seed + 1), DEFECTS[seed % 2 :: 2]):
        assert hit, (planted.defect, planted.at)
        assert rest == [], (planted.defect, planted.at)
