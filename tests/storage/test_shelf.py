"""A draft's rules are those of its own file, also where a file was read before and changed since."""

from pathlib import Path

import pytest

from perdes_flow.bootstrap.workspace import shipped
from perdes_flow.errors import ProcedureMissing, WorkflowRefused
from perdes_flow.storage.shelf import WorkflowShelf


@pytest.fixture
def shelf(tmp_path: Path) -> WorkflowShelf:
    folder = tmp_path / "workflows"
    folder.mkdir()
    (folder / "perdes.yaml").write_bytes((shipped("workflows") / "perdes.yaml").read_bytes())
    return WorkflowShelf(folder, tmp_path / "aside")


def test_a_file_changed_after_it_was_read_gives_the_new_rules(shelf: WorkflowShelf, tmp_path: Path) -> None:
    path = tmp_path / "workflows" / "perdes.yaml"
    before = shelf.current("perdes")
    path.write_bytes(path.read_bytes() + b"# catatan\n")
    after = shelf.current("perdes")
    assert before.sha256 != after.sha256
    assert before.states == after.states
    assert shelf.current("perdes").sha256 == after.sha256


def test_a_file_spoilt_after_it_was_read_is_refused(shelf: WorkflowShelf, tmp_path: Path) -> None:
    shelf.current("perdes")
    (tmp_path / "workflows" / "perdes.yaml").write_text("initial: entah\n", "utf-8")
    with pytest.raises(WorkflowRefused):
        shelf.current("perdes")


def test_a_draft_keeps_the_file_that_was_put_aside(shelf: WorkflowShelf, tmp_path: Path) -> None:
    pin = shelf.current("perdes").pin
    shelf.keep(pin)
    (tmp_path / "workflows" / "perdes.yaml").unlink()
    assert shelf.pinned(pin).pin == pin
    for file in (tmp_path / "aside").rglob("alur.yaml"):
        file.unlink()
    with pytest.raises(ProcedureMissing):
        shelf.pinned(pin)
