"""Files that people name: read whole, written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from perdes_flow.errors import InputUnreadable

_LIMIT_BYTES = 64 * 1024 * 1024  # far above what the gate accepts, far below what would hurt the machine


def read_input(path: str) -> bytes:
    """The bytes of a file; InputUnreadable."""
    try:
        if Path(path).stat().st_size > _LIMIT_BYTES:
            raise InputUnreadable(path, "berkas terlalu besar")
        return Path(path).read_bytes()
    except OSError as error:
        raise InputUnreadable(path, _problem(error)) from error


def read_lines(path: str) -> Iterator[bytes]:
    """The lines of a file of any length, one by one, each with its line feed; InputUnreadable."""
    try:
        with Path(path).open("rb") as file:
            yield from file
    except OSError as error:
        raise InputUnreadable(path, _problem(error)) from error


def write_output(path: str, data: bytes) -> None:
    """Write a file in one go: whoever looks sees the old file or the whole new one; InputUnreadable."""
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise InputUnreadable(path, "itu folder, bukan berkas")
            target.write_bytes(data)  # a device or a pipe is written into, never replaced
            return
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except OSError as error:
        raise InputUnreadable(path, _problem(error)) from error


def _problem(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "tidak ada"
        case PermissionError():
            return "tidak diizinkan"
        case IsADirectoryError():
            return "itu folder, bukan berkas"
    return error.strerror or "gangguan berkas"
