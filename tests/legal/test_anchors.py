"""Comments find their place again, or say that they have none. Every expected place was set by hand."""

import pytest

from perdes_flow.legal.addresses import Address
from perdes_flow.legal.anchoring import Carrier, Placement, seek_unit
from perdes_flow.legal.blocks import Block, Cell
from perdes_flow.legal.parser import parse
from perdes_flow.legal.units import Naskah

DENDA = "Setiap orang yang melanggar ketentuan ini dikenai denda paling banyak Rp500.000,00 (lima ratus ribu rupiah)."
TATA_CARA = "Ketentuan lebih lanjut mengenai tata cara diatur dengan Peraturan Kepala Desa."
AIR = """Pasal 1
(1) Pemerintah Desa menyediakan air bersih bagi seluruh warga Desa.
(2) Warga membayar iuran air sebesar Rp5.000,00 (lima ribu rupiah) setiap bulan.
(3) Setiap orang yang melanggar ketentuan ini dikenai denda paling banyak Rp500.000,00 (lima ratus ribu rupiah).
Pasal 2
(1) Pengelola pasar memungut retribusi los pasar setiap hari pasaran.
(2) Setiap orang yang melanggar ketentuan ini dikenai denda paling banyak Rp500.000,00 (lima ratus ribu rupiah).
(3) Ketentuan lebih lanjut mengenai tata cara diatur dengan Peraturan Kepala Desa.
Pasal 3
(1) Pemilik ternak mengikat ternaknya pada malam hari.
(2) Setiap orang yang melanggar ketentuan ini dikenai denda paling banyak Rp500.000,00 (lima ratus ribu rupiah).
(3) Ketentuan lebih lanjut mengenai tata cara diatur dengan Peraturan Kepala Desa.
Pasal 4
(1) Rumah Tangga memilah sampah sebelum dibuang ke tempat penampungan sementara. Petugas mengangkutnya dua kali seminggu.
(2) Kepala Dusun mengawasi pemilahan dan melaporkannya kepada Kepala Desa paling lambat tanggal 10 setiap bulan.
(3) Ketentuan lebih lanjut mengenai tata cara diatur dengan Peraturan Kepala Desa."""


def naskah(text: str) -> Naskah:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return parse(
        [
            Block("body", "word/document.xml", i, "", line, None, line.startswith(("Pasal ", "BAB ")))
            for i, line in enumerate(lines)
        ]
    )


def carried(old: str | Naskah, new: str | Naskah, address: str, quote: str = "") -> Placement:
    before, after = (naskah(text) if isinstance(text, str) else text for text in (old, new))
    unit = before.find(Address.parse(address))
    assert unit is not None, address
    (anchor,) = seek_unit(before, unit, quote)
    return Carrier(before, after).place(anchor)


def words(new: str | Naskah, place: Placement) -> str:
    text = naskah(new) if isinstance(new, str) else new
    span = place.spans[0]
    return text.blocks[span.block].text[span.start : span.end]


def without(text: str, *lines: str) -> str:
    for line in lines:
        assert line in text
        text = text.replace(line + "\n", "").replace("\n" + line, "")
    return text


def with_pasal_in_front(text: str) -> str:
    """A new first Pasal; all others bear the next number."""
    for number in range(9, 0, -1):
        text = text.replace(f"Pasal {number}\n", f"Pasal {number + 1}\n")
    return f"Pasal 1\nDesa melindungi sumber mata air dan hutan larangan.\n{text}"


# ---- renumbering, and the same words in many Pasal


@pytest.mark.parametrize(
    ("address", "now"),
    [
        ("Pasal 1 ayat (3)", "Pasal 2 ayat (3)"),
        ("Pasal 2 ayat (2)", "Pasal 3 ayat (2)"),
        ("Pasal 3 ayat (2)", "Pasal 4 ayat (2)"),
    ],
)
def test_the_same_fine_in_three_pasal_keeps_each_comment_in_its_own(address: str, now: str) -> None:
    new = with_pasal_in_front(AIR)
    for place in (carried(AIR, new, address), carried(AIR, new, address, "paling banyak Rp500.000,00")):
        assert (place.status, place.address) == ("placed", now)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_comment_on_a_pasal_follows_it_to_its_new_number(number: int) -> None:
    place = carried(AIR, with_pasal_in_front(AIR), f"Pasal {number}")
    assert (place.status, place.address) == ("placed", f"Pasal {number + 1}")


