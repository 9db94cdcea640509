"""A whole workspace as one ZIP, and back: a snapshot of the database, the files, and the hash of each.

Never by copying the database's file: beside a WAL it misses what was written last. The snapshot comes first, so that
every file that it knows is there when the files are taken.
"""

import json
import os
import shutil
import sqlite3
import struct
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath
from uuid import uuid4
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from perdes_flow.errors import BackupRefused, StorageFailed, WorkspaceMissing
from perdes_flow.messages.mishaps import mishap
from perdes_flow.storage.database import DATABASE, settings_for
from perdes_flow.storage.files import STAGING

MANIFEST = "cadangan.json"
FORM = 1

_FOLDERS = ("drafts", "workflows", "templat", ".perdes")
_SQLITE_FILES = ("perdes.sqlite3", "perdes.sqlite3-wal", "perdes.sqlite3-shm", "perdes.sqlite3-journal")
_PIECE_BYTES = 1 << 20
# What zipfile raises for a damaged archive, tried bit by bit; KeyError: a file that the manifest names is not there.
_DAMAGES = (BadZipFile, zlib.error, struct.error, KeyError, EOFError, RuntimeError, ValueError, OverflowError)


def backup(home: Path, out: Path) -> None:
    """Write a workspace into a new ZIP, whole or not at all, while others may be writing.

    Raises BackupRefused, WorkspaceMissing, StorageFailed.
    """
    if settings_for(home)["ENGINE"].endswith("postgresql"):
        raise BackupRefused("postgresql", str(out))
    if not (home / DATABASE).exists():
        raise WorkspaceMissing(str(home))
    if os.path.lexists(out):
        raise BackupRefused("sudah_ada", str(out))
    with _refusing(out), tempfile.TemporaryDirectory(dir=out.absolute().parent) as folder:
        snapshot, fresh = Path(folder, "basis-data"), Path(folder, "cadangan")
        _snapshot(home / DATABASE, snapshot)
        with ZipFile(fresh, "w", ZIP_STORED, strict_timestamps=False) as archive:
            hashes = {DATABASE: _add(archive, snapshot, DATABASE)}
            for name in _names(home):
                hashes[name] = _add(archive, home / name, name)
            archive.writestr(MANIFEST, json.dumps({"form": FORM, "files": hashes}, indent=1, sort_keys=True))
        with fresh.open("r+b") as file:
            os.fsync(file.fileno())
        os.replace(fresh, out)


def restore(archive: Path, folder: Path) -> None:
    """Bring a ZIP of `backup` back into a folder that is new or empty, every file checked, whole or not at all.

    Raises BackupRefused, StorageFailed.
    """
    if os.path.exists(folder) and not (os.path.isdir(folder) and not os.listdir(folder)):
        raise BackupRefused("folder_terisi", str(folder))
    if not os.path.isfile(
        archive
    ):  # not Path: any word at all may stand there, also one that no disk can hold
        raise BackupRefused("tidak_ada", str(archive))
    fresh = folder.absolute().parent / f"{folder.name}.{uuid4().hex[:8]}"
    with _refusing(folder):
        try:
            _unpack(archive, fresh)
            if os.path.isdir(folder):
                folder.rmdir()
            fresh.rename(folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _snapshot(database: Path, target: Path) -> None:
    source_url = f"{database.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(source_url, uri=True)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a WAL beside it


def _names(home: Path) -> Iterator[str]:
    for folder in _FOLDERS:
        for path in sorted((home / folder).rglob("*")):
            name = path.relative_to(home)
            if path.is_file() and path.name not in _SQLITE_FILES and STAGING not in name.parts:
                yield name.as_posix()


def _add(archive: ZipFile, path: Path, name: str) -> str:
    """One file into the archive; its hash as it went in."""
    digest = sha256()
    info = ZipInfo.from_file(path, name, strict_timestamps=False)
    info.compress_type = ZIP_STORED if name.startswith("drafts/") else ZIP_DEFLATED  # a DOCX is a ZIP already
    with path.open("rb") as source, archive.open(info, "w") as target:
        while piece := source.read(_PIECE_BYTES):
            digest.update(piece)
            target.write(piece)
    return digest.hexdigest()


def _unpack(path: Path, folder: Path) -> None:
    try:
        with ZipFile(path) as archive:
            for name, expected in _manifest(archive, path).items():
                if _extract(archive, name, folder / name) != expected:
                    raise BackupRefused("rusak", f"{path}: {name}")
    except _DAMAGES as error:
        raise BackupRefused("rusak", str(path)) from error


def _manifest(archive: ZipFile, path: Path) -> dict[str, str]:
    """The files by name, with their hashes; only names that stay within the folder."""
    if MANIFEST not in archive.namelist():
        raise BackupRefused("bukan_cadangan", str(path))
    try:
        said = json.loads(archive.read(MANIFEST))
        form, files = said["form"], dict(said["files"])
    except (ValueError, TypeError, KeyError) as error:
        raise BackupRefused("bukan_cadangan", str(path)) from error
    if form != FORM or DATABASE not in files or not all(_stays_within(name) for name in files):
        raise BackupRefused("bukan_cadangan", str(path))
    return files


def _stays_within(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return (
        parts[:1] in {(folder,) for folder in _FOLDERS}
        and ".." not in parts
        and not any(sign in name for sign in "\\:\0")
    )


def _extract(archive: ZipFile, name: str, target: Path) -> str:
    digest = sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, target.open("xb") as file:
        while piece := source.read(_PIECE_BYTES):
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


@contextmanager
def _refusing(what: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageFailed(f"{what}: {mishap(error)}") from error
    except sqlite3.Error as error:
        raise StorageFailed(f"{what}: {error}") from error
