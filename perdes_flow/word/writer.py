"""A small DOCX of our own making: paragraphs and tables on F4 paper, the same bytes for the same words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from perdes_flow.word.archive import compress, write_archive

Align = Literal["left", "center", "right", "both"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# F4, 215 × 330 mm, in twentieths of a point; margins 25 mm
_PAGE = '<w:pgSz w:w="12189" w:h="18709"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="709" w:footer="709" w:gutter="0"/>'
_LANDSCAPE = '<w:pgSz w:w="18709" w:h="12189" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
_LINE, _LANDSCAPE_LINE = 9355, 16441
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`after_points` is the space below it."""

    text: str
    align: Align = "both"
    bold: bool = False
    after_points: int = 6


Look = Literal["", "gone", "come", "quiet"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one look: struck out as gone, underlined as come, or small and grey."""

    text: str
    look: Look = ""


@dataclass(frozen=True, slots=True)
class Rich:
    """A cell whose words do not all look alike, line by line."""

    lines: tuple[tuple[Words, ...], ...]


Cell = str | Rich


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are shares of the line; `borders` draws the lines of a table, or else only places columns."""

    rows: tuple[tuple[Cell, ...], ...]
    head: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    borders: bool = True
    align: Align = "left"


def write(parts: Sequence[Paragraph | Table], *, footer: str = "", landscape: bool = False) -> bytes:
    """A Word file of these parts in their order, with one line at the foot of every page."""
    line, page = (_LANDSCAPE_LINE, _LANDSCAPE) if landscape else (_LINE, _PAGE)
    body = "".join(_table(part, line) if isinstance(part, Table) else _paragraph(part) for part in parts)
    # Word wants a paragraph after a table at the end of the body
    document = f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}<w:p/><w:sectPr><w:footerReference w:type="default" r:id="rId2"/>{page}</w:sectPr></w:body></w:document>'
    foot = f'<w:ftr xmlns:w="{_W}">{_paragraph(Paragraph(footer, "center"), size=16)}</w:ftr>'
    return package(document, foot)


def package(document: str, footer: str, *, font: str = "Bookman Old Style") -> bytes:
    """A Word file of a main part and a footer, which it refers to as `rId2`; nothing else is in it but the font."""
    files = (
        ("[Content_Types].xml", _content_types()),
        ("_rels/.rels", _relationships((("officeDocument", "word/document.xml"),))),
        (
            "word/_rels/document.xml.rels",
            _relationships((("styles", "styles.xml"), ("footer", "footer1.xml"))),
        ),
        ("word/document.xml", document),
        ("word/footer1.xml", footer),
        ("word/styles.xml", _styles(font)),
    )
    return write_archive(compress(name, (_XML + xml).encode("utf-8")) for name, xml in files)


def _paragraph(paragraph: Paragraph, size: int = 24) -> str:
    bold = "<w:b/>" if paragraph.bold else ""
    run = f'<w:rPr>{bold}<w:sz w:val="{size}"/></w:rPr>' if bold or size != 24 else ""
    text = (
        f'<w:r>{run}<w:t xml:space="preserve">{_plain(paragraph.text)}</w:t></w:r>' if paragraph.text else ""
    )
    spacing = f'<w:spacing w:after="{paragraph.after_points * 20}"/>'
    return f'<w:p><w:pPr>{spacing}<w:jc w:val="{paragraph.align}"/></w:pPr>{text}</w:p>'


def _table(table: Table, line: int) -> str:
    columns = max(len(row) for row in (table.head, *table.rows))
    shares = table.widths or (1,) * columns
    widths = [line * share // sum(shares) for share in shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    borders = f"<w:tblBorders>{_BORDERS}</w:tblBorders>" if table.borders else ""
    head = _row(table.head, widths, table.align, bold=True) if table.head else ""
    rows = "".join(_row(row, widths, table.align) for row in table.rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>'


def _row(cells: Sequence[Cell], widths: Sequence[int], align: Align, *, bold: bool = False) -> str:
    # a row is not torn over two pages unless it may be longer than one, and the head row comes again on each
    whole = "" if any(isinstance(cell, Rich) for cell in cells) else "<w:cantSplit/>"
    properties = f"<w:trPr>{whole}{'<w:tblHeader/>' if bold else ''}</w:trPr>"
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_cell(cell, align, bold=bold)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{inside}</w:tr>"


def _cell(cell: Cell, align: Align, *, bold: bool) -> str:
    if isinstance(cell, str):
        return _lines(cell, align, bold=bold)
    lines = ["".join(_words(words) for words in line) for line in cell.lines]
    return "".join(f'<w:p><w:pPr><w:spacing w:after="60"/></w:pPr>{line}</w:p>' for line in lines or [""])


_LOOKS: dict[Look, str] = {
    "": "",
    "gone": '<w:strike/><w:color w:val="B3261E"/>',
    "come": '<w:color w:val="0B5D1E"/>',
    "quiet": '<w:i/><w:color w:val="555555"/>',
}


def _words(words: Words) -> str:
    # in the order of the schema: i, strike, color, sz, u
    line = '<w:u w:val="single"/>' if words.look == "come" else ""
    look = f'<w:rPr>{_LOOKS[words.look]}<w:sz w:val="{_SMALL}"/>{line}</w:rPr>'
    return f'<w:r>{look}<w:t xml:space="preserve">{_plain(words.text)}</w:t></w:r>'


_SMALL = 20  # half points: a table of six columns has no room for more


def _lines(text: str, align: Align, *, bold: bool) -> str:
    return "".join(_paragraph(Paragraph(line, align, bold, after_points=0)) for line in text.split("\n"))


def _plain(text: str) -> str:
    """Text for XML: what XML cannot hold (control characters) becomes a blank."""
    return escape("".join(c if c >= " " and c not in "\ufffe\uffff" else " " for c in text))


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("footer1", "footer"))
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: Iterable[tuple[str, str]]) -> str:
    every = "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{every}</Relationships>'


def _styles(font: str) -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
    defaults = f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="24"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault></w:docDefaults>'
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    return f'<w:styles xmlns:w="{_W}">{defaults}{normal}</w:styles>'
