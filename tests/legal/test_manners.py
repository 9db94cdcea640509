"""Word files as other offices write them: the tree is the one a reader sees, and nothing is called an error that is none."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from word_manners import docx_of

from perdes_flow.legal.linting import lint
from perdes_flow.legal.parser import parse
from perdes_flow.legal.references import references
from perdes_flow.legal.units import HEADINGS, Naskah, Unit
from perdes_flow.legal.writer import write
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read

FOLDER = Path(__file__).with_name("manners")
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def naskah_of(name: str) -> Naskah:
    return parse(read(Package.open(docx_of((FOLDER / f"{name}.txt").read_text(encoding="utf-8")))))


def shown(naskah: Naskah) -> Iterator[str]:
    """The tree in short: every heading, ayat and list item by its number, lists in brackets, quoted Pasal in braces."""
    for part in ("menimbang", "mengingat"):
        unit = naskah.part(part)
        if unit:
            yield " ".join(
                [
                    part.capitalize(),
                    *(child.number.rstrip(".") or f"<{child.kind}>" for child in unit.children),
                ]
            )
    for root in naskah.roots:
        if root.kind in HEADINGS:
            yield from _below(root)


def _below(unit: Unit) -> Iterator[str]:
    if unit.kind == "pasal":
        yield f"{unit.number}: {_inner(unit)}"
        return
    yield f"{unit.number} {unit.text}".strip() if unit.kind in HEADINGS else f"<{unit.kind}> {unit.text}"
    for child in unit.children:
        yield from _below(child)


def _inner(unit: Unit) -> str:
    return " ".join(_short(child) for child in unit.children)


def _short(unit: Unit) -> str:
    if unit.kind == "larik":
        return f"/{unit.text}/"
    if unit.kind == "tabel":
        return "<tabel>"
    if unit.kind == "pasal":
        return f"{{{unit.number}: {_inner(unit)}}}"
    own = unit.number.rstrip(".") or ("-" if unit.kind == "ayat" else f"<{unit.kind}>")
    lists = [child for child in unit.children if child.kind in ("huruf", "angka", "butir", "definisi")]
    others = " ".join(_short(child) for child in unit.children if child not in lists)
    return " ".join(filter(None, [own, f"[{' '.join(map(_short, lists))}]" if lists else "", others]))


@pytest.mark.parametrize("name", NAMES)
def test_the_tree_is_the_one_that_a_reader_sees(name: str) -> None:
    assert list(shown(naskah_of(name))) == (FOLDER / f"{name}.pohon").read_text(encoding="utf-8").splitlines()


# what a careful reader would remark on them too
ADVICE = {
    "rpjm-lampiran": {("PD-19", "Menimbang huruf a")},  # the law comes first among the reasons
    "apbdes-rincian": {("PD-83", "Judul")},  # a budget is evaluated
    "apbdes-dua-lampiran": {("PD-83", "Judul")},
    "pungutan-tabel": {("PD-83", "Judul")},
    "ternak-penertiban": {("PD-47", "Pasal 1 angka 7")},  # Ternak Kecil is defined and not used
    "pencabutan": {("PD-83", "Judul")},  # what it revokes is a levy
    "makam-judul-pasal": {("PD-90", "Naskah")},  # typed numbers beside those of Word
    "tatib-satu-baris": {("PD-70", "Penutup"), ("PD-71", "Penutup")},  # “Ditetapkan di : Lembahsari”
}


# a regulation written as before 2014, each of its slips listed by eye: rule, places
OLD_STYLE = """\
PD-01 Judul
PD-02 Judul
PD-04 Judul
PD-10 Judul|Pembukaan
PD-13 Judul
PD-15 Menimbang huruf a|Menimbang huruf b
PD-16 Menimbang huruf b
PD-17 Menimbang huruf b
PD-30 Pembukaan
PD-32 Pembukaan
PD-34 Menetapkan
PD-40 Pasal 2 ayat (1)|Pasal 2 ayat (2)
PD-42 Pasal 2 ayat (1) huruf a|Pasal 2 ayat (1) huruf b
PD-43 Pasal 2 ayat (1) huruf a
PD-44 Pasal 1
PD-45 Pasal 1 huruf a|Pasal 1 huruf b
PD-47 Pasal 1 huruf b
PD-52 Pasal 4
PD-53 BAB III
PD-60 Pasal 3
PD-63 Pasal 4
PD-64 Pasal 3
PD-66 Pasal 5
PD-67 Penutup
PD-70 Penutup
PD-71 Penutup
PD-82 Judul
PD-83 Judul
"""
ADVICE["pungutan-gaya-lama"] = {
    (rule, at)
    for line in OLD_STYLE.splitlines()
    for rule, _, places in [line.partition(" ")]
    for at in places.split("|")
}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_blamed_that_is_right(name: str) -> None:
    findings = lint(naskah_of(name), state="berlaku", on=date(2026, 11, 24))
    assert {(finding.rule, finding.at) for finding in findings} == ADVICE.get(name, set())


BEGINNING = """\
^PERATURAN DESA MAJU
Menimbang : a. bahwa satu;
^MEMUTUSKAN:
Menetapkan : PERATURAN DESA TENTANG UJI.
"""
FORMS = {
    "signs that nobody sees": ("^\ufeffPasal 1\n(1)\u200b Warga ter\u00adtib.\n^Pasal\u200b 2\nWarga taat pada Undang\u2011Undang.", ["Pasal 1: (1)", "Pasal 2: -"]),
    "a blank before the bracket": ("^Pasal 1\n1 ) Warga tertib.\n2 ) Warga taat.", ["Pasal 1: 1) 2)"]),
    "other bullets below bullets": ("^Pasal 1\n(1) Warga:\n• rajin;\n• tertib:\n- pagi;\n- sore.\n(2) Selesai.", ["Pasal 1: (1) [• • [- -]] (2)"]),
    "other bullets beside bullets": ("^Pasal 1\nWarga:\n• rajin;\n- tertib;\n• jujur.", ["Pasal 1: - [• - •]"]),
    "ayat in one paragraph": ("^Pasal 1\n(1) Warga tertib. (2) Warga taat menurut ayat (1). (3) Petugas menegur.\n^Pasal 2 (1) Satu. (2) Dua.", ["Pasal 1: (1) (2) (3)", "Pasal 2: (1) (2)"]),
    "a reference in brackets after a full stop": ("^Pasal 1\n(1) Warga tertib; (2) dua hal dikecualikan.\n(2) Warga taat.", ["Pasal 1: (1) (2)"]),
    "an inserted item": ("^Pasal 1\nSyarat:\na. sehat;\na1. jujur; dan\nb. rajin.", ["Pasal 1: - [a a1 b]"]),
    "chapters of a plan with their sections": ("^BAB I\n^UMUM\n^Pasal 1\nSistematika:\nBAB I : PENDAHULUAN\n1.1 Latar Belakang\n1.2 Dasar Hukum\nBAB II : PROFIL\nBAB III : PENUTUP\n^BAB II\n^PENUTUP\n^Pasal 2\nSelesai.", ["BAB I UMUM", "Pasal 1: - /BAB I : PENDAHULUAN/ /1.1 Latar Belakang/ /1.2 Dasar Hukum/ /BAB II : PROFIL/ /BAB III : PENUTUP/", "BAB II PENUTUP", "Pasal 2: -"]),
    "roman numbers below letters": ("^Pasal 1\nSyarat:\na. umum:\ni. sehat;\nii. jujur; dan\niii. rajin; dan\nb. khusus.", ["Pasal 1: - [a [i ii iii] b]"]),
    "the letter i after h": ("^Pasal 1\nSyarat:\n" + "\n".join(f"{letter}. hal;" for letter in "abcdefghij"), ["Pasal 1: - [a b c d e f g h i j]"]),
    "letters in brackets": ("^Pasal 1\nSyarat:\n(a) sehat; dan\n(b) jujur.\n^Pasal 2\nWarga taat.", ["Pasal 1: - [(a) (b)]", "Pasal 2: -"]),
    "a dash after the number": ("Pasal 1 - Warga tertib.\nPasal 2 – Warga taat.", ["Pasal 1: -", "Pasal 2: -"]),
    "a colon after the Bab": ("^BAB I : UMUM\n^Pasal 1\nWarga tertib.", ["BAB I UMUM", "Pasal 1: -"]),
    "all in capitals": ("^BAB I\n^UMUM\n^PASAL 1\nWarga tertib.\n^PASAL 2\nWarga taat.", ["BAB I UMUM", "PASAL 1: -", "PASAL 2: -"]),
    "Pasal beside its text in a table": ("| Pasal 1 | (1) Warga tertib.¶(2) Warga taat.\n| Pasal 2 | Warga rajin.", ["Pasal 1: (1) (2)", "Pasal 2: -"]),
    "a table within an ayat, its cells broken": ("^Pasal 1\n(1) Tarif:\n| No | Jenis | Tarif\n| 1 | Surat⏎Pengantar | Rp5.000,00\n| 2 | Salinan | Rp2.000,00\n(2) Tarif dibayar tunai.", ["Pasal 1: (1) <tabel> (2)"]),
    "a broken line in the middle of a sentence": ("^Pasal 1\n(1) Warga yang memelihara⏎ternak wajib lapor.⏎(2) Laporan sebagaimana dimaksud pada⏎ayat (1) disampaikan lisan.", ["Pasal 1: (1) (2)"]),
    "no blank after the number": ("^Pasal 1\n(1)Warga tertib.\n(2)Warga taat:\na.siang; dan\nb.malam.", ["Pasal 1: (1) (2) [a b]"]),
    "the number of an ayat without brackets": ("^Pasal 1\n1. Warga tertib.\n2. Warga taat.", ["Pasal 1: 1 2"]),
    "a list that lost the words before it": ("^Pasal 1\n1. Ketua;\n2. Wakil.\n^Pasal 2\n1. Desa adalah Desa Maju.\n2. Warga adalah penduduk.", ["Pasal 1: - [1 2]", "Pasal 2: - [1 2]"]),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_seen_in_villages_is_read(form: str) -> None:
    body, expected = FORMS[form]
    naskah = parse(read(Package.open(docx_of(f"{BEGINNING}{body}\nDitetapkan di Maju"))))
    assert list(shown(naskah))[1:] == expected


def test_the_words_of_a_broken_line_stay_in_their_unit() -> None:
    body, _ = FORMS["a broken line in the middle of a sentence"]
    naskah = parse(read(Package.open(docx_of(BEGINNING + body))))
    assert [ayat.text for ayat in naskah.all_pasal()[0].children] == [
        "Warga yang memelihara ternak wajib lapor.",
        "Laporan sebagaimana dimaksud pada ayat (1) disampaikan lisan.",
    ]


def test_a_title_below_a_pasal_is_the_title_of_that_pasal() -> None:
    naskah = naskah_of("makam-judul-pasal")
    assert [pasal.text for pasal in naskah.all_pasal()] == [
        "Pengertian",
        "Tugas Juru Kunci",
        "Pengangkatan Juru Kunci",
        "Kewajiban dan Larangan",
        "",
        "Mulai Berlaku",
    ]


def test_the_head_of_an_annex_in_small_letters_is_its_head() -> None:
    text = (
        BEGINNING
        + "^Pasal 1\nTercantum dalam Lampiran I.\nLampiran I : Peraturan Desa Maju\nNomor : 2 Tahun 2026\nTanggal : 1 Mei 2026\n| No | Nama\n| 1 | Satu\n"
    )
    naskah = parse(read(Package.open(docx_of(text))))
    (annex,) = naskah.parts("lampiran")
    head = annex.child("judul")
    assert head
    assert [line.text for line in head.children][:3] == [
        "Peraturan Desa Maju",
        "Nomor : 2 Tahun 2026",
        "Tanggal : 1 Mei 2026",
    ]
    assert parse(write(naskah)) == naskah


def test_an_inserted_item_is_found_where_a_reference_points() -> None:
    text = (
        BEGINNING
        + "^Pasal 1\nSyarat:\na. sehat;\na1. jujur; dan\nb. rajin.\n^Pasal 2\nMenurut Pasal 1 huruf a1."
    )
    (found,) = [one for one in references(parse(read(Package.open(docx_of(text))))) if one.internal]
    assert (str(found.target), found.resolved) == ("Pasal 1 huruf a1", True)


def test_ayat_in_one_paragraph_are_commented_and_mended_each_at_its_words() -> None:
    text = BEGINNING + "^Pasal 1\n(1) Warga tertib dan atau taat. (2) Petugas menegur dan atau menasihati.\n"
    naskah = parse(read(Package.open(docx_of(text))))
    told = [one for one in lint(naskah, state="penyusunan", on=date(2026, 11, 24)) if one.rule == "PD-59"]
    assert [(one.at, one.replacement) for one in told] == [
        ("Pasal 1 ayat (1)", "dan/atau"),
        ("Pasal 1 ayat (2)", "dan/atau"),
    ]
    assert parse(write(naskah)).roots == naskah.roots


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011", "-\u200b", "\u00ad-"])
def test_another_hyphen_and_hidden_signs_change_nothing_that_is_found(hyphen: str) -> None:
    text = (FOLDER / "ketertiban.txt").read_text(encoding="utf-8")
    naskah = parse(read(Package.open(docx_of(text.replace("Undang-Undang", f"Undang{hyphen}Undang")))))
    assert lint(naskah, state="berlaku", on=date(2026, 11, 24)) == ()
    assert naskah.roots == naskah_of("ketertiban").roots
