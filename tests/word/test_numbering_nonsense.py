"""Numbering definitions that no program should write: the reader passes over them and answers."""

import io
import time
import zipfile

import pytest

from perdes_flow.word.package import Package
from perdes_flow.word.reader import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def document(numbering: str, *places: tuple[str, str]) -> Package:
    """A file with these definitions and one paragraph for every (list, level)."""
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr></w:p>'
        for number, level in places
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="r" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return Package.open(file.getvalue())


def numbers(package: Package) -> list[str]:
    return [block.number for block in read(package)]


def level(index: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'


def definition(name: str, content: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{content}</w:abstractNum>'


def use(number: str, name: str, content: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{name}"/>{content}</w:num>'


@pytest.mark.parametrize("index", ["9", "999", "-1", "x", "", "²", "1.5", "9" * 5000])
def test_a_level_that_does_not_exist_is_passed_over_and_the_others_still_count(index: str) -> None:
    strange = f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="7"/></w:lvlOverride>'
    lists = definition("0", level("0", "Pasal %1") + level(index, "?%1")) + use("1", "0", strange)
    assert numbers(document(lists, ("1", "0"), ("1", "0"))) == ["Pasal 1", "Pasal 2"]


def test_a_paragraph_at_a_level_that_does_not_exist_has_no_number() -> None:
    lists = definition("0", level("0", "Pasal %1") + level("999", "?%1")) + use("1", "0")
    assert numbers(document(lists, ("1", "999"), ("1", "-1"), ("1", "0"))) == ["", "", "Pasal 1"]


def test_a_list_that_refers_to_a_numbering_style_counts_as_that_style_says() -> None:
    lists = (
        definition("0", '<w:numStyleLink w:val="Pasal"/>')
        + definition("1", '<w:styleLink w:val="Pasal"/>' + level("0", "Pasal %1"))
        + use("1", "0")
        + use("2", "1")
    )
    assert numbers(document(lists, ("1", "0"), ("2", "0"))) == ["Pasal 1", "Pasal 2"]


def test_thousands_of_lists_that_refer_to_styles_are_read_at_once() -> None:
    count = 3000
    lists = "".join(
        definition(f"a{i}", f'<w:numStyleLink w:val="s{i}"/>')
        + definition(f"b{i}", f'<w:styleLink w:val="s{i}"/>' + level("0", f"{i}.%1"))
        for i in range(count)
    ) + "".join(use(str(i), f"a{i}") for i in range(count))
    package = document(lists, (str(count - 1), "0"))
    begun = time.process_time()
    assert numbers(package) == [f"{count - 1}.1"]
    assert time.process_time() - begun < 5  # the square of 3000 takes minutes
