"""Files and names that are not what they should be: one plain sentence, exit code 1, nothing written."""

import os
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, Perdes

SAMPLES = ROOT / "drafts" / "contoh"
DRAFT = "pelindungan-pmi"
AT = ("--now", "2026-04-21T02:00:00Z")


def everything(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "surat.pdf", "Berkas kosong (0 bita)"),
        (b"PK\x03\x04 bukan pindaian", "surat.pdf", "isinya bukan seperti namanya"),
        (b"%PDF-1.7 bukan gambar", "surat.JPG", "isinya bukan seperti namanya"),
        ((SAMPLES / "rusak" / "pdf-bernama-docx.docx").read_bytes(), "surat.docx", "bukan berkas Word"),
        ((SAMPLES / "rusak" / "bermakro.docx").read_bytes(), "surat.docx", "makro"),
    ],
)
def test_an_official_paper_is_what_its_name_says(
    perdes: Perdes, office: Path, tmp_path: Path, data: bytes, name: str, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    before = everything(office)
    said = perdes(
        "file", DRAFT, "salinan_resmi", str(tmp_path / name), "--home", str(office), "--as", "sekdes", *AT
    )
    assert said.code == 1
    assert says in said.err
    assert said.err.count("\n") == 1
    assert everything(office) == before


def test_only_the_office_that_makes_a_paper_issues_it(perdes: Perdes, office: Path) -> None:
    before = everything(office)
    said = perdes("paper", DRAFT, "keputusan_bpd", "--home", str(office), "--as", "penyusun", *AT)
    assert said.code == 1
    assert said.err == (
        "penyusun tidak berwenang menerbitkan dokumen itu; yang berwenang: Ketua BPD atau Sekretaris BPD.\n"
    )
    assert everything(office) == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("check", ""), "Nama berkas belum diisi; sebutkan berkasnya."),
        (("accept", "{v1}", "-o", " "), "Nama berkas belum diisi; sebutkan berkasnya."),
        (("lint", "tidak-ada"), "tidak-ada tidak dapat dibaca atau ditulis (tidak ada)"),
        (("init", ""), "Folder kerja belum diisi"),
        (("init", "{v1}/kerja"), "bagian dari namanya bukan folder"),
        (("accept", "{v1}", "-o", "{v1}/hasil.docx"), "bagian dari namanya bukan folder"),
        (("check", "x" * 300), "namanya terlalu panjang"),
        (("restore", "tidak-ada.zip", "pulih"), "tidak-ada.zip: cadangan tidak ada"),
    ],
)
def test_a_name_that_leads_nowhere_is_said_in_plain_words(
    perdes: Perdes, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    first = SAMPLES / DRAFT / "v1-usulan-kopi.docx"
    said = perdes(*(word.format(v1=first) for word in words), cwd=tmp_path)
    assert said.code == 1
    assert says in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a device that never ends")
@pytest.mark.parametrize("command", ["check", "verify-log"])
def test_a_device_that_never_ends_is_not_read_to_its_end(perdes: Perdes, command: str) -> None:
    said = perdes(command, "/dev/zero")
    assert said.code == 1
    assert said.err.count("\n") in (1, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="there arguments are always text")
@pytest.mark.parametrize(
    "words",
    [
        ("status", b"\xff"),
        ("status", "--home", b"\xff"),
        ("check", b"\xff.docx"),
        ("status", b"\xff", "--json"),
    ],
)
def test_bytes_that_are_no_text_are_refused_in_a_sentence(
    perdes: Perdes, demo: Path, words: tuple[str | bytes, ...]
) -> None:
    typed = [os.fsdecode(word) if isinstance(word, bytes) else word for word in words]
    said = perdes(*typed, PERDES_HOME=str(demo))
    assert said.code == 1
    assert "Traceback" not in said.err
    assert "\\udcff" in said.err
