"""Word files made by hand for the tests: a body, and whatever further parts a case needs."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)


@dataclass(frozen=True)
class Part:
    """A further part: its content, its type, and how the main part refers to it ("": not at all)."""

    name: str
    content: str | bytes
    kind: str = ""
    type: str = ""


def story(kind: str, content: str, number: int = 1) -> Part:
    """A header, footer, footnotes … part; `kind` as the last word of its relationship."""
    root = {"header": "hdr", "footer": "ftr", "abstract": "numbering"}.get(kind, kind)
    name = f"word/{kind}{number}.xml" if kind in ("header", "footer") else f"word/{kind}.xml"
    return Part(name, f"<w:{root} {NAMESPACES}>{content}</w:{root}>", kind, f"{WORD}.{kind}+xml")


def parts_of(body: str, further: Iterable[Part] = (), links: str = "") -> dict[str, bytes]:
    """The parts of a Word file by name, in the order of the file."""
    further = tuple(further)
    types = "".join(
        f'<Override PartName="/{part.name}" ContentType="{part.type}"/>' for part in further if part.type
    )
    relationships = "".join(
        f'<Relationship Id="rId{number}" Type="{part.kind if ":" in part.kind else f"{R}/{part.kind}"}" Target="/{part.name}"/>'
        for number, part in enumerate(further, start=1)
        if part.kind
    )
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relationships}{links}</Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    made = {name: text.encode() for name, text in texts.items()}
    return made | {p.name: p.content.encode() if isinstance(p.content, str) else p.content for p in further}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these parts, as the standard library writes it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, *further: Part, links: str = "") -> bytes:
    """A Word file with this body (XML of paragraphs and tables) and these further parts."""
    return zipped(parts_of(body, further, links))


def link(kind: str, target: str, rid: str = "rIdX", *, external: bool = True) -> str:
    """A relationship of the main part that leads outside."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{rid}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def run(text: str, properties: str = "") -> str:
    """A run; `properties` are the elements of its w:rPr."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph with a text, or with runs where `content` is XML; `properties` are the elements of its w:pPr."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inside}{content if content.startswith('<') or not content else run(content)}</w:p>"


def numbered(list_id: int, text: str = "", level: int = 0) -> str:
    """A paragraph with an automatic number."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def table(*rows: tuple[str, ...]) -> str:
    """A table with one paragraph in every cell."""
    inside = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblGrid/>{inside}</w:tbl>"


def level(number: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(number: int, *levels: str, more: str = "") -> str:
    """What lists share: their levels."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def use(number: int, definition_number: int, more: str = "") -> str:
    """One list that uses a definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition_number}"/>{more}</w:num>'


def numbering(*content: str) -> Part:
    """The part with the lists."""
    return story("numbering", "".join(content))
