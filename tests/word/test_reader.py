"""What a person reads in a Word file, one kind of content after the other."""

import pytest
from word.hand_made import (
    Part,
    definition,
    docx,
    level,
    numbered,
    numbering,
    paragraph,
    run,
    story,
    table,
    use,
)

from perdes_flow.legal.blocks import Block, Cell
from perdes_flow.word.package import Package
from perdes_flow.word.reader import comments_in, read, revisions_open

WHO = 'w:id="1" w:author="Sekretaris Desa" w:date="2026-01-05T02:00:00Z"'


def blocks(body: str, *further: Part) -> tuple[Block, ...]:
    return read(Package.open(docx(body, *further)))


def texts(body: str, *further: Part) -> list[str]:
    return [block.text for block in blocks(body, *further)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("Pasal") + run(" 5"), "Pasal 5"),
        ("<w:r><w:t>Menimbang</w:t><w:tab/><w:t>:</w:t><w:tab/><w:t>a.</w:t></w:r>", "Menimbang : a."),
        ("<w:r><w:t>satu</w:t><w:br/><w:t>dua</w:t><w:cr/><w:t>tiga</w:t></w:r>", "satu dua tiga"),
        ("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>prosedural</w:t></w:r>", "non-prosedural"),
        ('<w:r><w:sym w:font="Symbol" w:char="00D7"/></w:r>', "×"),
        ('<w:r><w:sym w:font="Symbol" w:char="zz"/></w:r>', ""),
        (run("cafe\u0301"), "caf\u00e9"),
        (f'<w:hyperlink w:anchor="x">{run("tautan")}</w:hyperlink>', "tautan"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('isian')}</w:sdtContent></w:sdt>", "isian"),
        (f'<w:smartTag w:element="x">{run("Blitar")}</w:smartTag>', "Blitar"),
        (f'<w:customXml w:element="x">{run("data")}</w:customXml>', "data"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        (run("H") + run("2", '<w:vertAlign w:val="subscript"/>') + run("O"), "H2O"),
        (run("tersembunyi", "<w:vanish/>"), "tersembunyi"),
    ],
    ids=[
        "run",
        "tab",
        "ganti-baris",
        "hubung",
        "simbol",
        "simbol-rusak",
        "nfc",
        "tautan",
        "isian",
        "smarttag",
        "customxml",
        "rumus",
        "subskrip",
        "vanish",
    ],
)
def test_the_words_of_a_paragraph_are_read(content: str, expected: str) -> None:
    assert texts(f"<w:p>{content}</w:p>") == [expected]


def test_blanks_at_the_edge_of_a_word_count_only_where_the_file_keeps_them() -> None:
    loose = "<w:r><w:t> kas </w:t></w:r>"
    assert texts(f"<w:p>{run('tanah')}{loose}{run('desa')}</w:p>") == ["tanahkasdesa"]
    kept = loose.replace("<w:t>", '<w:t xml:space="preserve">')
    assert texts(f"<w:p>{run('tanah')}{kept}{run('desa')}</w:p>") == ["tanah kas desa"]
    assert texts(f'<w:p xml:space="preserve">{run("tanah")}{loose}{run("desa")}</w:p>') == ["tanah kas desa"]


