"""The BPD's books are the record in rows."""

import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from perdes_flow.bootstrap.workspace import open_workspace
from perdes_flow.cli.demo.deeds import VILLAGE
from perdes_flow.domain.checkpoint import checkpoint_of
from perdes_flow.errors import CheckpointRefused, DocumentKindUnknown, LogBroken
from perdes_flow.papers.books import BOOKS
from perdes_flow.papers.checkpoint_fields import qr_text
from perdes_flow.use_cases.bookkeeping import make_book
from perdes_flow.use_cases.sheets import check_sheet


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


def test_the_sheet_with_the_code_tells_whether_the_log_was_changed(dossier: Path, tmp_path: Path) -> None:
    home = Path(shutil.copytree(dossier, tmp_path / "kerja"))
    with open_workspace(home) as workspace:
        desk = workspace.desk(VILLAGE)
        head = checkpoint_of(list(desk.log.records())[:100])
        told = qr_text(VILLAGE, 99, head.size, head.root)
        assert check_sheet(desk, told) == 100
        with pytest.raises(LogBroken):
            check_sheet(desk, qr_text(VILLAGE, 99, 101, head.root))
        with pytest.raises(LogBroken):
            check_sheet(desk, qr_text(VILLAGE, 99, 10_000, head.root))
        with pytest.raises(CheckpointRefused):
            check_sheet(desk, qr_text("lain", 99, 100, head.root))
        with pytest.raises(CheckpointRefused):
            check_sheet(desk, "PERDES2")


def test_there_is_no_other_book(dossier: Path) -> None:
    with open_workspace(dossier) as workspace, pytest.raises(DocumentKindUnknown):
        make_book(workspace.desk(VILLAGE), "buku_tamu")
