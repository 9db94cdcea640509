"""Where the demo is built: beside its folder, and moved there when it is whole."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import count
from pathlib import Path

from perdes_flow.errors import InputUnreadable
from perdes_flow.messages.mishaps import mishap

LOG = "catatan.jsonl"


def fixed_salts(seed: str) -> Callable[[], bytes]:
    """Salts of 32 bytes that are the same in every run, as the demo's log must be. Never for a real log."""
    numbers = count(1)
    return lambda: sha256(f"{seed}:{next(numbers)}".encode()).digest()


@contextmanager
def built_beside(target: Path) -> Iterator[Path]:
    """A new folder that takes the target's place at the end; InputUnreadable where something else is there.

    A target that holds the very same demo stays as it is: running the demo twice is no fault.
    """
    target = target.absolute()
    if _is_filled(target) and not (target / LOG).is_file():
        raise InputUnreadable(str(target), "folder itu sudah berisi; sebutkan folder lain")
    building = _beside(target)
    try:
        yield building
        if not _is_filled(target):
            _put(building, target)
        elif (building / LOG).read_bytes() != (target / LOG).read_bytes():
            raise InputUnreadable(str(target), "folder itu berisi demo yang lain; sebutkan folder lain")
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _is_filled(folder: Path) -> bool:
    if folder.exists() and not folder.is_dir():
        raise InputUnreadable(str(folder), "itu berkas, bukan folder")
    return folder.is_dir() and any(folder.iterdir())


def _beside(target: Path) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-"))
    except OSError as error:
        raise InputUnreadable(str(target), mishap(error)) from error


def _put(building: Path, target: Path) -> None:
    if target.is_dir():
        target.rmdir()
    building.chmod(0o755)
    building.rename(target)
