"""Random damage to good files: the gate answers every time, and what it lets in can be read."""

from hypothesis import given, settings
from hypothesis import strategies as st
from word.hand_made import (
    definition,
    docx,
    level,
    numbered,
    numbering,
    paragraph,
    parts_of,
    story,
    table,
    use,
    zipped,
)

from perdes_flow.word.gate import inspect
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.text_form import normalised_text

PARTS = (
    numbering(definition(1, level(0, "Pasal %1"), level(1, "(%2)")), use(1, 1)),
    story("header", paragraph("RANCANGAN")),
    story("styles", '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'),
)
BODY = numbered(1, "Satu.") + numbered(1, "Dua.", 1) + table(("No.", "Uraian"), ("1", "Kas"))
GOOD = docx(BODY, *PARTS)
TEXT = normalised_text(read(Package.open(GOOD)))
FILES = parts_of(BODY, PARTS)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) * 8 - 1)), min_size=1, max_size=4))
def test_a_file_with_flipped_bits_is_refused_or_reads_the_same(flips: list[tuple[int]]) -> None:
    data = bytearray(GOOD)
    for (place,) in flips:
        data[place >> 3] ^= 1 << (place & 7)
    if inspect(bytes(data)).verdict == "accept":
        assert normalised_text(read(Package.open(bytes(data)))) == TEXT


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_file_with_damaged_xml_is_refused_or_can_be_read(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    content = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        piece = data.draw(
            st.sampled_from([b"", b"<", b">", b"9", b"-", b'"', b"w:", b"\xff", b"&#2;", b"\0", b"e", b"/"])
        )
        content[place : place + data.draw(st.integers(0, 3))] = piece
    file = zipped(FILES | {name: bytes(content)})
    found = inspect(file)
    assert found.code != "UNEXPECTED", found.facts
    if found.verdict == "accept":
        normalised_text(read(Package.open(file)))
