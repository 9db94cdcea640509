"""The gate, one kind of file after the other; expected verdicts stand beside what makes the file so."""

import io
import struct
import zipfile
import zlib

import pytest
from word.hand_made import (
    PACKAGE,
    WORD,
    Part,
    docx,
    link,
    paragraph,
    parts_of,
    run,
    story,
    table,
    zipped,
)

from perdes_flow.errors import DocxRefused
from perdes_flow.word.gate import admit, inspect

NASKAH = paragraph("Pasal 1") + paragraph("Setiap orang wajib memilah sampah.")


def refused(data: bytes) -> str:
    found = inspect(data)
    assert found.verdict == "reject"
    with pytest.raises(DocxRefused) as refusal:
        admit(data)
    assert refusal.value.reason == found.code
    return found.code


def warned(data: bytes) -> list[str]:
    found = inspect(data)
    assert (found.verdict, found.code) == ("accept", "OK")
    return [warning.code for warning in found.warnings]


def field(code: str, result: str = "hasil") -> str:
    """A field in runs, its result shown behind it."""

    def turn(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code_run = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"<w:p>{turn('begin')}{code_run}{turn('separate')}{run(result)}{turn('end')}</w:p>"


def image(name: str, content: bytes, kind: str = "image/png") -> Part:
    return Part(f"word/media/{name}", content, "image", kind)


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0)


def test_an_honest_file_passes_without_a_word() -> None:
    assert warned(docx(NASKAH + table(("No.", "Uraian"), ("1", "Kas desa")))) == []


def test_the_gate_hands_on_the_trees_that_it_parsed() -> None:
    package = admit(docx(NASKAH))
    assert package.main in package.parsed()
    assert package.tree(package.main) is package.tree(package.main)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "EMPTY"),
        (b"P", "NOT_ZIP"),
        (b"%PDF-1.4\n%%EOF\n", "NOT_ZIP"),
        (b"<html><body>Peraturan Desa</body></html>", "NOT_ZIP"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096), "IS_OLE"),
        (b"PK\5\6" + bytes(18), "ZIP_NO_PARTS"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "NOT_DOCX"),
        (bytes(21 << 20), "TOO_BIG"),
    ],
    ids=["kosong", "satu-bita", "pdf", "html", "doc-lama", "zip-kosong", "odt", "terlalu-besar"],
)
def test_what_is_no_word_file_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_file_without_one_of_its_necessary_parts_is_refused(missing: str) -> None:
    parts = parts_of(NASKAH)
    del parts[missing]
    assert refused(zipped(parts)) == "OPC_MISSING"


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "NOT_DOCX"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "NOT_DOCX"),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "MACRO"),
        ("text/html", "NOT_DOCX"),
    ],
)
def test_another_kind_of_document_is_refused(kind: str, code: str) -> None:
    parts = parts_of(NASKAH)
    types = parts["[Content_Types].xml"].replace(f"{WORD}.document.main+xml".encode(), kind.encode())
    assert refused(zipped(parts | {"[Content_Types].xml": types})) == code


# ---- the archive


def test_two_parts_that_differ_only_in_capitals_are_refused() -> None:
    assert refused(zipped(parts_of(NASKAH) | {"Word/Document.XML": b"<x/>"})) == "ZIP_DUP"


@pytest.mark.parametrize("name", ["../luar.xml", "/etc/x", "word\\..\\x", "C:x", "a\u202eb.png", "x" * 256])
def test_a_part_with_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    assert refused(zipped(parts_of(NASKAH) | {name: b"x"})) == "ZIP_PATH"


def test_a_file_with_something_in_front_of_it_is_refused() -> None:
    assert refused(b"<script>alert(1)</script>" + docx(NASKAH)) == "ZIP_PREFIX"


def test_a_file_cut_off_anywhere_is_refused() -> None:
    data = docx(NASKAH)
    for length in range(0, len(data), 97):
        refused(data[:length])


def test_a_part_that_swells_beyond_measure_is_refused_by_what_it_declares() -> None:
    assert refused(docx(NASKAH, image("a.png", bytes(40 << 20)))) == "ZIP_RATIO"


def test_a_part_that_is_longer_than_it_says_is_refused_before_it_fills_the_memory() -> None:
    data = bytearray(docx(NASKAH, Part("word/x.xml", b" " * 900_000, "", "")))
    length = struct.pack("<I", 900_000)
    assert data.count(length) == 2
    assert refused(bytes(data.replace(length, struct.pack("<I", 4_000)))) == "ZIP_SIZE_LIE"


