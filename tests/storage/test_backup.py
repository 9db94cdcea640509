"""A backup is a whole workspace in one file, taken while people work, and comes back whole or not at all."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from zipfile import ZipFile

import pytest
from storage.samples import DRAFT, VILLAGE, act, row

from perdes_flow.bootstrap.workspace import create_workspace, open_workspace
from perdes_flow.domain.chain import breaks
from perdes_flow.domain.values import sha256_of, version_path
from perdes_flow.errors import BackupRefused, StorageFailed, WorkspaceMissing
from perdes_flow.storage.backup import MANIFEST, backup, restore

NASKAH = b"PK\x03\x04 naskah"
PATH = version_path(VILLAGE, DRAFT, 1, sha256_of(NASKAH))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("PERDES_DATABASE_URL", raising=False)
    with create_workspace(tmp_path / "kerja") as workspace:
        workspace.files.put(PATH, NASKAH)
        workspace.log(VILLAGE).append([act()], after=0, key="a", row=row())
    (tmp_path / "kerja" / ".perdes" / "alur").mkdir()
    (tmp_path / "kerja" / ".perdes" / "alur" / "alur.yaml").write_text("id: perdes")
    return tmp_path / "kerja"


def contents(folder: Path) -> dict[str, bytes]:
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {name: data for name, data in files.items() if "sqlite3" not in name}


def test_a_restored_backup_is_the_workspace_again(home: Path, tmp_path: Path) -> None:
    backup(home, tmp_path / "c.zip")
    restore(tmp_path / "c.zip", tmp_path / "pulih")
    assert contents(tmp_path / "pulih") == contents(home)
    with open_workspace(home) as old, open_workspace(tmp_path / "pulih") as new:
        assert list(new.log(VILLAGE).records()) == list(old.log(VILLAGE).records())
        assert new.register(VILLAGE).rows() == (row(),)
        assert new.files.get(PATH, sha256_of(NASKAH)) == NASKAH
        assert new.log(VILLAGE).append([act(2)], after=1, key="b")[0].seq == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.zip", "kerja", "pulih"]


def test_a_backup_taken_while_people_write_holds_everything_acknowledged_before(
    home: Path, tmp_path: Path
) -> None:
    started, stop, acknowledged = Event(), Event(), [1]

    def write() -> None:
        with open_workspace(home) as workspace:
            log = workspace.log(VILLAGE)
            while not stop.is_set():
                seq = acknowledged[-1]
                acknowledged.append(log.append([act(seq + 1)], after=seq, key=f"k{seq}")[-1].seq)
                started.set()

    writer = Thread(target=write)
    writer.start()
    try:
        started.wait(30)
        for turn in range(5):
            before = acknowledged[-1]
            backup(home, tmp_path / f"c{turn}.zip")
            restore(tmp_path / f"c{turn}.zip", tmp_path / f"pulih{turn}")
            with open_workspace(tmp_path / f"pulih{turn}") as restored:
                log = restored.log(VILLAGE)
                assert log.head()[0] >= before
                assert list(breaks(log.records(), log=VILLAGE)) == []
    finally:
        stop.set()
        writer.join(30)
    assert acknowledged[-1] > 2


def test_a_backup_is_never_written_over_another(home: Path, tmp_path: Path) -> None:
    (tmp_path / "c.zip").write_bytes(b"cadangan kemarin")
    with pytest.raises(BackupRefused) as refused:
        backup(home, tmp_path / "c.zip")
    assert refused.value.reason == "sudah_ada"
    assert (tmp_path / "c.zip").read_bytes() == b"cadangan kemarin"


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(home: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        backup(home, tmp_path / "tidak-ada" / "c.zip")
    with pytest.raises(WorkspaceMissing):
        backup(tmp_path, tmp_path / "c.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kerja"]


def test_a_postgresql_server_is_backed_up_by_its_own_means(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERDES_DATABASE_URL", "postgresql://perdes@db.desa.id/perdes")
    with pytest.raises(BackupRefused) as refused:
        backup(home, tmp_path / "c.zip")
    assert refused.value.reason == "postgresql"


def test_nothing_is_restored_over_what_is_there(home: Path, tmp_path: Path) -> None:
    backup(home, tmp_path / "c.zip")
    before = contents(home)
    for place in (home, tmp_path / "c.zip"):
        with pytest.raises(BackupRefused) as refused:
            restore(tmp_path / "c.zip", place)
        assert refused.value.reason == "folder_terisi"
    assert contents(home) == before
    (tmp_path / "kosong").mkdir()
    restore(tmp_path / "c.zip", tmp_path / "kosong")
    assert contents(tmp_path / "kosong") == before


def rewritten(source: Path, target: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    with ZipFile(source) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target


def manifest_with(files: dict[str, bytes], name: str, data: bytes) -> None:
    said = json.loads(files[MANIFEST])
    said["files"][name] = sha256_of(data)
    files[MANIFEST] = json.dumps(said).encode()
    files[name] = data


def test_a_backup_in_which_anything_changed_is_refused(home: Path, tmp_path: Path) -> None:
    backup(home, tmp_path / "c.zip")
    changes: list[tuple[str, Callable[[dict[str, bytes]], object]]] = [
        ("rusak", lambda files: files.update({f"drafts/{PATH}": b"lain"})),
        ("rusak", lambda files: files.pop(f"drafts/{PATH}")),
        ("bukan_cadangan", lambda files: files.pop(MANIFEST)),
        ("bukan_cadangan", lambda files: files.update({MANIFEST: b"{"})),
        ("bukan_cadangan", lambda files: files.update({MANIFEST: b'{"form": 2, "files": {}}'})),
        ("bukan_cadangan", lambda files: manifest_with(files, "../luar", b"x")),
        ("bukan_cadangan", lambda files: manifest_with(files, "drafts/../../luar", b"x")),
        ("bukan_cadangan", lambda files: manifest_with(files, "/etc/cron.d/luar", b"x")),
        ("bukan_cadangan", lambda files: manifest_with(files, "drafts\\..\\..\\luar", b"x")),
        ("bukan_cadangan", lambda files: manifest_with(files, "c:/luar", b"x")),
        ("bukan_cadangan", lambda files: manifest_with(files, "lain/luar", b"x")),
    ]
    for number, (reason, change) in enumerate(changes):
        with pytest.raises(BackupRefused) as refused:
            restore(rewritten(tmp_path / "c.zip", tmp_path / "d.zip", change), tmp_path / "pulih")
        assert (number, refused.value.reason) == (number, reason)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.zip", "d.zip", "kerja"]


@pytest.mark.parametrize("data", [b"", b"bukan zip", b"PK\x03\x04"])
def test_a_file_that_is_no_backup_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "c.zip").write_bytes(data)
    with pytest.raises(BackupRefused):
        restore(tmp_path / "c.zip", tmp_path / "pulih")
    with pytest.raises(BackupRefused) as refused:
        restore(tmp_path / "tidak-ada.zip", tmp_path / "pulih")
    assert refused.value.reason == "tidak_ada"
    assert not (tmp_path / "pulih").exists()


def test_any_single_changed_byte_of_a_backup_is_found(home: Path, tmp_path: Path) -> None:
    """A flipped bit in a ZIP is either refused or in bytes that nothing is restored from."""
    shutil.rmtree(home / "workflows")
    (home / "workflows").mkdir()
    backup(home, tmp_path / "c.zip")
    restore(tmp_path / "c.zip", tmp_path / "utuh")
    whole, data = contents(tmp_path / "utuh"), (tmp_path / "c.zip").read_bytes()
    refused = 0
    for place in range(0, len(data), max(1, len(data) // 60)):
        (tmp_path / "d.zip").write_bytes(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])
        folder = tmp_path / f"pulih-{place}"
        try:
            restore(tmp_path / "d.zip", folder)
        except (BackupRefused, StorageFailed):
            refused += 1
            assert not folder.exists()
        else:
            assert contents(folder) == whole
            with closing(sqlite3.connect(folder / ".perdes/perdes.sqlite3")) as database:
                assert list(database.execute("PRAGMA integrity_check")) == [("ok",)]
    assert refused > 30
