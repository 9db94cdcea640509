"""Headings and numbers in the dress that drafters give them, and the same words in running text, where they are references."""

from datetime import date

import pytest

from perdes_flow.legal.addresses import Address
from perdes_flow.legal.linting import lint
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.references import references
from perdes_flow.legal.units import HEADINGS, Naskah, Unit
from perdes_flow.legal.writer import write

OPENING = """\
PERATURAN DESA MAJU
NOMOR 2 TAHUN 2026
TENTANG
KEBERSIHAN
Menimbang : a. bahwa satu;
MEMUTUSKAN:
Menetapkan : PERATURAN DESA TENTANG KEBERSIHAN.
"""


def read(body: str) -> Naskah:
    return parse(blocks_of(OPENING + body + "\nDitetapkan di Maju"))


def tree(unit: Unit) -> str:
    """Number, words in brackets for headings and ayat, and what is below."""
    own = f"{unit.number or unit.kind} «{unit.text}»" if unit.text else unit.number or unit.kind
    below = " | ".join(map(tree, unit.children))
    return f"{own} [{below}]" if below else own


def body_of(naskah: Naskah) -> list[str]:
    return [tree(root) for root in naskah.roots if root.kind in HEADINGS]


ONE = "Pasal 1 [ayat «Warga tertib.»]"
HEADS = {
    "the number of a Bab in a paragraph of its own": ("BAB\nI\nKETENTUAN UMUM\nPasal 1\nWarga tertib.\nBAB\nII\nPENUTUP\nPasal 2\nWarga taat.", [f"BAB I «KETENTUAN UMUM» [{ONE}]", "BAB II «PENUTUP» [Pasal 2 [ayat «Warga taat.»]]"]),
    "number and title together below the word": ("BAB\nI KETENTUAN UMUM\nPasal 1\nWarga tertib.", [f"BAB I «KETENTUAN UMUM» [{ONE}]"]),
    "a Bagian in two paragraphs": ("BAB I\nUMUM\nBagian\nKesatu\nMaksud\nPasal 1\nWarga tertib.", [f"BAB I «UMUM» [Bagian Kesatu «Maksud» [{ONE}]]"]),
    "a Pasal in two paragraphs": ("Pasal\n1\nWarga tertib.\nPasal\n2\n(1) Satu.\n(2) Dua.", [ONE, "Pasal 2 [(1) «Satu.» | (2) «Dua.»]"]),
    "a dash before the title": ("BAB I - KETENTUAN UMUM\nPasal 1\nWarga tertib.\nBAB II – PENUTUP\nPasal 2\nWarga taat.", [f"BAB I «KETENTUAN UMUM» [{ONE}]", "BAB II «PENUTUP» [Pasal 2 [ayat «Warga taat.»]]"]),
    "a dash without blanks": ("BAB I-KETENTUAN UMUM\nPasal 1\nWarga tertib.", [f"BAB I «KETENTUAN UMUM» [{ONE}]"]),
    "a colon before the title": ("BAB I : KETENTUAN UMUM\nPasal 1\nWarga tertib.\nBAB II: PENUTUP\nPasal 2\nWarga taat.", [f"BAB I «KETENTUAN UMUM» [{ONE}]", "BAB II «PENUTUP» [Pasal 2 [ayat «Warga taat.»]]"]),
    "a full stop after the number": ("BAB I.\nKETENTUAN UMUM\nPasal 1\nWarga tertib.\nBAB II. PENUTUP\nPasal 2.\nWarga taat.", [f"BAB I «KETENTUAN UMUM» [{ONE}]", "BAB II «PENUTUP» [Pasal 2 [ayat «Warga taat.»]]"]),
    "Arabic numbers": ("BAB 1\nKETENTUAN UMUM\nPasal 1\nWarga tertib.\nBAB 2\nPENUTUP\nPasal 2\nWarga taat.", [f"BAB 1 «KETENTUAN UMUM» [{ONE}]", "BAB 2 «PENUTUP» [Pasal 2 [ayat «Warga taat.»]]"]),
    "small letters": ("bab i\nketentuan umum\npasal 1\nWarga tertib.\npasal 2\n(1) Satu.\n(2) Dua.", ["bab i «ketentuan umum» [pasal 1 [ayat «Warga tertib.»] | pasal 2 [(1) «Satu.» | (2) «Dua.»]]"]),
    "letters apart": ("B A B I\nKETENTUAN UMUM\nP a s a l 1\nWarga tertib.\nB A B I I PENUTUP\nP A S A L 2\nWarga taat.", [f"BAB I «KETENTUAN UMUM» [{ONE}]", "BAB II «PENUTUP» [PASAL 2 [ayat «Warga taat.»]]"]),
    "a full stop after the word, no blank, brackets": ("Pasal. 1\nWarga tertib.\nPasal2\nWarga taat.\nPasal (3)\nWarga rajin.", [ONE, "Pasal 2 [ayat «Warga taat.»]", "Pasal 3 [ayat «Warga rajin.»]"]),
    "an ordinal in two words": ("BAB I\nUMUM\nBagian Ke Satu\nMaksud\nPasal 1\nWarga tertib.\nBagian Ke-2\nTujuan\nPasal 2\nWarga taat.", [f"BAB I «UMUM» [Bagian Ke Satu «Maksud» [{ONE}] | Bagian Ke-2 «Tujuan» [Pasal 2 [ayat «Warga taat.»]]]"]),
    "parted by a scan": ("\n".join(f"Pa sal {i}\nWarga tertib." for i in range(1, 10)) + "\nPasal 1 0\nWarga taat.", [*(f"Pasal {i} [ayat «Warga tertib.»]" for i in range(1, 10)), "Pasal 10 [ayat «Warga taat.»]"]),
    "a dash after the word": ("Pasal - 1\nWarga tertib.\nPasal-2\nWarga taat.", [ONE, "Pasal 2 [ayat «Warga taat.»]"]),
    "an inserted Pasal": ("Pasal 1\nWarga tertib.\nPasal 1 A\nWarga taat.\nPasal 2\nWarga rajin.", [ONE, "Pasal 1A [ayat «Warga taat.»]", "Pasal 2 [ayat «Warga rajin.»]"]),
    "a Pasal that was forgotten": ("pasal 1\nWarga tertib.\npasal 3\nWarga taat.", ["pasal 1 [ayat «Warga tertib.»]", "pasal 3 [ayat «Warga taat.»]"]),
    "no full stop before it": ("pasal 1\nWarga tertib\npasal 2\n(1) Satu.\n(2) Dua.", ["pasal 1 [ayat «Warga tertib»]", "pasal 2 [(1) «Satu.» | (2) «Dua.»]"]),
}  # fmt: skip
AYAT = {
    "the word before the number": ("Pasal 1\nAyat (1) Warga tertib.\nAyat (2) Warga taat:\na. siang; dan\nb. malam.", ["Pasal 1 [Ayat (1) «Warga tertib.» | Ayat (2) «Warga taat:» [a. «siang; dan» | b. «malam.»]]"]),
    "the word above the text": ("Pasal 1\nAyat (1)\nWarga tertib.\nAyat (2)\nWarga taat.", ["Pasal 1 [Ayat (1) «Warga tertib.» | Ayat (2) «Warga taat.»]"]),
    "without brackets, in small letters": ("Pasal 1\nayat 1 Warga tertib.\nayat 2. Warga taat.", ["Pasal 1 [ayat 1 «Warga tertib.» | ayat 2 «Warga taat.»]"]),
    "no full stop before it": ("Pasal 1\nAyat (1) Warga tertib\nAyat (2) Warga taat.", ["Pasal 1 [Ayat (1) «Warga tertib» | Ayat (2) «Warga taat.»]"]),
    "a full stop within the brackets": ("Pasal 1\n(1.) Warga tertib.\n(2.) Warga taat.", ["Pasal 1 [(1) «Warga tertib.» | (2) «Warga taat.»]"]),
    "mixed with numbers alone": ("Pasal 1\n(1) Warga tertib.\nAyat (2) Warga taat.\n(3) Selesai.", ["Pasal 1 [(1) «Warga tertib.» | Ayat (2) «Warga taat.» | (3) «Selesai.»]"]),
}  # fmt: skip
TITLES = {
    "above numbered ayat": ("Pasal 1\nHak dan kewajiban warga\n(1) Warga tertib.\n(2) Warga taat.", ["Pasal 1 «Hak dan kewajiban warga» [(1) «Warga tertib.» | (2) «Warga taat.»]"]),
    "above ayat with the word": ("Pasal 1\nHak Warga\nAyat (1) Warga tertib.", ["Pasal 1 «Hak Warga» [Ayat (1) «Warga tertib.»]"]),
    "above a text without ayat": ("Pasal 1\nHak Warga\nSetiap warga berhak atas air bersih.", ["Pasal 1 «Hak Warga» [ayat «Setiap warga berhak atas air bersih.»]"]),
    "in capitals": ("Pasal 1\nHAK WARGA\nSetiap warga berhak atas air bersih.", ["Pasal 1 «HAK WARGA» [ayat «Setiap warga berhak atas air bersih.»]"]),
    "on the line of the number": ("Pasal 1 Hak Warga\n(1) Warga tertib.\n(2) Warga taat.\nPasal 2: Kewajiban\nSetiap warga wajib tertib.", ["Pasal 1 «Hak Warga» [(1) «Warga tertib.» | (2) «Warga taat.»]", "Pasal 2 «Kewajiban» [ayat «Setiap warga wajib tertib.»]"]),
    "in brackets": ("Pasal 1\n(Hak Warga)\n(1) Warga tertib.\n(2) Warga taat.", ["Pasal 1 «(Hak Warga)» [(1) «Warga tertib.» | (2) «Warga taat.»]"]),
    "in two lines": ("Pasal 1\nHak Warga yang Bekerja\ndi Luar Desa\n(1) Warga tertib.\n(2) Warga taat.", ["Pasal 1 «Hak Warga yang Bekerja di Luar Desa» [(1) «Warga tertib.» | (2) «Warga taat.»]"]),
}  # fmt: skip
# the same words where they are none of it
RUNNING = {
    "a reference at the start of a line": ("Pasal 1\n(1) Warga sebagaimana dimaksud dalam\npasal 2 ayat (2) wajib tertib.\n(2) Warga sebagaimana dimaksud dalam\npasal 2\nwajib taat menurut ketentuan\npasal 2.\n(3) Selesai.", ["Pasal 1 [(1) «Warga sebagaimana dimaksud dalam pasal 2 ayat (2) wajib tertib.» | (2) «Warga sebagaimana dimaksud dalam pasal 2 wajib taat menurut ketentuan pasal 2.» | (3) «Selesai.»]"]),
    "an enumeration of them": ("Pasal 1\nWarga menurut pasal 8, pasal 9,\npasal 2\ndan pasal 3 wajib tertib.", ["Pasal 1 [ayat «Warga menurut pasal 8, pasal 9, pasal 2 dan pasal 3 wajib tertib.»]"]),
    "what the text lists": ("Pasal 1\nDicabut ketentuan berikut:\na. pasal 2;\nb. pasal 3; dan\nc. bab ii.", ["Pasal 1 [ayat «Dicabut ketentuan berikut:» [a. «pasal 2;» | b. «pasal 3; dan» | c. «bab ii.»]]"]),
    "a reference to an ayat": ("Pasal 1\n(1) Warga tertib.\n(2) Warga sebagaimana dimaksud pada\nayat (3) wajib taat kepada ketentuan\nayat 3 dan\nAyat (3) juga.\n(3) Selesai.", ["Pasal 1 [(1) «Warga tertib.» | (2) «Warga sebagaimana dimaksud pada ayat (3) wajib taat kepada ketentuan ayat 3 dan Ayat (3) juga.» | (3) «Selesai.»]"]),
    "an unfinished sentence above a list": ("Pasal 1\nWarga Desa\na. tertib; dan\nb. taat.", ["Pasal 1 [ayat «Warga Desa» [a. «tertib; dan» | b. «taat.»]]"]),
    "an introduction above numbers in brackets": ("Pasal 1\nDalam Peraturan Desa ini yang dimaksud dengan\n(1) Desa adalah Maju.\n(2) Kas adalah uang.", ["Pasal 1 [ayat «Dalam Peraturan Desa ini yang dimaksud dengan» [(1) «Desa adalah Maju.» | (2) «Kas adalah uang.»]]"]),
    "a sentence cut at the margin": ("Pasal 1\nKetua dan Anggota Badan Permusyawaratan Desa Maju serta Perangkat\nDesa Maju wajib tertib.", ["Pasal 1 [ayat «Ketua dan Anggota Badan Permusyawaratan Desa Maju serta Perangkat Desa Maju wajib tertib.»]"]),
    "a whole sentence above ayat": ("Pasal 1\nWarga wajib tertib.\n(1) Pagi.\n(2) Malam.", ["Pasal 1 [ayat «Warga wajib tertib.» | (1) «Pagi.» | (2) «Malam.»]"]),
    "a list of chapters": ("Pasal 1\nLaporan memuat:\nBAB I - PENDAHULUAN\nBAB II - PENUTUP\nPasal 2\nWarga taat.", ["Pasal 1 [ayat «Laporan memuat:» [larik «BAB I - PENDAHULUAN» | larik «BAB II - PENUTUP»]]", "Pasal 2 [ayat «Warga taat.»]"]),
}  # fmt: skip
ALL = {**HEADS, **AYAT, **TITLES, **RUNNING}