def test_a_deleted_fine_is_an_orphan_though_the_same_fine_stands_in_other_pasal() -> None:
    lines = AIR.splitlines()
    new = "\n".join([*lines[:6], "(2) " + TATA_CARA, *lines[8:]])
    for quote in ("", "denda paling banyak"):
        place = carried(AIR, new, "Pasal 2 ayat (2)", quote)
        assert (place.status, place.spans, place.address) == ("orphan", (), "Pasal 2")


def test_a_deleted_pasal_is_an_orphan_with_all_that_was_in_it() -> None:
    lines = AIR.splitlines()
    new = "\n".join([*lines[:4], *lines[8:]]).replace("Pasal 3", "Pasal 2").replace("Pasal 4", "Pasal 3")
    for address in ("Pasal 2", "Pasal 2 ayat (1)", "Pasal 2 ayat (2)", "Pasal 2 ayat (3)"):
        assert carried(AIR, new, address).status == "orphan", address
    assert carried(AIR, new, "Pasal 3 ayat (2)").address == "Pasal 2 ayat (2)"


def test_two_pasal_that_changed_places_take_their_comments_along() -> None:
    lines = AIR.splitlines()
    new = "\n".join([*lines[:4], "Pasal 2", *lines[9:12], "Pasal 3", *lines[5:8], *lines[12:]])
    for quote in ("", "dikenai denda"):
        assert carried(AIR, new, "Pasal 2 ayat (2)", quote).address == "Pasal 3 ayat (2)"
        assert carried(AIR, new, "Pasal 3 ayat (2)", quote).address == "Pasal 2 ayat (2)"


# ---- changed words


def test_a_changed_amount_keeps_the_comment_on_the_words_around_it() -> None:
    new = AIR.replace(
        "sebesar Rp5.000,00 (lima ribu rupiah)", "sebesar Rp7.500,00 (tujuh ribu lima ratus rupiah)"
    )
    place = carried(AIR, new, "Pasal 1 ayat (2)", "membayar iuran air sebesar Rp5.000,00")
    assert (place.status, place.address) == ("placed", "Pasal 1 ayat (2)")
    assert words(new, place).startswith("membayar iuran air sebesar")


def test_words_replaced_as_a_whole_are_put_to_a_person_at_their_ayat() -> None:
    new = AIR.replace("pada malam hari", "selama musim tanam padi")
    place = carried(AIR, new, "Pasal 3 ayat (1)", "malam hari")
    assert (place.status, place.level, place.address) == ("doubtful", "unit", "Pasal 3 ayat (1)")


def test_words_struck_out_are_an_orphan_beside_the_ayat_that_is_left() -> None:
    new = AIR.replace(" paling lambat tanggal 10 setiap bulan", "")
    place = carried(AIR, new, "Pasal 4 ayat (2)", "tanggal 10 setiap bulan")
    assert (place.status, place.spans, place.address) == ("orphan", (), "Pasal 4 ayat (2)")


def test_a_heavily_reworded_ayat_keeps_its_comment_among_ayat_that_stayed() -> None:
    new = AIR.replace(
        "mengawasi pemilahan dan melaporkannya kepada Kepala Desa paling lambat tanggal 10 setiap bulan.",
        "mengawasi pemilahan bersama kader lingkungan, serta mengumumkan hasilnya dalam pertemuan dusun.",
    )
    assert carried(AIR, new, "Pasal 4 ayat (2)").address == "Pasal 4 ayat (2)"
    assert carried(AIR, new, "Pasal 4 ayat (2)").status != "orphan"


def test_another_rule_in_the_place_of_a_deleted_one_never_gets_its_comment() -> None:
    new = AIR.replace(
        "(1) Pemilik ternak mengikat ternaknya pada malam hari.",
        "(1) Pengunjung wisata membayar karcis masuk di gerbang Desa.",
    )
    assert carried(AIR, new, "Pasal 3 ayat (1)").status == "orphan"
    assert carried(AIR, new, "Pasal 3 ayat (1)", "mengikat ternaknya").status == "orphan"


