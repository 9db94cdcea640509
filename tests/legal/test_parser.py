"""The parser on texts written out whole: what a reader sees is what the tree says."""

from datetime import date

import pytest

from perdes_flow.legal.addresses import Address
from perdes_flow.legal.blocks import Block, Cell
from perdes_flow.legal.linting import lint
from perdes_flow.legal.outline import outline
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.units import Naskah, Unit

SHORT = """\
KEPALA DESA CONTOH
KABUPATEN BLITAR
PERATURAN DESA CONTOH
NOMOR 3 TAHUN 2026
TENTANG
PELINDUNGAN PEKERJA MIGRAN
DENGAN RAHMAT TUHAN YANG MAHA ESA
KEPALA DESA CONTOH,
Menimbang: a. bahwa warga perlu dilindungi;
b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Peraturan Desa;
Mengingat: 1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa;
2. Peraturan Pemerintah Nomor 43 Tahun 2014;
Dengan Kesepakatan Bersama
BADAN PERMUSYAWARATAN DESA CONTOH
dan
KEPALA DESA CONTOH
MEMUTUSKAN:
Menetapkan: PERATURAN DESA TENTANG PELINDUNGAN PEKERJA MIGRAN.
BAB I
KETENTUAN UMUM
Pasal 1
Dalam Peraturan Desa ini yang dimaksud dengan:
1. Desa adalah Desa Contoh.
2. Keluarga adalah suami, istri, dan anak.
BAB II
TUGAS
Bagian Kesatu
Umum
Paragraf 1
Pendataan
Pasal 2
(1) Pemerintah Desa bertugas:
a. mencatat:
1. nama; dan
2. alamat:
a) asal; dan
b) tujuan:
1) negara; dan
2) kota;
b. melapor.
(2) Tugas sebagaimana dimaksud pada ayat (1) dilakukan setiap bulan.
Pasal 3
Peraturan Desa ini mulai berlaku pada tanggal diundangkan.
Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Desa ini.
Ditetapkan di Contoh
LEMBARAN DESA CONTOH TAHUN 2026 NOMOR 3
PENJELASAN
ATAS
PERATURAN DESA CONTOH
I. UMUM
Desa mengurus warganya.
II. PASAL DEMI PASAL
Pasal 1
Cukup jelas.
Pasal 2
Ayat (1)
Huruf a
Yang dimaksud dengan nama adalah nama lengkap.
Ayat (2)
Cukup jelas.
LAMPIRAN
PERATURAN DESA CONTOH
NOMOR 3 TAHUN 2026
No\tJenis\tTarif
1\tSewa\t5.000
2\tParkir\t2.000
"""


def read(text: str) -> Naskah:
    return parse(blocks_of(text))


def shape(unit: Unit) -> tuple[object, ...]:
    """A unit without its blocks: kind, number, text and, where there are any, children."""
    below = tuple(shape(child) for child in unit.children)
    return (unit.kind, unit.number, unit.text, *([below] if below else []))


def at(naskah: Naskah, address: str) -> Unit:
    unit = naskah.find(Address.parse(address))
    assert unit is not None, address
    return unit


def test_a_whole_regulation_is_read_into_its_parts() -> None:
    naskah = read(SHORT)
    assert naskah.remarks == ()
    assert [root.kind for root in naskah.roots] == [
        "judul",
        "pembukaan",
        "bab",
        "bab",
        "penutup",
        "penjelasan",
        "lampiran",
    ]
    assert [unit.kind for unit in naskah.roots[1].children] == [
        "menimbang",
        "mengingat",
        "kesepakatan",
        "memutuskan",
        "menetapkan",
    ]
    assert [pasal.number for pasal in naskah.all_pasal()] == ["Pasal 1", "Pasal 2", "Pasal 3"]


