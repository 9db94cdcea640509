"""References: each is found, read as a reader would, and reported where it leads nowhere."""

import re
from pathlib import Path

import pytest

from perdes_flow.legal.addresses import Address
from perdes_flow.legal.left_behind import left_behind
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.references import references, unresolved
from perdes_flow.legal.units import Naskah

TEXT = """\
Menimbang: a. bahwa satu;
b. bahwa dua;
c. bahwa sesuai dengan Pasal 69 ayat (4) Undang-Undang Nomor 6 Tahun 2014 tentang Desa;
d. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, huruf b, dan huruf c, perlu menetapkan;
Mengingat: 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;
MEMUTUSKAN:
Pasal 1
Istilah sebagaimana dimaksud pada angka 2 berlaku:
1. satu.
2. dua.
Pasal 2
(1) Tugas meliputi:
a. mendata; dan
b. melapor sebagaimana dimaksud dalam huruf a.
(2) Tugas sebagaimana dimaksud pada ayat (1) huruf a dan huruf b serta Pasal 1 angka 2 dilakukan menurut Pasal 3.
Pasal 3
Ketentuan Pasal 2 ayat (1) dan ayat (3) serta Pasal 2 sampai dengan Pasal 9 tercantum dalam Lampiran.
Pasal 4
Ketentuan dalam Pasal 2 Peraturan Desa ini tidak mengurangi Pasal 2 Peraturan Daerah Kabupaten Blitar Nomor 8 Tahun 2016.
"""


def read(text: str) -> Naskah:
    return parse(blocks_of(text))


def test_what_the_words_leave_out_is_taken_from_where_they_stand() -> None:
    found = [
        (str(r.at), r.shown, str(r.target) if r.target else "luar", r.resolved)
        for r in references(read(TEXT))
    ]
    assert found == [
        ("Menimbang huruf c", "Pasal 69 ayat (4)", "luar", False),
        ("Menimbang huruf d", "huruf a", "Menimbang huruf a", True),
        ("Menimbang huruf d", "huruf b", "Menimbang huruf b", True),
        ("Menimbang huruf d", "huruf c", "Menimbang huruf c", True),
        ("Mengingat angka 1", "Pasal 18 ayat (6)", "luar", False),
        ("Pasal 1", "angka 2", "Pasal 1 angka 2", True),
        ("Pasal 2 ayat (1) huruf b", "huruf a", "Pasal 2 ayat (1) huruf a", True),
        ("Pasal 2 ayat (2)", "ayat (1) huruf a", "Pasal 2 ayat (1) huruf a", True),
        ("Pasal 2 ayat (2)", "huruf b", "Pasal 2 ayat (1) huruf b", True),
        ("Pasal 2 ayat (2)", "Pasal 1 angka 2", "Pasal 1 angka 2", True),
        ("Pasal 2 ayat (2)", "Pasal 3", "Pasal 3", True),
        ("Pasal 3", "Pasal 2 ayat (1)", "Pasal 2 ayat (1)", True),
        ("Pasal 3", "ayat (3)", "Pasal 2 ayat (3)", False),
        ("Pasal 3", "Pasal 2", "Pasal 2", True),
        ("Pasal 3", "Pasal 9", "Pasal 9", False),
        ("Pasal 3", "Lampiran", "Lampiran", False),
        ("Pasal 4", "Pasal 2", "Pasal 2", True),
        ("Pasal 4", "Pasal 2", "luar", False),
    ]


def test_only_what_is_missing_in_this_text_is_reported() -> None:
    assert [(str(r.at), r.shown) for r in unresolved(read(TEXT))] == [
        ("Pasal 3", "ayat (3)"),
        ("Pasal 3", "Pasal 9"),
        ("Pasal 3", "Lampiran"),
    ]


def test_short_enumerations_are_read_too() -> None:
    naskah = read(
        "Pasal 1\n(1) Satu.\n(2) Dua.\n(3) Ketentuan ayat (1) dan (2) serta huruf a, b dan c berlaku."
    )
    assert [r.shown for r in references(naskah)] == ["ayat (1)", "(2)", "huruf a", "b", "c"]


