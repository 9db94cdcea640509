"""Shapes that real files have and that a tracked change has no word for: links, controls, sections, notes with earlier changes."""

from datetime import UTC, datetime

import pytest
from lxml import etree
from word.hand_made import docx, link, parts_of, story, zipped

import perdes_flow.word.redline as engine
from perdes_flow.errors import RedlineNotProven
from perdes_flow.word.package import Package
from perdes_flow.word.redline import redline
from perdes_flow.word.redline.counting import Miscounted
from perdes_flow.word.redline.proof import Failure, Verdict
from perdes_flow.word.revisions import accept_all, has_revisions, reject_all

AT = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LINK = link("hyperlink", "https://desa.example.id/")


def p(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


RONDA = p(r("Kepala Dusun mengatur giliran ronda malam."))
LINKED = p(r("Lihat ") + f'<w:hyperlink r:id="rIdX">{r("laman Desa")}</w:hyperlink>')
FIELD = p(f'<w:fldSimple w:instr=" PAGE ">{r("3")}</w:fldSimple>')
TAGGED = p(f'<w:smartTag w:element="tempat">{r("Desa Contoh")}</w:smartTag>')
PERMITTED = p('<w:permStart w:id="5" w:edGrp="everyone"/>' + r("Boleh diisi.") + '<w:permEnd w:id="5"/>')
CONTENTS = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
    + p(r("DAFTAR ISI"))
    + p(f'<w:hyperlink w:anchor="bab1">{r("BAB I")}</w:hyperlink>')
    + '<w:bookmarkStart w:id="7" w:name="isi"/><w:bookmarkEnd w:id="7"/></w:sdtContent></w:sdt>'
)
NESTED = f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{p(r('Halaman 1 dari 3'))}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
TABLE = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p(r('Tarif'))}</w:tc></w:tr></w:tbl>"


def lines(file: bytes) -> list[str]:
    """Every paragraph of the body, and what it stands in."""
    body = Package.open(file).tree("word/document.xml")[0]
    found = []
    for paragraph in body.iter(W + "p"):
        around = [etree.QName(a).localname for a in paragraph.iterancestors()]
        found.append(f"{around}: " + "".join(t.text or "" for t in paragraph.iter(W + "t")))
    return found


def proven(old: bytes, new: bytes) -> bytes:
    """The redline, which leads to both texts; `redline` itself has compared all else."""
    found = redline(old, new, author="Penyusun", at=AT).docx
    assert lines(accept_all(found)) == lines(new)
    assert lines(reject_all(found)) == lines(old)
    return found


@pytest.mark.parametrize(
    "last",
    [LINKED, FIELD, TAGGED, PERMITTED, CONTENTS, NESTED],
    ids=["tautan", "bidang", "tanda", "izin", "daftar isi", "kendali"],
)
@pytest.mark.parametrize("following", ["", TABLE], ids=["paling akhir", "sebelum tabel"])
def test_nothing_is_left_of_a_link_or_a_control_that_came_or_went(last: str, following: str) -> None:
    without, with_it = docx(RONDA + following, links=LINK), docx(RONDA + last + following, links=LINK)
    proven(without, with_it)
    proven(with_it, without)
    proven(docx(LINKED + following, links=LINK), with_it)


@pytest.mark.parametrize("where", ["body", "header"])
def test_a_field_that_came_or_went_is_not_left_empty_for_word_to_fill(where: str) -> None:
    def file(*paragraphs: str) -> bytes:
        if where == "body":
            return docx("".join(paragraphs))
        reference = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
        parts = parts_of(RONDA, [story("header", "".join(paragraphs))])
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr/>", reference.encode())
        return zipped(parts)

    part = "word/document.xml" if where == "body" else "word/header1.xml"
    beside = p(r("Halaman ") + FIELD.removeprefix("<w:p>").removesuffix("</w:p>") + r(" dari naskah"))
    without = file(p(r("Halaman dari naskah")), RONDA)
    for fields, with_it in (
        (2, file(FIELD, beside, RONDA)),
        (1, file(beside, RONDA)),
        (1, file(FIELD, RONDA)),
    ):
        for old, new, left in ((with_it, without, 0), (without, with_it, fields)):
            found = redline(old, new, author="Penyusun", at=AT).docx
            assert Package.open(accept_all(found)).read(part).count(b"<w:fldSimple") == left
            assert Package.open(reject_all(found)).read(part).count(b"<w:fldSimple") == fields - left


