"""Backups made from the pages: ZIPs in `cadangan/` beside the record, readable by the server's owner alone."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from perdes_flow.errors import StorageFailed, ValueUnfit
from perdes_flow.messages.mishaps import mishap
from perdes_flow.storage.backup import backup

_BETWEEN = timedelta(minutes=10)  # each holds the whole workspace: a nervous finger must not fill the disk


@dataclass(frozen=True, slots=True)
class Backup:
    name: str
    size_bytes: int
    made: datetime


def folder(home: Path) -> Path:
    return home / "cadangan"


def kept(home: Path) -> list[Backup]:
    """The backups in the folder, the newest first."""
    return sorted(
        (_seen(path) for path in folder(home).glob("*.zip")), key=lambda one: one.made, reverse=True
    )


def make(home: Path, now: datetime) -> Backup:
    """A new backup; ValueUnfit right after another one, BackupRefused, StorageFailed."""
    last = kept(home)
    if last and datetime.now(UTC) - last[0].made < _BETWEEN:
        raise ValueUnfit(
            "Cadangan", last[0].name, "baru saja dibuat; tunggu sepuluh menit untuk yang berikut"
        )
    target = folder(home) / f"cadangan-{now:%Y%m%d-%H%M%S}.zip"
    try:
        folder(home).mkdir(mode=0o700, exist_ok=True)
        backup(home, target)
        os.chmod(target, 0o600)
    except OSError as error:
        raise StorageFailed(f"{target}: {mishap(error)}") from error
    return _seen(target)


def _seen(path: Path) -> Backup:
    found = path.stat()
    return Backup(path.name, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))