@pytest.mark.parametrize("form", ALL)
def test_it_is_read_as_a_reader_reads_it(form: str) -> None:
    body, expected = ALL[form]
    naskah = read(body)
    assert body_of(naskah) == expected
    assert naskah.remarks == ()


@pytest.mark.parametrize("automatic", [False, True])
@pytest.mark.parametrize("form", ALL)
def test_written_out_and_read_again_it_is_the_same(form: str, automatic: bool) -> None:
    naskah = read(ALL[form][0])
    assert parse(write(naskah, automatic=automatic)) == naskah


@pytest.mark.parametrize("form", [*HEADS, *AYAT, *TITLES])
def test_every_unit_is_found_at_the_address_people_write(form: str) -> None:
    naskah = read(ALL[form][0])
    for address, unit in naskah.places():
        assert naskah.find(Address.parse(str(address))) is not None, address
        assert "  " not in str(address)
        assert unit.kind != "larik" or unit.text in ("Ditetapkan di Maju", *OPENING.splitlines())


def test_what_is_not_written_as_the_law_writes_it_is_remarked_once() -> None:
    naskah = read("bab 1\nUMUM\npasal 1\nAyat (1) Warga tertib.\nayat 3 Warga taat.\nPasal2\nWarga rajin.")
    found = [
        (f.rule, f.at, f.message)
        for f in lint(naskah, state="penyusunan", on=date(2026, 11, 24))
        if f.rule in ("PD-35", "PD-39", "PD-40")
    ]
    assert found == [
        ("PD-35", "BAB 1", "Bab bernomor “bab 1”."),
        ("PD-39", "Pasal 1", "Ditulis “pasal 1”."),
        ("PD-40", "Pasal 1 ayat (1)", "Ayat bernomor “Ayat (1)”."),
        ("PD-40", "Pasal 1 ayat (3)", "Ayat bernomor “ayat 3”."),
        ("PD-40", "Pasal 1 ayat (3)", "Ayat (3) seharusnya (2)."),
    ]


