"""Words mended as tracked changes: accepted they are better, rejected they are as they were."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from word import hand_made as h

from perdes_flow.word.mending import Mended, Rewording, mend
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.revisions import accept_all, reject_all

AT = datetime(2026, 11, 24, 8, tzinfo=UTC)


def mended(docx: bytes, *rewordings: Rewording) -> Mended:
    return mend(docx, rewordings, author="Pemeriksa", at=AT)


def texts(docx: bytes) -> list[str]:
    return [block.shown for block in read(Package.open(docx))]


def xml_of(docx: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("text", "quote", "replacement", "right"),
    [
        (
            "Diundangkan tanggal 5 Nopember 2026",
            "Nopember",
            "November",
            "Diundangkan tanggal 5 November 2026",
        ),
        ("KEPALA DESA CONTOH", "KEPALA DESA CONTOH", "KEPALA DESA CONTOH,", "KEPALA DESA CONTOH,"),
        ("Petugas tidak boleh lalai.", "tidak boleh", "dilarang", "Petugas dilarang lalai."),
        ("dalam 3 hari kerja", "3 hari", "3 (tiga) hari", "dalam 3 (tiga) hari kerja"),
        ("orang dan atau badan", "dan atau", "dan/atau", "orang dan/atau badan"),
    ],
)
def test_a_mend_accepted_is_right_and_rejected_is_as_before(
    text: str, quote: str, replacement: str, right: str
) -> None:
    docx = h.docx(h.paragraph(text) + h.paragraph("Tetap."))
    result = mended(docx, Rewording(0, quote, replacement))
    assert result.done == (0,)
    assert texts(accept_all(result.docx)) == [right, "Tetap."]
    assert texts(reject_all(result.docx)) == [text, "Tetap."]


def test_only_the_words_that_differ_are_marked() -> None:
    docx = h.docx(h.paragraph("Kepala Desa tidak boleh lalai."))
    xml = xml_of(
        mended(docx, Rewording(0, "Kepala Desa tidak boleh lalai", "Kepala Desa dilarang lalai")).docx
    )
    assert "<w:delText" in xml
    assert xml.split("<w:delText")[1].split(">", 1)[1].startswith("tidak boleh<")
    assert 'w:author="Pemeriksa" w:date="2026-11-24T08:00:00Z"' in xml


def test_the_new_words_look_like_the_old_ones() -> None:
    docx = h.docx(h.paragraph(h.run("tanggal 5 Nopem", "<w:b/>") + h.run("ber 2026", "<w:i/>")))
    xml = xml_of(mended(docx, Rewording(0, "Nopember", "November")).docx)
    inserted = xml[xml.index("<w:ins") : xml.index("</w:ins>")]
    assert "<w:b/>" in inserted
    assert "November" in inserted


def test_two_equal_words_in_one_line_are_both_mended() -> None:
    docx = h.docx(h.paragraph("a dan atau b dan atau c"))
    result = mended(docx, Rewording(0, "dan atau", "dan/atau"), Rewording(0, "dan atau", "dan/atau", 1))
    assert texts(accept_all(result.docx)) == ["a dan/atau b dan/atau c"]
    assert texts(reject_all(result.docx)) == ["a dan atau b dan atau c"]


def test_of_two_mends_of_the_same_words_only_the_first_is_made() -> None:
    docx = h.docx(h.paragraph("orang tidak boleh lalai"))
    result = mended(docx, Rewording(0, "tidak boleh", "dilarang"), Rewording(0, "boleh lalai", "dapat lalai"))
    assert result.done == (0,)
    assert texts(accept_all(result.docx)) == ["orang dilarang lalai"]


@pytest.mark.parametrize(
    "content",
    [
        '<w:ins w:id="4" w:author="A"><w:r><w:t>tidak boleh</w:t></w:r></w:ins>',
        '<w:fldSimple w:instr="REF a"><w:r><w:t>tidak boleh</w:t></w:r></w:fldSimple>',
        "<w:r><w:t>tidak</w:t><w:tab/><w:t>boleh</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>tidak boleh</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
    ids=["inserted by somebody", "field", "with a tab", "complex field"],
)
def test_words_that_are_not_simply_typed_are_left_alone(content: str) -> None:
    docx = h.docx(h.paragraph(content))
    result = mended(docx, Rewording(0, "tidak boleh", "dilarang"))
    assert result.done == ()
    assert result.docx == docx


def test_numbers_of_the_marks_are_free() -> None:
    other = f'<w:ins w:id="41" w:author="A">{h.run(" sekali")}</w:ins>'
    docx = h.docx(h.paragraph(h.run("tidak boleh") + other))
    xml = xml_of(mended(docx, Rewording(0, "tidak boleh", "dilarang")).docx)
    assert 'w:id="42"' in xml
    assert 'w:id="43"' in xml


def test_a_mend_in_a_page_header_is_made_there() -> None:
    header = h.story("header", h.paragraph("orang dan atau badan"))
    docx = h.docx(h.paragraph("Isi."), header)
    place = texts(docx).index("orang dan atau badan")
    result = mended(docx, Rewording(place, "dan atau", "dan/atau"))
    assert texts(accept_all(result.docx)) == ["Isi.", "orang dan/atau badan"]
    assert texts(reject_all(result.docx)) == texts(docx)
