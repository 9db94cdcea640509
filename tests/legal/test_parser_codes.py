"""Codes of law of several hundred Pasal, whole and as printed, and laws that quote the text they change."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from invented_code import Code, explained_lines, word_lines
from word_manners import docx_of

from perdes_flow.legal.linting import lint
from perdes_flow.legal.outline import outline
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.references import references
from perdes_flow.legal.units import Naskah, Unit
from perdes_flow.legal.writer import write
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read as blocks_of_docx


def read(lines: list[str]) -> Naskah:
    return parse(blocks_of("\n".join(lines)))


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("width", [None, 58, 40])
def test_a_code_of_624_pasal_is_read_whole_and_as_it_was_printed(seed: int, width: int | None) -> None:
    code = Code(seed)
    naskah = read(code.printed(width) if width else code.lines())
    assert outline(naskah).model_dump()["body"] == [book.tree() for book in code.books]
    assert [pasal.number for pasal in naskah.all_pasal()] == [f"Pasal {i}" for i in range(1, 625)]


@pytest.mark.parametrize("automatic", [False, True])
def test_in_word_it_is_the_same_with_typed_numbers_and_with_those_of_word(automatic: bool) -> None:
    code = Code(4)
    docx = docx_of("\n".join(word_lines(code.books, automatic=automatic)))
    naskah = parse(blocks_of_docx(Package.open(docx)))
    assert outline(naskah).model_dump()["body"] == [book.tree() for book in code.books]


@pytest.mark.parametrize("seed", [1, 2])
def test_its_explanation_is_read_pasal_by_pasal(seed: int) -> None:
    code = Code(seed)
    explanation = code.explanation()
    naskah = read([*code.lines(), *explained_lines(explanation)])
    found = naskah.part("penjelasan")
    assert found is not None
    explained = [unit for unit in found.children if unit.kind == "pasal"]
    assert [plain(unit) for unit in explained] == [pasal.tree() for pasal in explanation]
    assert all(reference.resolved for reference in references(naskah) if reference.internal)
    assert parse(write(naskah)) == naskah


def plain(unit: Unit) -> dict[str, object]:
    below = [plain(child) for child in unit.children]
    return {"kind": unit.kind, "number": unit.number, "text": unit.text, "children": below}


TEXTS = sorted(Path(__file__).with_name("texts").glob("*.txt"))


@pytest.mark.parametrize("automatic", [False, True])
def test_a_code_and_every_manner_of_regulation_is_the_same_when_written_and_read_again(
    automatic: bool,
) -> None:
    texts = [path.read_text(encoding="utf-8") for path in TEXTS]
    for naskah in (read(Code(3, 120).printed()), *(parse(blocks_of(text)) for text in texts)):
        assert parse(write(naskah, automatic=automatic)) == naskah


@pytest.mark.parametrize("seed", [1, 3])
def test_its_references_lead_where_a_reader_would_look(seed: int) -> None:
    code = Code(seed)
    meant = Counter(mention for book in code.books for unit in book.walk() for mention in unit.mentions)
    found = [r for r in references(read(code.printed())) if r.at.steps[0].kind == "pasal"]
    assert Counter((r.shown, str(r.target) if r.target else None) for r in found) == meant
    assert all(r.resolved for r in found if r.internal)


def test_a_clean_code_has_no_error() -> None:
    assert [
        f
        for f in lint(read(Code(1).lines()), state="berlaku", on=date(2026, 11, 24))
        if f.severity == "error"
    ] == []


def tree(unit: Unit) -> object:
    """A unit in short: its number, else its kind, and what is below."""
    shown = unit.number or unit.kind
    return [shown, *map(tree, unit.children)] if unit.children else shown


HEAD = "UNDANG-UNDANG CONTOH\nNOMOR 1 TAHUN 2023\nTENTANG\nCONTOH\nMenimbang: a. bahwa x;\nMEMUTUSKAN:\nMenetapkan: UNDANG-UNDANG TENTANG CONTOH.\n"


def body(text: str) -> list[object]:
    roots = parse(blocks_of(HEAD + text)).roots
    return [tree(root) for root in roots if root.kind not in ("judul", "pembukaan")]


def test_a_pasal_that_changes_another_law_keeps_what_it_quotes_below_itself() -> None:
    text = """\
Pasal 1
Undang-Undang ini mengatur.
Pasal 2
Beberapa ketentuan dalam Undang-Undang Nomor 23 Tahun 1999 diubah sebagai berikut:
1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:
Pasal 3
(1) Bank adalah lembaga.
(2) Bank wajib:
a. satu; dan
b. dua.
2. Di antara Pasal 3 dan Pasal 4 disisipkan 1 (satu) pasal, yakni Pasal 3A sehingga berbunyi sebagai berikut:
“Pasal 3A
Bank dapat.
3. Pasal 8 dihapus.
4. Judul BAB IV diubah sehingga BAB IV berbunyi sebagai berikut:
BAB IV
PEMERIKSAAN
5. BAB V diubah sehingga berbunyi sebagai berikut:
BAB V
PENGAWASAN
Bagian Kesatu
Umum
Pasal 15
Dihapus.
Pasal 3
Undang-Undang ini mulai berlaku.
"""
    quoted = ["BAB V", ["Bagian Kesatu", ["Pasal 15", "ayat"]]]
    third = ["Pasal 3", "(1)", ["(2)", "a.", "b."]]
    changes = [["1.", third], ["2.", ["“Pasal 3A", "ayat"]], "3.", ["4.", "BAB IV"], ["5.", quoted]]
    assert body(text) == [["Pasal 1", "ayat"], ["Pasal 2", ["ayat", *changes]], ["Pasal 3", "ayat"]]


def test_words_that_a_line_break_tore_from_a_sentence_are_no_heading() -> None:
    text = """\
