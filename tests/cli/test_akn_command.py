"""`perdes akn`: a Word file in, an XML file out, or one sentence."""

import json
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

CONTOH = Path(__file__).parents[2] / "drafts" / "contoh"


def test_the_agreed_text_becomes_akoma_ntoso_and_the_command_says_its_address(perdes, tmp_path: Path) -> None:
    said = perdes(
        *("akn", str(CONTOH / "pelindungan-pmi" / "v4-disepakati.docx"), "-o", str(tmp_path / "perdes.xml")),
        *(
            "--kecamatan",
            "Gandusari",
            "--nomor",
            "3",
            "--tahun",
            "2026",
            "--diundangkan",
            "2026-12-01",
            "--json",
        ),
    )
    assert (said.code, said.err) == (0, "")
    uri = "/akn/id/act/perdes/desa-sumberagung-kecamatan-gandusari-kabupaten-blitar/2026/3/ind@2026-12-01"
    assert json.loads(said.out)["uri"] == uri
    root = etree.parse(str(tmp_path / "perdes.xml")).getroot()
    assert root.find(".//{*}FRBRExpression/{*}FRBRuri").get("value") == uri


@pytest.mark.parametrize(
    ("option", "value", "what"),
    [
        ("--ditetapkan", "kemarin", "Tanggal penetapan"),
        ("--diundangkan", "2026-13-01", "Tanggal pengundangan"),
        ("--tahun", "26", "Tahun"),
    ],
)
def test_a_day_or_year_that_is_none_is_refused(
    perdes, tmp_path: Path, option: str, value: str, what: str
) -> None:
    source = CONTOH / "pelindungan-pmi" / "v4-disepakati.docx"
    said = perdes("akn", str(source), "-o", str(tmp_path / "out.xml"), option, value)
    assert said.code == 1
    assert said.err.startswith(f"{what} “{value}” tidak sesuai")
    assert not (tmp_path / "out.xml").exists()


def test_a_letter_is_no_regulation(perdes, tmp_path: Path) -> None:
    letter = Document()
    letter.add_paragraph("Kepada Yth. Camat Gandusari, bersama ini kami sampaikan daftar hadir.")
    letter.save(str(tmp_path / "surat.docx"))
    said = perdes("akn", str(tmp_path / "surat.docx"), "-o", str(tmp_path / "out.xml"))
    assert said.code == 1
    assert said.err.strip() == (
        "Naskah ini tidak berbentuk peraturan: judulnya tidak menyebut peraturan, atau di bawahnya tidak ada Menimbang, Mengingat, atau Pasal; "
        "lihat susunannya dengan `perdes outline`, lalu pilih berkas yang benar."
    )
    assert not (tmp_path / "out.xml").exists()
