"""The views of a comparison: what a reader of the page and of the matrix sees, written out by hand."""

import re
from datetime import UTC, datetime

import pytest
from lxml import html

from perdes_flow.publication.sandingan_page import SandinganPage, as_html
from perdes_flow.publication.sandingan_sheet import SandinganSheet, Wish, as_docx
from perdes_flow.word.gate import inspect
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.redline import Redline, redline
from perdes_flow.word.writer import Paragraph, Table, write

IURAN = "Setiap rumah tangga membayar iuran sampah sebesar {} setiap bulan kepada Desa."
CATAT = "Iuran sebagaimana dimaksud dalam Pasal {} dicatat oleh bendahara Desa pada buku kas."
RONDA = "Kepala Dusun mengatur giliran ronda malam bersama pengurus Rukun Tetangga."
TAMU = "Tamu yang menginap melapor kepada pengurus <Rukun Tetangga> & Kepala Dusun setempat."
BEBAS = "Rumah tangga yang tidak mampu dibebaskan dari pungutan itu oleh Kepala Desa."
OLD = ("Pasal 1", RONDA, "Pasal 2", IURAN.format("Rp10.000"), "Pasal 3", CATAT.format(2), "Pasal 4", TAMU)
NEW = (*("Pasal 1", RONDA, "Pasal 2", BEBAS, "Pasal 3", IURAN.format("Rp5.000"), "Pasal 4", CATAT.format(3)),)


def compared(old: tuple[str | Table, ...], new: tuple[str | Table, ...]) -> Redline:
    files = (
        write([line if isinstance(line, Table) else Paragraph(line) for line in lines])
        for lines in (old, new)
    )
    return redline(*files, author="Sekretaris Desa", at=datetime(2026, 11, 24, tzinfo=UTC))


@pytest.fixture(scope="module")
def result() -> Redline:
    return compared(OLD, NEW)


def page_of(result: Redline) -> str:
    return as_html(SandinganPage("Iuran & Ronda", "versi 2", "versi 3", result.changes, result.passages))


def test_every_passage_stands_once_with_what_went_and_what_came(result: Redline) -> None:
    assert [(p.kind, p.old, p.new, p.before, p.after) for p in result.passages] == [
        ("same", "Pasal 1", "Pasal 1", "Pasal 1", "Pasal 1"),
        ("same", "Pasal 1", "Pasal 1", RONDA, RONDA),
        ("inserted", "", "Pasal 2", "", "Pasal 2"),
        ("inserted", "", "Pasal 2", "", BEBAS),
        ("renumbered", "Pasal 2", "Pasal 3", "Pasal 2", "Pasal 3"),
        ("changed", "Pasal 2", "Pasal 3", OLD[3], NEW[5]),
        ("renumbered", "Pasal 3", "Pasal 4", "Pasal 3", "Pasal 4"),
        ("renumbered", "Pasal 3", "Pasal 4", OLD[5], NEW[7]),
        ("deleted", "Pasal 4", "", "Pasal 4", ""),
        ("deleted", "Pasal 4", "", TAMU, ""),
    ]


def test_the_page_counts_says_and_hides_the_renumbering_until_asked(result: Redline) -> None:
    page = html.fromstring(page_of(result))
    assert page.xpath("//p[@class='ringkas']")[0].text_content() == (
        "1 berubah, 1 ditambahkan, 1 dihapus, 3 hanya nomor atau rujukannya."
    )
    assert [label.text for label in page.xpath("//label")] == [
        "Tampilkan penomoran (3)",
        "Tampilkan pasal yang tidak berubah",
    ]
    said = [(item.get("class"), item.text_content()) for item in page.xpath("//ol/li")]
    assert (None, "Pasal 3: “Rp10.000” menjadi “Rp5.000”.") in said
    assert ("m", "Pasal 2 menjadi Pasal 3, hanya nomornya.") in said
    assert [section.get("class") for section in page.xpath("//section")] == ["k", "u", "u", "m", "u"]
    quiet = [p.text_content() for p in page.xpath("//p[@class='lewat']")]
    assert quiet == ["Pasal 1: tidak berubah", "Pasal 4: tidak berubah, selain nomornya"]
    assert page.xpath("//script|//link|//img") == []