def test_lists_go_four_levels_deep() -> None:
    pasal = at(read(SHORT), "Pasal 2")
    assert shape(pasal) == (
        "pasal",
        "Pasal 2",
        "",
        (
            (
                "ayat",
                "(1)",
                "Pemerintah Desa bertugas:",
                (
                    (
                        "huruf",
                        "a.",
                        "mencatat:",
                        (
                            ("angka", "1.", "nama; dan"),
                            (
                                "angka",
                                "2.",
                                "alamat:",
                                (
                                    ("huruf", "a)", "asal; dan"),
                                    (
                                        "huruf",
                                        "b)",
                                        "tujuan:",
                                        (("angka", "1)", "negara; dan"), ("angka", "2)", "kota;")),
                                    ),
                                ),
                            ),
                        ),
                    ),
                    ("huruf", "b.", "melapor."),
                ),
            ),
            ("ayat", "(2)", "Tugas sebagaimana dimaksud pada ayat (1) dilakukan setiap bulan."),
        ),
    )


def test_every_unit_is_found_by_the_address_people_write() -> None:
    naskah = read(SHORT)
    expected = {
        "Judul": "",
        "Menimbang huruf a": "bahwa warga perlu dilindungi;",
        "Mengingat angka 2": "Peraturan Pemerintah Nomor 43 Tahun 2014;",
        "Menetapkan": "PERATURAN DESA TENTANG PELINDUNGAN PEKERJA MIGRAN.",
        "BAB II": "TUGAS",
        "BAB II Bagian Kesatu": "Umum",
        "BAB II Bagian Kesatu Paragraf 1": "Pendataan",
        "Pasal 1 angka 2": "Keluarga adalah suami, istri, dan anak.",
        "Pasal 2 ayat (1) huruf a angka 2 huruf b angka 1": "negara; dan",
        "Penjelasan umum": "",
        "Penjelasan Pasal 1": "Cukup jelas.",
        "Penjelasan Pasal 2 ayat (1) huruf a": "Yang dimaksud dengan nama adalah nama lengkap.",
        "Lampiran baris 2": "Parkir | 2.000",
    }
    assert {address: at(naskah, address).text for address in expected} == expected
    assert naskah.find(Address.parse("Pasal 2 ayat (3)")) is None


def test_a_unit_knows_its_address_and_its_blocks() -> None:
    naskah = read(SHORT)
    unit = at(naskah, "Pasal 2 ayat (1) huruf b")
    assert str(naskah.address_of(unit)) == "Pasal 2 ayat (1) huruf b"
    assert [naskah.blocks[i].text for i in unit.blocks] == ["b. melapor."]
    lines = at(naskah, "Penutup").children
    assert str(naskah.address_of(lines[0])) == "Penutup"


def test_the_only_paragraph_of_a_pasal_has_the_address_of_the_pasal() -> None:
    naskah = read(SHORT)
    ayat = at(naskah, "Pasal 3").children[0]
    assert shape(ayat) == ("ayat", "", "Peraturan Desa ini mulai berlaku pada tanggal diundangkan.")
    assert str(naskah.address_of(ayat)) == "Pasal 3"


def test_numbers_made_by_word_and_typed_numbers_give_the_same_tree() -> None:
    typed = read("Pasal 1\n(1) Kepala Desa:\na. membaca; dan\nb. menulis.\n(2) Cukup.")
    numbers = [
        ("Pasal 1", ""),
        ("(1)", "Kepala Desa:"),
        ("a.", "membaca; dan"),
        ("b.", "menulis."),
        ("(2)", "Cukup."),
    ]
    automatic = parse([Block("body", "", i, number, text) for i, (number, text) in enumerate(numbers)])
    assert automatic == typed


def test_a_reference_cut_by_a_line_break_is_no_new_ayat() -> None:
    naskah = read(
        "Pasal 1\n(1) Laporan dibuat.\n(2) Laporan sebagaimana dimaksud pada ayat\n(1) dan huruf\na. serta Pasal 5 dan\n"
        "Pasal 7 disampaikan.\n(3) Selesai."
    )
    assert [child.number for child in at(naskah, "Pasal 1").children] == ["(1)", "(2)", "(3)"]
    assert at(naskah, "Pasal 1 ayat (2)").text == (
        "Laporan sebagaimana dimaksud pada ayat (1) dan huruf a. serta Pasal 5 dan Pasal 7 disampaikan."
    )