def test_a_control_inside_a_line_that_came_or_went_is_not_left_to_be_filled() -> None:
    control = f'<w:sdt><w:sdtPr><w:alias w:val="Pelapor"/></w:sdtPr><w:sdtContent>{r("warga")}</w:sdtContent></w:sdt>'
    with_it, without = (
        docx(p(r("Laporan dari ") + control + r(" dicatat."))),
        docx(p(r("Laporan dari dicatat."))),
    )
    for old, new, left in ((with_it, without, 0), (without, with_it, 1)):
        found = proven(old, new)
        for settle, controls in ((accept_all, left), (reject_all, 1 - left)):
            assert Package.open(settle(found)).read("word/document.xml").count(b"Pelapor") == controls


def test_a_link_that_can_be_shown_inside_its_paragraph_is_not_wrapped() -> None:
    found = proven(docx(RONDA, links=LINK), docx(LINKED + RONDA, links=LINK))
    assert b"w:sdt" not in Package.open(found).read("word/document.xml")


@pytest.mark.parametrize(
    ("come", "draws"), [(RONDA, 2), (LINKED, 4), (PERMITTED, 4)], ids=["kata", "tautan", "izin"]
)
def test_what_cannot_be_proven_is_drawn_around_links_only_where_there_are_any(
    monkeypatch: pytest.MonkeyPatch, come: str, draws: int
) -> None:
    drawn: list[bytes] = []

    def never(_expected: object, found: bytes) -> Verdict:
        drawn.append(found)
        return Verdict([Failure("new", "word/document.xml", (0,))], Miscounted())

    monkeypatch.setattr(engine, "judge", never)
    with pytest.raises(RedlineNotProven):
        redline(docx(TABLE, links=LINK), docx(TABLE + come, links=LINK), author="Penyusun", at=AT)
    assert len(drawn) == draws  # in fine and by block; and both once more


def test_a_file_that_says_nothing_of_its_pages_can_be_compared_with_one_that_does() -> None:
    bare = parts_of(RONDA)
    bare["word/document.xml"] = bare["word/document.xml"].replace(b"<w:sectPr/>", b"")
    paged = parts_of(RONDA)
    size = b'<w:sectPr><w:pgSz w:w="11906" w:h="18709"/></w:sectPr>'
    paged["word/document.xml"] = paged["word/document.xml"].replace(b"<w:sectPr/>", size)
    for old, new in ((bare, paged), (paged, bare)):
        found = Package.open(proven(zipped(old), zipped(new))).tree("word/document.xml")
        assert len(list(found.iter(W + "sectPrChange"))) == 1


def noted(reference: str, note: str) -> bytes:
    return docx(
        p(r("Iuran ditarik setiap bulan.") + reference),
        story("footnotes", f'<w:footnote w:id="2">{p(note)}</w:footnote>'),
    )


REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
INSERTED = '<w:ins w:id="4" w:author="Penyusun lama" w:date="2026-01-01T00:00:00Z">{}</w:ins>'


def test_what_an_earlier_author_tracked_in_a_note_is_accepted_there_too() -> None:
    tracked = noted(INSERTED.format(REFERENCE), INSERTED.format(r("Sejak 2019.")))
    found = proven(tracked, tracked)
    notes = Package.open(found).tree("word/footnotes.xml")
    assert not has_revisions(notes)
    assert "".join(notes.itertext()) == "Sejak 2019."


def test_a_note_that_was_only_tracked_is_the_same_as_one_that_was_accepted() -> None:
    tracked = noted(INSERTED.format(REFERENCE), INSERTED.format(r("Sejak 2019.")))
    for old, new in (
        (tracked, noted(REFERENCE, r("Sejak 2019."))),
        (noted(REFERENCE, r("Sejak 2019.")), tracked),
    ):
        assert not has_revisions(Package.open(proven(old, new)).tree("word/footnotes.xml"))
    assert redline(tracked, tracked, author="Penyusun", at=AT).changes == []


