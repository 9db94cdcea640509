"""What the gate says about files that it lets in: text that hides or deceives, and what is left in the file."""

import pytest
from word.hand_made import (
    PACKAGE,
    Part,
    definition,
    docx,
    level,
    link,
    numbered,
    numbering,
    paragraph,
    run,
    story,
    use,
)

from perdes_flow.word.gate import Warning, inspect

NASKAH = paragraph("Pasal 1") + paragraph("Setiap orang wajib memilah sampah.")
HIDDEN = "Tanah kas desa dijual."


def warnings(data: bytes) -> list[Warning]:
    found = inspect(data)
    assert (found.verdict, found.code) == ("accept", "OK")
    return list(found.warnings)


def codes(data: bytes) -> list[str]:
    return [warning.code for warning in warnings(data)]


def box(anchor: str, text: str = HIDDEN) -> str:
    """A text box in a drawing, with these elements of its anchor."""
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return paragraph(f"<w:r><w:drawing><wp:anchor>{anchor}{content}</wp:anchor></w:drawing></w:r>")


# ---- hidden


@pytest.mark.parametrize(
    "hidden",
    [
        paragraph(run(HIDDEN, "<w:vanish/>")),
        paragraph(run(HIDDEN, '<w:vanish w:val="true"/>')),
        paragraph(run(HIDDEN, '<w:color w:val="FFFFFF"/>')),
        paragraph(run(HIDDEN, '<w:color w:val="fefefe"/>')),
        paragraph(run(HIDDEN, '<w:sz w:val="1"/>')),
        paragraph(HIDDEN, '<w:framePr w:x="-31680" w:y="1"/>'),
        box("<wp:positionH><wp:posOffset>-9000000</wp:posOffset></wp:positionH>"),
        box('<wp:docPr id="1" name="x" hidden="1"/>'),
        paragraph(
            f'<w:r><w:pict><v:shape style="margin-left:-9999pt"><v:textbox><w:txbxContent>{paragraph(HIDDEN)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
        ),
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph(HIDDEN)}</w:tc></w:tr></w:tbl>",
    ],
    ids=[
        "vanish",
        "vanish-true",
        "putih",
        "hampir-putih",
        "kecil",
        "bingkai",
        "kotak-jauh",
        "kotak-tersembunyi",
        "vml",
        "baris",
    ],
)
def test_hidden_text_is_named(hidden: str) -> None:
    found = [w for w in warnings(docx(NASKAH + hidden)) if w.code == "HIDDEN_TEXT"]
    assert [w.facts["text"] for w in found] == [HIDDEN]


@pytest.mark.parametrize(
    "seen",
    [
        paragraph(run(HIDDEN, '<w:vanish w:val="0"/>')),
        paragraph(run(HIDDEN, '<w:color w:val="auto"/>')),
        paragraph(run(HIDDEN, '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>')),
        paragraph(run(HIDDEN, '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>')),
        paragraph(run(HIDDEN, '<w:color w:val="FFFFFF"/>'), '<w:shd w:val="clear" w:fill="000000"/>'),
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr>{paragraph(run(HIDDEN, "<w:color w:val=" + chr(34) + "FFFFFF" + chr(34) + "/>"))}</w:tc></w:tr></w:tbl>',
        paragraph(run(HIDDEN, '<w:sz w:val="16"/>')),
        paragraph("", "<w:rPr><w:vanish/></w:rPr>"),
        paragraph(run("  ", "<w:vanish/>")),
    ],
    ids=[
        "vanish-0",
        "warna-auto",
        "latar-huruf",
        "sorot",
        "latar-paragraf",
        "latar-sel",
        "kecil-terbaca",
        "tanda-paragraf",
        "hanya-spasi",
    ],
)
def test_text_that_is_seen_is_not_called_hidden(seen: str) -> None:
    assert "HIDDEN_TEXT" not in codes(docx(NASKAH + seen))


