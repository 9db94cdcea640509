"""`perdes references`: where references lead, and those that a renumbering left behind, offered as tracked changes."""

import json
import re
from pathlib import Path

import pytest
from cli.conftest import Perdes

from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.revisions import accept_all, reject_all
from perdes_flow.word.writer import Paragraph, write

NOW = ("--now", "2026-11-24T08:00:00Z")
OLD = """\
PERATURAN DESA CONTOH
Menimbang: a. bahwa perlu;
MEMUTUSKAN:
Pasal 1
Desa melayani semua warga dengan adil.
Pasal 2
Setiap warga menyisihkan sampah di rumahnya masing-masing.
Pasal 3
(1) Pengurus mengangkut sampah setiap hari Senin dan Kamis.
(2) Warga membawa sampah besar ke tempat penampungan.
Pasal 4
Pengurus mencatat keluhan warga di buku khusus.
Pasal 5
(1) Pelanggaran Pasal 2 dan Pasal 3 ayat (2) dikenai teguran.
(2) Teguran sebagaimana dimaksud pada ayat (1) dicatat menurut Pasal 4 sejalan dengan Pasal 42 Undang-Undang Nomor 18 Tahun 2017.
"""
# a Pasal comes in after Pasal 1, Pasal 4 goes, and nobody looked at the references
NEW = (
    re.sub(r"^Pasal 4\n.*\n", "", OLD, flags=re.MULTILINE)
    .replace("\nPasal 3\n", "\nPasal 4\n")
    .replace(
        "\nPasal 2\n", "\nPasal 2\nPemerintah Desa menyediakan tempat penampungan yang layak.\nPasal 3\n"
    )
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "lama.docx", tmp_path / "baru.docx"
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_bytes(write([Paragraph(line) for line in text.splitlines()]))
    return paths


def texts(docx: bytes) -> list[str]:
    return [block.shown for block in read(Package.open(docx))]


def test_references_left_behind_are_offered_as_tracked_changes(
    perdes: Perdes, files: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "acuan.docx"
    said = perdes("references", *map(str, files), "-o", str(out), *NOW)
    assert said.code == 0, said.err
    assert said.out.splitlines() == [
        "Pasal 5 ayat (1): “Pasal 2” menjadi “Pasal 3”.",
        "Pasal 5 ayat (1): “Pasal 3 ayat (2)” menjadi “Pasal 4 ayat (2)”.",
        "Pasal 5 ayat (2): “Pasal 4” menunjuk ke ketentuan yang sudah dihapus; periksa.",
        f"2 acuan diperbaiki sebagai perubahan terlacak di {out}.",
    ]
    was, now = texts(files[1].read_bytes()), texts(accept_all(out.read_bytes()))
    assert [line for line in now if line not in was] == [
        "(1) Pelanggaran Pasal 3 dan Pasal 4 ayat (2) dikenai teguran."
    ]
    assert texts(reject_all(out.read_bytes())) == was


def test_after_they_are_mended_nothing_is_left(
    perdes: Perdes, files: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "acuan.docx"
    perdes("references", *map(str, files), "-o", str(out), *NOW)
    mended = tmp_path / "bersih.docx"
    mended.write_bytes(accept_all(out.read_bytes()))
    said = perdes("references", str(files[0]), str(mended), "--json", *NOW)
    assert json.loads(said.out)["corrected"] == []


def test_a_text_by_itself_tells_where_its_references_lead(perdes: Perdes, files: tuple[Path, Path]) -> None:
    said = perdes("references", str(files[0]), "--json")
    assert json.loads(said.out) == [
        {"at": "Pasal 5 ayat (1)", "shown": "Pasal 2", "target": "Pasal 2", "resolved": True},
        {
            "at": "Pasal 5 ayat (1)",
            "shown": "Pasal 3 ayat (2)",
            "target": "Pasal 3 ayat (2)",
            "resolved": True,
        },
        {"at": "Pasal 5 ayat (2)", "shown": "ayat (1)", "target": "Pasal 5 ayat (1)", "resolved": True},
        {"at": "Pasal 5 ayat (2)", "shown": "Pasal 4", "target": "Pasal 4", "resolved": True},
        {"at": "Pasal 5 ayat (2)", "shown": "Pasal 42", "target": None, "resolved": False},
    ]
    assert "5 acuan, 0 di antaranya tidak menuju ke mana pun." in perdes("references", str(files[0])).out


def test_wrong_words_get_a_sentence(perdes: Perdes, files: tuple[Path, Path], tmp_path: Path) -> None:
    for words in (
        (str(files[0]), "-o", str(tmp_path / "x.docx")),
        ("a", "b", "c", "d"),
        (str(tmp_path / "tidak-ada.docx"),),
    ):
        said = perdes("references", *words)
        assert said.code == 1
        assert "Traceback" not in said.err
        assert len(said.err.strip().splitlines()) == 1