def test_what_follows_a_list_belongs_to_the_ayat_not_to_the_last_item() -> None:
    naskah = read(
        "Pasal 1\nSetiap orang yang:\na. memungut; atau\nb. menahan dokumen,\ndikenai teguran.\nPasal 2\nCukup."
    )
    assert shape(at(naskah, "Pasal 1").children[0]) == (
        "ayat",
        "",
        "Setiap orang yang:",
        (
            ("huruf", "a.", "memungut; atau"),
            ("huruf", "b.", "menahan dokumen,"),
            ("lanjutan", "", "dikenai teguran."),
        ),
    )


def test_wrong_numbers_are_kept_as_they_stand() -> None:
    naskah = read("Pasal 4\n(1) Satu.\n(3) Tiga.\nPasal 6\nEnam:\na. satu;\nc. dua.\nPasal 6\nLagi.")
    assert [pasal.number for pasal in naskah.all_pasal()] == ["Pasal 4", "Pasal 6", "Pasal 6"]
    assert [ayat.number for ayat in naskah.all_pasal()[0].children] == ["(1)", "(3)"]
    assert [item.number for item in naskah.all_pasal()[1].children[0].children] == ["a.", "c."]


def test_definitions_numbered_like_ayat_are_still_definitions() -> None:
    naskah = read(
        "Pasal 1\nDalam Peraturan Desa ini, yang dimaksud dengan :\n(1). Desa adalah Desa Contoh.\n(2). Kas adalah uang."
    )
    assert [(unit.kind, unit.number) for unit in at(naskah, "Pasal 1").children[0].children] == [
        ("definisi", "(1)"),
        ("definisi", "(2)"),
    ]


def test_chapters_listed_inside_an_ayat_are_no_chapters_of_the_regulation() -> None:
    naskah = read(
        "Pasal 1\n(1) Rencana disusun sebagai berikut:\nBAB I PENDAHULUAN\n1.1 Latar Belakang\nBAB II PENUTUP\n"
        "(2) Rencana tercantum dalam Lampiran.\nPasal 2\nCukup."
    )
    assert [root.kind for root in naskah.roots] == ["pasal", "pasal"]
    assert [line.text for line in at(naskah, "Pasal 1 ayat (1)").children] == [
        "BAB I PENDAHULUAN",
        "1.1 Latar Belakang",
        "BAB II PENUTUP",
    ]


def test_a_table_of_contents_does_not_begin_the_regulation() -> None:
    naskah = read(
        "DAFTAR ISI\nBAB I KETENTUAN UMUM\nBAB II TUGAS\nPasal 2\nPERATURAN DESA CONTOH\nMenimbang: a. bahwa x;\nMEMUTUSKAN:\n"
        "BAB I\nKETENTUAN UMUM\nPasal 1\nCukup."
    )
    assert [root.kind for root in naskah.roots] == ["judul", "pembukaan", "bab"]
    assert len(naskah.all_pasal()) == 1


def test_a_regulation_that_changes_another_keeps_the_quoted_pasal_below_its_number() -> None:
    naskah = read(
        "Pasal I\nBeberapa ketentuan diubah sebagai berikut:\n1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n"
        "Pasal 5\n(1) Satu.\n(2) Dua:\na. x; dan\nb. y.\n2. Pasal 7 dihapus.\nPasal II\nPeraturan Desa ini mulai berlaku."
    )
    assert [pasal.number for pasal in naskah.all_pasal()] == ["Pasal I", "Pasal II"]
    assert at(naskah, "Pasal I angka 1 Pasal 5 ayat (2) huruf b").text == "y."
    assert at(naskah, "Pasal I angka 2").text == "Pasal 7 dihapus."


def test_menimbang_laid_out_as_a_table_is_read_like_plain_lines() -> None:
    rows = [
        ("Menimbang", ":", "a.", "bahwa satu;"),
        ("", "", "b.", "bahwa dua;"),
        ("Mengingat", ":", "1.", "UU Desa;"),
    ]
    blocks = [
        Block("body", "", 0, "", words, Cell(0, row, column))
        for row, cells in enumerate(rows)
        for column, words in enumerate(cells)
    ]
    naskah = parse(blocks)
    assert at(naskah, "Menimbang huruf b").text == "bahwa dua;"
    assert at(naskah, "Mengingat angka 1").text == "UU Desa;"


