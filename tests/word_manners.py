"""Word files as different offices lay them out, from a short notation: tabs, line breaks, layout tables, Word's own numbers, text boxes.

A line is a paragraph:  `^` centred · `\\t` a tab · `⏎` a line break within the paragraph · `@pasal`, `@ayat`, `@huruf`, `@angka` a number
made by Word · `| a | b` the row of a table (`¶` a new paragraph in the cell) · `[kotak]` a text box beside the text · `[kop]` a page header.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_LISTS = {"pasal": ("decimal", "Pasal %1", 1), "ayat": ("decimal", "(%1)", 2), "huruf": ("lowerLetter", "%1.", 3), "angka": ("decimal", "%1.", 4)}  # fmt: skip


def docx_of(text: str) -> bytes:
    """The Word file that the notation describes; lists of Word's own start anew after every Pasal or ayat above them."""
    lines = [line for line in text.splitlines() if line.strip()]
    header = "".join(
        _paragraph(line.removeprefix("[kop]").strip()) for line in lines if line.startswith("[kop]")
    )
    body = "".join(_parts([line for line in lines if not line.startswith("[kop]")]))
    document = f'<w:document {_NAMESPACES}><w:body>{body}<w:sectPr><w:headerReference w:type="default" r:id="rId3"/></w:sectPr></w:body></w:document>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relationships(("rId1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relationships(("rId2", "numbering", "numbering.xml"), ("rId3", "header", "header1.xml")),
        "word/document.xml": document,
        "word/header1.xml": f"<w:hdr {_NAMESPACES}>{header or '<w:p/>'}</w:hdr>",
        "word/numbering.xml": _numbering(),
    }  # fmt: skip
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + content)
    return out.getvalue()


def _parts(lines: list[str]) -> Iterator[str]:
    for is_table, group in groupby(lines, lambda line: line.startswith("|")):
        if is_table:
            rows = "".join(
                f"<w:tr>{''.join(map(_cell, line.strip('| ').split('|')))}</w:tr>" for line in group
            )
            yield f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"
        else:
            yield from map(_paragraph, group)


def _cell(words: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(map(_paragraph, words.strip().split('¶')))}</w:tc>"


def _paragraph(line: str) -> str:
    properties = ""
    if line.startswith("^"):
        line, properties = line[1:], '<w:jc w:val="center"/>'
    if line.startswith("@"):
        name, _, line = line[1:].partition(" ")
        level = list(_LISTS).index(name)
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>{properties}'
    if line.startswith("[kotak]"):
        inner = _paragraph(line.removeprefix("[kotak]").strip())
        return f"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    words = escape(line.strip()).replace("\t", "</w:t><w:tab/><w:t>").replace("⏎", "</w:t><w:br/><w:t>")
    marked = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{marked}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text.replace("%1", f"%{place + 1}")}"/></w:lvl>'
        for place, (form, text, _) in enumerate(_LISTS.values())
    )
    return f'<w:numbering {_NAMESPACES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'


_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("header1", "header"), ("numbering", "numbering"))
    )
    + "</Types>"
)


def _relationships(*named: tuple[str, str, str]) -> str:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    inner = "".join(
        f'<Relationship Id="{one}" Type="{kinds}/{kind}" Target="{target}"/>' for one, kind, target in named
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
