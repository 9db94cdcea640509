"""Files below drafts/: written once, whole, and checked whenever they are read."""

import os
from pathlib import Path

import obstore
import pytest
from storage.samples import at_once_in_threads

from perdes_flow.domain.values import document_path, sha256_of, version_path
from perdes_flow.errors import FileDamaged, FileMissing, StorageFailed, ValueUnfit
from perdes_flow.storage.files import STAGING, WorkspaceFiles, open_files

NASKAH = b"PK\x03\x04 naskah rancangan" * 1000
PATH = version_path("sumberagung", "pelindungan-pmi", 3, sha256_of(NASKAH))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


@pytest.fixture
def files(root: Path) -> WorkspaceFiles:
    return WorkspaceFiles(root)


def test_a_version_lies_where_people_look_for_it(files: WorkspaceFiles, root: Path) -> None:
    sha256 = files.put(PATH, NASKAH)
    assert sha256 == sha256_of(NASKAH)
    assert (root / "sumberagung" / "pelindungan-pmi" / f"v003-{sha256[:8]}.docx").read_bytes() == NASKAH
    assert files.get(PATH, sha256) == NASKAH
    assert list(files.paths()) == [PATH]
    assert files.left_over() == ()


def test_the_same_file_may_be_put_twice(files: WorkspaceFiles) -> None:
    assert files.put(PATH, NASKAH) == files.put(PATH, NASKAH)
    assert list(files.paths()) == [PATH]


def test_a_file_is_never_overwritten(files: WorkspaceFiles) -> None:
    files.put(PATH, NASKAH)
    with pytest.raises(FileDamaged) as refused:
        files.put(PATH, b"lain")
    assert refused.value.path == PATH
    assert files.get(PATH, sha256_of(NASKAH)) == NASKAH


def test_of_many_who_put_different_files_at_one_place_one_wins_and_stays(files: WorkspaceFiles) -> None:
    contents = [b"%d" % number * 5000 for number in range(8)]
    outcomes = at_once_in_threads(*(lambda data=data: files.put(PATH, data) for data in contents))
    winners = [outcome for outcome in outcomes if isinstance(outcome, str)]
    assert len(winners) == 1
    assert sum(isinstance(outcome, FileDamaged) for outcome in outcomes) == 7
    assert files.get(PATH, winners[0]) in contents
    assert files.left_over() == ()


def test_a_file_that_is_gone_is_missed(files: WorkspaceFiles, root: Path) -> None:
    sha256 = files.put(PATH, NASKAH)
    (root / PATH).unlink()
    with pytest.raises(FileMissing) as refused:
        files.get(PATH, sha256)
    assert refused.value.path == PATH


@pytest.mark.parametrize("damage", ["one bit", "torn", "empty"])
def test_a_damaged_file_is_never_given_out(files: WorkspaceFiles, root: Path, damage: str) -> None:
    sha256 = files.put(PATH, NASKAH)
    flipped = bytes([NASKAH[0] ^ 1]) + NASKAH[1:]
    (root / PATH).write_bytes({"one bit": flipped, "torn": NASKAH[:5000], "empty": b""}[damage])
    with pytest.raises(FileDamaged):
        files.get(PATH, sha256)
    with pytest.raises(FileDamaged):
        files.put(PATH, NASKAH)


@pytest.mark.parametrize(
    "path",
    [
        "../luar.docx",
        "a/../../luar.docx",
        "/etc/passwd",
        "a//b.docx",
        "a/./b.docx",
        "a\\..\\b.docx",
        "c:/b.docx",
        "a/b.docx:stream",
        "a/b.docx.",
        "a/b.docx ",
        "a/Rancangan.docx",
        "con/v001.docx",
        "a/aux.docx",
        "a/nul",
        "a/lpt1.txt",
        f"{STAGING}/x",
        "",
        "a/" + "x" * 250,
        "a/b\x00.docx",
        "a/b\n.docx",
    ],
)
def test_names_that_are_not_safe_everywhere_are_refused(files: WorkspaceFiles, root: Path, path: str) -> None:
    with pytest.raises(ValueUnfit):
        files.put(path, NASKAH)
    with pytest.raises(ValueUnfit):
        files.get(path, sha256_of(NASKAH))
    assert [entry for entry in root.parent.rglob("*") if entry.is_file()] == []


def test_the_names_that_the_domain_gives_are_all_accepted(files: WorkspaceFiles) -> None:
    sha256 = sha256_of(NASKAH)
    for path in (
        version_path("a", "b", 1, sha256),
        version_path("v" * 40, "d" * 60, 999, sha256),
        document_path("sumberagung", "pelindungan-pmi", "berita_acara_musyawarah", sha256, ".pdf"),
    ):
        files.put(path, NASKAH)
        assert files.get(path, sha256) == NASKAH


def test_a_folders_files_are_listed_in_order(files: WorkspaceFiles, root: Path) -> None:
    for path in ("b/d/v001.docx", "a/d/v002.docx", "a/d/v001.docx", "ab/d/v001.docx"):
        files.put(path, NASKAH)
    assert list(files.paths("a")) == ["a/d/v001.docx", "a/d/v002.docx"]
    assert list(files.paths("tidak-ada")) == []
    assert len(list(files.paths())) == 4


def test_nothing_is_named_before_it_is_on_the_disk(
    files: WorkspaceFiles, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order that survives a power cut: bytes, fsync, name, fsync of every folder that holds the name."""
    order: list[str] = []
    sync, copy = os.fsync, obstore.copy

    def watched_sync(handle: int) -> None:
        order.append(f"fsync {Path(os.readlink(f'/proc/self/fd/{handle}')).relative_to(root.parent)}")
        sync(handle)

    def watched_copy(store: object, source: str, target: str, **how: object) -> None:
        order.append(f"name {target}")
        copy(store, source, target, **how)

    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr(obstore, "copy", watched_copy)
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("only Linux tells what a handle is open on")
    files.put(PATH, NASKAH)
    assert order[0].startswith(f"fsync drafts/{STAGING}/")
    assert order[1:] == [
        f"name {PATH}",
        f"fsync drafts/{PATH}",
        "fsync drafts/sumberagung/pelindungan-pmi",
        "fsync drafts/sumberagung",
        "fsync drafts",
    ]


@pytest.mark.parametrize("failing", [1, 2, 3, 4, 5])
def test_a_file_is_not_acknowledged_when_the_disk_fails(
    files: WorkspaceFiles, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """Whichever fsync fails: refused now; and a second try does everything again and is good."""
    sync, calls = os.fsync, 0

    def broken(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == failing:
            raise OSError(5, "Input/output error")
        sync(handle)

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(StorageFailed) as refused:
        files.put(PATH, NASKAH)
    assert "Input/output error" in refused.value.problem
    before = calls
    files.put(PATH, NASKAH)
    assert calls - before >= 4  # the file and the three folders, whatever was synced before
    assert files.get(PATH, sha256_of(NASKAH)) == NASKAH
    assert files.left_over() == ()


def test_a_full_disk_is_said_in_one_line(files: WorkspaceFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise obstore.exceptions.GenericError("No space left on device (os error 28)\n\nDebug source: …")

    monkeypatch.setattr(obstore, "put", full)
    with pytest.raises(StorageFailed) as refused:
        files.put(PATH, NASKAH)
    assert refused.value.problem == f"{PATH}: No space left on device (os error 28)"
    assert list(files.paths()) == []


def test_a_folder_that_cannot_be_made_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("bukan folder")
    with pytest.raises(StorageFailed):
        open_files(tmp_path / "drafts").put(PATH, NASKAH)