def test_white_cells_on_a_white_table_are_hidden() -> None:
    white = '<w:color w:val="FFFFFF"/>'
    cell = f'<w:tc><w:tcPr><w:shd w:fill="FFFFFF"/></w:tcPr>{paragraph(run(HIDDEN, white))}</w:tc>'
    assert "HIDDEN_TEXT" in codes(docx(f"{NASKAH}<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))


@pytest.mark.parametrize(
    ("kind", "use_of_style"),
    [
        ("character", paragraph(run(HIDDEN, '<w:rStyle w:val="Samar"/>'))),
        ("paragraph", paragraph(HIDDEN, '<w:pStyle w:val="Samar"/>')),
    ],
)
def test_a_style_hides_too_also_by_what_it_is_based_on(kind: str, use_of_style: str) -> None:
    styles = (
        f'<w:style w:type="{kind}" w:styleId="Dasar"><w:rPr><w:vanish/></w:rPr></w:style>'
        f'<w:style w:type="{kind}" w:styleId="Samar"><w:basedOn w:val="Dasar"/></w:style>'
        f'<w:style w:type="{kind}" w:styleId="Terang"><w:basedOn w:val="Dasar"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    )
    assert codes(docx(NASKAH + use_of_style, story("styles", styles))) == ["HIDDEN_TEXT"]
    assert codes(docx(NASKAH + use_of_style.replace("Samar", "Terang"), story("styles", styles))) == []


# ---- letters


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("denda Rp \u202e000.05\u202c", "BIDI"),
        ("Rp 5\u200b0.000", "INVISIBLE"),
        ("wa\u00adjib", "INVISIBLE"),
        ("P\u0430sal", "CONFUSABLE"),
        ("ayat \uff15", "CONFUSABLE"),
        ("\u0421\u0410\u041e", "CONFUSABLE"),
        ("NIK 3505123456780001", "NIK"),
    ],
    ids=["arah", "spasi-nol", "tanda-hubung-lunak", "huruf-sirilik", "angka-lebar", "kata-sirilik", "nik"],
)
def test_letters_that_deceive_are_named(text: str, code: str) -> None:
    assert codes(docx(NASKAH + paragraph(text))) == [code]


def test_a_look_alike_does_not_hide_between_two_runs() -> None:
    assert codes(docx(NASKAH + paragraph(run("P") + run("\u0430") + run("sal")))) == ["CONFUSABLE"]


@pytest.mark.parametrize(
    "text",
    [
        "café, naïve, Müller",
        "bismillāh بسم الله",
        "± 5 % × 2",
        "No. rekening 123456789012345",
        "“kutip” – 1½",
    ],
)
def test_honest_letters_pass(text: str) -> None:
    assert codes(docx(NASKAH + paragraph(text))) == []


# ---- what is left in the file


def test_tracked_changes_and_comments_are_counted() -> None:
    who = 'w:id="1" w:author="Sekretaris Desa" w:date="2026-01-05T02:00:00Z"'
    body = f"<w:p><w:ins {who}>{run('baru')}</w:ins><w:del {who}><w:r><w:delText>lama</w:delText></w:r></w:del></w:p>"
    comments = story("comments", f"<w:comment {who}>{paragraph('Periksa.')}</w:comment>")
    found = warnings(docx(NASKAH + body, comments))
    assert [(w.code, w.facts["count"]) for w in found] == [("TRACKED", 2), ("COMMENTS", 1)]


def test_text_in_headers_notes_and_boxes_is_named() -> None:
    assert codes(docx(NASKAH, story("header", paragraph(HIDDEN)))) == ["OUTSIDE_BODY"]
    notes = story("footnotes", f'<w:footnote w:id="2">{paragraph(HIDDEN)}</w:footnote>')
    assert codes(docx(NASKAH, notes)) == ["OUTSIDE_BODY"]
    assert codes(docx(NASKAH + box(""))) == ["OUTSIDE_BODY"]
    assert codes(docx(NASKAH, story("header", paragraph("")))) == []


def test_automatic_numbers_are_counted() -> None:
    lists = numbering(definition(1, level(0, "Pasal %1")), use(1, 1))
    found = warnings(docx(NASKAH + numbered(1, "Satu.") + numbered(1, "Dua.") + numbered(0, "Tanpa."), lists))
    assert [(w.code, w.facts) for w in found] == [("AUTO_NUMBER", {"count": 2})]


def test_a_text_that_differs_between_programs_is_named() -> None:
    def branches(choice: str, fallback: str) -> str:
        return f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>{choice}</w:t></mc:Choice><mc:Fallback><w:t>{fallback}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>'

    assert codes(docx(NASKAH + branches("Rp 50.000.000", "Rp 50.000"))) == ["BRANCHES"]
    assert codes(docx(NASKAH + branches("Rp 50.000", "Rp 50.000"))) == []


def test_words_in_letter_art_are_named() -> None:
    art = '<w:p><w:r><w:pict><v:shape><v:textpath string="RAHASIA"/></v:shape></w:pict></w:r></w:p>'
    assert [w.facts for w in warnings(docx(NASKAH + art))] == [{"text": "RAHASIA"}]


def test_a_locked_document_and_hidden_data_are_named() -> None:
    locked = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    assert codes(docx(NASKAH, story("settings", locked))) == ["PROTECTED"]
    data = Part("customXml/item1.xml", "<r>NIK 3505123456780001</r>", "customXml", "application/xml")
    assert codes(docx(NASKAH, data)) == ["CUSTOM_XML"]
    empty = Part("customXml/item1.xml", "<Sources/>", "customXml", "application/xml")
    assert codes(docx(NASKAH, empty)) == []


def test_a_file_that_nobody_refers_to_is_named() -> None:
    assert codes(docx(NASKAH, Part("word/catatan.bin", b"rahasia", "", "application/octet-stream"))) == [
        "CUSTOM_XML"
    ]


def test_strange_properties_are_named() -> None:
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    data = docx(
        NASKAH,
        Part(
            "docProps/core.xml",
            f'<c:coreProperties xmlns:c="{core}"><c:t>&lt;script&gt;</c:t></c:coreProperties>',
        ),
        Part(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
            '<Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
    )
    assert codes(data) == ["METADATA"]


# ---- what no program should write


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="9"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
        paragraph("x", '<w:ind w:left="NaN"/>'),
        paragraph(run("x", '<w:sz w:val="-4"/>')),
        f'<w:p><w:ins w:id="1" w:author="A" w:date="9999-99-99T99:99:99Z">{run("x")}</w:ins></w:p>',
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr/></w:tbl>",
    ],
    ids=["tingkat-9", "nan", "ukuran-negatif", "tanggal", "gabung-tanpa-atas", "baris-kosong"],
)
def test_values_that_no_program_should_write_are_named(body: str) -> None:
    assert "BAD_VALUE" in codes(docx(NASKAH + body))