def test_a_changed_byte_in_a_part_is_seen_by_its_checksum() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts_of(NASKAH).items():
            archive.writestr(name, content)
    assert refused(file.getvalue().replace(b"wajib memilah", b"wajib membuang"[:13])) == "ZIP_CRC"


# ---- XML


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_dtd_is_refused_in_every_part(part: str) -> None:
    parts = parts_of(NASKAH)
    parts[part] = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + parts[part]
    assert refused(zipped(parts)) == "XML_DTD"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_dtd_does_not_hide_in_another_encoding(encoding: str) -> None:
    text = '\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY x "y">]><d>&x;</d>'
    assert refused(docx(NASKAH, Part("word/x.xml", text.encode(encoding)))) == "XML_DTD"


@pytest.mark.parametrize("declared", ["UTF-7", "EBCDIC-CP-US", "UTF-32", "ISO-8859-1"])
def test_an_encoding_in_which_words_could_hide_is_refused(declared: str) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?><x/>'
    assert refused(docx(NASKAH, Part("word/x.xml", text))) == "XML_ENCODING"


def test_a_document_in_utf16_passes() -> None:
    parts = parts_of(NASKAH)
    parts["word/document.xml"] = parts["word/document.xml"].decode().encode("utf-16")
    assert warned(zipped(parts)) == []


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("<x>", "XML"),
        ("bukan xml", "XML"),
        ("<x>&#0;</x>", "XML"),
        ("<x>&nbsp;</x>", "XML"),
        ("<a>" * 121 + "</a>" * 121, "XML_DEPTH"),
        ("<a>" * 5_000 + "</a>" * 5_000, "XML_DEPTH"),
        ("<x " + " ".join(f'a{n}=""' for n in range(257)) + "/>", "XML_LIMIT"),
    ],
    ids=["terpotong", "bukan-xml", "nol", "entitas", "dalam-121", "dalam-5000", "257-atribut"],
)
def test_xml_that_is_broken_or_out_of_measure_is_refused(xml: str, code: str) -> None:
    assert refused(docx(NASKAH, Part("word/x.xml", xml))) == code


def test_xml_at_the_measure_passes() -> None:
    wide = "<x " + " ".join(f'a{n}=""' for n in range(256)) + "/>"
    deep = "<a>" * 120 + "</a>" * 120
    found = docx(NASKAH, Part("word/x.xml", wide), Part("word/y.xml", deep))
    assert inspect(found).verdict == "accept"


# ---- size


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (paragraph("x") * 50_001, "PARA_LIMIT"),
        (paragraph("kata " * 20_001), "TEXT_LIMIT"),
        (f'<w:p><w:ins w:id="1" w:author="A">{run("x")}</w:ins></w:p>' * 20_001, "CHANGE_LIMIT"),
        (f"<w:tbl>{('<w:tr>' + '<w:tc/>' * 500 + '</w:tr>') * 201}</w:tbl>", "TABLE_LIMIT"),
        (
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="0064"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
            "TABLE_LIMIT",
        ),
    ],
    ids=["paragraf", "huruf", "perubahan", "sel", "lebar"],
)
def test_a_document_larger_than_any_regulation_is_refused(body: str, code: str) -> None:
    # a little noise keeps the packing of these files within the ratio of honest ones
    noise = "".join(f'<w:bookmarkStart w:id="{n}" w:name="{zlib.crc32(b"%d" % n):x}"/>' for n in range(6_000))
    assert refused(docx(NASKAH + noise + body)) == code


def test_a_table_as_wide_as_word_allows_passes() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr><w:p/></w:tc>'
    assert warned(docx(f"{NASKAH}<w:tbl><w:tr>{cell}</w:tr></w:tbl>")) == []


def test_a_scan_without_words_is_refused() -> None:
    assert refused(docx("<w:p/>", image("pindai.png", png(2480, 3508)))) == "NO_TEXT"


# ---- pictures


