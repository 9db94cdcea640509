"""Reads the sample files a second way, with nothing but the standard library: what a person sees, line by line.

Both sides give plain lines ("Pasal 5", "(2) Pemerintah Desa …"): the source text with its marks resolved, and the Word file
with tracked changes accepted and automatic numbers counted.
"""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

CONTOH = Path(__file__).parents[2] / "drafts" / "contoh"
DOSSIER = CONTOH / "pelindungan-pmi"
FILES = {
    "v1": "v1-usulan-kopi.docx",
    "v2": "v2-setelah-konsultasi-publik.docx",
    "v3": "v3-setelah-pembahasan-bpd.docx",
    "v4": "v4-disepakati.docx",
}
VERSIONS = tuple(FILES)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_DELETED_LINE = re.compile(r"^ *\{--[^:{}]+--\} .*\n", re.MULTILINE)
_RESOLVED = (
    (re.compile(r"\{--[^:]+:.*?--\}"), ""),
    (re.compile(r"\{\+\+[^:{}]+\+\+\} "), ""),
    (re.compile(r"\{\+\+[^:]+:(.*?)\+\+\}"), r"\1"),
    (re.compile(r"\{>>[^:]+:(.*?)>>.*?<<\}"), r"\1"),
)


def docx_path(version: str, dossier: Path = DOSSIER) -> Path:
    return dossier / FILES[version]


def source_lines(version: str) -> list[str]:
    """The paragraphs and table cells of a source text in their final state."""
    text = (DOSSIER / "naskah" / f"{version}.txt").read_text(encoding="utf-8")
    text = _DELETED_LINE.sub("", text)
    for pattern, kept in _RESOLVED:
        text = pattern.sub(kept, text)
    lines = []
    for row in text.splitlines():
        if row.startswith("# ") or row == "---":
            continue
        words = row[2:] if row[:2] in ("= ", "> ", "| ") else row
        lines += words.split(" | ") if row.startswith("| ") else [words]
    return [fold(line) for line in lines if line.strip()]


def fold(line: str) -> str:
    return " ".join(line.split())


def package_part(version: str, name: str, dossier: Path = DOSSIER) -> ET.Element:
    with zipfile.ZipFile(docx_path(version, dossier)) as package:
        return ET.fromstring(package.read(name))


def package_names(version: str) -> list[str]:
    with zipfile.ZipFile(docx_path(version)) as package:
        return package.namelist()


def accepted(document: ET.Element) -> ET.Element:
    """Accept every tracked insertion and deletion, in place."""
    for parent in list(document.iter()):
        for child in list(parent):
            if child.tag == f"{W}del" or (
                child.tag == f"{W}p" and child.find(f"{W}pPr/{W}rPr/{W}del") is not None
            ):
                parent.remove(child)
    return document


def shown_lines(version: str, dossier: Path = DOSSIER) -> list[str]:
    """Number and words of every paragraph of the body, as Word shows them, empty ones left out."""
    numbers = _Numbers(package_part(version, "word/numbering.xml", dossier))
    document = accepted(package_part(version, "word/document.xml", dossier))
    shown = (f"{numbers.of(paragraph)} {_words(paragraph)}" for paragraph in document.iter(f"{W}p"))
    return [fold(line) for line in shown if line.strip()]


def _words(paragraph: ET.Element) -> str:
    # a tab stop of the paragraph's layout is a w:tab too: only those inside a run are words
    parts = []
    for run in paragraph.iter(f"{W}r"):
        for node in run:
            if node.tag == f"{W}t":
                parts.append(node.text or "")
            elif node.tag in (f"{W}tab", f"{W}br"):
                parts.append(" ")
    return "".join(parts)


class _Numbers:
    """Counts automatic numbers; enough for one-level lists, which are all that these files hold.

    Lists of one abstract form count on together; a list with a start override begins again when it is first met.
    """

    def __init__(self, numbering: ET.Element) -> None:
        self.forms = {}
        for abstract in numbering.findall(f"{W}abstractNum"):
            level = abstract.find(f"{W}lvl")
            form = level.find(f"{W}numFmt").get(f"{W}val"), level.find(f"{W}lvlText").get(f"{W}val")
            self.forms[abstract.get(f"{W}abstractNumId")] = form
        self.lists = {}
        self.restarting = set()
        for number in numbering.findall(f"{W}num"):
            list_id = number.get(f"{W}numId")
            self.lists[list_id] = number.find(f"{W}abstractNumId").get(f"{W}val")
            if number.find(f"{W}lvlOverride/{W}startOverride") is not None:
                self.restarting.add(list_id)
        self.counts: dict[str, int] = {}

    def of(self, paragraph: ET.Element) -> str:
        found = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        list_id = None if found is None else found.get(f"{W}val")
        if list_id in (None, "0"):
            return ""
        abstract_id = self.lists[list_id]
        if list_id in self.restarting:
            self.restarting.remove(list_id)
            self.counts[abstract_id] = 0
        self.counts[abstract_id] = count = self.counts.get(abstract_id, 0) + 1
        number_format, text = self.forms[abstract_id]
        return text.replace("%1", chr(96 + count) if number_format == "lowerLetter" else str(count))