Pasal 1
(1) Dalam hal ketentuan mengenai pengacuan sebagaimana dimaksud dalam Pasal 450,
Pasal 451, dan Pasal 2
diacu, pengacuannya diganti dengan:
a. Pasal 598; dan
b. Pasal 9 dan
Pasal 2.
(2) Ketentuan dalam:
a. Pasal 8, Pasal 9, dan Pasal 36 sampai dengan
Pasal 40 Undang-Undang Nomor 26 Tahun 2000; dan
b. Pasal 37 Undang-Undang Nomor 13 Tahun 2006,
dicabut dan dinyatakan tidak berlaku.
Pasal 2
Selesai.
"""
    first = ["Pasal 1", ["(1)", "a.", "b."], ["(2)", "a.", "b.", "lanjutan"]]
    assert body(text) == [first, ["Pasal 2", "ayat"]]


def test_the_last_item_of_a_list_goes_on_where_its_line_had_no_room_for_more() -> None:
    text = """\
Pasal 1
Setiap Orang yang melakukan salah satu perbuatan berikut ini:
a. menyimpan surat berharga yang bukan miliknya sendiri
atau milik orang lain; atau
b. membubuhkan tanda yang asli pada Barang yang dijual,
dengan maksud memakainya.
Pasal 2
Setiap Orang yang melakukan salah satu perbuatan berikut ini:
a. menyimpan surat berharga yang bukan miliknya sendiri
atau milik orang lain; atau
b. membubuhkan tanda yang asli pada Barang yang dijual
atau dibeli,
dipidana dengan pidana denda.
"""
    assert body(text) == [["Pasal 1", ["ayat", "a.", "b."]], ["Pasal 2", ["ayat", "a.", "b.", "lanjutan"]]]


def test_a_scanned_number_is_a_number() -> None:
    pasal = parse(blocks_of(HEAD + "Pasal 169\nSatu.\nPasal l7O\nDua.\nPasal 171\nTiga.\n")).all_pasal()
    assert [one.number for one in pasal] == ["Pasal 169", "Pasal l7O", "Pasal 171"]


def test_marks_of_the_page_are_no_text_wherever_they_stand() -> None:
    marks = "Pasal 2 . . .\nSK No 123456 A\nPRESIDEN\nREPUBLIK INDONESIA\n- 2 -\n"
    text = "Pasal 1\nSatu dan\n" + marks.replace("Pasal 2", "dua.") + "dua.\n" + marks + "Pasal 2\nTiga.\n"
    naskah = parse(blocks_of(HEAD + text))
    assert [pasal.children[0].text for pasal in naskah.all_pasal()] == ["Satu dan dua.", "Tiga."]
    assert len(naskah.remarks) == 10


def test_a_form_to_fill_in_is_no_page_mark() -> None:
    text = "Pasal 1\nSatu.\nDitetapkan di ...\npada tanggal ...\nDiundangkan di ...\npada tanggal ...\n"
    assert parse(blocks_of(HEAD + text)).remarks == ()


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        (
            "Bab I sampai dengan Bab II Buku Kesatu",
            ["BUKU KESATU BAB I", "BUKU KESATU BAB II", "BUKU KESATU"],
        ),
        ("BAB II", ["BUKU KEDUA BAB II"]),
        ("rencana (Bab I Pendahuluan dan Bab II Visi)", []),  # the chapters of an annexed plan
        ("Pasal 1 pengacuannya diganti dengan Pasal 2", [None, "Pasal 2"]),
        ("Pasal 310 KUHAP", [None]),
        ("Pasal 1 Undang-Undang ini", ["Pasal 1"]),
    ],
)
def test_references_to_books_and_to_other_codes(words: str, leads_to: list[str | None]) -> None:
    books = ["BUKU KESATU", "UMUM", "BAB I", "SATU", "Pasal 1", "Satu.", "BAB II", "DUA", "Pasal 2", "Dua."]
    books += ["BUKU KEDUA", "LAIN", "BAB I", "SATU", "Pasal 3", "Tiga.", "BAB II", "DUA", "Pasal 4"]
    naskah = parse(blocks_of(HEAD + "\n".join([*books, f"Ketentuan {words} tetap berlaku."])))
    found = [r for r in references(naskah) if str(r.at) == "Pasal 4"]
    assert [str(r.target) if r.target else None for r in found] == leads_to
    assert all(r.resolved for r in found if r.internal)
