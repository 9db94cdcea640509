"""The demo's dossier, played once for all tests of papers; only to be read."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from perdes_flow.bootstrap.workspace import open_workspace
from perdes_flow.cli.demo.deeds import DRAFT, VILLAGE
from perdes_flow.cli.demo.play import leave_behind, play
from perdes_flow.domain.events import DocumentFiled
from perdes_flow.domain.values import document_path
from perdes_flow.ports import Entry


class Issued(NamedTuple):
    """A paper that was made from the record: what it is, the entry that says so, its bytes, the facts up to it, their hashes."""

    kind: str
    entry: Entry
    docx: bytes
    before: list[dict[str, Any]]
    hashes: list[str]


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("dossier") / "contoh"
    for _ in play(home):
        pass
    leave_behind(home)
    return home


@pytest.fixture(scope="session")
def issued(dossier: Path) -> list[Issued]:
    """Every paper of the demo that was made by us, in the order of the record."""
    records = [json.loads(line) for line in _lines(dossier)]
    found = []
    with open_workspace(dossier) as workspace:
        for entry in workspace.log(VILLAGE).of_type("document_filed"):
            fact = entry.act.fact
            if isinstance(fact, DocumentFiled) and fact.issued:
                path = document_path(VILLAGE, DRAFT, fact.kind, fact.file_sha256, fact.suffix)
                docx = workspace.files.get(path, fact.file_sha256)
                found.append(_issued(fact.kind, entry, docx, records[: entry.seq]))
    return found


def _issued(kind: str, entry: Entry, docx: bytes, records: list[dict[str, Any]]) -> Issued:
    return Issued(kind, entry, docx, [r["payload"] for r in records], [r["hash"] for r in records])


def _lines(home: Path) -> list[str]:
    return (home / "catatan.jsonl").read_text("utf-8").splitlines()[:-1]


Edit = Callable[[bytes, str, str], bytes]


@pytest.fixture
def edited() -> Edit:
    """A template with some words of its text changed, as Word would leave it."""

    def change(docx: bytes, old: str, new: str) -> bytes:
        written = BytesIO()
        with zipfile.ZipFile(BytesIO(docx)) as source, zipfile.ZipFile(written, "w") as target:
            for name in source.namelist():
                data = source.read(name)
                if name == "word/document.xml":
                    assert old in data.decode("utf-8"), old
                    data = data.decode("utf-8").replace(old, new).encode("utf-8")
                target.writestr(name, data)
        return written.getvalue()

    return change