@pytest.mark.parametrize(
    "content",
    [
        png(6_000, 8_000),
        b"GIF89a" + struct.pack("<HH", 100, 50),
        b"BM" + bytes(16) + struct.pack("<ii", 100, -50),
        b"\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x11\x08" + struct.pack(">HH", 300, 400),
    ],
    ids=["png", "gif", "bmp", "jpeg"],
)
def test_usual_pictures_pass(content: bytes) -> None:
    assert warned(docx(NASKAH, image("gambar.png", content))) == []


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (png(60_000, 60_000), "image/png", "IMAGE_LIMIT"),
        (b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff", "image/jpeg", "IMAGE_LIMIT"),
        (b"<html><script>alert(1)</script>", "image/png", "IMAGE_TYPE"),
        (b"\1\0\0\0" + bytes(200), "image/x-emf", "IMAGE_TYPE"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml", "SVG"),
        (b'<?xml version="1.0"?><svg/>', "image/png", "SVG"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "IMAGE_TYPE"),
        (b"\xff\xd8\xff", "image/jpeg", "IMAGE_TYPE"),
    ],
    ids=[
        "png-besar",
        "jpeg-besar",
        "html",
        "emf",
        "svg",
        "svg-bernama-png",
        "png-terpotong",
        "jpeg-terpotong",
    ],
)
def test_other_pictures_are_refused(content: bytes, kind: str, code: str) -> None:
    assert refused(docx(NASKAH, image("gambar.png", content, kind))) == code


# ---- what runs, embeds or is fetched

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100)
VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (Part("word/media/x.bin", OLE, VBA, "application/octet-stream"), "MACRO"),
        (Part("word/embeddings/o.bin", OLE, "oleObject", "application/octet-stream"), "OLE"),
        (Part("word/media/o.png", OLE, "image", "image/png"), "OLE"),
        (Part("word/activeX/a.xml", "<x/>", "control", "application/vnd.ms-office.activeX+xml"), "ACTIVEX"),
        (Part("word/c.html", "<html/>", "aFChunk", "text/html"), "ALTCHUNK"),
        (Part("word/fonts/f.odttf", bytes(50), "font", "application/x-fontdata"), "FONT"),
        (
            Part("word/embeddings/a.xlsx", zipped({"x": b"y"}), "package", "application/octet-stream"),
            "ZIP_NESTED",
        ),
        (Part("word/media/a.png", zipped({"x": b"y"}), "", "image/png"), "ZIP_NESTED"),
    ],
    ids=["makro", "ole", "ole-bernama-png", "activex", "altchunk", "font", "excel", "zip-bernama-png"],
)
def test_what_runs_or_is_embedded_is_refused(part: Part, code: str) -> None:
    assert refused(docx(NASKAH, part)) == code


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://contoh.invalid/p.png"),
        ("image", "file://contoh.invalid/bagi/p.png"),
        ("image", "\\\\contoh.invalid\\bagi\\p.png"),
        ("oleObject", "mhtml:http://contoh.invalid/s.html!x"),
        ("attachedTemplate", "http://contoh.invalid/t.dotm"),
        ("attachedTemplate", "\\\\contoh.invalid\\t.dotm"),
        ("subDocument", "file:///C:/lain.docx"),
        ("frame", "lain.html"),
    ],
)
def test_what_word_would_fetch_is_refused(kind: str, target: str) -> None:
    assert refused(docx(NASKAH, links=link(kind, target))) == "EXTERNAL"


def test_an_address_that_calls_itself_a_part_is_refused_all_the_same() -> None:
    assert refused(docx(NASKAH, links=link("image", "//contoh.invalid/p.png", external=False))) == "EXTERNAL"


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:r><w:pict><v:shape><v:imagedata src="http://contoh.invalid/p.png"/></v:shape></w:pict></w:r></w:p>',
        '<w:p><w:r><w:pict><v:rect><v:fill o:href="http://contoh.invalid/p.png"/></v:rect></w:pict></w:r></w:p>',
        '<w:subDoc r:id="rId9"/>',
    ],
    ids=["gambar-vml", "isian-vml", "subdokumen"],
)
def test_an_address_inside_the_text_is_refused(body: str) -> None:
    assert refused(docx(NASKAH + body)) == "EXTERNAL"


def test_mail_merge_is_refused() -> None:
    source = (
        '<w:mailMerge><w:connectString w:val="Provider=x;Data Source=\\\\contoh.invalid\\s"/></w:mailMerge>'
    )
    assert refused(docx(NASKAH, story("settings", source))) == "EXTERNAL"


def test_links_are_shown_and_strange_ones_named() -> None:
    links = link("hyperlink", "https://jdih.contoh.invalid/", "a") + link(
        "hyperlink", "javascript:alert(1)", "b"
    )
    found = inspect(docx(NASKAH, links=links)).warnings
    assert [(w.code, w.facts["target"]) for w in found] == [
        ("LINK", "https://jdih.contoh.invalid/"),
        ("LINK_SCHEME", "javascript:alert(1)"),
    ]


