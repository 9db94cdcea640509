"""Mends of the linter: what is certain takes the finding away and brings no other; numbers are left to people."""

from datetime import UTC, date, datetime
from html import escape

import pytest
from legal.test_lint_planted import CLEAN, planted
from word import hand_made as h

from perdes_flow.legal.linting import Finding, lint
from perdes_flow.legal.linting.mends import mends
from perdes_flow.legal.linting.placing import Place, places
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.units import Naskah
from perdes_flow.word.mending import Rewording, mend
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.revisions import accept_all, reject_all

TODAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 8, tzinfo=UTC)


def findings(naskah: Naskah) -> tuple[Finding, ...]:
    return lint(naskah, state="diundangkan", on=TODAY)


def as_word(text: str) -> bytes:
    """One paragraph a line; lines with tabs are rows of a table."""
    body = ""
    for line in text.splitlines():
        body += h.table(tuple(line.split("\t"))) if "\t" in line else h.paragraph(escape(line, quote=False))
    return h.docx(body)


@pytest.mark.parametrize("case", planted(), ids=lambda case: f"{case[0]} {case[1]}")
def test_a_mended_draft_is_rid_of_the_finding_and_has_no_new_one(case: tuple[str, str, str]) -> None:
    docx = as_word(case[2])
    naskah = parse(read(Package.open(docx)))
    found = findings(naskah)
    certain = mends(naskah, found)
    rewordings = [Rewording(m.place.block, m.place.quote, m.replacement, m.place.occurrence) for m in certain]
    mended = mend(docx, rewordings, author="Pemeriksa", at=AT)
    after = findings(parse(read(Package.open(accept_all(mended.docx)))))
    gone = {(certain[number].finding.rule, certain[number].finding.at) for number in mended.done}
    assert bool(mended.done) == bool(certain)  # of two rules on the same words, one is enough
    assert not gone & {(finding.rule, finding.at) for finding in after}
    assert {finding.rule for finding in after} <= {finding.rule for finding in found}
    assert parse(read(Package.open(reject_all(mended.docx)))) == naskah


def test_most_slips_of_the_pen_are_mended_without_asking() -> None:
    mended = {
        rule
        for rule, _, text in planted()
        for m in mends(parse(blocks_of(text)), findings(parse(blocks_of(text))))
        if m.finding.rule == rule
    }
    assert {
        "PD-12",
        "PD-15",
        "PD-30",
        "PD-55",
        "PD-58",
        "PD-59",
        "PD-61",
        "PD-62",
        "PD-63",
        "PD-73",
    } <= mended


def test_numbers_are_left_to_people() -> None:
    text = CLEAN.replace("Pasal 8\nPeraturan", "Pasal 9\nPeraturan").replace("(2) Petugas", "(3) Petugas")
    naskah = parse(blocks_of(text))
    found = findings(naskah)
    assert {"PD-39", "PD-40"} <= {finding.rule for finding in found}
    assert mends(naskah, found) == ()


def test_words_that_are_right_elsewhere_in_the_unit_are_left_to_people() -> None:
    text = CLEAN.replace("MAHA ESA\nKEPALA DESA CONTOH,", "MAHA ESA\nKEPALA DESA CONTOH")
    found = findings(parse(blocks_of(text)))
    assert [(finding.rule, finding.quote) for finding in found] == [("PD-13", "KEPALA DESA CONTOH")]
    assert mends(parse(blocks_of(text)), found) == ()


def place_of(text: str, at: str, quote: str) -> tuple[str, Place]:
    naskah = parse(blocks_of(text))
    (place,) = places(naskah, [Finding("PD-00", "info", at, "", "", "", quote)])
    return naskah.blocks[place.block].text, place


def test_words_are_sought_in_their_unit_only() -> None:
    text = "Pasal 1\nPetugas wajib melapor.\nPasal 2\n(1) Warga wajib lapor.\n(2) Kepala Desa wajib hadir."
    line, place = place_of(text, "Pasal 2 ayat (2)", "wajib")
    assert (line, place.quote) == ("(2) Kepala Desa wajib hadir.", "wajib")


def test_words_that_are_not_there_leave_the_first_line_of_the_unit() -> None:
    line, place = place_of("Pasal 1\nPetugas wajib melapor.", "Pasal 1", "dilarang")
    assert (line, place.quote) == ("Pasal 1", "")


def test_what_concerns_the_whole_text_stands_at_its_first_line() -> None:
    line, place = place_of("PERATURAN DESA\nPasal 1\nCukup.", "Naskah", "")
    assert (line, place.quote) == ("PERATURAN DESA", "")


def test_equal_findings_get_equal_words_one_after_the_other() -> None:
    naskah = parse(blocks_of("Pasal 1\nAnggota dan atau warga dan atau tamu."))
    finding = Finding("PD-59", "warning", "Pasal 1", "", "", "", "dan atau", "dan/atau")
    assert [place.occurrence for place in places(naskah, [finding, finding])] == [0, 1]


def test_of_two_units_with_one_number_the_one_with_the_words_is_meant() -> None:
    text = "Pasal 1\nPetugas melapor.\nPasal 1\nWarga tidak boleh lalai."
    line, place = place_of(text, "Pasal 1", "tidak boleh")
    assert (line, place.quote) == ("Warga tidak boleh lalai.", "tidak boleh")
