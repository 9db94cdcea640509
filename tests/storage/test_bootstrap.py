"""Finding, making and opening a workspace."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from storage.samples import act, row

from perdes_flow.bootstrap.workspace import (
    FixedClock,
    SystemClock,
    create_workspace,
    find_home,
    open_workspace,
    shipped,
    upgrade,
)
from perdes_flow.errors import StorageFailed, WorkspaceMissing


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("PERDES_HOME", raising=False)
    monkeypatch.delenv("PERDES_DATABASE_URL", raising=False)
    create_workspace(tmp_path / "kerja").close()
    return tmp_path / "kerja"


def test_a_new_workspace_has_room_for_drafts_and_the_workflows_of_this_release(home: Path) -> None:
    assert (home / "drafts").is_dir()
    ours = {
        path.relative_to(shipped("workflows")) for path in shipped("workflows").rglob("*") if path.is_file()
    }
    assert {
        path.relative_to(home / "workflows") for path in (home / "workflows").rglob("*") if path.is_file()
    } == ours
    with open_workspace(home) as workspace:
        assert workspace.villages() == ()


def test_making_a_workspace_twice_changes_nothing(home: Path) -> None:
    with open_workspace(home) as workspace:
        workspace.log("sumberagung").append([act()], after=0, key="a", row=row())
    (home / "workflows" / "setempat.yaml").write_text("milik desa")
    create_workspace(home).close()
    with open_workspace(home) as workspace:
        assert workspace.villages() == ("sumberagung",)
        assert workspace.register("sumberagung").rows() == (row(),)
    assert (home / "workflows" / "setempat.yaml").read_text() == "milik desa"


def test_the_workspace_is_the_folder_named_or_the_one_of_the_environment_or_the_one_around_us(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (home / "drafts" / "sumberagung").mkdir()
    monkeypatch.chdir(home / "drafts" / "sumberagung")
    assert find_home() == home
    monkeypatch.chdir(tmp_path.anchor)  # nobody else works above it
    with pytest.raises(WorkspaceMissing):
        find_home()
    monkeypatch.setenv("PERDES_HOME", str(home))
    assert find_home() == home
    assert find_home(home) == find_home(str(home)) == home
    with pytest.raises(WorkspaceMissing) as refused:
        find_home(tmp_path)
    assert refused.value.folder == str(tmp_path)


def test_opening_what_is_no_workspace_makes_nothing(tmp_path: Path) -> None:
    for folder in ("drafts", "workflows"):
        (tmp_path / folder).mkdir()
    with pytest.raises(WorkspaceMissing):
        open_workspace(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["drafts", "workflows"]


def test_a_workspace_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(StorageFailed):
        create_workspace(tmp_path / "berkas" / "kerja")


def test_an_upgrade_of_a_workspace_that_is_up_to_date_does_nothing(home: Path) -> None:
    assert upgrade(home) == ()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_the_log_may_lie_on_a_postgresql_server(
    home: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERDES_DATABASE_URL", url)
    with pytest.raises(WorkspaceMissing):
        open_workspace(home)
    create_workspace(home).close()
    with open_workspace(home) as workspace:
        workspace.log("sumberagung").append([act()], after=0, key="a")
        assert workspace.villages() == ("sumberagung",)


def test_clocks_tell_the_time_in_utc_to_the_second() -> None:
    wib = timezone(timedelta(hours=7))
    assert FixedClock(datetime(2026, 11, 24, 15, 0, 0, 999, tzinfo=wib)).now() == datetime(
        2026, 11, 24, 8, tzinfo=UTC
    )
    now = SystemClock().now()
    assert (now.utcoffset(), now.microsecond) == (timedelta(0), 0)
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)


def test_salts_and_time_can_be_fixed_so_that_a_log_comes_out_the_same(tmp_path: Path) -> None:
    hashes = []
    for name in ("satu", "dua"):
        with create_workspace(tmp_path / name, salt=lambda: bytes(32)) as workspace:
            hashes.append(workspace.log("sumberagung").append([act()], after=0, key="a")[0].hash)
    assert hashes[0] == hashes[1]