def test_references_lead_to_them() -> None:
    naskah = read(
        "pasal 1\nHak Warga\nAyat (1) Warga tertib.\nAyat (2) Warga sebagaimana dimaksud pada ayat (1) taat.\n"
        "P a s a l 2\nWarga sebagaimana dimaksud dalam Pasal 1 ayat (2) rajin."
    )
    assert [(found.shown, str(found.target), found.resolved) for found in references(naskah)] == [
        ("ayat (1)", "Pasal 1 ayat (1)", True),
        ("Pasal 1 ayat (2)", "Pasal 1 ayat (2)", True),
    ]


NAMED = "PERATURAN DESA MAJU\nNOMOR 2 TAHUN 2026\nTENTANG\nKEBERSIHAN\n"


@pytest.mark.parametrize(
    "opening",
    [
        "M E N I M B A N G : a. bahwa satu;\nb. bahwa dua;\nM E N G I N G A T : 1. UU Desa;\nM E M U T U S K A N :\n"
        "M E N E T A P K A N : PERATURAN DESA TENTANG KEBERSIHAN.",
        "menimbang : a. bahwa satu;\nb. bahwa dua;\nmengingat : 1. UU Desa;\nMemutuskan\nmenetapkan : PERATURAN DESA TENTANG KEBERSIHAN.",
    ],
    ids=["letters apart", "small letters"],
)
def test_an_opening_in_another_dress_is_an_opening(opening: str) -> None:
    naskah = parse(blocks_of(f"{NAMED}{opening}\nPasal 1\nWarga tertib."))
    assert [unit.kind for unit in naskah.roots[1].children] == [
        "menimbang",
        "mengingat",
        "memutuskan",
        "menetapkan",
    ]
    menimbang, _, _, menetapkan = naskah.roots[1].children
    assert [item.number for item in menimbang.children] == ["a.", "b."]
    assert menetapkan.text == "PERATURAN DESA TENTANG KEBERSIHAN."
    assert body_of(naskah) == [ONE]
    assert parse(write(naskah)) == naskah


