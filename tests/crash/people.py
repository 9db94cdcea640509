"""The same work as in `writers`, through the use case that people call: gate, reader, parser and all."""

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from crash.writers import NEXT, VILLAGE
from docx import Document

from perdes_flow.bootstrap.workspace import Workspace, create_workspace, open_workspace
from perdes_flow.domain.events import VersionSubmitted
from perdes_flow.domain.values import DraftId, Role, Sha256
from perdes_flow.ports import FileStore
from perdes_flow.use_cases.drafting import start_draft, submit_version
from perdes_flow.use_cases.registering import add_person, register_village


def prepare(home: Path) -> None:
    """A workspace with a village and somebody who drafts."""
    with create_workspace(home) as workspace:
        register_village(
            workspace.desk(VILLAGE),
            village=VILLAGE,
            desa="Sumberagung",
            kecamatan="Gandusari",
            kabupaten="Kabupaten Blitar",
            zone="WIB",
        )
        add_person(
            workspace.desk(VILLAGE),
            nickname="suliyati",
            name="Suliyati",
            offices=(Role.PENYUSUN,),
            since=date(2020, 1, 1),
            by="suliyati",
        )


def write_for_ever(home: Path, draft: DraftId, tell: Callable[[bytes], object], seed: int) -> None:
    """Submit Word files until killed; a line "ACK number sha256" for each that is safe."""
    chance = random.Random(seed)
    with open_workspace(home) as workspace:
        _start(workspace, draft)
        while True:
            desk = workspace.desk(VILLAGE)
            telling = replace(desk, files=_Telling(desk.files, tell))
            entry = submit_version(telling, draft, _naskah(chance), file_name="naskah.docx", by="suliyati")[
                -1
            ]
            assert isinstance(entry.act.fact, VersionSubmitted)
            tell(f"ACK {entry.seq} {entry.act.fact.docx_sha256}\n".encode())


@dataclass(frozen=True, slots=True)
class _Telling:
    """A file store that says when a file is about to be written."""

    files: FileStore
    tell: Callable[[bytes], object]

    def put(self, path: str, data: bytes) -> Sha256:
        self.tell(NEXT)
        return self.files.put(path, data)

    def get(self, path: str, sha256: Sha256) -> bytes:
        return self.files.get(path, sha256)

    def paths(self, prefix: str = "") -> Iterator[str]:
        return self.files.paths(prefix)


def _start(workspace: Workspace, draft: DraftId) -> None:
    if workspace.log(VILLAGE).read(draft):
        return
    start_draft(
        workspace.desk(VILLAGE),
        draft,
        title="Pelindungan Pekerja Migran Indonesia",
        workflow="perdes",
        jenis="umum",
        asal="pemdes",
        prakarsa="pemdes",
        by="suliyati",
    )


def _naskah(chance: random.Random) -> bytes:
    """A small regulation in Word, no two alike."""
    document = Document()
    for pasal in range(1, 6):
        document.add_paragraph(f"Pasal {pasal}")
        document.add_paragraph(f"Setiap Pekerja Migran berhak atas {chance.getrandbits(64)} pelindungan.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
