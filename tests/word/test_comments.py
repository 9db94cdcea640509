"""Comments written into Word files and read back, beside a text that stays as it was."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from word import hand_made as h

from perdes_flow.word.comments import NewComment, add_comments, read_comments
from perdes_flow.word.gate import inspect
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read

AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
SAMPLES = Path(__file__).parents[2] / "drafts" / "contoh" / "pelindungan-pmi"


def noted(docx: bytes, *comments: NewComment) -> bytes:
    return add_comments(docx, comments, author="Pemeriksa", at=AT)


def quotes(docx: bytes) -> list[tuple[int | None, str]]:
    return [(comment.block, comment.quote) for comment in read_comments(Package.open(docx))]


def texts(docx: bytes) -> list[str]:
    return [block.shown for block in read(Package.open(docx))]


def test_a_comment_stands_on_the_words_it_is_about() -> None:
    body = h.paragraph("Pasal 5") + h.paragraph(
        h.run("Kepala Desa wa") + h.run("jib melapor", "<w:b/>") + h.run(" setiap bulan.")
    )
    docx = noted(h.docx(body), NewComment(1, "Siapa yang menerima?\nSebut orangnya.", "wajib melapor"))
    (comment,) = read_comments(Package.open(docx))
    assert (comment.block, comment.quote) == (1, "wajib melapor")
    assert (comment.author, comment.at) == ("Pemeriksa", AT)
    assert comment.text == "Siapa yang menerima?\nSebut orangnya."
    assert texts(docx) == ["Pasal 5", "Kepala Desa wajib melapor setiap bulan."]


def test_the_second_of_two_equal_words_is_found() -> None:
    body = h.paragraph("Kas Desa dan kas Desa lain.")
    docx = noted(h.docx(body), NewComment(0, "Yang ini.", "Desa", 1))
    xml = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
    before = xml[: xml.index("commentRangeStart")]
    assert before.count("Desa") == 1
    assert quotes(docx) == [(0, "Desa")]


def test_words_that_are_not_there_leave_the_comment_on_the_whole_paragraph() -> None:
    docx = noted(h.docx(h.paragraph("Cukup jelas.")), NewComment(0, "Tidak ada.", "wajib"))
    assert quotes(docx) == [(0, "Cukup jelas.")]


def test_a_part_of_a_word_is_not_the_word() -> None:
    docx = noted(h.docx(h.paragraph("Desaku adalah Desa.")), NewComment(0, "Istilah.", "Desa"))
    xml = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
    assert "Desaku" in xml[: xml.index("commentRangeStart")]


def test_comments_on_the_same_words_stand_side_by_side() -> None:
    one, two = NewComment(0, "Pertama.", "wajib"), NewComment(0, "Kedua.", "wajib melapor")
    docx = noted(h.docx(h.paragraph("Petugas wajib melapor.")), one, two)
    assert quotes(docx) == [(0, "wajib"), (0, "wajib melapor")]
    assert texts(docx) == ["Petugas wajib melapor."]


def test_a_comment_on_a_page_header_stands_at_the_first_line_of_the_text() -> None:
    header = h.story("header", h.paragraph("DESA LAIN"))
    body = h.paragraph("") + h.paragraph("PERATURAN DESA")
    section = (
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr></w:pPr></w:p>'
    )
    original = h.docx(body + section, header)
    place = texts(original).index("DESA LAIN")
    docx = noted(original, NewComment(place, "Nama desa lain.", "DESA LAIN"))
    assert quotes(docx) == [(1, "PERATURAN DESA")]


def test_deleted_words_are_no_part_of_what_a_comment_is_on() -> None:
    gone = '<w:del w:id="7" w:author="A"><w:r><w:delText>tidak </w:delText></w:r></w:del>'
    gone_paragraph = (
        '<w:p><w:pPr><w:rPr><w:del w:id="8" w:author="A"/></w:rPr></w:pPr>'
        '<w:del w:id="9" w:author="A"><w:r><w:delText>Lama.</w:delText></w:r></w:del></w:p>'
    )
    body = gone_paragraph + h.paragraph(h.run("Petugas ") + gone + h.run("wajib melapor."))
    docx = noted(h.docx(body), NewComment(0, "Jelas.", "Petugas wajib"))
    assert quotes(docx) == [(0, "Petugas wajib")]
    assert texts(docx) == texts(h.docx(body)) == ["Petugas wajib melapor."]


def test_comments_join_those_that_are_there_already() -> None:
    first = noted(h.docx(h.paragraph("Petugas wajib melapor.")), NewComment(0, "Satu.", "Petugas"))
    both = add_comments(first, [NewComment(0, "Dua.", "melapor")], author="Sekretaris", at=AT)
    comments = read_comments(Package.open(both))
    assert [(c.id, c.author, c.text, c.quote) for c in comments] == [
        ("0", "Pemeriksa", "Satu.", "Petugas"),
        ("1", "Sekretaris", "Dua.", "melapor"),
    ]


def test_a_reply_and_what_is_done_are_read() -> None:
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    comment = '<w:comment w:id="{0}" w:author="{1}"><w:p w14:paraId="0000000{0}"><w:r><w:t>{2}</w:t></w:r></w:p></w:comment>'
    comments = h.story(
        "comments", comment.format(1, "Ketua", "Apa dasarnya?") + comment.format(2, "Sekdes", "UU 6/2014.")
    )
    extended = h.Part(
        "word/commentsExtended.xml",
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="00000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/></w15:commentsEx>',
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        f"{h.WORD}.commentsExtended+xml",
    )
    marks = '<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    body = h.paragraph(marks.format(h.run("Petugas")) + h.run(" melapor."))
    read = read_comments(Package.open(h.docx(body, comments, extended)))
    assert [(c.id, c.text, c.quote, c.parent, c.resolved) for c in read] == [
        ("1", "Apa dasarnya?", "Petugas", "", True),
        ("2", "UU 6/2014.", "", "1", True),  # a thread is done as a whole
    ]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.docx")), ids=lambda path: path.stem)
def test_the_file_keeps_every_other_part_and_every_word(path: Path) -> None:
    docx = path.read_bytes()
    blocks = read(Package.open(docx))
    lines = [i for i, block in enumerate(blocks) if len(block.text) > 20][::7]
    words = {i: " ".join(blocks[i].text.split()[1:3]) for i in lines}
    result = noted(docx, *(NewComment(i, f"Catatan {i}", words[i]) for i in lines))
    assert texts(result) == texts(docx)
    assert result == noted(docx, *(NewComment(i, f"Catatan {i}", words[i]) for i in lines))
    before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (docx, result))
    changed = {
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
        "word/comments.xml",
    }
    for name in before.namelist():
        assert name in changed or before.read(name) == after.read(name)
    written = [c for c in read_comments(Package.open(result)) if c.author == "Pemeriksa"]
    assert [c.text for c in written] == [f"Catatan {i}" for i in lines]
    assert all(c.block == i for c, i in zip(written, lines, strict=True) if blocks[i].story == "body")
    assert inspect(result).verdict == "accept"