def test_a_regulation_that_changes_another_speaks_of_that_one() -> None:
    naskah = read(
        "Pasal I\nBeberapa ketentuan diubah:\n1. Ketentuan Pasal 5 ayat (1) diubah.\nPasal II\nBerlaku."
    )
    assert [(r.shown, r.internal) for r in references(naskah)] == [("Pasal 5 ayat (1)", False)]


def test_a_pasal_that_is_quoted_speaks_of_the_regulation_that_it_stands_in() -> None:
    naskah = read(
        "BAB I\nPERUBAHAN\nPasal 1\nPeraturan Desa Nomor 1 Tahun 2020 diubah sebagai berikut:\n"
        "1. Ketentuan Pasal 9 diubah sehingga berbunyi sebagai berikut:\nPasal 9\nTugas dalam Pasal 7 dilakukan.\n"
        "2. Pasal 12 dihapus.\nPasal 2\nKetentuan Pasal 1 berlaku."
    )
    assert [(r.shown, r.internal) for r in references(naskah)] == [
        ("Pasal 9", False),
        ("Pasal 7", False),
        ("Pasal 12", False),
        ("Pasal 1", True),
    ]


def test_after_a_renumbering_the_forgotten_references_are_offered_for_correction() -> None:
    old = read(
        "Pasal 1\nUmum.\nPasal 2\n(1) Satu.\n(2) Dua.\nPasal 3\nSesuai dengan Pasal 2 ayat (1) dan ayat (2) serta Pasal 1."
    )
    new = read(
        "Pasal 1\nUmum.\nPasal 2\nBaru.\nPasal 3\n(1) Satu.\n(2) Dua.\n"
        "Pasal 4\nSesuai dengan Pasal 2 ayat (1) dan ayat (2) serta Pasal 1."
    )
    parse_address = Address.parse
    moved = {
        parse_address(before): parse_address(after)
        for before, after in [
            ("Pasal 1", "Pasal 1"),
            ("Pasal 2", "Pasal 3"),
            ("Pasal 2 ayat (1)", "Pasal 3 ayat (1)"),
            ("Pasal 2 ayat (2)", "Pasal 3 ayat (2)"),
            ("Pasal 3", "Pasal 4"),
        ]
    }
    offered = left_behind(old, new, moved)
    assert [(str(c.at), c.shown, c.corrected) for c in offered] == [
        ("Pasal 4", "Pasal 2 ayat (1)", "Pasal 3 ayat (1)"),
    ]


def test_numbers_in_a_row_are_corrected_as_they_are_written() -> None:
    before, after = (read(f"Pasal 1\n(1) Satu.\n(2) Dua.\n{more}Pasal {n}\nTiga.\nPasal {n + 1}\nSesuai Pasal 1 ayat (1) dan (2), "
                          "serta menurut Pasal 1, 2, dan 3.")
                     for n, more in ((2, ""), (3, "Pasal 2\nBaru.\n")))  # fmt: skip
    names = {"Pasal 1": "Pasal 1", "Pasal 1 ayat (1)": "Pasal 1 ayat (2)", "Pasal 1 ayat (2)": "Pasal 1 ayat (1)",
             "Pasal 2": "Pasal 3", "Pasal 3": "Pasal 4"}  # fmt: skip
    moved = {Address.parse(old): Address.parse(new) for old, new in names.items()}
    assert [(c.shown, c.corrected) for c in left_behind(before, after, moved)] == [
        ("Pasal 1 ayat (1)", "Pasal 1 ayat (2)"),
        ("(2)", "(1)"),
        ("2", "3"),
        ("3", "4"),
    ]


def test_a_reference_that_was_already_mended_is_left_alone() -> None:
    old = read("Pasal 1\nUmum.\nPasal 2\nSesuai dengan Pasal 1.")
    new = read("Pasal 1\nBaru.\nPasal 2\nUmum.\nPasal 3\nSesuai dengan Pasal 2.")
    moved = {
        Address.parse("Pasal 1"): Address.parse("Pasal 2"),
        Address.parse("Pasal 2"): Address.parse("Pasal 3"),
    }
    assert left_behind(old, new, moved) == ()


