"""A text that a scanner read: 1 and I as l, m as rn; it is read as the page was, and what is written otherwise is told."""

from datetime import date

from perdes_flow.legal.linting import lint
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.references import references
from perdes_flow.legal.writer import write

SCANNED = """\
KEPALA DESA WARlNGIN
KABUPATEN BREBES
PERATURAN DESA WARINGIN
NOMOR 2 TAHUN 2024
TENTANG
PASAR DESA
DENGAN RAHMAT TUHAN YANG MAHA ESA
KEPALA DESA WARINGIN,
Menirnbang : a. bahwa pasar perlu diatur;
b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Peraturan Desa tentang Pasar Desa;
Mengingat : l. Undang-Undang Nomor 6 Tahun 2014 tentang Desa;
2. Peraturan Pemerintah Nomor 43 Tahun 2014;
MEMUTUSKAN:
Menetapkan : PERATURAN DESA TENTANG PASAR DESA.
BAB l
KETENTUAN UMUM
Pasal l
Dalam Peraturan Desa ini yang dimaksud dengan:
l. Desa adalah Desa Waringin.
2. Pasar adalah pasar milik Desa.
BAB II
PENGELOLAAN
Pasal 2
(l) Pasar dikelola Desa.
(2) Pengelolaan sebagaimana dimaksud pada ayat (l) dan Pasal l angka 2 meliputi kebersihan.
BAB lll
PENUTUP
Pasal 3
Peraturan Desa ini mulai berlaku pada tanggal diundangkan.
"""
NASKAH = parse(blocks_of(SCANNED))


def test_every_unit_stands_at_the_address_of_the_page() -> None:
    shown = {(str(address), unit.number) for address, unit in NASKAH.places()}
    assert {
        ("BAB I", "BAB l"),
        ("BAB III", "BAB lll"),
        ("Pasal 1", "Pasal l"),
        ("Pasal 1 angka 1", "l."),
        ("Pasal 1 angka 2", "2."),
        ("Pasal 2 ayat (1)", "(l)"),
        ("Mengingat angka 1", "l."),
        ("Mengingat angka 2", "2."),
        ("Menimbang huruf b", "b."),
    } <= shown


def test_its_references_lead_there() -> None:
    found = [
        (str(one.target), one.resolved) for one in references(NASKAH) if str(one.at) == "Pasal 2 ayat (2)"
    ]
    assert found == [("Pasal 2 ayat (1)", True), ("Pasal 1 angka 2", True)]


def test_written_out_and_read_again_it_is_the_same() -> None:
    assert parse(write(NASKAH)) == NASKAH


def test_the_checker_says_what_should_stand_there() -> None:
    told = {
        (one.rule, one.quote, one.replacement) for one in lint(NASKAH, state="berlaku", on=date(2026, 11, 24))
    }
    assert {
        ("PD-03", "WARlNGIN", "WARINGIN"),
        ("PD-20", "l.", "1."),
        ("PD-35", "BAB l", "BAB I"),
        ("PD-35", "BAB lll", "BAB III"),
        ("PD-39", "Pasal l", "Pasal 1"),
        ("PD-40", "(l)", "(1)"),
        ("PD-45", "l.", "1."),
    } <= told
    assert not [one for one in told if one[0] in ("PD-41", "PD-54")]


def test_a_list_that_begins_with_i_and_one_that_reaches_l_are_letters() -> None:
    letters = "abcdefghijklm"
    text = SCANNED.replace(
        "(l) Pasar dikelola Desa.", "(1) Pasar menjual:\n" + "\n".join(f"{one}. hal;" for one in letters)
    )
    listed = [unit.number for unit in parse(blocks_of(text)).walk() if unit.kind == "huruf"]
    assert listed[2:] == [f"{one}." for one in letters]
