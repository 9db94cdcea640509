"""Clean regulations in the manners of different villages: no error in any of them, and only the advice that a reader would give too."""

from datetime import date
from pathlib import Path

import pytest

from perdes_flow.legal.linting import lint
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of

TEXTS = Path(__file__).with_name("texts")

# what a careful reader would remark, besides
ADVICE = {
    "perubahan": set(),
    "sampah": {
        ("PD-21", "Mengingat angka 2"),
        ("PD-53", "BAB III"),
        ("PD-49", "Pasal 1 angka 3"),
    },  # UU 18/2008 after UU 6/2014; a Bab of sanctions; half of the law's definition of the BPD
    "apb-desa": {("PD-83", "Judul"), ("PD-64", "Pasal 4 ayat (2) huruf a")},
    "perkades-penjabaran": {("PD-64", "Pasal 4 ayat (2) huruf a")},
}


@pytest.mark.parametrize("name", ADVICE)
def test_a_clean_regulation_in_another_manner_has_no_error(name: str) -> None:
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    state = "penyusunan" if "…" in text else "berlaku"
    findings = lint(parse(blocks_of(text)), state=state, on=date(2027, 12, 24))
    assert {(finding.rule, finding.at) for finding in findings} == ADVICE[name]
    assert all(finding.severity != "error" for finding in findings)


NUMBERS = [
    ("10% (sepuluh persen)", False), ("10% (sepuluh perseratus)", False), ("2/3 (dua pertiga)", False), ("2/3 (dua per tiga)", False),
    ("1/2 (setengah)", False), ("1/3 (sepertiga)", False), ("30 (tigapuluh)", False), ("5 (lima orang)", False),
    ("Rp5.000.000,00 (lima juta rupiah)", False), ("Rp500.000,- (lima ratus ribu)", False), ("Tahun 2026 (tahun berjalan)", False),
    ("3 (lihat lampiran)", False), ("5 (lima belas)", True), ("15 (lima)", True), ("3 x 24 (tiga kali dua puluh empat)", False), ("3 x 24 (dua kali dua puluh empat)", True), ("24 (dua puluh empat)", False), ("50% + 1 (lima puluh persen ditambah satu)", False), ("1 1/2 (satu setengah)", False), ("Rp2.500.000.000,00 (dua milyar lima ratus juta rupiah)", False),
    ("Rp50.000,- (Lima Puluh Ribu Rupiah)", False), ("Rp50.000,00 (Lima ratus ribu rupiah)", True), ("3 (Empat)", True), ("25 (Dua Puluh Lima)", False), ("20 (dua)", True), ("2 (dua puluh)", True),
    ("2 (dua per tiga)", True), ("Rp1.250.000,00 (satu juta dua ratus ribu rupiah)", True),
]  # fmt: skip


@pytest.mark.parametrize(("words", "differ"), NUMBERS)
def test_digits_and_words_are_compared_as_numbers(words: str, differ: bool) -> None:
    text = f"PERATURAN DESA CONTOH\nMenimbang: a. bahwa x;\nPasal 1\nWarga menyisihkan {words} dari hasil panen.\n"
    findings = lint(parse(blocks_of(text)), state="penyusunan", on=date(2026, 11, 24))
    assert [f.quote for f in findings if f.rule == "PD-63" and f.severity == "error"] == [words] * differ


# words that look like a defect and are none
HARMLESS = [
    "Calon wajib melampirkan nomor induk kependudukan (nomor induk kependudukan) dan kartu keluarga.",
    "Calon tidak pernah dijatuhi pidana penjara berdasarkan putusan pengadilan.",
    "Pemerintah Desa mencegah tindak pidana perdagangan orang.",
    "Pendapatan Desa terdiri atas hibah, swadaya, dan lain-lain pendapatan Desa yang sah.",
    "Pemerintah Desa mencegah pungutan liar dan mendata wajib retribusi daerah.",
    "Bentuk laporan menurut Lampiran Peraturan Bupati Blitar Nomor 12 Tahun 2020.",
    "Ketentuan sebagaimana dimaksud dalam Pasal 26 ayat (2) huruf d Undang-Undang Nomor 6 Tahun 2014 tetap berlaku.",
    "Rapat dimulai pukul 09.00 WIB tanggal 17 Agustus setiap tahun.",
]  # fmt: skip


@pytest.mark.parametrize("words", HARMLESS)
@pytest.mark.parametrize("jenis", [None, "umum"])
def test_harmless_words_are_no_error(words: str, jenis: str | None) -> None:
    text = (
        (TEXTS / "sampah.txt")
        .read_text(encoding="utf-8")
        .replace("Pengangkutan dilakukan oleh petugas", words + " Pengangkutan dilakukan oleh petugas")
    )
    findings = lint(parse(blocks_of(text)), state="berlaku", on=date(2027, 12, 24), jenis=jenis)
    assert [f for f in findings if f.severity == "error"] == []


def test_a_deputy_may_sign_and_many_considerations_may_be_named_as_a_range() -> None:
    text = (TEXTS / "sampah.txt").read_text(encoding="utf-8")
    text = text.replace("\nKEPALA DESA SEI KAMAH II,\nSUTRISNO", "\nPj. KEPALA DESA SEI KAMAH II,\nSUTRISNO")
    text = text.replace("\t\td. bahwa", "\t\td. bahwa warga setuju;\n\t\te. bahwa").replace(
        "huruf a, huruf b, dan huruf c, perlu", "huruf a sampai dengan huruf d, perlu"
    )
    findings = lint(parse(blocks_of(text)), state="berlaku", on=date(2027, 12, 24))
    assert [f for f in findings if f.severity == "error"] == []


def test_a_regulation_of_a_nagari_is_not_measured_by_the_forms_of_a_desa() -> None:
    text = "WALI NAGARI SUNGAI\nKABUPATEN AGAM\nPERATURAN NAGARI SUNGAI\nNOMOR 1 TAHUN 2026\nTENTANG\nKAS\nMenimbang: a. bahwa x;\nPasal 1\nCukup.\n"
    assert lint(parse(blocks_of(text)), state="berlaku", on=date(2027, 12, 24)) == ()