def test_similar_words_elsewhere_do_not_attract_the_comment_of_a_deleted_ayat() -> None:
    old = AIR.replace(
        "(2) Kepala Dusun mengawasi pemilahan dan melaporkannya kepada Kepala Desa paling lambat tanggal 10 setiap bulan.\n",
        "",
    )
    old = old.replace(
        "Pasal 2\n",
        "(4) Ketua RT mencatat meteran air dan melaporkannya kepada Kepala Desa paling lambat tanggal 10 setiap bulan.\nPasal 2\n",
    )
    new = without(AIR)  # the ayat on meters is gone; one on waste has come that ends in the same words
    place = carried(old, new, "Pasal 1 ayat (4)")
    assert place.status != "placed"
    assert carried(old, new, "Pasal 1 ayat (4)", "mencatat meteran air").status != "placed"


def test_a_pasal_in_the_place_of_a_deleted_one_that_says_one_thing_alike_does_not_get_its_comments() -> None:
    old = AIR.replace(
        "(1) Pemilik ternak mengikat ternaknya pada malam hari.",
        "(1) Kepala Desa dapat menyelenggarakan pelindungan pasar Desa dan kios milik warga setiap musim kemarau atas usul paling sedikit 10 (sepuluh) kepala keluarga.",
    )
    new = AIR.replace(
        "(1) Pemilik ternak mengikat ternaknya pada malam hari.",
        "(1) Pengurus Rukun Warga memelihara pemandian umum atas usul paling sedikit 10 (sepuluh) kepala keluarga.",
    )
    rest = "\n".join(AIR.splitlines()[10:12])
    old, new = old.replace(rest, "(2) Iuran dicatat."), new.replace(rest, "(2) Jalan dusun disapu bersama.")
    assert carried(old, new, "Pasal 3").status != "placed"
    assert carried(old, new, "Pasal 3 ayat (1)", "pelindungan pasar").status != "placed"


def test_a_short_pasal_of_which_only_the_beginning_is_left_is_put_to_a_person() -> None:
    short = "\nPasal 5\nKepala Desa mengusulkan perubahan atas penertiban alat mesin pertanian untuk kepentingan umum yang ditetapkan dengan Keputusan Kepala Desa.\nPasal 6\nPengelola embung mencatat pemakaian air sawah."
    other = "\nPasal 5\nKepala Desa mengusulkan perubahan atas penertiban alat mesin dengan biaya paling banyak Rp2.500.000,00 (dua juta lima ratus ribu rupiah)."
    place = carried(AIR + short, AIR + other, "Pasal 5")
    assert (place.status, place.address) == ("doubtful", "Pasal 5")


# ---- unchanged paragraphs


def test_words_of_a_paragraph_that_did_not_change_stay_where_they_stand_behind_another_number() -> None:
    new = AIR.replace("(2) Warga membayar", "(2) Air dialirkan pagi hari.\n(3) Warga membayar").replace(
        "(3) Setiap orang", "(4) Setiap orang", 1
    )
    place = carried(AIR, new, "Pasal 1 ayat (2)", "iuran air")
    assert (place.status, place.address, place.share) == ("placed", "Pasal 1 ayat (3)", 1.0)
    assert words(new, place) == "iuran air"
    assert carried(AIR, new, "Pasal 1 ayat (2)").address == "Pasal 1 ayat (3)"


def test_a_comment_on_a_number_goes_with_its_paragraph() -> None:
    new = AIR.replace("(2) Warga membayar", "(3) Warga membayar")
    place = carried(AIR, new, "Pasal 1 ayat (2)", "(2)")
    assert (place.status, place.level, place.address) == ("placed", "unit", "Pasal 1 ayat (3)")


# ---- moved, cut, joined


def test_an_ayat_moved_to_another_pasal_takes_its_comment_along() -> None:
    lines = AIR.splitlines()
    moved = lines.pop(13)
    new = "\n".join([*lines[:4], moved.replace("(1)", "(4)"), *lines[4:]])
    place = carried(AIR, new, "Pasal 4 ayat (1)", "memilah sampah sebelum dibuang")
    assert (place.status, place.address) == ("placed", "Pasal 1 ayat (4)")
    assert words(new, place) == "memilah sampah sebelum dibuang"


def test_an_ayat_moved_and_reworded_is_not_lost() -> None:
    lines = AIR.splitlines()
    lines.pop(14)
    reworded = "(4) Kepala Dusun mengawasi pemilahan itu dan melaporkannya kepada Kepala Desa paling lambat tanggal 15 setiap bulan."
    new = "\n".join([*lines[:4], reworded, *lines[4:]])
    place = carried(AIR, new, "Pasal 4 ayat (2)")
    assert (place.status != "orphan", place.address) == (True, "Pasal 1 ayat (4)")