def test_letters_apart_in_the_labels_of_the_opening_are_remarked() -> None:
    naskah = parse(
        blocks_of(
            f"{NAMED}M E N I M B A N G : a. bahwa satu;\nMEMUTUSKAN:\nMenetapkan: PERATURAN DESA.\nPasal 1\nYa."
        )
    )
    found = [f.at for f in lint(naskah, state="penyusunan", on=date(2026, 11, 24)) if f.rule == "PD-10"]
    assert found == ["Menimbang"]


def test_a_penutup_and_a_penjelasan_in_another_dress_are_what_they_are() -> None:
    naskah = parse(
        blocks_of(
            f"{OPENING}Pasal 1\n(1) Warga tertib.\n(2) Warga taat:\na. siang; dan\nb. malam.\n"
            "Agar supaya setiap orang mengetahuinya, diundangkan.\nDi tetapkan di Maju\nDi undangkan di Maju\n"
            "Penjelasan\nAtas Peraturan Desa Maju\nI. Umum\nDesa mengurus warganya.\nII. Pasal demi Pasal\npasal 1\n"
            "ayat (1)\nCukup jelas.\nAyat(2)\nHuruf a\nLihat penjelasan\nayat (1).\nhuruf b\nCukup jelas."
        )
    )
    assert [root.kind for root in naskah.roots] == ["judul", "pembukaan", "pasal", "penutup", "penjelasan"]
    assert [line.text for line in naskah.roots[3].children] == [
        "Agar supaya setiap orang mengetahuinya, diundangkan.",
        "Di tetapkan di Maju",
        "Di undangkan di Maju",
    ]
    assert [tree(unit) for unit in naskah.roots[4].children][2:] == [
        "I. Umum [larik «Desa mengurus warganya.»]",
        "larik «II. Pasal demi Pasal»",
        "pasal 1 [ayat (1) «Cukup jelas.» | Ayat (2) [Huruf a «Lihat penjelasan ayat (1).» | huruf b «Cukup jelas.»]]",
    ]
    assert naskah.find(Address.parse("Penjelasan Pasal 1 ayat (2) huruf b")) is not None
    assert parse(write(naskah)) == naskah


