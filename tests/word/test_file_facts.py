"""What the linter learns from the Word file itself: fonts, paper, and what was left in it."""

from datetime import date

import pytest
from word import hand_made as h

from perdes_flow.legal.linting import Finding, Layout, lint
from perdes_flow.legal.linting.file_facts import Paper
from perdes_flow.legal.parser import parse
from perdes_flow.word.file_facts import file_facts
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read

F4 = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="12189" w:h="18709"/></w:sectPr></w:pPr></w:p>'
A4 = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
LANDSCAPE = (
    '<w:p><w:pPr><w:sectPr><w:pgSz w:w="18709" w:h="12189" w:orient="landscape"/></w:sectPr></w:pPr></w:p>'
)
BOOKMAN = h.story(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Bookman Old Style"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:styleId="Isi"><w:name w:val="Isi"/><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Isi2"><w:name w:val="Isi2"/><w:basedOn w:val="Isi"/><w:rPr><w:sz w:val="22"/></w:rPr></w:style>',
)
PASAL = h.paragraph("Pasal 1") + h.paragraph("Kepala Desa wajib melapor setiap bulan kepada warga Desa.")


def findings(docx: bytes, state: str = "penyusunan", **more: Layout) -> list[tuple[str, str, str, str]]:
    package = Package.open(docx)
    found = lint(parse(read(package)), state=state, on=date(2026, 11, 24), file=file_facts(package), **more)
    return [(f.rule, f.at, f.severity, f.message) for f in found if f.rule in ("PD-80", "PD-81", "PD-87")]


def test_the_usual_font_and_paper_need_no_word() -> None:
    assert findings(h.docx(PASAL + F4, BOOKMAN)) == []


def test_fonts_come_from_run_style_and_defaults() -> None:
    styled = '<w:p><w:pPr><w:pStyle w:val="Isi2"/></w:pPr>' + h.run("dua") + "</w:p>"
    own = h.paragraph(h.run("empat", '<w:rFonts w:ascii="Calibri"/><w:sz w:val="21"/>'))
    facts = file_facts(Package.open(h.docx(h.paragraph("sembilan.") + styled + own, BOOKMAN)))
    assert [(f.name, f.size_points, f.letters, f.block) for f in facts.fonts] == [
        ("Bookman Old Style", 12, 9, 0),
        ("Calibri", 10.5, 5, 2),
        ("Arial", 11, 3, 1),
    ]


def test_another_font_throughout_is_named_once() -> None:
    body = h.paragraph("Pasal 1", '<w:pStyle w:val="Isi2"/>') + h.paragraph(
        "Kepala Desa wajib melapor.", '<w:pStyle w:val="Isi2"/>'
    )
    assert findings(h.docx(body + F4, BOOKMAN)) == [
        ("PD-80", "Naskah", "warning", "Naskah ditulis dengan huruf Arial 11.")
    ]
    assert findings(h.docx(body + F4, BOOKMAN), layout=Layout("Arial", 11)) == []


def test_a_passage_in_another_font_is_shown_where_it_begins() -> None:
    odd = h.paragraph("Pasal 2") + h.paragraph(h.run("Cukup jelas.", '<w:rFonts w:ascii="Calibri"/>'))
    assert findings(h.docx(PASAL + odd + F4, BOOKMAN)) == [
        ("PD-80", "Pasal 2", "warning", "Sebagian naskah ditulis dengan huruf Calibri.")
    ]


def test_paper_is_measured_and_an_annex_may_lie_across() -> None:
    facts = file_facts(Package.open(h.docx(PASAL + A4)))
    assert facts.papers == (Paper(210, 297),)
    assert findings(h.docx(PASAL + A4, BOOKMAN)) == [
        ("PD-81", "Naskah", "info", "Ukuran kertas 210 × 297 mm.")
    ]
    assert findings(h.docx(PASAL + F4 + LANDSCAPE, BOOKMAN)) == []
    assert findings(h.docx(PASAL + LANDSCAPE, BOOKMAN)) == [
        ("PD-81", "Naskah", "info", "Halaman pertama melintang.")
    ]


LEFT = {
    "tracked": (
        '<w:ins w:id="1" w:author="A"><w:r><w:t>segera</w:t></w:r></w:ins>',
        ("Naskah", "Berkas masih memuat 1 perubahan terlacak yang terbuka."),
    ),
    "highlight": (
        h.run("segera", '<w:highlight w:val="yellow"/>'),
        ("Pasal 2", "Teks bersorot warna: “segera”."),
    ),
    "hidden": (h.run("segera", "<w:vanish/>"), ("Pasal 2", "Teks tersembunyi: “segera”.")),
    "broken field": (
        h.run("Error! Reference source not found."),
        ("Pasal 2", "Rujukan otomatis yang rusak: “Error! Reference source not found.”."),
    ),
}


@pytest.mark.parametrize("kind", LEFT)
def test_what_is_left_in_the_file_blocks_once_the_text_is_agreed(kind: str) -> None:
    content, (at, message) = LEFT[kind]
    docx = h.docx(
        PASAL + h.paragraph("Pasal 2") + h.paragraph(h.run("Petugas melapor ") + content) + F4, BOOKMAN
    )
    assert findings(docx, "penetapan") == [("PD-87", at, "error", message)]
    (early,) = findings(docx, "penyusunan")
    assert early[2] in ("info", "warning")


def test_comments_are_counted() -> None:
    comments = h.story("comments", '<w:comment w:id="1" w:author="A"><w:p/></w:comment>' * 3)
    assert findings(h.docx(PASAL + F4, BOOKMAN, comments), "penetapan") == [
        ("PD-87", "Naskah", "error", "Berkas masih memuat 3 komentar.")
    ]


def test_a_text_alone_has_no_font() -> None:
    naskah = parse(read(Package.open(h.docx(PASAL + A4))))
    found: tuple[Finding, ...] = lint(naskah, state="penetapan", on=date(2026, 11, 24))
    assert not {"PD-80", "PD-81", "PD-87"} & {f.rule for f in found}
