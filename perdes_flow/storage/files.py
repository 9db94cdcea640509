"""The files below `drafts/`: written once and for all, on the disk before anybody is told, checked at every reading.

obstore neither calls fsync nor keeps a half-written file from getting its name, so a file is first written and
fsynced under a passing name and only then linked, create-only, to its own.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, NotFoundError
from obstore.store import LocalStore

from perdes_flow.domain.values import Sha256, sha256_of
from perdes_flow.errors import FileDamaged, FileMissing, StorageFailed, ValueUnfit
from perdes_flow.ports import FileStore

# Below the same root, since a link cannot cross file systems; the dot keeps it out of every listing.
STAGING = ".sementara"
LONGEST_PATH = 200  # Windows allows 260 with the folder in front

_PART = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
# Names that Windows keeps for devices, with any suffix.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
_FORM = "huruf kecil, angka, titik, dan tanda hubung, dan bukan nama perangkat Windows seperti con atau aux"


def open_files(url_or_path: str | Path) -> FileStore:
    """The file store at a folder. (A bucket's URL will be understood here too.)"""
    return WorkspaceFiles(Path(url_or_path))


class WorkspaceFiles:
    """ports.FileStore on a folder. Paths are relative, with `/`, and safe on every system: ValueUnfit otherwise.

    Raises StorageFailed where the disk is full, read-only or failing.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        with _refusing(str(root)):
            self._store = LocalStore(prefix=root, mkdir=True)

    def put(self, path: str, data: bytes) -> Sha256:
        """Write a file and return its hash once it is on the disk; FileDamaged where that name holds other bytes."""
        _check(path)
        sha256 = sha256_of(data)
        with _refusing(path):
            if not (self._root / path).exists():
                self._create(path, data)
            self.get(path, sha256)
            # Even where it was there before: an earlier attempt may have failed just here, and nothing was promised yet.
            _sync_file(self._root / path)
            self._sync_folders(path)
        return sha256

    def get(self, path: str, sha256: Sha256) -> bytes:
        """The bytes with that hash; FileMissing or FileDamaged."""
        _check(path)
        with _refusing(path):
            try:
                data = bytes(obstore.get(self._store, path).bytes())
            except (NotFoundError, FileNotFoundError):  # obstore has said either, by version
                raise FileMissing(path) from None
        if sha256_of(data) != sha256:
            raise FileDamaged(path)
        return data

    def paths(self, prefix: str = "") -> Iterator[str]:
        """The paths of all files in a folder and the folders in it, sorted."""
        with _refusing(prefix):
            listed = [meta["path"] for chunk in obstore.list(self._store, prefix or None) for meta in chunk]
        yield from sorted(
            path for path in listed if not any(part.startswith(".") for part in path.split("/"))
        )

    def left_over(self) -> tuple[Path, ...]:
        """Files of attempts that were cut off: nobody's, and safe to remove when no one is writing."""
        return tuple(sorted((self._root / STAGING).glob("*")))

    def _create(self, path: str, data: bytes) -> None:
        passing = f"{STAGING}/{uuid4().hex}"
        try:
            obstore.put(self._store, passing, data, mode="create")
            _sync_file(self._root / passing)
            with suppress(
                AlreadyExistsError
            ):  # somebody was faster: what is there gets checked like any other
                obstore.copy(self._store, passing, path, overwrite=False)
        finally:
            with suppress(BaseError, OSError):  # what cannot be removed now is left over, and harmless
                obstore.delete(self._store, passing)

    def _sync_folders(self, path: str) -> None:
        """Every folder down to the file: a name is on the disk only when its folder is."""
        for folder in (self._root / path).parents:
            _sync_folder(folder)
            if folder == self._root:
                return


def _check(path: str) -> None:
    parts = path.split("/")
    fit = len(path) <= LONGEST_PATH and all(_PART.fullmatch(p) and not _DEVICE.fullmatch(p) for p in parts)
    if not fit:
        raise ValueUnfit("nama berkas", path, _FORM)


def _sync_file(path: Path) -> None:
    # Writable, because Windows flushes no other handle.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    if os.name == "nt":
        return  # Windows opens no folders; NTFS writes names to its journal by itself
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _refusing(what: str) -> Iterator[None]:
    """Turn what disk and store say when they cannot work into a refusal."""
    try:
        yield
    except (BaseError, OSError) as error:
        raise StorageFailed(f"{what}: {str(error).splitlines()[0]}") from error