@pytest.mark.parametrize("name", ["uu-12-2022.md", "uu-22-1999.md"])
def test_in_a_whole_law_every_reference_is_found_and_leads_somewhere(shared: Path, name: str) -> None:
    text = (shared / "law-texts" / name).read_text(encoding="utf-8")
    text = re.sub(r"\[([^\]]*)\]\(/[^)]*\)", r"\1", text)  # links of the web page that it was copied from
    naskah = read(text)
    assert unresolved(naskah) == ()
    words = " ".join(r.shown for r in references(naskah))
    in_text = len(re.findall(r"[Pp]asal\s+\d", text)) - len(re.findall(r"^Pasal \d+$", text, re.MULTILINE))
    assert len(re.findall(r"[Pp]asal\s+\d", words)) == in_text
    assert len(re.findall(r"ayat\s*\(", words)) == len(re.findall(r"ayat\s*\(", text))


# thirty Pasal as a scan may have left them: l and I for 1, O for 0, the bracket of an ayat taken for a 1
SCANNED = (
    "UNDANG-UNDANG CONTOH\nMEMUTUSKAN:\n"
    + "\n".join(
        f"Pasal {({10: '1O', 11: 'l1'}).get(i, i)}\n(1) Satu:\na. baca; dan\nb. tulis.\n(2) Dua."
        for i in range(1, 31)
    )
    + "\nPasal 31\n"
)


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("dalam Pasal 2O, Pasal l3,Pasal3O danPasal 12", ["Pasal 20", "Pasal 13", "Pasal 30", "Pasal 12"]),
        ("dalam Pasal 10 dan Pasal 11", ["Pasal 10", "Pasal 11"]),  # whose headings were misread
        ("dalam Pasal 2 ayat (21 atau ayat(l )", ["Pasal 2 ayat (2)", "Pasal 2 ayat (1)"]),
        ("dalam Pasal 2 ayat l2l dan ayat. (1) hurufb", ["Pasal 2 ayat (2)", "Pasal 2 ayat (1) huruf b"]),
        ("dalam Pasal-pasal 4, 5, dan 9 Undang-undang ini", ["Pasal 4", "Pasal 5", "Pasal 9"]),
        ("oleh Pasal 3, 4 orang di antaranya", ["Pasal 3"]),
        ("dalam Pasal 1, 2, dan 3", ["Pasal 1", "Pasal 2", "Pasal 3"]),
        ("dalam Pasal 4 atau 5", ["Pasal 4", "Pasal 5"]),
        ("dalam Pasal 1, 2 dan 3 Undang-Undang Nomor 6 Tahun 2014", ["luar", "luar", "luar"]),
        ("menurut Pasal 3 dan 2 (dua) orang saksi", ["Pasal 3"]),
        ("menurut Pasal 3 dan 5 hari kemudian", ["Pasal 3"]),
        ("menurut Pasal 3 atau 2,5 persen dan Pasal 4", ["Pasal 3", "Pasal 4"]),
        (
            "dalam Pasal 1 ayat (1), Pasal 2a ayat(21, dan Pasal 4 Undang-Undang Nomor 2",
            ["luar", "luar", "luar"],
        ),
        (
            "dalam Pasal I Aturan Peralihan Undang-Undang Dasar dan Pasal 4 Penetapan Presiden",
            ["luar", "luar"],
        ),
        (
            "dalam [Pasal 1](/uu/2020/1/pasal-1) ayat (1) huruf a dan [Pasal 2](/uu/2020/1/pasal-2)",
            ["Pasal 1 ayat (1) huruf a", "Pasal 2"],
        ),
        ("dalam [Pasal 1](/uu/2011/12/pasal-1) Undang-Undang Nomor 12 Tahun 2011", ["luar"]),
    ],
)
def test_what_a_scan_or_a_web_page_left_is_read_as_what_it_stands_for(
    words: str, leads_to: list[str]
) -> None:
    found = [r for r in references(read(f"{SCANNED}Ketentuan {words} berlaku.")) if str(r.at) == "Pasal 31"]
    assert [str(r.target) if r.target else "luar" for r in found] == leads_to
    assert all(r.resolved for r in found if r.internal)