def test_a_paragraph_that_went_into_a_control_elsewhere_is_no_half_move() -> None:
    text = "Tamu yang menginap lebih dari satu hari melapor kepada pengurus Rukun Tetangga."
    control = f"<w:sdt><w:sdtContent>{p(r(text))}</w:sdtContent></w:sdt>"
    others = [
        p(r(f"Ketentuan {n} mengatur hal yang sama sekali lain, yaitu {n * n} perkara.")) for n in range(1, 6)
    ]
    found = Package.open(proven(docx(p(r(text)) + "".join(others)), docx("".join(others) + control)))
    names = [
        sorted(e.get(W + "name", "") for e in found.tree("word/document.xml").iter(W + kind + "RangeStart"))
        for kind in ("moveFrom", "moveTo")
    ]
    assert names[0] == names[1]


def test_a_deleted_reading_aid_has_its_words_as_deleted_text() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('baca')}</w:rt><w:rubyBase>{r('tulis')}</w:rubyBase></w:ruby></w:r>"
    found = Package.open(proven(docx(RONDA + p(ruby)), docx(RONDA))).tree("word/document.xml")
    assert [t.tag for deletion in found.iter(W + "del") for t in deletion.iter(W + "t")] == []


def test_a_header_brings_its_pictures_into_a_file_that_names_every_part() -> None:
    """Some programs give each file of relationships a type of its own, and none for the ending."""
    header = story(
        "header",
        p(r("KOP DESA") + '<w:r><w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r>'),
    )
    old = parts_of(RONDA, [header])
    old["word/document.xml"] = old["word/document.xml"].replace(
        b"<w:sectPr/>", b'<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    )
    old["word/_rels/header1.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/kop.png"/></Relationships>'
    )
    old["word/media/kop.png"] = b"\x89PNG kop"
    old["[Content_Types].xml"] = old["[Content_Types].xml"].replace(
        b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1
    )
    new = parts_of(RONDA)
    rels = b'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    new["[Content_Types].xml"] = new["[Content_Types].xml"].replace(
        b'<Default Extension="rels" ' + rels,
        b'<Override PartName="/_rels/.rels" '
        + rels
        + b'<Override PartName="/word/_rels/document.xml.rels" '
        + rels,
    )
    found = Package.open(redline(zipped(old), zipped(new), author="Penyusun", at=AT).docx)
    assert [name for name in found.names() if name.endswith(".rels") and not found.content_type(name)] == []


DRAWING = '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="Gambar"/></wp:inline></w:drawing></w:r>'


def test_a_drawing_that_went_bears_a_number_of_its_own_beside_the_one_that_came() -> None:
    found = Package.open(proven(docx(p(DRAWING) + RONDA), docx(RONDA + p(r("Peta Desa: ") + DRAWING))))
    numbers = [e.get("id") for e in found.tree("word/document.xml").iter("{*}docPr")]
    assert len(numbers) == len(set(numbers)) == 2


KIOSK = '<w:r><w:pict><v:shapetype id="_x0000_t75" path="m0,0l0,9e"/><v:shape id="s1" type="#_x0000_t75" style="width:9pt"/></w:pict></w:r>'


def test_a_shape_that_went_has_a_kind_of_its_own_beside_the_one_that_came() -> None:
    found = Package.open(proven(docx(p(KIOSK) + RONDA), docx(RONDA + p(r("Denah kios: ") + KIOSK))))
    tree = found.tree("word/document.xml")
    names = [e.get("id") for e in tree.iter("{urn:schemas-microsoft-com:vml}*")]
    assert len(names) == len(set(names)) == 4
    for shape in tree.iter("{urn:schemas-microsoft-com:vml}shape"):
        assert shape.get("type", "").removeprefix("#") in names


def with_header(body: str, sections: str, *parts: str) -> bytes:
    """A file with these headers, the first as rId1; `sections` are the properties of its last section."""
    made = parts_of(body, [story("header", content, number) for number, content in enumerate(parts, 1)])
    made["word/document.xml"] = made["word/document.xml"].replace(b"<w:sectPr/>", sections.encode())
    return zipped(made)


