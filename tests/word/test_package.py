"""A Word file as its parts: found however they are spelled, parsed once, written back the same way every time."""

import io
import struct
import zipfile
import zlib

import pytest
from lxml import etree
from word.hand_made import Part, R, docx, link, paragraph, parts_of, story, zipped

from perdes_flow.errors import DocxRefused
from perdes_flow.word.names import W
from perdes_flow.word.package import Package, relationships_part

PICTURE = Part("word/media/gambar.png", bytes(range(256)) * 50, "image", "image/png")
FILE = docx(
    paragraph("Pasal 1"), PICTURE, story("header", paragraph("RANCANGAN")), story("footer", paragraph("1"))
)


def packed_streams(data: bytes) -> dict[str, bytes]:
    """The bytes of every entry as they stand in the archive, still packed."""
    streams = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            name, extra = struct.unpack_from("<HH", data, entry.header_offset + 26)
            start = entry.header_offset + 30 + name + extra
            streams[entry.filename] = data[start : start + entry.compress_size]
    return streams


def touched() -> Package:
    package = Package.open(FILE)
    next(package.tree(package.main).iter(W + "t")).text = "Pasal 2"
    return package


def test_writing_twice_gives_the_same_bytes() -> None:
    assert touched().pack(["word/document.xml"]) == touched().pack(["word/document.xml"])


def test_parts_that_nobody_touched_are_copied_byte_for_byte() -> None:
    before, after = packed_streams(FILE), packed_streams(touched().pack(["word/document.xml"]))
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


def test_a_written_file_opens_everywhere_and_carries_no_time() -> None:
    data = touched().pack(["word/document.xml"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"Pasal 2" in archive.read("word/document.xml")
    assert Package.open(data).pack() == data


def test_reading_a_tree_changes_nothing_that_is_written() -> None:
    package = Package.open(FILE)
    for name in package.names():
        if name.endswith((".xml", ".rels")):
            package.tree(name)
    assert packed_streams(package.pack()) == packed_streams(FILE)


def test_a_part_may_be_written_in_another_encoding_or_stored_as_it_is() -> None:
    parts = parts_of(paragraph("Pasal 1"))
    parts["word/document.xml"] = parts["word/document.xml"].decode().encode("utf-16")
    package = Package.open(zipped(parts))
    assert [t.text for t in package.tree(package.main).iter(W + "t")] == ["Pasal 1"]
    noise = Part("word/media/acak.png", zlib.compress(bytes(range(256)), 9), "image", "image/png")
    data = docx("", noise)
    assert Package.open(Package.open(data).pack()).read(noise.name) == noise.content


def test_the_stories_come_in_reading_order_each_once() -> None:
    further = (story("footer", ""), story("footnotes", ""), story("header", "", 2), story("header", "", 1))
    again = link("header", "header1.xml", "lagi", external=False)
    assert Package.open(docx("", *further, links=again)).stories() == (
        ("body", "word/document.xml"),
        ("header", "word/header2.xml"),
        ("header", "word/header1.xml"),
        ("footer", "word/footer1.xml"),
        ("footnote", "word/footnotes.xml"),
    )


@pytest.mark.parametrize(
    "target",
    [
        "media/gambar kecil.png",
        "media/gambar%20kecil.png",
        "/word/media/Gambar%20Kecil.PNG",
        "../word/media/gambar kecil.png",
    ],
)
def test_a_part_is_found_however_it_is_spelled(target: str) -> None:
    picture = Part("word/media/gambar kecil.png", b"x", "", "image/png")
    package = Package.open(docx("", picture, links=link("image", target, external=False)))
    assert package.related("image") == ("word/media/gambar kecil.png",)


def test_what_lies_outside_is_no_part() -> None:
    package = Package.open(docx("", links=link("image", "http://contoh.invalid/a.png")))
    assert package.related("image") == ()
    assert package.relationships(package.main)["rIdX"].external


def test_a_further_part_gets_its_type_and_its_relationship() -> None:
    package = Package.open(docx(paragraph("Pasal 1")))
    comments = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
    package.add_part("word/comments.xml", comments, "application/vnd.contoh+xml")
    rid = package.add_relationship(package.main, f"{R}/comments", "word/comments.xml", external=False)
    again = Package.open(package.pack())
    assert again.related("comments") == ("word/comments.xml",)
    assert again.relationships(again.main)[rid].target == "word/comments.xml"
    assert again.content_type("word/comments.xml") == "application/vnd.contoh+xml"
    assert again.read("word/comments.xml") == comments


def test_a_part_without_relationships_gets_a_place_for_them() -> None:
    package = Package.open(docx("", story("header", paragraph("kop"))))
    rid = package.add_relationship(
        "word/header1.xml", f"{R}/hyperlink", "https://contoh.invalid/", external=True
    )
    again = Package.open(package.pack())
    assert again.relationships("word/header1.xml")[rid].target == "https://contoh.invalid/"


def test_free_ids_are_found_beside_those_that_are_taken() -> None:
    package = Package.open(docx("", links=link("hyperlink", "https://a.invalid/", "rIdP2")))
    rids = {
        package.add_relationship(package.main, f"{R}/hyperlink", "https://b.invalid/", external=True)
        for _ in range(5)
    }
    assert len(rids | {"rIdP2"}) == 6


def test_comments_and_instructions_in_xml_do_not_split_a_word() -> None:
    package = Package.open(docx("<w:p><w:r><w:t>denda Rp 50<!-- x -->.<?x y?>000</w:t></w:r></w:p>"))
    assert [t.text for t in package.tree(package.main).iter(W + "t")] == ["denda Rp 50.000"]


def test_names_of_the_strict_form_are_read_as_the_usual_ones() -> None:
    strict = {
        name: content.replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, content in parts_of(paragraph("Pasal 1")).items()
    }
    package = Package.open(zipped(strict))
    assert [t.text for t in package.tree(package.main).iter(W + "t")] == ["Pasal 1"]


def test_a_missing_part_is_refused_by_name() -> None:
    with pytest.raises(DocxRefused) as refusal:
        Package.open(FILE).read("word/tidak-ada.xml")
    assert (refusal.value.reason, refusal.value.facts) == ("OPC_MISSING", {"part": "word/tidak-ada.xml"})


def test_relationships_stand_beside_their_part() -> None:
    assert relationships_part("") == "_rels/.rels"
    assert relationships_part("word/document.xml") == "word/_rels/document.xml.rels"
    assert relationships_part("naskah.xml") == "_rels/naskah.xml.rels"


def test_a_tree_is_parsed_once_and_shared() -> None:
    package = Package.open(FILE)
    tree = package.tree(package.main)
    etree.SubElement(tree[0], W + "p")
    assert package.tree(package.main) is tree


def test_an_archive_with_folders_and_a_comment_is_read() -> None:
    file = io.BytesIO(FILE)
    with zipfile.ZipFile(file, "a") as archive:
        archive.mkdir("word/kosong")
        archive.comment = b"dibuat oleh WPS"
    assert Package.open(file.getvalue()).names() == Package.open(FILE).names()


def test_a_streamed_archive_is_read() -> None:
    class Stream(io.RawIOBase):
        """Something that cannot go back, as a network connection."""

        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            piece = bytes(data)  # type: ignore[call-overload]  # a buffer of whatever kind
            self.data += piece
            return len(piece)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(paragraph("Pasal 1")).items():
            archive.writestr(name, content)
    assert Package.open(stream.data).has("word/document.xml")