def test_usual_values_are_not_called_bad() -> None:
    body = paragraph(
        run("x", '<w:sz w:val="24"/>'),
        '<w:ind w:left="720" w:hanging="-5.5pt"/><w:spacing w:line="240" w:lineRule="auto"/>',
    )
    merge = (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr>'
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
    )
    assert codes(docx(NASKAH + body + merge)) == []


def test_styles_in_a_circle_are_named() -> None:
    def style(name: str, base: str) -> str:
        return f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>'

    circle = story("styles", style("C", "A") + style("A", "B") + style("B", "A"))
    assert codes(docx(NASKAH, circle)) == ["STYLE_CYCLE"]
    chain = story("styles", style("C", "A") + style("A", "B") + style("B", "Normal"))
    assert codes(docx(NASKAH, chain)) == []


@pytest.mark.parametrize(
    "inside",
    [
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
        "<w:t>50<w:b/>.000</w:t>",
    ],
    ids=["xinclude", "elemen-di-dalam-kata"],
)
def test_elements_that_are_not_words_own_are_named(inside: str) -> None:
    assert codes(docx(f"{NASKAH}<w:p><w:r>{inside}</w:r></w:p>")) == ["FOREIGN_XML"]


def test_a_usual_link_is_no_strange_one() -> None:
    assert codes(docx(NASKAH, links=link("hyperlink", "mailto:desa@contoh.invalid"))) == ["LINK"]