def test_a_header_that_went_from_two_sections_is_deleted_once() -> None:
    def section(kind: str) -> str:
        return f'<w:sectPr><w:headerReference w:type="{kind}" r:id="rId1"/></w:sectPr>'

    first = f"<w:p><w:pPr>{section('default')}</w:pPr>{r('Bagian pertama.')}</w:p>"
    old = with_header(first + RONDA, section("default"), p(r("KOP DESA")))
    new = with_header(first.replace(section("default"), "<w:sectPr/>") + RONDA, "<w:sectPr/>")
    package = Package.open(redline(old, new, author="Penyusun", at=AT).docx)
    for part in package.related("header"):
        assert [
            len(list(mark)) for mark in package.tree(part).iter(W + "rPr") if mark.find(W + "del") is not None
        ] == [1]


def test_a_header_that_went_leaves_the_same_one_elsewhere_alone() -> None:
    one = '<w:headerReference w:type="first" r:id="rId1"/>'
    both = '<w:headerReference w:type="default" r:id="rId1"/>' + one
    old = with_header(RONDA, f"<w:sectPr>{both}</w:sectPr>", p(r("KOP DESA")))
    new = with_header(RONDA, f"<w:sectPr>{one}</w:sectPr>", p(r("KOP DESA")))
    accepted = Package.open(accept_all(redline(old, new, author="Penyusun", at=AT).docx))
    assert sorted("".join(accepted.tree(part).itertext()) for part in accepted.related("header")) == [
        "",
        "KOP DESA",
    ]


def test_a_bookmark_in_a_paragraph_that_an_earlier_author_deleted_stands_once() -> None:
    deletion = '<w:del w:id="4" w:author="Penyusun lama" w:date="2026-01-01T00:00:00Z"{}'
    mark = f"<w:pPr><w:rPr>{deletion.format('/>')}</w:rPr></w:pPr>"
    gone = '<w:bookmarkStart w:id="1" w:name="lama"/><w:bookmarkEnd w:id="1"/>' + deletion.format(
        "><w:r><w:delText>Dihapus.</w:delText></w:r></w:del>"
    )
    tracked = docx(f"<w:p>{mark}{gone}</w:p>" + RONDA)
    found = redline(reject_all(tracked), tracked, author="Penyusun", at=AT, keep_revisions=True).docx
    tree = Package.open(found).tree("word/document.xml")
    assert [d.get(W + "author") for d in tree.iter(W + "del") if len(d)] == ["Penyusun lama"]
    assert len(list(tree.iter(W + "bookmarkStart"))) == 1


def test_a_list_that_is_brought_back_has_no_mark_that_the_new_file_does_not_know() -> None:
    later = 'xmlns:n="http://schemas.microsoft.com/office/word/2016/wordml/cid" n:durableId="7"'
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="{}"/><w:lvlText w:val="%1."/></w:lvl>'

    def listed(form: str, mark: str, text: str) -> bytes:
        lists = f'<w:abstractNum w:abstractNumId="0">{level.format(form)}</w:abstractNum>' + (
            f'<w:num w:numId="1" {mark}><w:abstractNumId w:val="0"/></w:num>'
        )
        numbered = (
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{r(text)}</w:p>'
        )
        return docx(numbered + RONDA, story("numbering", lists))

    found = proven(
        listed("decimal", later, "Kios dan los pasar."), listed("lowerLetter", "", "Taman bacaan warga.")
    )
    instances = list(Package.open(found).tree("word/numbering.xml").iter(W + "num"))
    assert [[name for name in e.attrib if "microsoft" in str(name)] for e in instances] == [[], []]


def test_notes_come_once_each_with_their_styles_to_a_file_that_has_none() -> None:
    notes = story(
        "footnotes",
        '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        + "".join(
            f'<w:footnote w:id="{n}"><w:p><w:pPr><w:pStyle w:val="Catatan"/></w:pPr>{r(f"Lihat Lampiran {n}.")}</w:p></w:footnote>'
            for n in (2, 3)
        ),
    )
    style = '<w:style w:type="paragraph" w:styleId="Catatan"><w:name w:val="Catatan"/></w:style>'
    noted = "".join(p(r(f"Tarif {n}") + f'<w:r><w:footnoteReference w:id="{n}"/></w:r>') for n in (2, 3))
    old, new = docx(noted + RONDA, story("styles", style), notes), docx(RONDA, story("styles", ""))
    found = Package.open(proven(old, new))
    assert found.read("word/footnotes.xml").count(b"Lihat Lampiran") == 2
    assert b'w:styleId="Catatan"' in found.read("word/styles.xml")
