"""Files that people name: read whole, written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from perdes_flow.errors import InputUnreadable, ValueUnfit
from perdes_flow.messages.mishaps import mishap

_LIMIT_BYTES = 64 * 1024 * 1024  # far above what the gate accepts, far below what would hurt the machine


def read_input(path: str) -> bytes:
    """The bytes of a file; InputUnreadable, ValueUnfit."""
    with _opened(path) as file:
        data = file.read(_LIMIT_BYTES + 1)
    if len(data) > _LIMIT_BYTES:
        raise InputUnreadable(path, "berkas terlalu besar")
    return data


def read_lines(path: str) -> Iterator[bytes]:
    """The lines of a file of any length, one by one, each with its line feed; InputUnreadable, ValueUnfit."""
    with _opened(path) as file:
        while line := file.readline(_LIMIT_BYTES):
            yield line


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    try:
        with _named(path).open("rb") as file:
            yield file
    except OSError as error:
        raise InputUnreadable(path, mishap(error)) from error


def _named(path: str) -> Path:
    if not path.strip():
        raise ValueUnfit("Nama berkas", "", "sebutkan berkasnya")
    return Path(path)


def write_output(path: str, data: bytes) -> None:
    """Write a file in one go: whoever looks sees the old file or the whole new one; InputUnreadable, ValueUnfit."""
    target = _named(path)
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
        raise InputUnreadable(path, mishap(error)) from error