def test_a_link_in_a_field_is_shown_too() -> None:
    found = inspect(docx(NASKAH + field("HYPERLINK &quot;file://contoh.invalid/x.exe&quot;"))).warnings
    assert ("LINK_SCHEME", "file://contoh.invalid/x.exe") in [(w.code, w.facts.get("target")) for w in found]


@pytest.mark.parametrize(
    "target", ["file:///C:\\Users\\sekdes\\Perdes.dotx", "Normal.dotm", "D:/templat.dotx"]
)
def test_a_template_on_the_makers_own_computer_is_only_named(target: str) -> None:
    settings = story("settings", "")
    rels = (
        f'<Relationships xmlns="{PACKAGE}/relationships">{link("attachedTemplate", target)}</Relationships>'
    )
    assert warned(docx(NASKAH, settings, Part("word/_rels/settings.xml.rels", rels))) == ["TEMPLATE"]


def test_a_relationship_that_leads_out_of_the_file_is_refused() -> None:
    out = link("image", "../../../../etc/passwd", external=False)
    assert refused(docx(NASKAH, links=out)) == "OPC_REL"


def test_two_relationships_of_one_name_are_refused() -> None:
    twice = link("hyperlink", "https://a.invalid/") + link("hyperlink", "https://b.invalid/")
    assert refused(docx(NASKAH, links=twice)) == "OPC_REL"


def test_a_header_that_is_not_there_is_missed() -> None:
    assert refused(docx(NASKAH, links=link("header", "header9.xml", external=False))) == "OPC_MISSING"


def test_a_picture_that_word_itself_lost_is_no_obstacle() -> None:
    assert warned(docx(NASKAH, links=link("image", "NULL", external=False))) == []


# ---- fields and bound controls


@pytest.mark.parametrize(
    "code",
    [
        "DDEAUTO c:\\\\calc.exe",
        "ddeauto x",
        "INCLUDETEXT x.docx",
        "INCLUDEPICTURE http://contoh.invalid/p.png",
        "IF 1 = 1 a b",
        "QUOTE 68 68 69",
        "DATE \\@ yyyy",
        "TIDAKDIKENAL x",
    ],
)
def test_a_field_whose_text_can_change_by_itself_is_refused(code: str) -> None:
    assert refused(docx(NASKAH + field(code))) == "FIELD"
    simple = f'<w:p><w:fldSimple w:instr="{code}">{run("x")}</w:fldSimple></w:p>'
    assert refused(docx(NASKAH + simple)) == "FIELD"


def test_a_field_split_over_runs_is_read_as_one() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "end"))
    pieces = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (" DD", "E", "AUTO cmd"))
    assert refused(docx(f"{NASKAH}<w:p>{begin}{pieces}{end}</w:p>")) == "FIELD"
    assert refused(docx(f"{NASKAH}<w:p>{begin}{pieces}</w:p>")) == "FIELD"


def test_a_field_whose_name_comes_out_of_another_field_is_refused() -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end")
    )
    inner = f"{begin}<w:r><w:instrText>REF x</w:instrText></w:r>{separate}{run('DDEAUTO')}{end}"
    bookmark = '<w:bookmarkStart w:id="1" w:name="x"/>'
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert refused(docx(f"{NASKAH}<w:p>{bookmark}{begin}{inner}{code}{separate}{end}</w:p>")) == "FIELD"


def test_page_numbers_contents_and_cross_references_pass() -> None:
    fields = "".join(
        map(field, ["PAGE", "TOC \\o &quot;1-3&quot;", " NUMPAGES\\* MERGEFORMAT", "REF _Ref1 \\h"])
    )
    assert warned(docx(NASKAH + fields)) == ["FIELD_SAFE"]


def test_todays_date_may_stand_at_the_foot_of_a_page() -> None:
    assert warned(docx(NASKAH, story("footer", field("DATE")))) == ["FIELD_SAFE", "OUTSIDE_BODY"]


def test_a_box_that_takes_its_text_from_hidden_data_is_refused_and_one_with_the_title_is_not() -> None:
    def bound(store: str) -> bytes:
        control = f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/r" w:storeItemID="{store}"/></w:sdtPr><w:sdtContent>{paragraph("x")}</w:sdtContent></w:sdt>'
        return docx(NASKAH + control)

    assert refused(bound("{11111111-1111-1111-1111-111111111111}")) == "BOUND_SDT"
    assert warned(bound("{6C3C8BC8-F283-45AE-878A-BAB7291924A1}")) == ["BOUND_SDT"]