def test_a_table_in_a_pasal_becomes_rows() -> None:
    naskah = read(
        "Pasal 1\nTarif ditetapkan sebagai berikut:\nNo\tJenis\tTarif\n1\tSewa\t5.000\n2\t\t2.000\nPasal 2\nCukup."
    )
    assert at(naskah, "Pasal 1 tabel 1 baris 2").text == " | 2.000"
    assert at(naskah, "Pasal 1 tabel 1").child("kepala tabel") == Unit(
        "kepala tabel", "", "No | Jenis | Tarif"
    )


def test_page_headers_and_footers_stand_beside_the_text() -> None:
    naskah = parse(
        [
            Block("header", "word/header1.xml", 0, "", "Peraturan Desa Contoh"),
            Block("body", "word/document.xml", 0, "Pasal 1", ""),
            Block("footer", "word/footer1.xml", 0, "", "halaman 1"),
        ]
    )
    assert at(naskah, "Kepala halaman").text == "Peraturan Desa Contoh"
    assert at(naskah, "Kaki halaman").text == "halaman 1"


def test_text_outside_any_pasal_is_kept_and_named() -> None:
    naskah = read("BAB I\nKETENTUAN UMUM\nKalimat yang tersesat di sini.\nPasal 1\nCukup.")
    assert [(remark.block, remark.message) for remark in naskah.remarks] == [
        (2, "teks ini berdiri di luar Pasal")
    ]
    assert at(naskah, "BAB I").children[0].text == "Kalimat yang tersesat di sini."


def test_a_letter_is_no_regulation_and_the_reader_says_so() -> None:
    naskah = read("Yth. Camat Gandusari\nDengan hormat, kami sampaikan undangan rapat.\nHormat kami")
    assert not naskah.is_regulation
    assert [remark.message for remark in naskah.remarks] == ["teks ini tidak dikenali sebagai peraturan"]
    assert naskah.roots[0].children[0].text == "Yth. Camat Gandusari"


OTHER_PAPERS = {
    "a report in chapters": "LAPORAN PENYELENGGARAAN PEMERINTAHAN DESA\nBAB I\nPENDAHULUAN\nLatar belakang.\nBAB II\nPENUTUP\nSelesai.",
    "a contract": "SURAT PERJANJIAN SEWA\nNOMOR 3 TAHUN 2026\nTENTANG\nTANAH KAS DESA\nPasal 1\n(1) Satu.\n(2) Dua.\nPasal 2\nTiga.",
    "a decision": "KEPUTUSAN KEPALA DESA MAJU\nNOMOR 4 TAHUN 2026\nMenimbang: a. bahwa perlu;\nMEMUTUSKAN:\nMenetapkan:\nKESATU: Menunjuk panitia.",
    "minutes": "NOTULEN MUSYAWARAH\nAcara:\n1. Pembahasan Pasal 4\nMemutuskan: menyetujui rancangan.\nPimpinan",
}


@pytest.mark.parametrize("paper", OTHER_PAPERS)
def test_a_paper_that_looks_a_little_like_a_regulation_is_none(paper: str) -> None:
    naskah = read(OTHER_PAPERS[paper])
    assert not naskah.is_regulation
    assert outline(naskah) == outline(read(""))
    assert [finding.rule for finding in lint(naskah, state="penyusunan", on=date(2026, 11, 24))] == ["PD-01"]


@pytest.mark.parametrize(
    "text",
    [
        "BAB I\nUMUM\nPasal 1\nYa.",  # a body alone
        "PERATURAN DESA MAJU\nTENTANG\nPERJANJIAN KERJA SAMA\nBAB I\nUMUM",  # a draft without a Pasal yet
        "Rancangan Peraturan Desa Maju\nPasal 1\nLaporan disusun.",
        "Menimbang: a. bahwa satu;",
    ],
)
def test_a_piece_of_a_regulation_is_one(text: str) -> None:
    assert read(text).is_regulation


def test_an_empty_file_is_read_as_nothing() -> None:
    assert parse([]).roots == ()


