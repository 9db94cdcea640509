"""The BPD's books are the record in rows."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from perdes_flow.bootstrap.workspace import open_workspace
from perdes_flow.cli.demo.deeds import VILLAGE
from perdes_flow.errors import DocumentKindUnknown
from perdes_flow.papers.books import BOOKS
from perdes_flow.use_cases.bookkeeping import make_book


def _words(docx: bytes) -> str:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", archive.read("word/document.xml").decode("utf-8")))


def test_the_books_hold_what_the_record_holds(dossier: Path) -> None:
    with open_workspace(dossier) as workspace:
        made = {kind: _words(make_book(workspace.desk(VILLAGE), kind)) for kind in BOOKS}
        assert make_book(workspace.desk(VILLAGE), "buku_notulen") == make_book(
            workspace.desk(VILLAGE), "buku_notulen"
        )
    assert "Nomor 3 Tahun 2026 25 Maret 2026" in made["buku_peraturan"]
    assert "Lembaran Desa Nomor 3 27 Maret 2026" in made["buku_peraturan"]
    assert "140/21/2026, 30 Maret 2026" in made["buku_peraturan"]
    assert "03/BPD/2026 13 Maret 2026" in made["buku_keputusan"]
    assert "7 suara setuju" in made["buku_keputusan"]
    assert "4 (empat) sidang" in made["buku_notulen"]
    assert made["buku_notulen"].count("Pembahasan bersama BPD dan Kepala Desa") == 3
    assert not any("{{" in text or "{%" in text for text in made.values())


def test_there_is_no_other_book(dossier: Path) -> None:
    with open_workspace(dossier) as workspace, pytest.raises(DocumentKindUnknown):
        make_book(workspace.desk(VILLAGE), "buku_tamu")