def test_each_sentence_of_a_cut_ayat_keeps_its_own_comment() -> None:
    new = AIR.replace(" Petugas mengangkutnya", "\n(2) Petugas mengangkutnya").replace(
        "(2) Kepala Dusun", "(3) Kepala Dusun"
    )
    first = carried(AIR, new, "Pasal 4 ayat (1)", "tempat penampungan sementara")
    second = carried(AIR, new, "Pasal 4 ayat (1)", "dua kali seminggu")
    assert (first.status, first.address) == ("placed", "Pasal 4 ayat (1)")
    assert (second.status, second.address) == ("placed", "Pasal 4 ayat (2)")


def test_an_ayat_cut_inside_a_sentence_keeps_the_comments_of_both_halves() -> None:
    new = AIR.replace("pemilahan dan melaporkannya", "pemilahan.\n(3) Kepala Dusun melaporkannya").replace(
        "(3) Keten", "(4) Keten"
    )
    assert carried(AIR, new, "Pasal 4 ayat (2)", "mengawasi pemilahan").address == "Pasal 4 ayat (2)"
    assert (
        carried(AIR, new, "Pasal 4 ayat (2)", "kepada Kepala Desa paling lambat").address
        == "Pasal 4 ayat (3)"
    )


def test_a_joined_ayat_keeps_the_comments_of_both() -> None:
    new = AIR.replace("setiap hari pasaran.\n(2) Setiap orang", "setiap hari pasaran. Setiap orang").replace(
        "(3) Keten", "(2) Keten"
    )
    for address, quote in (
        ("Pasal 2 ayat (1)", "los pasar"),
        ("Pasal 2 ayat (2)", "dikenai denda"),
        ("Pasal 2 ayat (2)", ""),
    ):
        place = carried(AIR, new, address, quote)
        assert (place.status, place.address) == ("placed", "Pasal 2 ayat (1)"), (address, quote)


def test_a_quote_over_two_sentences_is_found_when_they_become_one() -> None:
    new = AIR.replace("sementara. Petugas", "sementara, lalu petugas")
    place = carried(AIR, new, "Pasal 4 ayat (1)", "penampungan sementara. Petugas mengangkutnya")
    assert (place.status, words(new, place)) == (
        "placed",
        "penampungan sementara, lalu petugas mengangkutnya",
    )


# ---- lists, definitions, headings, other parts

DAFTAR = """BAB I
KETENTUAN UMUM
Pasal 1
Dalam Peraturan Desa ini yang dimaksud dengan:
1. Desa adalah Desa Sumberagung.
2. Kepala Desa adalah Kepala Desa Sumberagung.
3. Warga adalah penduduk yang terdaftar di Desa.
BAB II
PENDATAAN
Pasal 2
(1) Pendataan pekerja migran memuat:
a. nama;
b. alamat;
c. negara tujuan; dan
d. nama dan alamat majikan di negara tujuan.
(2) Data diperbarui setiap 6 (enam) bulan.
PENJELASAN
ATAS
PERATURAN DESA SUMBERAGUNG
I. UMUM
Pekerja migran perlu dilindungi sejak dari Desa.
II. PASAL DEMI PASAL
Pasal 1
Cukup jelas.
Pasal 2
Cukup jelas."""


def test_a_short_item_is_found_by_its_list_when_items_come_before_it() -> None:
    new = DAFTAR.replace(
        "a. nama;\nb. alamat;\nc. negara tujuan; dan\nd. nama",
        "a. nomor paspor;\nb. nama;\nc. alamat;\nd. negara tujuan; dan\ne. nama",
    )
    for old, now in (("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")):
        place = carried(DAFTAR, new, f"Pasal 2 ayat (1) huruf {old}")
        assert (place.status, place.address) == ("placed", f"Pasal 2 ayat (1) huruf {now}")


def test_definitions_in_new_order_keep_their_comments() -> None:
    new = DAFTAR.replace(
        "2. Kepala Desa adalah Kepala Desa Sumberagung.\n3. Warga adalah penduduk yang terdaftar di Desa.",
        "2. Warga adalah penduduk yang terdaftar di Desa.\n3. Kepala Desa adalah Kepala Desa Sumberagung.",
    )
    assert carried(DAFTAR, new, "Pasal 1 angka 2").address == "Pasal 1 angka 3"
    assert carried(DAFTAR, new, "Pasal 1 angka 3", "terdaftar").address == "Pasal 1 angka 2"