def test_items_that_lack_their_signs_are_items_all_the_same() -> None:
    naskah = read("Pasal 1\nTugas meliputi:\na. membaca,\nb. menulis dan\nc. berhitung\nPasal 2\nCukup.")
    assert [item.number for item in at(naskah, "Pasal 1").children[0].children] == ["a.", "b.", "c."]


def test_a_heading_is_believed_where_the_sentence_before_it_was_never_finished() -> None:
    naskah = read("Pasal 1\nBerlaku sejak tahun\nPasal 2\n(1) Satu.\n(2) Dua.\nPasal 3\nCukup.")
    assert [pasal.number for pasal in naskah.all_pasal()] == ["Pasal 1", "Pasal 2", "Pasal 3"]


def test_page_marks_of_a_printed_law_are_set_aside_and_named() -> None:
    naskah = read("Pasal 1\nSatu kalimat.\nPasal 2 . . .\n- 3 -\nPasal 2\nDua kalimat.")
    assert [pasal.number for pasal in naskah.all_pasal()] == ["Pasal 1", "Pasal 2"]
    assert at(naskah, "Pasal 1").children[0].text == "Satu kalimat."
    assert [remark.block for remark in naskah.remarks] == [2, 3]


def test_a_list_goes_on_when_one_number_is_dressed_differently() -> None:
    naskah = read("Pasal 1\nTugas meliputi:\na. membaca;\nb) menulis; dan\nc. berhitung.")
    assert [item.number for item in at(naskah, "Pasal 1").children[0].children] == ["a.", "b)", "c."]


def test_what_follows_a_list_within_a_list_belongs_to_the_outer_item() -> None:
    naskah = read(
        "Pasal 1\n(1) Setiap orang yang:\na. berhubungan dengan maksud:\n1. membujuk; atau\n2. membantu,\nuntuk mengambil alih;\n"
        "b. memasukkan barang; atau\nc. menyimpannya,\ndikenai teguran.\n(2) Cukup."
    )
    assert shape(at(naskah, "Pasal 1 ayat (1)")) == (
        "ayat",
        "(1)",
        "Setiap orang yang:",
        (
            (
                "huruf",
                "a.",
                "berhubungan dengan maksud:",
                (
                    ("angka", "1.", "membujuk; atau"),
                    ("angka", "2.", "membantu,"),
                    ("lanjutan", "", "untuk mengambil alih;"),
                ),
            ),
            ("huruf", "b.", "memasukkan barang; atau"),
            ("huruf", "c.", "menyimpannya,"),
            ("lanjutan", "", "dikenai teguran."),
        ),
    )


def test_after_z_a_list_goes_on_with_aa_and_bb() -> None:
    letters = [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb", "cc"]
    naskah = read("Pasal 1\nMeliputi:\n" + "\n".join(f"{letter}. hal {letter};" for letter in letters))
    assert [item.number for item in at(naskah, "Pasal 1").children[0].children] == [
        f"{letter}." for letter in letters
    ]
    assert at(naskah, "Pasal 1 huruf bb").text == "hal bb;"


def test_one_pasal_may_quote_another_regulation() -> None:
    naskah = read(
        "Pasal 3\nBeberapa ketentuan Peraturan Desa Nomor 1 Tahun 2020 diubah sebagai berikut:\n"
        "1. Ketentuan Pasal 9 diubah sehingga berbunyi sebagai berikut:\nPasal 9\n(1) Satu.\n(2) Dua.\n"
        "2. Pasal 12 dihapus.\nPasal 4\nPeraturan Desa ini mulai berlaku pada tanggal diundangkan."
    )
    assert [pasal.number for pasal in naskah.all_pasal()] == ["Pasal 3", "Pasal 4"]
    assert at(naskah, "Pasal 3 angka 1 Pasal 9 ayat (2)").text == "Dua."
    assert at(naskah, "Pasal 3 angka 2").text == "Pasal 12 dihapus."


def test_the_only_annex_is_found_with_and_without_its_number() -> None:
    naskah = read("Pasal 1\nCukup.\nLAMPIRAN I\nPERATURAN DESA CONTOH\nNo\tJenis\n1\tSewa\n2\tParkir\n")
    assert at(naskah, "Lampiran I baris 2").text == "Parkir"
    assert at(naskah, "Lampiran baris 2").text == "Parkir"
