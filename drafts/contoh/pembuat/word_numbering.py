"""Gives Pasal, ayat, huruf and angka the automatic numbers that Word counts itself.

Every list that begins again is its own `w:num` with a start override: so does Word when one chooses "restart at 1".
"""

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

FORMATS = {
    "pasal": ("decimal", "Pasal %1", "nothing"),
    "ayat": ("decimal", "(%1)", "tab"),
    "huruf": ("lowerLetter", "%1.", "tab"),
    "angka": ("decimal", "%1.", "tab"),
}
FIRST = {"(1)": "ayat", "a.": "huruf", "1.": "angka"}


class AutomaticNumbers:
    """The numbering part of one document, and the list that each unit is counting in."""

    def __init__(self, document: WordDocument) -> None:
        self._numbering = document.part.numbering_part.element
        self._abstract_ids = {unit: self._add_format(*form) for unit, form in FORMATS.items()}
        self._pasal_id = self._add_list("pasal")
        self._running: dict[str, int] = {}

    def number_pasal(self, paragraph: Paragraph) -> None:
        """Number the heading of the next Pasal; its paragraph holds no words of its own."""
        _set_number(paragraph, self._pasal_id)

    def number(self, paragraph: Paragraph, shown: str) -> None:
        """Number an ayat, huruf or angka; `shown` tells which of them it is and whether it begins a list."""
        unit = "ayat" if shown.startswith("(") else "angka" if shown[0].isdigit() else "huruf"
        if shown in FIRST:
            self._running[unit] = self._add_list(unit)
        _set_number(paragraph, self._running[unit])

    def _add_format(self, number_format: str, text: str, suffix: str) -> int:
        existing = self._numbering.findall(qn("w:abstractNum"))
        new_id = 1 + max(int(element.get(qn("w:abstractNumId"))) for element in existing)
        element = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{new_id}">'
            '<w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
            "</w:abstractNum>"
        )
        existing[-1].addnext(element)  # Word repairs a file in which a w:num stands before a w:abstractNum
        return new_id

    def _add_list(self, unit: str) -> int:
        number = self._numbering.add_num(self._abstract_ids[unit])
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)


def _set_number(paragraph: Paragraph, list_id: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    for tag, value in (("w:ilvl", 0), ("w:numId", list_id)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), str(value))
        properties.append(element)
