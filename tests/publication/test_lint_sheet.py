"""The sheet with the findings: complete, in order of weight, the same bytes, nothing that runs."""

from datetime import date

from perdes_flow.legal.linting import Finding
from perdes_flow.publication.lint_sheet import LintSheet, as_docx, as_html
from perdes_flow.word.gate import inspect
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read

FINDINGS = (
    Finding("PD-63", "warning", "Pasal 2", "Bilangan “3 hari” tidak disertai huruf.", "Tulis “3 (tiga) hari”.", "UU 12/2011"),
    Finding("PD-52", "error", "Pasal 9 ayat (1)", "Memuat <sanksi> pidana & denda.", "Hapus.", "UU 12/2011 Pasal 15"),
    Finding("PD-73", "info", "Penutup", "Bulan ditulis “Nopember”.", "Tulis “November”.", ""),
    Finding("PD-60", "error", "Pasal 1", "Kata “dll” tidak pasti.", "Sebutkan semuanya.", "UU 12/2011"),
)  # fmt: skip
SHEET = LintSheet(
    "PERATURAN DESA TENTANG IRIGASI", "v1.docx", "6F95 45BD", "Penyusunan", date(2026, 11, 24), FINDINGS
)


def lines(sheet: LintSheet) -> list[str]:
    return [block.shown for block in read(Package.open(as_docx(sheet)))]


def test_the_paper_sheet_lists_every_finding_the_gravest_first() -> None:
    assert lines(SHEET) == [
        "LEMBAR PEMERIKSAAN NASKAH",
        "PERATURAN DESA TENTANG IRIGASI",
        "Berkas: v1.docx (sidik 6F95 45BD)",
        "Tahap: Penyusunan",
        "Diperiksa: 24 November 2026",
        "4 temuan: 2 harus diperbaiki, 1 perlu diperiksa, 1 saran.",
        "Harus diperbaiki sebelum penetapan (2)",
        *("No.", "Tempat", "Temuan dan cara memperbaikinya", "Dasar", "✓"),
        *("1", "Pasal 9 ayat (1)", "Memuat <sanksi> pidana & denda.", "Hapus.", "PD-52", "UU 12/2011 Pasal 15", "☐"),
        *("2", "Pasal 1", "Kata “dll” tidak pasti.", "Sebutkan semuanya.", "PD-60", "UU 12/2011", "☐"),
        "",
        "Perlu diperiksa (1)",
        *("No.", "Tempat", "Temuan dan cara memperbaikinya", "Dasar", "✓"),
        *("3", "Pasal 2", "Bilangan “3 hari” tidak disertai huruf.", "Tulis “3 (tiga) hari”.", "PD-63", "UU 12/2011", "☐"),
        "",
        "Saran (1)",
        *("No.", "Tempat", "Temuan dan cara memperbaikinya", "Dasar", "✓"),
        *("4", "Penutup", "Bulan ditulis “Nopember”.", "Tulis “November”.", "PD-73", "☐"),
        "",
        "Temuan ini nasihat, bukan penolakan: naskah tetap dapat diserahkan. Yang menentukan tetap orang yang berwenang.",
        "",
        "Lembar pemeriksaan naskah · v1.docx · sidik 6F95 45BD",
    ]  # fmt: skip


def test_a_clean_draft_gets_a_sheet_that_says_so() -> None:
    clean = LintSheet("PERATURAN DESA", "v1.docx", "6F95", "Penyusunan", date(2026, 11, 24), ())
    assert "Tidak ada temuan." in lines(clean)
    assert "Tidak ada temuan." in as_html(clean)


def test_the_same_findings_give_the_same_sheet() -> None:
    assert as_docx(SHEET) == as_docx(SHEET)
    assert as_html(SHEET) == as_html(SHEET)
    assert inspect(as_docx(SHEET)).verdict == "accept"


def test_the_page_for_the_phone_needs_nothing_else_and_runs_nothing() -> None:
    page = as_html(SHEET)
    assert all(sign not in page for sign in ("<script", "javascript:", "http:", "https:", "onclick"))
    assert "Memuat &lt;sanksi&gt; pidana &amp; denda." in page
    assert page.count("<article") == len(FINDINGS)
    assert page.index("Pasal 9 ayat (1)") < page.index("Pasal 2")
    assert '<html lang="id">' in page