def test_the_next_change_ends_a_quoted_list_that_could_go_on_with_its_number() -> None:
    naskah = read(
        "Pasal I\nBeberapa ketentuan diubah sebagai berikut:\n"
        "1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:\nPasal 1\nDalam Peraturan Desa ini yang dimaksud dengan:\n"
        "1. Desa adalah Maju.\n2. Ketentuan adalah aturan.\n"
        "2. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\nPasal 5\nSyarat:\n1. satu;\n2. dua.\n"
        "3. Pasal 7 dihapus.\n4. Di antara Pasal 8 dan Pasal 9 disisipkan 1 (satu) pasal, yakni Pasal 8A sehingga berbunyi sebagai berikut:\n"
        "Pasal 8A\nWarga taat.\nPasal II\nPeraturan Desa ini mulai berlaku pada tanggal diundangkan."
    )
    changes = naskah.all_pasal()[0].children[0].children
    assert [change.number for change in changes] == ["1.", "2.", "3.", "4."]
    assert [[quoted.number for quoted in change.children] for change in changes] == [
        ["Pasal 1"],
        ["Pasal 5"],
        [],
        ["Pasal 8A"],
    ]


def test_a_penjelasan_in_columns_is_read_pasal_by_pasal_and_ends_with_its_gazette() -> None:
    rows = "\n".join(f"Pasal {place}\t:\tCukup jelas." for place in (1, 2, 3))
    text = f"PENJELASAN\nI. UMUM\nSatu.\nII. PASAL DEMI PASAL\n{rows}\nTAMBAHAN LEMBARAN DESA MAJU NOMOR 2\n"
    signed = "Pasal 1\nWarga tertib.\nDitetapkan di Maju\nKEPALA DESA MAJU,\nBUDI\n"
    naskah = parse(blocks_of(OPENING + signed + text))
    (explanation,) = naskah.parts("penjelasan")
    assert [tree(child) for child in explanation.children[-4:]] == [
        "Pasal 1 «Cukup jelas.»",
        "Pasal 2 «Cukup jelas.»",
        "Pasal 3 «Cukup jelas.»",
        "larik «TAMBAHAN LEMBARAN DESA MAJU NOMOR 2»",
    ]
    assert parse(write(naskah)) == naskah