def test_after_z_a_list_may_go_on_in_two_ways() -> None:
    listed = "".join(
        f"{letter}. hal {letter};\n" for letter in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb", "ac"]
    )
    naskah = read(
        f"Pasal 1\n(1) Meliputi:\n{listed}(2) Hal sebagaimana dimaksud pada ayat (1) huruf cc dicabut."
    )
    assert [(str(r.target), r.resolved) for r in references(naskah)] == [("Pasal 1 ayat (1) huruf ac", True)]


def test_a_number_that_is_there_is_no_slip_for_another() -> None:
    naskah = read("Pasal 1\nSatu.\nPasal 1I\nSisipan.\nPasal 11\nLihat Pasal 1I dan Pasal 11.")
    assert [str(r.target) for r in references(naskah)] == ["Pasal 1I", "Pasal 11"]


MANNERS = """\
PERATURAN DESA CONTOH
Menimbang : a. bahwa satu;
MEMUTUSKAN:
Menetapkan : PERATURAN DESA TENTANG UJI.
Pasal 1
(1) Warga tertib.
(2) Warga:
a. rajin;
b. taat:
1. pagi; dan
2. sore; dan
c. jujur.
Pasal 2
(1) {words}
(2) Warga rukun.
"""


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        # the law stands before its Pasal
        ("Honorarium dipotong PPh Pasal 21.", [None]),
        ("Menurut Undang-Undang Dasar 1945 Pasal 33 ayat (1) bumi dikuasai negara.", [None]),
        ("Sesuai Undang-Undang Nomor 6 Tahun 2014 tentang Desa Pasal 26 ayat (4) huruf d.", [None]),
        ("Sesuai UU Desa Pasal 72 ayat (1).", [None]),
        ("Modal diatur dalam Pasal 15 Anggaran Dasar BUM Desa.", [None]),
        (
            "Undang-Undang Nomor 6 Tahun 2014 tentang Desa sebagaimana dimaksud dalam Pasal 1 ayat (2).",
            ["Pasal 1 ayat (2)"],
        ),
        # after a number below it the letter goes on where it was
        (
            "Yang dimaksud Pasal 1 ayat (2) huruf a, huruf b angka 1 dan angka 2, dan huruf c.",
            [
                "Pasal 1 ayat (2) huruf a",
                "Pasal 1 ayat (2) huruf b angka 1",
                "Pasal 1 ayat (2) huruf b angka 2",
                "Pasal 1 ayat (2) huruf c",
            ],
        ),
        # from the inside out, without brackets, with them where none belong, with a capital
        ("Ketentuan huruf a ayat (2) Pasal 1 berlaku.", ["Pasal 1 ayat (2) huruf a"]),
        ("Dimaksud dalam Pasal 1 ayat 2 huruf b angka 1.", ["Pasal 1 ayat (2) huruf b angka 1"]),
        ("Dimaksud dalam Pasal (1) ayat (2).", ["Pasal 1 ayat (2)"]),
        ("Dimaksud dalam Pasal 1 Ayat (2) Huruf b.", ["Pasal 1 ayat (2) huruf b"]),
        (
            "Dimaksud dalam Pasal 1 ayat (2) huruf b dan c.",
            ["Pasal 1 ayat (2) huruf b", "Pasal 1 ayat (2) huruf c"],
        ),
        ("Luasnya 1,5 hektare menurut Pasal 1 ayat (2) huruf b angka 2, paling banyak.", ["Pasal 1 ayat (2) huruf b angka 2"]),
    ],
)  # fmt: skip
def test_references_as_drafters_write_them(words: str, targets: list[str | None]) -> None:
    naskah = parse(blocks_of(MANNERS.format(words=words)))
    found = [one for one in references(naskah) if str(one.at) == "Pasal 2 ayat (1)"]
    assert [one.target and str(one.target) for one in found] == targets
    assert all(one.resolved for one in found if one.internal)


def test_an_annex_numbered_in_digits_is_the_one_meant() -> None:
    text = (
        MANNERS.format(words="Rincian tercantum dalam Lampiran II.") + "LAMPIRAN 1\nSATU\nLAMPIRAN 2\nDUA\n"
    )
    (found,) = [one for one in references(parse(blocks_of(text))) if one.shown.startswith("Lampiran")]
    assert found.resolved
    assert str(found.target) == "Lampiran 2"