def test_a_bab_is_found_by_its_title_and_by_its_pasal() -> None:
    later = DAFTAR.replace(
        "BAB II\nPENDATAAN",
        "BAB II\nASAS DAN TUJUAN\nPasal 2\nPelindungan berasaskan keterbukaan.\nBAB III\nPENDATAAN",
    ).replace("Pasal 2\n(1)", "Pasal 3\n(1)")
    place = carried(DAFTAR, later, "BAB II")
    assert (place.status, place.address) == ("placed", "BAB III")
    renamed = carried(DAFTAR, DAFTAR.replace("\nPENDATAAN", "\nBASIS DATA"), "BAB II")
    assert (renamed.status != "orphan", renamed.address) == (True, "BAB II")


def test_an_explanation_that_says_nothing_follows_the_pasal_it_explains() -> None:
    new = (
        DAFTAR.replace("Pasal 2\n(1)", "Pasal 3\n(1)")
        .replace("BAB II\n", "Pasal 2\nPelindungan berasaskan keterbukaan.\nBAB II\n")
        .replace("Pasal 2\nCukup jelas.", "Pasal 2\nCukup jelas.\nPasal 3\nCukup jelas.")
    )
    place = carried(DAFTAR, new, "Penjelasan Pasal 2", "Cukup jelas")
    assert (place.status, place.address) == ("placed", "Penjelasan Pasal 3")


def test_a_comment_on_the_whole_draft_needs_no_place() -> None:
    before, after = naskah(AIR), naskah(DAFTAR)
    (anchor,) = seek_unit(before, None)
    place = Carrier(before, after).place(anchor)
    assert (place.status, place.level, place.address) == ("placed", "whole", "Naskah")


def test_nothing_is_found_in_another_regulation() -> None:
    addresses = [f"Pasal {number}" for number in range(1, 5)] + ["Pasal 4 ayat (2)"]
    assert [carried(AIR, DAFTAR, address).status for address in addresses] == ["orphan"] * 5


# ---- tables


def table(*rows: str) -> Naskah:
    """A lampiran with a table, cells parted by "|"."""
    head = ["Pasal 1", "Tarif sewa aset Desa tercantum dalam Lampiran.", "LAMPIRAN", "TARIF SEWA ASET DESA"]
    blocks = [Block("body", "word/document.xml", i, "", text, None, i != 1) for i, text in enumerate(head)]
    for i, row in enumerate(rows):
        for j, text in enumerate(row.split("|")):
            blocks.append(Block("body", "word/document.xml", len(blocks), "", text.strip(), Cell(0, i, j)))
    return parse(blocks)


SEWA = (
    "No. | Aset | Satuan | Tarif",
    "1 | Balai Desa | hari | 100.000",
    "2 | Kursi plastik | hari | 1.000",
    "3 | Traktor tangan | hari | 100.000",
)


def test_a_row_keeps_its_comment_when_rows_come_and_numbers_change() -> None:
    old, new = (
        table(*SEWA),
        table(
            SEWA[0],
            "1 | Tenda | hari | 50.000",
            "2 | Balai Desa | hari | 100.000",
            "3 | Kursi plastik | hari | 1.000",
            "4 | Traktor tangan | hari | 100.000",
        ),
    )
    for quote, now in (
        ("Kursi plastik", "baris 3"),
        ("Traktor tangan", "baris 4"),
        ("Balai Desa", "baris 2"),
    ):
        address = f"Lampiran baris {int(now[-1]) - 1}"
        place = carried(old, new, address, quote)
        assert (place.status, words(new, place)) == ("placed", quote)
        assert place.address.endswith(now)


def test_a_changed_tariff_keeps_its_row_and_a_deleted_row_is_an_orphan() -> None:
    old, new = (
        table(*SEWA),
        table(SEWA[0], "1 | Balai Desa | hari | 150.000", "2 | Traktor tangan | hari | 100.000"),
    )
    changed = carried(old, new, "Lampiran baris 1")
    assert (changed.status, changed.address.endswith("baris 1")) == ("placed", True)
    assert carried(old, new, "Lampiran baris 2").status == "orphan"
    assert carried(old, new, "Lampiran baris 3", "100.000").address.endswith("baris 2")