def test_every_link_of_the_page_leads_somewhere_and_no_anchor_stands_twice(result: Redline) -> None:
    page = html.fromstring(page_of(result))
    anchors = page.xpath("//main//@id")
    assert len(anchors) == len(set(anchors))
    links = [link.removeprefix("#") for link in page.xpath("//a/@href")]
    assert links
    assert set(links) <= set(anchors)


def test_signs_of_the_text_do_not_become_markup(result: Redline) -> None:
    page = page_of(result)
    assert "&lt;Rukun Tetangga&gt; &amp; Kepala" in page
    assert "<Rukun" not in page


def test_the_matrix_has_one_row_for_every_changed_pasal_and_none_for_a_number(result: Redline) -> None:
    wishes = {"Pasal 2": (Wish("anggota BPD", "Iuran terlalu berat."),)}
    sheet = SandinganSheet("IURAN", "versi 2", "versi 3", result.changes, result.passages, wishes)
    docx = as_docx(sheet)
    assert inspect(docx).verdict == "accept"
    rows: dict[int, list[str]] = {}
    for block in read(Package.open(docx)):
        if block.cell:
            rows.setdefault(block.cell.row, []).append(block.shown)
    assert list(rows.values())[1:] == [
        ["1", "Pasal 2", "(baru)", "–", "Pasal 2", BEBAS, "", ""],
        [
            *("2", "Pasal 3", "(dahulu Pasal 2)", "Pasal 2", OLD[3], "Pasal 3", NEW[5]),
            *("anggota BPD", "Iuran terlalu berat."),
        ],
        ["3", "Pasal 4", "Pasal 4", TAMU, "–", "", ""],
    ]
    shown = [block.shown for block in read(Package.open(docx))]
    assert "Hanya nomornya yang berubah: Pasal 2 sampai Pasal 3 menjadi Pasal 3 sampai Pasal 4." in shown
    assert as_docx(sheet) == docx


def test_a_row_of_a_table_is_one_passage_and_its_counting_is_numbering() -> None:
    head, rows = ("No", "Jenis", "Tarif"), [("1", "Kios", "5.000"), ("2", "Los", "3.000")]
    old = Table(tuple(rows), head)
    new = Table((("1", "Kereta dorong", "1.000"), ("2", "Kios", "5.000"), ("3", "Los", "3.500")), head)
    passages = compared(("Tarif:", old), ("Tarif:", new)).passages
    assert [(p.kind, p.before, p.after) for p in passages if p.kind != "same"] == [
        ("inserted", "", "1 | Kereta dorong | 1.000"),
        ("renumbered", "1 | Kios | 5.000", "2 | Kios | 5.000"),
        ("changed", "2 | Los | 3.000", "3 | Los | 3.500"),
    ]


def test_a_cut_and_a_joined_ayat_keep_their_words() -> None:
    whole = ("Pasal 1", f"(1) {RONDA} {BEBAS}", f"(2) {TAMU}")
    parts = ("Pasal 1", f"(1) {RONDA}", f"(2) {BEBAS}", f"(3) {TAMU}")
    cut, joined = compared(whole, parts).passages, compared(parts, whole).passages
    assert [(p.kind, p.after) for p in cut] == [
        ("same", "Pasal 1"),
        *(("changed", line) for line in parts[1:3]),
        ("renumbered", parts[3]),
    ]
    assert "".join(p.before for p in cut[1:3]).replace(" ", "") == whole[1].replace(" ", "")
    assert [p.after for p in joined] == list(whole)
    assert re.sub(r"\s+", " ", joined[1].before) == f"{parts[1]} {parts[2]}"
