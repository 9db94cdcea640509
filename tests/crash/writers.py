"""The work during which a process is killed: one version after another, each told as soon as it is acknowledged."""

import os
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from perdes_flow.bootstrap.workspace import Workspace, create_workspace, open_workspace
from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.values import DraftId, Role, sha256_of, version_path
from perdes_flow.ports import RegisterRow

VILLAGE = "sumberagung"
PENYUSUN = Actor("o001", Role.PENYUSUN)
NEXT = b"NEXT\n"  # said just before a file is written, so that the killer can aim


def prepare(home: Path) -> None:
    """A workspace to write in."""
    create_workspace(home).close()


def write_for_ever(home: Path, draft: DraftId, tell: Callable[[bytes], object], seed: int) -> None:
    """Submit random versions until killed; a line "ACK number sha256" for each that is safe."""
    chance = random.Random(seed)
    with open_workspace(home) as workspace:
        while True:
            docx = chance.randbytes(chance.randrange(5_000, 60_000))
            number, sha256 = submit(workspace, draft, docx, about_to_write=lambda: tell(NEXT))
            tell(f"ACK {number} {sha256}\n".encode())


def submit(
    workspace: Workspace, draft: DraftId, docx: bytes, *, about_to_write: Callable[[], object] = lambda: None
) -> tuple[int, str]:
    """What submitting comes down to: read, put the file, append the fact. Returns record number and file hash."""
    log = workspace.log(VILLAGE)
    entries = log.read(draft)
    number, sha256 = len(entries) + 1, sha256_of(docx)
    about_to_write()
    workspace.files.put(version_path(VILLAGE, draft, number, sha256), docx)
    fact = e.VersionSubmitted(
        version=number,
        docx_sha256=sha256,
        text_sha256=sha256,
        size_bytes=len(docx),
        file_name="naskah.docx",
        open_revisions=0,
        open_comments=0,
        pasal=34,
    )
    at = datetime.now(UTC).replace(microsecond=0)
    after = entries[-1].seq if entries else 0
    written = log.append(
        [Act(at, PENYUSUN, draft, fact)], after=after, key=os.urandom(16).hex(), row=_row(draft, number, at)
    )
    return written[-1].seq, sha256


def _row(draft: DraftId, versions: int, at: datetime) -> RegisterRow:
    return RegisterRow(
        village=VILLAGE,
        draft=draft,
        title="Pelindungan Pekerja Migran Indonesia",
        jenis="umum",
        workflow="perdes",
        state="penyusunan",
        state_label="Penyusunan",
        final=False,
        waiting_for="Penyusun",
        due=None,
        due_law="",
        versions=versions,
        open_comments=0,
        updated=at,
    )
