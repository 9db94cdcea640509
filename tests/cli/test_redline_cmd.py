"""perdes redline, accept, reject as people type them: all views at once, of two files and of two versions."""

import json
from pathlib import Path

import pytest

from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.writer import Paragraph, write

from .conftest import Perdes

AT = "2026-11-24T08:00:00Z"
OLD = "Setiap rumah tangga membayar iuran sebesar Rp10.000,00 setiap bulan."
NEW = "Setiap rumah tangga membayar iuran sebesar Rp5.000,00 setiap bulan."


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, line in (("lama.docx", OLD), ("baru.docx", NEW)):
        (tmp_path / name).write_bytes(write([Paragraph("Pasal 1"), Paragraph(line)]))
    return tmp_path


def lines(path: Path) -> list[str]:
    return [block.shown for block in read(Package.open(path.read_bytes())) if block.shown]


def test_two_files_give_a_redline_and_all_its_views(perdes: Perdes, files: Path) -> None:
    views = ("--html", "hp.html", "--matriks", "matriks.docx", "--changes", "daftar.json")
    said = perdes(
        *(
            "redline",
            "lama.docx",
            "baru.docx",
            "-o",
            "redline.docx",
            "--author",
            "Sekretaris BPD",
            "--at",
            AT,
        ),
        *views,
        cwd=files,
    )
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "Pasal 1: “Rp10.000,00” menjadi “Rp5.000,00”.",
        "Redline ditulis ke redline.docx: 1 perubahan, terbukti dapat diterima dan ditolak seluruhnya.",
    ]
    listed = json.loads((files / "daftar.json").read_text(encoding="utf-8"))
    assert [(change["unit"], change["kind"]) for change in listed] == [("Pasal 1", "changed")]
    assert "lama.docx (sidik " in (files / "hp.html").read_text(encoding="utf-8")
    assert "MATRIKS SANDINGAN" in lines(files / "matriks.docx")
    for command, wanted in (("accept", NEW), ("reject", OLD)):
        assert perdes(command, "redline.docx", "-o", "bersih.docx", cwd=files).code == 0
        assert lines(files / "bersih.docx") == ["Pasal 1", wanted]


def test_a_redline_of_words_says_what_it_leaves_out(perdes: Perdes, office: Path) -> None:
    versions = ("redline", "pelindungan-pmi", "2", "3", "--home", str(office))
    everything = perdes(*versions, "-o", "semua.docx", cwd=office)
    words = perdes(*versions, "-o", "kata.docx", "--words-only", "--changes", "kata.json", cwd=office)
    assert (words.code, words.err) == (0, "")
    *changes, left_out, written = words.out.splitlines()
    assert everything.out.splitlines()[: len(changes)] == changes
    assert left_out == "Bentuk huruf dan paragraf tidak ditandai: di situ berlaku berkas yang baru."
    assert written == (
        f"Redline ditulis ke kata.docx: {len(changes)} perubahan, terbukti: diterima seluruhnya menjadi berkas baru, "
        "ditolak seluruhnya kembali ke kata dan nomor berkas lama."
    )
    listed = json.loads((office / "kata.json").read_text(encoding="utf-8"))
    assert len(listed) == len(changes)
    marks = [Package.open((office / name).read_bytes()).read("word/document.xml").count(b"Change w:id=")
             for name in ("semua.docx", "kata.docx")]  # fmt: skip
    assert marks[0] > 400
    assert marks[1] == 0


def test_two_versions_of_a_draft_name_who_asked(perdes: Perdes, office: Path) -> None:
    said = perdes(
        *("redline", "pelindungan-pmi", "2", "3", "-o", "r.docx", "--html", "r.html", "--matriks", "m.docx"),
        *("--home", str(office)),
        cwd=office,
    )
    assert (said.code, said.err) == (0, "")
    assert "versi 2 (sidik " in (office / "r.html").read_text(encoding="utf-8")
    matrix = lines(office / "m.docx")
    assert matrix[0] == "MATRIKS SANDINGAN"
    assert matrix.count("anggota BPD") == 3  # two comments, and the suggestion that was taken over
    assert any(
        line.endswith("Menjadi Pasal 10 tersendiri tentang kerahasiaan data pribadi.") for line in matrix
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("lama.docx", "baru.docx"), "--author"),
        (("lama.docx", "hilang.docx", "--author", "A"), "tidak ada"),
        (("lama.docx", "baru.docx", "--author", "A", "--at", "kemarin"), "kemarin"),
        (("lama.docx", "baru.docx", "x", "y", "--author", "A"), "dua berkas"),
    ],
)
def test_what_cannot_be_compared_is_said_and_nothing_is_written(
    perdes: Perdes, files: Path, words: tuple[str, ...], sentence: str
) -> None:
    said = perdes("redline", *words, "-o", "r.docx", "--html", "r.html", cwd=files)
    assert said.code == 1
    assert sentence in said.err
    assert "Traceback" not in said.err
    assert not (files / "r.docx").exists()
    assert not (files / "r.html").exists()