def field(code: str, result: str) -> str:
    turns = [f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end")]
    return f"{turns[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{turns[1]}{result}{turns[2]}"


def test_a_field_shows_its_result_and_not_its_code() -> None:
    assert texts(f"<w:p>{run('lihat ')}{field('REF _Ref1', run('Pasal 5'))}</w:p>") == ["lihat Pasal 5"]
    simple = f'<w:fldSimple w:instr="REF x">{run("Pasal 6")}</w:fldSimple>'
    assert texts(f"<w:p>{simple}</w:p>") == ["Pasal 6"]


def test_what_changes_with_the_page_or_the_day_is_one_fixed_sign_wherever_it_stands() -> None:
    nested = field("REF x", run("hal. ") + field("PAGEREF x", run("7")) + run(" ini"))
    assert texts(f"<w:p>{run('- ')}{field(' page ', run('3'))}{run(' -')}</w:p>") == ["- \ufffc -"]
    assert texts(f'<w:p><w:fldSimple w:instr="NUMPAGES">{run("9")}</w:fldSimple></w:p>') == ["\ufffc"]
    assert texts(f"<w:p>{nested}</w:p>") == ["hal. \ufffc ini"]
    assert texts(f"<w:p>{run('Rp')}{field('DATE', run('24'))}{run('.000')}</w:p>") == ["Rp\ufffc.000"]


def test_a_field_that_never_ends_hides_no_words() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert texts(f"<w:p>{run('denda ')}{begin}{run('Rp50.000')}</w:p>") == ["denda Rp50.000"]


def test_tables_are_read_cell_by_cell_with_their_place() -> None:
    nested = f"<w:tbl><w:tr><w:tc>{paragraph('dalam')}</w:tc></w:tr></w:tbl>"
    body = (
        table(("No.", "Uraian"))
        + f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{paragraph('luar')}{nested}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert [(b.text, b.cell) for b in blocks(body)] == [
        ("No.", Cell(0, 0, 0)),
        ("Uraian", Cell(0, 0, 1)),
        ("luar", Cell(1, 0, 0)),
        ("dalam", Cell(2, 0, 0)),
    ]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    inside = f"<w:txbxContent>{paragraph('di dalam')}</w:txbxContent>"
    both = f'<mc:AlternateContent><mc:Choice Requires="w14">{inside}</mc:Choice><mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent>'
    found = blocks(f"<w:p>{run('di luar')}<w:r>{both}</w:r>{run(' juga')}</w:p>" + paragraph("sesudahnya"))
    assert [(b.text, b.story) for b in found] == [
        ("di luar juga", "body"),
        ("di dalam", "textbox"),
        ("sesudahnya", "body"),
    ]


def test_tracked_changes_are_read_in_their_final_state() -> None:
    deleted = f"<w:del {WHO}><w:r><w:delText>100.000</w:delText></w:r></w:del>"
    inserted = f"<w:ins {WHO}>{run('50.000')}</w:ins>"
    moved = f"<w:moveFrom {WHO}>{run('pergi')}</w:moveFrom>"
    arrived = f"<w:moveTo {WHO}>{run(' datang')}</w:moveTo>"
    body = f"<w:p>{run('denda Rp')}{deleted}{inserted}{moved}{arrived}</w:p>"
    assert texts(body) == ["denda Rp50.000 datang"]
    assert revisions_open(Package.open(docx(body))) == 4


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_a_deleted_row_is_gone() -> None:
    joined = f"<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{run('satu ')}</w:p>{paragraph('kalimat')}"
    row = f"<w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc>{paragraph('hapus')}</w:tc></w:tr>"
    rows = f"<w:tbl><w:tr><w:tc>{paragraph('tetap')}</w:tc></w:tr>{row}</w:tbl>"
    assert texts(joined + rows + "<w:p/>") == ["satu kalimat", "tetap", ""]


def test_reading_leaves_the_file_as_it_is() -> None:
    body = f"<w:p><w:ins {WHO}>{run('baru')}</w:ins></w:p>"
    package = Package.open(docx(body))
    read(package)
    assert revisions_open(package) == 1


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}">{paragraph(text)}</w:{kind}>'


def test_notes_come_in_the_order_of_their_references_and_only_those_that_are_referred_to() -> None:
    separator = f'<w:footnote w:id="0" w:type="separator">{paragraph("garis")}</w:footnote>'
    notes = story(
        "footnotes",
        separator
        + note("footnote", 2, "kedua")
        + note("footnote", 3, "pertama")
        + note("footnote", 4, "yatim"),
    )
    gone = f'<w:del {WHO}><w:r><w:footnoteReference w:id="4"/></w:r></w:del>'
    body = (
        "".join(f'<w:p><w:r><w:footnoteReference w:id="{n}"/></w:r></w:p>' for n in (3, 2))
        + f"<w:p>{gone}</w:p>"
    )
    found = [(b.story, b.text, b.index) for b in blocks(body, notes) if b.story == "footnote"]
    assert found == [("footnote", "pertama", 1), ("footnote", "kedua", 0)]


def test_every_story_is_read_in_its_turn() -> None:
    body = (
        '<w:p><w:r><w:t>badan</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/></w:r></w:p>'
    )
    found = blocks(
        body,
        story("endnotes", note("endnote", 2, "akhir")),
        story("footnotes", note("footnote", 2, "kaki")),
        story("footer", paragraph("bawah")),
        story("header", paragraph("atas")),
    )
    assert [(b.story, b.text) for b in found] == [
        ("body", "badan"),
        ("header", "atas"),
        ("footer", "bawah"),
        ("footnote", "kaki"),
        ("endnote", "akhir"),
    ]


def test_a_number_stands_apart_from_the_words() -> None:
    lists = numbering(definition(1, level(0, "Pasal %1")), use(1, 1))
    (first,) = blocks(numbered(1, "Setiap orang."), lists)
    assert (first.number, first.text, first.shown) == ("Pasal 1", "Setiap orang.", "Pasal 1 Setiap orang.")


def test_a_centred_paragraph_is_known_by_itself_or_by_its_style() -> None:
    styles = story(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Judul"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="AnakJudul"><w:basedOn w:val="Judul"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Putar"><w:basedOn w:val="Putar"/></w:style>',
    )
    properties = [
        '<w:jc w:val="center"/>',
        '<w:pStyle w:val="Judul"/>',
        '<w:pStyle w:val="AnakJudul"/>',
        '<w:pStyle w:val="AnakJudul"/><w:jc w:val="left"/>',
        '<w:pStyle w:val="Putar"/>',
        '<w:pStyle w:val="TidakAda"/>',
        "",
    ]
    found = blocks("".join(paragraph("x", given) for given in properties), styles)
    assert [b.centred for b in found] == [True, True, True, False, False, False, False]


def test_comments_are_counted_and_not_read() -> None:
    comments = story("comments", f"<w:comment {WHO}>{paragraph('Periksa lagi.')}</w:comment>" * 3)
    data = docx(paragraph("Pasal 1"), comments)
    assert comments_in(Package.open(data)) == 3
    assert [b.text for b in read(Package.open(data))] == ["Pasal 1"]
