"""Slips in files laid out with tables, Word's own numbers, annexes and a penjelasan: each found once, at its place, nothing else."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from word_manners import docx_of

from perdes_flow.legal.linting import lint
from perdes_flow.legal.parser import parse
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read

FOLDER = Path(__file__).with_name("manners")
FILES = {"s": "bank-sampah-penjelasan", "a": "apbdes-dua-lampiran"}


@cache
def written(name: str) -> str:
    return (FOLDER / f"{FILES[name]}.txt").read_text(encoding="utf-8")


def findings(text: str) -> set[tuple[str, str]]:
    naskah = parse(read(Package.open(docx_of(text))))
    found = [(one.rule, one.at) for one in lint(naskah, state="diundangkan", on=date(2026, 11, 24))]
    assert len(found) == len(set(found))
    return set(found)


@cache
def before(name: str) -> set[tuple[str, str]]:
    return findings(written(name))


# file, rule, address, what stands in the text, what is put in its place
PLANTED = [
    ("s", "PD-01", "Judul", "^KABUPATEN GARUT\n^PERATURAN DESA MEKARWANGI", "^PERATURAN DESA MEKARWANGI\n^KABUPATEN GARUT"),
    ("s", "PD-02", "Judul", "^KABUPATEN GARUT", "^KECAMATAN LELES KABUPATEN GARUT"),
    ("a", "PD-02", "Judul", "^KABUPATEN MAGELANG", "^KEC. TEGALREJO\n^KABUPATEN MAGELANG"),
    ("s", "PD-03", "Lampiran judul", "LAMPIRAN\nPERATURAN DESA MEKARWANGI", "LAMPIRAN\nPERATURAN DESA MEKARSARI"),
    ("s", "PD-03", "Penjelasan", "^ATAS\n^PERATURAN DESA MEKARWANGI", "^ATAS\n^PERATURAN DESA MEKARSARI"),
    ("s", "PD-03", "Penutup", "Lembaran Desa Mekarwangi.", "Lembaran Desa Mekarsari."),
    ("s", "PD-04", "Judul", "^NOMOR 6", "^NO. 6"),
    ("a", "PD-05", "Judul", "^NOMOR 8", "^NOMOR 008"),
    ("s", "PD-10", "Judul", "^PERATURAN DESA MEKARWANGI\n^NOMOR 6", "^P E R A T U R A N DESA MEKARWANGI\n^NOMOR 6"),
    ("s", "PD-10", "Penjelasan", "^PENJELASAN", "^P E N J E L A S A N"),
    ("a", "PD-11", "Judul", "^TENTANG\n^ANGGARAN", "^TENTANG ANGGARAN"),
    ("s", "PD-12", "Judul", "MAHA ESA", "MAHA ESA,"),
    ("a", "PD-13", "Judul", "^KEPALA DESA TEGALREJO,", "^KEPALA DESA TEGALREJO ,"),
    ("s", "PD-14", "Menimbang huruf d", "| | | c. | bahwa", "| | | d. | bahwa"),
    ("a", "PD-15", "Menimbang huruf b", "b.\tbahwa Rancangan", "b.\tRancangan"),
    ("s", "PD-16", "Menimbang huruf a", "setiap warga;", "setiap warga,"),
    ("s", "PD-17", "Menimbang huruf c", "pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b", "pertimbangan tersebut di atas"),
    ("a", "PD-20", "Mengingat angka 7", "\n5.\tPeraturan Desa", "\n7.\tPeraturan Desa"),
    ("s", "PD-24", "Mengingat angka 3", "Pedoman Teknis Peraturan di Desa", "Pedoman Teknis Peraturan Desa"),
    ("a", "PD-25", "Mengingat angka 1", "(Lembaran Negara Republik Indonesia Tahun 2014 Nomor 7, Tambahan Lembaran Negara Republik Indonesia Nomor 5495)", "(LNRI Tahun 2014 Nomor 7, TLN Nomor 5495)"),
    ("s", "PD-28", "Mengingat angka 5", "Nomor 4);\n^Dengan", "Nomor 4);\n| | | 5. | Surat Edaran Bupati Garut Nomor 12 Tahun 2025 tentang Kebersihan;\n^Dengan"),
    ("a", "PD-29", "Mengingat angka 4", "Bupati Magelang Nomor 40", "Bupati Magelang No. 40"),
    ("s", "PD-29", "Mengingat angka 1", "| Undang-Undang Nomor 6", "| Undang – undang Nomor 6"),
    ("s", "PD-29", "Mengingat angka 1", "| Undang-Undang Nomor 6", "| Undang-Undang 6"),
    ("s", "PD-32", "Pembukaan", "^MEMUTUSKAN:", "^Memutuskan:"),
    ("s", "PD-34", "Menetapkan", "| PERATURAN DESA TENTANG", "| PERATURAN DESA MEKARWANGI TENTANG"),
    ("s", "PD-35", "BAB 2", "^BAB II⏎", "^BAB 2⏎"),
    ("s", "PD-43", "Pasal 2 ayat (1) huruf b", "anorganik; dan", "anorganik;"),
    ("s", "PD-44", "Pasal 1", "ini yang dimaksud dengan:", "ini, yang dimaksud dengan :"),
    ("s", "PD-52", "Pasal 4 ayat (2) huruf c", "kerja sosial.", "kurungan paling lama 3 (tiga) hari."),
    ("s", "PD-54", "Pasal 6", "Pasal 2 ayat (1) diatur", "Pasal 2 ayat (5) diatur"),
    ("s", "PD-55", "Pasal 6", "dalam Pasal 2 ayat (1)", "dalam Pasal 2 ayat 1"),
    ("s", "PD-55", "Pasal 6", "dalam Pasal 2 ayat (1)", "dalam Pasal (2) ayat (1)"),
    ("a", "PD-57", "Pasal 2", "dimaksud dalam Pasal 1", "dimaksud dalam Pasal 5"),
    ("s", "PD-58", "Pasal 6", "dalam Pasal 2 ayat (1)", "dalam Pasal 2 s.d. Pasal 4"),
    ("s", "PD-59", "Pasal 4 ayat (2) huruf b", "dan/atau", "dan atau"),
    ("s", "PD-62", "Pasal 4 ayat (1)", "Setiap orang dilarang:", "Setiap orang tidak diperbolehkan:"),
    ("a", "PD-63", "Pasal 1 ayat (1) huruf c", "(dua puluh juta rupiah)", "(dua puluh ribu rupiah)"),
    ("s", "PD-70", "Penutup", "ASEP CONTOHNA\nDiund", "H. ASEP CONTOHNA, S.Pd.\nDiund"),
    ("a", "PD-71", "Penutup", "SEKRETARIS DESA TEGALREJO,", "SEKDES TEGALREJO,"),
    ("s", "PD-72", "Penutup", "pada tanggal 10 Maret 2026", "pada hari Senin tanggal 10 Maret 2026"),
    ("a", "PD-73", "Penutup", "30 Desember 2025", "30 Desembr 2025"),
    ("s", "PD-73", "Penutup", "10 Maret 2026", "10 maret 2026"),
    ("a", "PD-75", "Penutup", "Lembaran Desa Tegalrejo.\nDit", "Berita Desa Tegalrejo.\nDit"),
    ("a", "PD-77", "Pasal 3", "dalam Lampiran II yang", "dalam Lampiran III yang"),
    ("a", "PD-78", "Lampiran II", "LAMPIRAN II\nPERATURAN DESA TEGALREJO\nNOMOR 8 ", "LAMPIRAN II\nPERATURAN DESA TEGALREJO\nNOMOR 7 "),
    ("a", "PD-78", "Lampiran 2", "LAMPIRAN II", "LAMPIRAN 2"),
    ("s", "PD-79", "Penjelasan", "Pasal 5\nCukup jelas.\nPasal 6", "Pasal 6"),
    ("s", "PD-79", "Penjelasan Pasal 4", "Pasal 4\nCukup jelas.", "Pasal 4\nCukup Jelas"),
    ("s", "PD-88", "Pasal 3 ayat (1)", "pengurus Bank Sampah.", "pengurus Bank Sampah [nama]."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "rule", "at", "right", "wrong"), PLANTED, ids=[one[1] for one in PLANTED])
def test_a_slip_is_found_at_its_place_and_nothing_else(
    name: str, rule: str, at: str, right: str, wrong: str
) -> None:
    assert right in written(name)
    assert findings(written(name).replace(right, wrong, 1)) - before(name) == {(rule, at)}


def test_of_a_kecamatan_beside_the_kabupaten_only_the_kecamatan_goes() -> None:
    text = written("s").replace("^KABUPATEN GARUT", "^KECAMATAN LELES KABUPATEN GARUT")
    naskah = parse(read(Package.open(docx_of(text))))
    found = next(
        one for one in lint(naskah, state="diundangkan", on=date(2026, 11, 24)) if one.rule == "PD-02"
    )
    assert (found.quote, found.replacement) == ("KECAMATAN LELES KABUPATEN GARUT", "KABUPATEN GARUT")


def test_a_title_with_an_abbreviation_without_vowels_is_told_of() -> None:
    text = written("s").replace("SAMPAH RUMAH TANGGA", "TPST").replace("Sampah Rumah Tangga", "TPST")
    assert findings(text) - before("s") == {("PD-07", "Judul")}


def test_one_missing_letter_is_told_once_not_at_every_letter_after_it() -> None:
    text = written("s").replace(
        "| | | c. | bahwa berdasarkan",
        "| | | d. | bahwa warga telah bermusyawarah;\n| | | e. | bahwa berdasarkan",
    )
    assert [one for one in findings(text) if one[0] == "PD-14"] == [("PD-14", "Menimbang huruf d")]


def test_a_number_that_is_wrong_does_not_hide_the_missing_semicolon() -> None:
    text = written("a").replace("\n5.\tPeraturan Desa", "\n7.\tPeraturan Desa")
    text = text.replace("Tegalrejo Tahun 2020 Nomor 3);", "Tegalrejo Tahun 2020 Nomor 3).")
    naskah = parse(read(Package.open(docx_of(text))))
    told = [
        one.quote for one in lint(naskah, state="diundangkan", on=date(2026, 11, 24)) if one.rule == "PD-20"
    ]
    assert told == ["7.", "."]


def test_a_single_consideration_has_no_letter_and_ends_with_a_semicolon_too() -> None:
    text = written("a")
    start, end = text.index("Menimbang\t"), text.index("Mengingat\t")
    alone = "Menimbang\t:\tbahwa untuk melaksanakan Pasal 73 Undang-Undang Nomor 6 Tahun 2014 tentang Desa, perlu menetapkan Peraturan Desa tentang Anggaran Pendapatan dan Belanja Desa Tahun Anggaran 2026"
    assert findings(f"{text[:start]}{alone};\n{text[end:]}") == before("a")
    assert findings(f"{text[:start]}{alone}.\n{text[end:]}") - before("a") == {("PD-16", "Menimbang")}
