"""The redline before a strange judge: an independent checker, files of other projects, regulations with the truth of every edit."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from perdes_flow.word.redline import redline

AT = datetime(2026, 1, 1, tzinfo=UTC)
Pairs = list[dict[str, Any]]


@pytest.fixture
def judge(shared: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The independent checker of redlines."""
    pytest.importorskip("docx")
    pytest.importorskip("rapidfuzz")
    monkeypatch.syspath_prepend(str(shared / "tools"))
    sys.modules.pop("redline_check", None)
    return pytest.importorskip("redline_check")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("corpus", ["wc", "rp", "safedocx", "identity"])
def test_files_of_other_projects_come_back_on_both_sides(
    judge: ModuleType, shared: Path, corpus: str
) -> None:
    pairs: Pairs = judge.load_pairs(str(shared / "corpora" / corpus / "pairs.json"))
    assert pairs
    wrong = []
    for pair in pairs:
        old, new = Path(pair["old"]).read_bytes(), Path(pair["new"]).read_bytes()
        verdict = judge.check(old, new, redline(old, new, author="A", at=AT).docx)
        right = ("both", "accept_fmt", "reject_fmt", "accept_ppr", "reject_ppr", "ids_unique")
        faults = [key for key in right if not verdict[key]] + verdict["lint"]
        if pair.get("identity") and verdict["revisions"]:
            faults.append("revisions")
        if faults:
            wrong.append((pair["id"], faults))
    assert wrong == []


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_edit_of_a_regulation_is_shown_for_what_it_is(
    judge: ModuleType, shared: Path, tmp_path: Path
) -> None:
    """17 hand-made edits and some random ones of a regulation of 60 Pasal: structure and list of changes equal to the truth."""
    program = shared / "tools" / "legal_cases.py"
    made = [sys.executable, str(program), str(tmp_path), "--seed", "41", "--edits", "12"]
    subprocess.run(made, check=True, capture_output=True)
    wrong = []
    for pair in json.loads((tmp_path / "pairs.json").read_text(encoding="utf-8")):
        old, new = ((tmp_path / pair[key]).read_bytes() for key in ("old", "new"))
        result = redline(old, new, author="A", at=AT)
        faults = [] if judge.check(old, new, result.docx)["both"] else ["round trip"]
        if truth := pair.get("truth"):
            seen = judge.judge_structure(result.docx, truth)
            listed = judge.judge_changes([change.as_json() for change in result.changes], truth)
            counts = ("true_moves", "renumbered", "headings", "format")
            faults += [key for key in counts if key in seen and seen[key][0] != seen[key][1]]
            faults += [key for key in ("noise", "false_moves") if seen[key]]
            faults += (
                [str(listed["missing"]), str(listed["extra"])] if listed["missing"] or listed["extra"] else []
            )
        if faults:
            wrong.append((pair["id"], faults))
    assert wrong == []
