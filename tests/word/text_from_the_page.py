"""A second reader of the normalised text, written from docs/text-form.md with the standard library alone.

It knows typed numbers only; files with automatic numbers are judged by LibreOffice and by hand-made values.
"""

import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from posixpath import join, normpath
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
VOLATILE = [
    "PAGE",
    "NUMPAGES",
    "SECTIONPAGES",
    "SECTION",
    "PAGEREF",
    "DATE",
    "TIME",
    "SAVEDATE",
    "PRINTDATE",
    "CREATEDATE",
    "EDITTIME",
    "FILENAME",
    "FILESIZE",
    "NUMWORDS",
    "NUMCHARS",
    "REVNUM",
    "LASTSAVEDBY",
]
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
WHITE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B)))
WHITE += "\u2028\u2029\u202f\u205f\u3000"
NOT_TEXT = {
    W + tag for tag in ("del", "moveFrom", "delText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr")
}


def fingerprint(docx: bytes) -> str:
    return hashlib.sha256(text(docx).encode()).hexdigest()


def text(docx: bytes) -> str:
    """The normalised text of a file that has no automatic numbers and no deleted paragraph marks."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = {kind: [_tree(archive, name) for name in names] for kind, names in _parts(archive).items()}
    body = list(_paragraphs(parts["main"][0]))
    edges = {
        line for kind in ("header", "footer") for root in parts[kind] for line in _lines(_paragraphs(root))
    }
    groups = [_lines(body)]
    for kind in ("footnote", "endnote"):
        notes = {note.get(W + "id"): note for root in parts[kind + "s"] for note in root}
        order = dict.fromkeys(r.get(W + "id") for r in parts["main"][0].iter(f"{W}{kind}Reference"))
        groups.append([line for id in order if id in notes for line in _lines(_paragraphs(notes[id]))])
    groups.append(sorted(edges))
    return "\f\n".join("".join(line + "\n" for line in group) for group in groups)


def _parts(archive: zipfile.ZipFile) -> dict[str, list[str]]:
    main = next(target for kind, target in _links(archive, "") if kind == "officeDocument")
    found = {"main": [main], "header": [], "footer": [], "footnotes": [], "endnotes": []}
    for kind, target in _links(archive, main):
        if kind in found and target not in found[kind]:
            found[kind].append(target)
    return found


def _links(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    folder, _, name = part.rpartition("/")
    for link in ElementTree.fromstring(archive.read(normpath(f"{folder or '.'}/_rels/{name}.rels"))):
        if link.get("TargetMode") != "External":
            yield (
                link.get("Type").rsplit("/", 1)[-1],
                normpath(join("/", folder, link.get("Target"))).lstrip("/"),
            )


def _tree(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(name))


def _paragraphs(parent: ElementTree.Element) -> Iterator[str]:
    for element in parent:
        if element.tag == W + "p":
            pieces: list[str] = []
            boxes: list[ElementTree.Element] = []
            fields: list[list] = []
            _walk(element, pieces, boxes, fields, kept=False)
            yield "".join(pieces)
            for box in boxes:
                yield from _paragraphs(box)
        elif element.tag == MC + "AlternateContent":
            yield from _paragraphs(element[0])
        elif element.tag not in NOT_TEXT:
            yield from _paragraphs(element)


def _walk(parent, pieces, boxes, fields, *, kept) -> None:
    for element in parent:
        keeps = {"preserve": True, "default": False}.get(element.get(SPACE), kept)
        if element.tag in (W + "t", MATH + "t"):
            pieces.append((element.text or "") if keeps else (element.text or "").strip(" \t\n\r"))
        elif element.tag in (W + "tab", W + "br", W + "cr", W + "ptab"):
            pieces.append(" ")
        elif element.tag == W + "noBreakHyphen":
            pieces.append("-")
        elif element.tag == W + "instrText" and fields:
            fields[-1][1] += element.text or ""
        elif element.tag == W + "fldChar":
            _field(element.get(W + "fldCharType"), pieces, fields)
        elif element.tag == W + "fldSimple":
            start = len(pieces)
            _walk(element, pieces, boxes, fields, kept=keeps)
            if (
                element.get(W + "instr", "").split()[:1]
                and element.get(W + "instr").split()[0].upper() in VOLATILE
            ):
                pieces[start:] = ["\ufffc"]
        elif element.tag == W + "txbxContent":
            boxes.append(element)
        elif element.tag == MC + "AlternateContent":
            _walk(element[0], pieces, boxes, fields, kept=keeps)
        elif element.tag not in NOT_TEXT and element.tag != W + "instrText":
            _walk(element, pieces, boxes, fields, kept=keeps)


def _field(turn, pieces, fields) -> None:
    if turn == "begin":
        fields.append([len(pieces), "", False])
    elif turn == "separate" and fields:
        del pieces[fields[-1][0] :]
        fields[-1][2] = True
    elif turn == "end" and fields:
        start, code, separated = fields.pop()
        if code.split()[:1] and code.split()[0].upper() in VOLATILE:
            pieces[start:] = ["\ufffc"]
        elif not separated:
            del pieces[start:]


def _lines(paragraphs) -> list[str]:
    shown = (unicodedata.normalize("NFC", p) for p in paragraphs)
    clean = (unicodedata.normalize("NFC", re.sub(f"[{UNSEEN}]", "", p)) for p in shown)
    return [line for line in (re.sub(f"[{WHITE}]+", " ", p).strip(" ") for p in clean) if line]
