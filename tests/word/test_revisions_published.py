"""Accept and reject against the accepted and rejected forms that others have published, where the corpus is at hand."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from perdes_flow.word.revisions import accept_all, reject_all

# the published forms have one empty paragraph more than accepting and rejecting gives
DOUBTFUL = {"RP015-MoveFrom-MoveTo"}


@pytest.fixture
def checker(shared: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The independent reader of Word files."""
    monkeypatch.syspath_prepend(str(shared / "tools"))
    sys.modules.pop("redline_check", None)
    return pytest.importorskip("redline_check")


def test_accepted_and_rejected_files_read_as_the_published_ones(shared: Path, checker: ModuleType) -> None:
    corpora = shared / "corpora"
    cases = json.loads((corpora / "rp" / "cases.json").read_text(encoding="utf-8"))
    wrong = []
    for case in cases:
        tracked = (corpora / case["tracked"]).read_bytes()
        for settle, key in ((accept_all, "accepted"), (reject_all, "rejected")):
            if key not in case:
                continue
            settled = settle(tracked)
            wanted = (corpora / case[key]).read_bytes()
            if checker.View(settled, "accept").paras != checker.View(wanted, "accept").paras:
                wrong.append(case["id"])
            main = checker.Package(settled)
            assert not checker.marked(main.xml(main.main))[1], f"tracked changes left in {case['id']}"
    assert len(cases) > 20
    assert set(wrong) <= {case["id"] for case in cases if any(name in case["id"] for name in DOUBTFUL)}
