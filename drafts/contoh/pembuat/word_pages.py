"""Lays a source text out as an official Perdes: F4 paper, Bookman Old Style, hanging numbers, header and page number."""

from collections.abc import Iterable

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from pembuat.naskah_source import Line, NaskahSource
from pembuat.word_numbering import AutomaticNumbers
from pembuat.word_runs import RunWriter

FONT = "Bookman Old Style"
LEVEL_CM = 1.0  # one number column
LABEL_COLON_CM, LABEL_NUMBER_CM, LABEL_TEXT_CM = 3.0, 3.4, 4.4  # "Menimbang", ":", "a.", text
RIGHT_HALF_CM = 8.0
SIGNATURE_GAP = Pt(42)
GROUP_GAP = Pt(12)  # where the source has a blank line
COLUMNS_CM = (1.4, 4.8, 3.6, 3.8, 2.4)


def lay_out(
    naskah: NaskahSource, *, automatic: bool = False, scattered: bool = False, empty_lines: bool = False
) -> WordDocument:
    """Make the Word document of one source text.

    automatic    Pasal, ayat, huruf and angka of the body by Word's own numbering instead of typed ones
    scattered    words broken into runs, with spelling marks, the way Word leaves them after much editing
    empty_lines  the opening spaced by empty paragraphs, the way many people do it
    """
    document = Document()
    _set_page(document, naskah)
    layout = _Layout(
        document,
        RunWriter(document, naskah.saved_at, scattered),
        AutomaticNumbers(document) if automatic else None,
    )
    for line in naskah.lines:
        if line.kind == "blank" and not (empty_lines and layout.in_opening):
            layout.after_blank = True
        else:
            layout.add(line)
    layout.close_table()
    return document


class _Layout:
    """Where in the regulation the next line stands decides how it looks."""

    def __init__(self, document: WordDocument, runs: RunWriter, numbers: AutomaticNumbers | None) -> None:
        self.document = document
        self.runs = runs
        self.numbers = numbers
        self.in_opening = True
        self.in_body = False
        self.page_due = False
        self.after_blank = False
        self.rows: list[Line] = []

    def add(self, line: Line) -> None:
        if line.kind == "row":
            self.rows.append(line)
            return
        self.close_table()
        if line.kind == "page":
            self.page_due, self.in_body = True, False
            return
        if line.kind == "centred" and line.words.startswith("BAB "):
            self.in_opening, self.in_body = False, True
        paragraph = self.document.add_paragraph()
        if self.page_due:
            paragraph.paragraph_format.page_break_before = True
        elif self.after_blank:
            paragraph.paragraph_format.space_before = GROUP_GAP
        self.page_due = self.after_blank = False
        self._write(paragraph, line)

    def _write(self, paragraph: Paragraph, line: Line) -> None:
        if line.kind == "centred":
            self._write_centred(paragraph, line)
        elif line.kind == "right":
            self._write_block(paragraph, line, RIGHT_HALF_CM)
        elif line.label:
            self._write_label(paragraph, line)
        elif self.in_opening and line.number:
            _hang(paragraph, LABEL_TEXT_CM, LABEL_TEXT_CM - LABEL_NUMBER_CM)
            self.runs.write(paragraph, line, f"{line.number}\t")
        elif line.number:
            self._write_numbered(paragraph, line)
        else:
            self._write_unnumbered(paragraph, line)

    def _write_centred(self, paragraph: Paragraph, line: Line) -> None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = Pt(4 if line.words.startswith("Pasal ") else 2)
        if self.numbers and self.in_body and line.words.startswith("Pasal "):
            self.numbers.number_pasal(paragraph)
        else:
            self.runs.write(paragraph, line)

    def _write_label(self, paragraph: Paragraph, line: Line) -> None:
        text_cm = LABEL_TEXT_CM if line.number else LABEL_NUMBER_CM
        _hang(paragraph, text_cm, text_cm)
        for stop in (LABEL_COLON_CM, LABEL_NUMBER_CM):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(stop))
        number = f"{line.number}\t" if line.number else ""
        self.runs.write(paragraph, line, f"{line.label}\t:\t{number}")

    def _write_numbered(self, paragraph: Paragraph, line: Line) -> None:
        _hang(paragraph, LEVEL_CM * (line.level + 1), LEVEL_CM)
        if self.numbers and self.in_body:
            self.numbers.number(paragraph, line.number)
            self.runs.write(paragraph, line)
        else:
            self.runs.write(paragraph, line, f"{line.number}\t")

    def _write_unnumbered(self, paragraph: Paragraph, line: Line) -> None:
        if line.words.startswith(("Diundangkan", "pada tanggal", "SEKRETARIS", "...")):
            self._write_block(paragraph, line, 0.0)
            return
        paragraph.paragraph_format.left_indent = Cm(LEVEL_CM * line.level)
        self.runs.write(paragraph, line)

    def _write_block(self, paragraph: Paragraph, line: Line, left_cm: float) -> None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.paragraph_format.left_indent = Cm(left_cm)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = line.words != "..."
        if line.words == "...":
            paragraph.paragraph_format.space_before = SIGNATURE_GAP
        self.runs.write(paragraph, line)

    def close_table(self) -> None:
        """A table is known only when its last row has been read."""
        if not self.rows:
            return
        self.document.paragraphs[-1].paragraph_format.space_after = GROUP_GAP
        table = self.document.add_table(rows=0, cols=len(COLUMNS_CM), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, COLUMNS_CM, strict=True):
            column.width = Cm(width)
        for row_number, line in enumerate(self.rows):
            cells = table.add_row().cells
            for words, cell, width in zip(line.words.split(" | "), cells, COLUMNS_CM, strict=True):
                cell.width = Cm(width)
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(2)
                heads = row_number == 0
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if heads else WD_ALIGN_PARAGRAPH.LEFT
                paragraph.add_run(words).bold = True if heads else None
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self.rows = []


def _hang(paragraph: Paragraph, left_cm: float, hanging_cm: float) -> None:
    paragraph.paragraph_format.left_indent = Cm(left_cm)
    paragraph.paragraph_format.first_line_indent = Cm(-hanging_cm)


def _set_page(document: WordDocument, naskah: NaskahSource) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:cs"), FONT)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.5), Cm(33)
    section.left_margin, section.right_margin = Cm(3), Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    words = header.add_run(naskah.header)
    words.font.size, words.italic = Pt(9), True
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_page_number(footer)
    _set_properties(document, naskah)


def _add_page_number(paragraph: Paragraph) -> None:
    paragraph.add_run("- ")
    for part in _field_parts("PAGE", "2"):
        paragraph.add_run()._r.append(part)
    paragraph.add_run(" -")


def _field_parts(code: str, shown: str) -> Iterable[object]:
    for kind in ("begin", "instrText", "separate", "t", "end"):
        if kind in ("begin", "separate", "end"):
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement(f"w:{kind}")
            part.text = f" {code} " if kind == "instrText" else shown
        yield part


def _set_properties(document: WordDocument, naskah: NaskahSource) -> None:
    properties = document.core_properties
    properties.title = "Rancangan Peraturan Desa tentang Pelindungan Pekerja Migran Indonesia"
    properties.author = properties.last_modified_by = naskah.office
    properties.created = properties.modified = naskah.saved_at.replace(tzinfo=None)
    properties.comments, properties.language = "", "id-ID"
