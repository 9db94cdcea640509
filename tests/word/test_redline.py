"""A redline shows what changed, in the law's own units, and leads back to both files."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from perdes_flow.errors import RedlineNotProven
from perdes_flow.word import redline as engine
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.redline import blocks as redline_blocks
from perdes_flow.word.redline import redline
from perdes_flow.word.redline.plain_blocks import PlainBlocks
from perdes_flow.word.revisions import accept_all, reject_all
from perdes_flow.word.writer import Paragraph, Table, write

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def naskah(*lines: str | Table) -> bytes:
    return write([line if isinstance(line, Table) else Paragraph(line) for line in lines])


def body(docx: bytes) -> str:
    return Package.open(docx).read("word/document.xml").decode()


def shown(docx: bytes) -> list[str]:
    """What a person reads, line by line."""
    return [block.shown for block in read(Package.open(docx))]


def revisions(docx: bytes) -> list[tuple[str, str, str]]:
    """Kind, author and words of every tracked change of text, in order."""
    found = []
    for kind, author, inside in re.findall(
        r'<w:(ins|del|moveFrom|moveTo) w:id="\d+" w:author="([^"]*)"[^>]*[^/]>(.*?)</w:\1>', body(docx)
    ):
        words = "".join(re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)</w:", inside))
        if words:
            found.append((kind, author, words))
    return found


def with_runs(runs: str) -> bytes:
    """A file whose only paragraph holds this XML."""
    package = Package.open(naskah("tempat"))
    tree = package.tree("word/document.xml")
    paragraph = next(tree.iter(f"{{{W}}}p"))
    paragraph[:] = list(etree.fromstring(f"<w:p xmlns:w='{W}'>{runs}</w:p>"))
    return package.pack({"word/document.xml"})


def compared(old: bytes, new: bytes) -> bytes:
    return redline(old, new, author="Sekretaris Desa", at=AT).docx


def test_a_changed_sum_is_shown_as_the_old_one_deleted_and_the_new_one_inserted() -> None:
    old = naskah("(1) Pelanggar membayar denda Rp100.000 kepada Desa.")
    new = naskah("(1) Pelanggar membayar denda Rp50.000 kepada Desa.")
    docx = compared(old, new)
    assert revisions(docx) == [("del", "Sekretaris Desa", "Rp100"), ("ins", "Sekretaris Desa", "Rp50")]
    assert 'w:date="2026-11-24T08:00:00Z"' in body(docx)


TWO_PASAL = (
    "Pasal 1",
    "Desa memungut iuran sampah dari setiap rumah tangga di wilayahnya.",
    "Pasal 2",
    "Kepala Desa menetapkan besaran iuran sebagaimana dimaksud dalam Pasal 1 dengan keputusan.",
    "Pasal 3",
    "Besaran sebagaimana dimaksud dalam Pasal 2 ditinjau setiap tahun bersama BPD.",
)


def test_a_new_pasal_is_new_with_its_heading_and_the_later_ones_are_renumbered() -> None:
    new = (
        *TWO_PASAL[:2],
        "Pasal 2",
        "Rumah tangga yang tidak mampu dibebaskan dari pungutan itu.",
        "Pasal 3",
        TWO_PASAL[3],
        "Pasal 4",
        TWO_PASAL[5].replace("Pasal 2", "Pasal 3"),
    )
    assert revisions(compared(naskah(*TWO_PASAL), naskah(*new))) == [
        ("ins", "Sekretaris Desa", "Pasal 2"),
        ("ins", "Sekretaris Desa", "Rumah tangga yang tidak mampu dibebaskan dari pungutan itu."),
        ("del", "Penomoran", "2"),
        ("ins", "Penomoran", "3"),
        ("del", "Penomoran", "3"),
        ("ins", "Penomoran", "4"),
        ("del", "Penomoran", "2"),
        ("ins", "Penomoran", "3"),
    ]


def test_a_reference_that_leads_elsewhere_now_is_the_authors_own_change() -> None:
    """Nobody may hide it together with the renumbering."""
    old = ("Pasal 1", "Iuran dipungut.", *TWO_PASAL[2:])
    new = ("Pasal 1", "Iuran dipungut.", *TWO_PASAL[2:5], TWO_PASAL[5].replace("Pasal 2", "Pasal 1"))
    assert revisions(compared(naskah(*old), naskah(*new))) == [
        ("del", "Sekretaris Desa", "2"),
        ("ins", "Sekretaris Desa", "1"),
    ]


def test_a_moved_definition_is_shown_as_moved_and_not_as_deleted() -> None:
    first, second, third = (
        "Desa adalah kesatuan masyarakat hukum yang memiliki batas wilayah.",
        "Badan Permusyawaratan Desa adalah lembaga yang melaksanakan fungsi pemerintahan.",
        "Hari adalah hari kerja pada Pemerintah Desa dan perangkatnya.",
    )
    opening = ("Pasal 1", "Dalam Peraturan Desa ini yang dimaksud dengan:")
    old = naskah(*opening, f"1. {first}", f"2. {second}", f"3. {third}")
    new = naskah(*opening, f"1. {third}", f"2. {first}", f"3. {second}")
    docx = compared(old, new)
    moves = [change for change in revisions(docx) if change[0].startswith("move")]
    assert moves == [
        ("moveTo", "Sekretaris Desa", f"1. {third}"),
        ("moveFrom", "Sekretaris Desa", f"3. {third}"),
    ]
    names = [
        re.findall(rf'<w:{kind}RangeStart [^>]*w:name="(\w+)"', body(docx)) for kind in ("moveFrom", "moveTo")
    ]
    assert names[0] == names[1] != []


def test_an_ayat_cut_in_two_keeps_its_words_unpainted() -> None:
    old = naskah(
        "Pasal 9",
        "(1) Iuran dibayar setiap bulan. Pembayaran dicatat oleh bendahara Desa.",
        "(2) Catatan itu terbuka.",
    )
    new = naskah(
        "Pasal 9",
        "(1) Iuran dibayar setiap bulan.",
        "(2) Pembayaran dicatat oleh bendahara Desa.",
        "(3) Catatan itu terbuka.",
    )
    painted = "".join(words for _, _, words in revisions(compared(old, new)))
    assert sorted(painted.replace(" ", "")) == sorted("(2)23")


def test_a_table_row_that_came_is_marked_as_a_row() -> None:
    def tariffs(*rows: tuple[str, ...]) -> Table:
        return Table(rows, head=("No", "Jenis", "Tarif"))

    old = naskah("Lampiran", tariffs(("1", "Sewa balai Desa", "100.000"), ("2", "Sewa tenda", "50.000")))
    new = naskah(
        "Lampiran",
        tariffs(
            ("1", "Sewa balai Desa", "100.000"),
            ("2", "Parkir roda empat", "5.000"),
            ("3", "Sewa tenda", "50.000"),
        ),
    )
    docx = compared(old, new)
    assert len(re.findall(r"<w:trPr>(?:(?!</w:trPr>).)*<w:ins ", body(docx))) == 1
    assert ("del", "Sekretaris Desa", "2") in revisions(docx) or ("del", "Penomoran", "2") in revisions(docx)
    assert "50.000" not in [words for _, _, words in revisions(docx)]


def test_a_changed_page_footer_is_tracked_in_the_footer() -> None:
    old, new = (write([Paragraph("Isi.")], footer=f"Rancangan {n}") for n in ("satu", "dua"))
    docx = compared(old, new)
    assert shown(accept_all(docx)) == shown(new)
    assert shown(reject_all(docx)) == shown(old)
    assert "<w:ins " in Package.open(docx).read("word/footer1.xml").decode()
    assert revisions(docx) == []


def test_bold_alone_is_a_format_change_and_no_word_is_painted() -> None:
    old, new = (write([Paragraph("Setiap orang wajib tertib.", bold=bold)]) for bold in (False, True))
    docx = compared(old, new)
    assert revisions(docx) == []
    assert "<w:rPrChange " in body(docx)
    assert "<w:b/>" not in body(reject_all(docx))


def test_a_word_replaced_in_an_italic_phrase_is_no_change_of_format() -> None:
    rest = "<w:r><w:t xml:space='preserve'> untuk kepentingan semua warga Desa.</w:t></w:r>"
    before = (
        "<w:r><w:t xml:space='preserve'>Modal </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>BUM Desa</w:t></w:r>"
    )
    after = "<w:r><w:t xml:space='preserve'>Modal bersama Desa</w:t></w:r>"
    docx = compared(with_runs(before + rest), with_runs(after + rest))
    assert revisions(docx) == [
        ("del", "Sekretaris Desa", "BUM Desa"),
        ("ins", "Sekretaris Desa", "bersama Desa"),
    ]
    assert "rPrChange" not in body(docx)
    assert "<w:i/>" in body(reject_all(docx))


def test_blanks_that_word_does_not_show_stay_unseen() -> None:
    """A text that does not ask to keep the blanks at its ends is shown without them, cut or whole."""
    runs = "<w:r><w:t>berlaku sejak </w:t></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:t> tahun ini</w:t></w:r>"
    old, new = with_runs(runs.format("Januari ")), with_runs(runs.format("Maret "))
    docx = compared(old, new)
    assert shown(old)[0] == "berlaku sejakJanuaritahun ini"
    assert shown(accept_all(docx)) == shown(new)
    assert shown(reject_all(docx)) == shown(old)


def test_a_file_compared_with_itself_has_no_change_and_the_same_text() -> None:
    same = naskah(*TWO_PASAL)
    result = redline(same, same, author="Sekretaris Desa", at=AT)
    assert revisions(result.docx) == []
    assert shown(result.docx) == shown(same)
    assert result.changes == []


def test_the_same_comparison_gives_the_same_bytes() -> None:
    old, new = naskah(*TWO_PASAL), naskah(*TWO_PASAL[2:])
    assert compared(old, new) == compared(old, new)


def test_a_time_without_a_zone_is_not_taken() -> None:
    with pytest.raises(ValueError, match="time zone"):
        redline(naskah("a"), naskah("b"), author="x", at=AT.replace(tzinfo=None))


def test_earlier_tracked_changes_count_as_accepted() -> None:
    old, new = naskah("Denda Rp100."), naskah("Denda Rp200.")
    tracked = compared(old, new)
    again = compared(tracked, new)
    assert revisions(again) == []
    assert shown(again) == shown(new)


def test_an_earlier_author_keeps_his_changes_beside_ours() -> None:
    old = naskah("Denda Rp100.000 sehari.", "Dibayar tunai kepada bendahara.", "Dicatat dalam buku kas.")
    reviewed = naskah(
        "Denda Rp200.000 sehari.",
        "Dibayar tunai kepada bendahara.",
        "Kuitansi diberikan.",
        "Dicatat dalam buku kas.",
    )
    tracked = redline(old, reviewed, author="Ketua BPD", at=AT).docx
    # then somebody edits another line without tracking
    part = "word/document.xml"
    package = Package.open(tracked)
    for text in package.tree(part).iter("{*}t"):
        text.text = (text.text or "").replace("tunai", "lunas")
    edited = package.pack([part])
    docx = redline(old, edited, author="Sekretaris Desa", at=AT, keep_revisions=True).docx
    assert revisions(docx) == [
        ("del", "Ketua BPD", "Rp100"),
        ("ins", "Ketua BPD", "Rp200"),
        ("del", "Sekretaris Desa", "tunai"),
        ("ins", "Sekretaris Desa", "lunas"),
        ("ins", "Ketua BPD", "Kuitansi diberikan."),
    ]
    assert shown(reject_all(docx)) == shown(old)
    assert shown(accept_all(docx)) == shown(edited)


def test_no_two_changes_bear_one_number() -> None:
    docx = compared(naskah(*TWO_PASAL), naskah(*TWO_PASAL[2:], *TWO_PASAL[:2]))
    numbers = re.findall(r'<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange) w:id="(\d+)"', body(docx))
    assert numbers
    assert len(numbers) == len(set(numbers))


def test_the_pairing_of_two_files_can_be_had_without_their_redline() -> None:
    old, new = naskah(*TWO_PASAL), naskah(*TWO_PASAL[2:], *TWO_PASAL[:2], "Penutup.")
    trail = engine.trail_of(old, new)
    assert trail == redline(old, new, author="A", at=AT).trail
    assert (0, 4) in trail.pairs


def test_a_paragraph_that_cannot_be_shown_word_by_word_is_replaced_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # writers that lose what was deleted: their redline must not leave
    def loses(_writer: object, _old: object, _new: object) -> bool:
        return True

    monkeypatch.setattr(redline_blocks, "edit_paragraph", loses)
    monkeypatch.setattr(PlainBlocks, "edit", loses)
    old, new = (
        naskah("Pertama tetap.", "Iuran dibayar setiap bulan."),
        naskah("Pertama tetap.", "Iuran dibayar setiap tahun."),
    )
    docx = compared(old, new)
    assert revisions(docx) == [
        ("del", "Sekretaris Desa", "Iuran dibayar setiap bulan."),
        ("ins", "Sekretaris Desa", "Iuran dibayar setiap tahun."),
    ]
    assert shown(reject_all(docx)) == shown(old)


def test_a_redline_that_is_wrong_even_then_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "redline_stories", lambda _shop: None)
    with pytest.raises(RedlineNotProven):
        compared(naskah("Lama sekali."), naskah("Baru sama sekali."))


words = st.sampled_from(
    ["iuran", "Desa", "wajib", "dapat", "Pasal 3", "ayat (2)", "Rp5.000", "dan", "warga", "–", "“tertib”"]
)
sentences = st.lists(words, min_size=0, max_size=12).map(" ".join)
lines = st.one_of(
    sentences,
    st.integers(1, 6).map(lambda n: f"Pasal {n}"),
    st.tuples(st.integers(1, 4), sentences).map(lambda x: f"({x[0]}) {x[1]}"),
    st.tuples(st.sampled_from("abc"), sentences).map(lambda x: f"{x[0]}. {x[1]}"),
    st.sampled_from(["BAB I", "BAB II", "KETENTUAN UMUM"]),
    st.tuples(sentences, sentences).map(lambda x: Table((x, x))),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(lines, max_size=9), st.lists(lines, max_size=9), st.data())
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(
    old_lines: list[str | Table], other: list[str | Table], data: st.DataObject
) -> None:
    # a text and a shuffled mixture of it with another one: moves, repeats, cuts, all at once
    new_lines = data.draw(st.permutations(old_lines))[: data.draw(st.integers(0, 9))] + other[:4]
    old, new = naskah(*old_lines), naskah(*new_lines)
    docx = compared(old, new)
    assert shown(accept_all(docx)) == shown(new)
    assert shown(reject_all(docx)) == shown(old)
