"""The small pieces that a template is made of: paragraphs, tables, letterhead, signatures, as WordprocessingML.

`**bold**` and `__underlined__` mark runs; `{{ … }}` and `{%p … %}`, `{%tr … %}` are Jinja, as docxtpl reads it.
"""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# F4, 215 × 330 mm, in twentieths of a point; margins 25, 25, 20, 25 mm
F4 = (12189, 18709)
MARGIN, TOP, BOTTOM = 1417, 1134, 1134
LINE = F4[0] - 2 * MARGIN
_RUNS = re.compile(r"(\*\*.+?\*\*|__.+?__)")


def p(  # what Word knows of a paragraph
    text: str = "",
    align: str = "both",
    *,
    bold: bool = False,
    after: int = 6,
    before: int = 0,
    indent: int = 0,
    hanging: int = 0,
    first: int = 0,
    size: int = 24,
    line: int = 254,
    keep: bool = False,
    border: str = "",
) -> str:
    """One paragraph; `after` and `before` in points, `indent`, `hanging`, `first` in twentieths of a point."""
    edges = f"<w:pBdr>{border}</w:pBdr>" if border else ""
    place = (
        f'<w:ind w:left="{indent}" w:hanging="{hanging}"/>'
        if not first
        else f'<w:ind w:left="{indent}" w:firstLine="{first}"/>'
    )
    keeping = "<w:keepNext/><w:keepLines/>" if keep else ""
    spacing = (
        f'<w:spacing w:before="{before * 20}" w:after="{after * 20}" w:line="{line}" w:lineRule="auto"/>'
    )
    properties = f'<w:pPr>{keeping}{edges}{spacing}{place}<w:jc w:val="{align}"/></w:pPr>'
    return f"<w:p>{properties}{runs(text, bold=bold, size=size)}</w:p>"


def runs(text: str, *, bold: bool = False, size: int = 24) -> str:
    return "".join(_run(part, bold, size) for part in _RUNS.split(text) if part)


def _run(text: str, bold: bool, size: int) -> str:
    if text.startswith("**"):
        bold, text = True, text[2:-2]
    underline = text.startswith("__")
    text = text[2:-2] if underline else text
    marks = ("<w:b/>" if bold else "") + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    marks += '<w:u w:val="single"/>' if underline else ""
    shown = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t"))
    return f"<w:r><w:rPr>{marks}</w:rPr>{shown}</w:r>"


def control(code: str) -> str:
    """A paragraph that is only a Jinja statement, and is gone when the template is filled."""
    return p("{%p " + code + " %}", "left", after=0)


def each(names: str, *parts: str) -> str:
    """The parts once for each: `each("x in daftar", p("{{ x.nama }}"))`."""
    return control(f"for {names}") + "".join(parts) + control("endfor")


def when(condition: str, *parts: str, otherwise: Sequence[str] = ()) -> str:
    """The parts where the condition holds."""
    other = control("else") + "".join(otherwise) if otherwise else ""
    return control(f"if {condition}") + "".join(parts) + other + control("endif")


def table(
    widths: Sequence[int],
    rows: Iterable[str],
    *,
    borders: bool = True,
    indent: int = 0,
    total: int = LINE,
) -> str:
    """Rows from `row`; `widths` are shares of the line."""
    real = _shares(widths, total - indent)
    lines = "".join(
        f'<w:{side} w:val="{"single" if borders else "nil"}" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    room = 40 if borders else 0
    margins = (
        f'<w:tblCellMar><w:top w:w="{room}" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        f'<w:bottom w:w="{room}" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in real)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(real)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>{margins}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(
    widths: Sequence[int],
    cells: Sequence[str],
    *,
    head: bool = False,
    size: int = 22,
    aligns: str = "",
    height: int = 0,
    total: int = LINE,
    indent: int = 0,
) -> str:
    """Cells are text (lines between "\\n") or whole paragraphs; `aligns`: l, c, r, b, one letter a cell."""
    real = _shares(widths, total - indent)
    letters = aligns or ("c" if head else "l") * len(cells)
    inside = "".join(
        _cell(cell, width, head, size, letter)
        for cell, width, letter in zip(cells, real, letters, strict=True)
    )
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    properties = f"<w:trPr><w:cantSplit/>{tall}{'<w:tblHeader/>' if head else ''}</w:trPr>"
    return f"<w:tr>{properties}{inside}</w:tr>"


def row_control(code: str, columns: int, widths: Sequence[int], *, total: int = LINE) -> str:
    """A row that is only a Jinja statement."""
    return row(widths, ["{%tr " + code + " %}", *[""] * (columns - 1)], total=total)


def rows_for(
    names: str,
    widths: Sequence[int],
    cells: Sequence[str],
    *,
    aligns: str = "",
    height: int = 0,
    total: int = LINE,
) -> str:
    """One row for each."""
    before = row_control(f"for {names}", len(cells), widths, total=total)
    after = row_control("endfor", len(cells), widths, total=total)
    return before + row(widths, cells, aligns=aligns, height=height, total=total) + after


def _cell(text: str, width: int, head: bool, size: int, letter: str) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>' if head else ""
    align = {"l": "left", "c": "center", "r": "right", "b": "both"}[letter]
    inside = (
        text
        if text.startswith(("<w:p>", "<w:tbl>"))
        else "".join(p(line, align, bold=head, after=0, size=size, line=252) for line in text.split("\n"))
    )
    middle = '<w:vAlign w:val="center"/>' if head else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}{middle}</w:tcPr>{inside}</w:tc>'


def facts(*pairs: tuple[str, str], indent: int = 0) -> str:
    """ "Hari, tanggal : …" in three columns without lines."""
    widths = (26, 2, 72)
    return table(
        widths,
        [row(widths, (name, ":", value), size=24, aligns="llb", indent=indent) for name, value in pairs],
        borders=False,
        indent=indent,
    )


def _shares(widths: Sequence[int], total: int) -> list[int]:
    return [total * share // sum(widths) for share in widths]


_THICK = '<w:bottom w:val="thinThickSmallGap" w:sz="24" w:space="4" w:color="000000"/>'


def kop_bpd() -> str:
    return (
        p("BADAN PERMUSYAWARATAN DESA", "center", bold=True, after=0, size=28, line=252)
        + p("DESA {{ desa.NAMA }}", "center", bold=True, after=0, size=32, line=252)
        + p(
            "KECAMATAN {{ desa.KECAMATAN }}  {{ desa.KABUPATEN }}",
            "center",
            after=12,
            size=24,
            line=252,
            border=_THICK,
        )
    )


def kop_desa() -> str:
    return (
        p("PEMERINTAH {{ desa.KABUPATEN }}", "center", bold=True, after=0, size=28, line=252)
        + p("KECAMATAN {{ desa.KECAMATAN }}", "center", bold=True, after=0, size=28, line=252)
        + p("DESA {{ desa.NAMA }}", "center", bold=True, after=12, size=32, line=252, border=_THICK)
    )


def kop_either() -> str:
    """The letterhead of the office that calls or records the meeting."""
    return when('kop == "bpd"', kop_bpd(), otherwise=[kop_desa()])


def title(text: str, *more: str) -> str:
    """A centred title, and lines under it."""
    head = p(
        f"**__{text}__**" if not more else f"**{text}**",
        "center",
        after=0 if more else 2,
        before=4,
        keep=True,
    )
    return head + "".join(
        p(line, "center", after=0 if line is not more[-1] else 12, keep=True) for line in more
    )


def number_line() -> str:
    return p("Nomor: {{ surat.nomor }}", "center", after=12)


Signer = tuple[str, str]


def signature(*lines: str, office: str, name: str) -> Signer:
    """One signer: what stands above the signature, and the name below it."""
    above = "".join(p(line, "center", after=0, keep=True) for line in lines)
    return above + p(office, "center", bold=True, after=0, keep=True), p(
        f"**__{name}__**", "center", after=0, keep=True
    )


DATED = "{{ desa.nama }}, {{ surat.tanggal }}"


def officer(office: str, *above: str) -> Signer:
    """The place where the holder of an office signs, as `signature`."""
    named = f"{{{{ pejabat.{office}.jabatan }}}},", f"{{{{ pejabat.{office}.nama }}}}"
    return signature(*above, office=named[0], name=named[1])


def point(text: str, **spacing: int) -> str:
    """A paragraph of a list; its number and a tab stand before its text."""
    return p(text, indent=426, hanging=426, **spacing)


def signed(left: Signer | None, right: Signer, *, total: int = LINE) -> str:
    """Two signers side by side, or one on the right; the room between office and name is for the ink."""
    nobody = (p("", after=0, keep=True), p("", after=0, keep=True))
    (left_above, left_name), (right_above, right_name) = left or nobody, right
    widths = (50, 50)
    rows = [
        row(widths, (left_above, right_above), size=24, total=total),
        row(widths, (p("", after=30, keep=True), p("", after=30, keep=True)), total=total),
        row(widths, (left_name, right_name), size=24, total=total),
    ]
    return p("", after=4, keep=True, size=12) + table(widths, rows, borders=False, total=total)


def letter_head(about: str, attached: str, *, serious: str = "") -> str:
    """Number, attachments and subject on the left, place and date on the right."""
    widths = (15, 2, 43, 40)
    lines = [("Nomor", "{{ surat.nomor }}", "{{ desa.nama }}, {{ surat.tanggal }}")]
    lines += [("Sifat", serious, "")] if serious else []
    lines += [("Lampiran", attached, ""), ("Hal", f"**{about}**", "")]
    return table(
        widths,
        [row(widths, (name, ":", value, place), size=24, aligns="llll") for name, value, place in lines],
        borders=False,
    )


def addressee(*lines: str) -> str:
    first, *rest = lines
    return (
        p("Yth. " + first, "left", after=0, before=10)
        + "".join(p(line, "left", after=0, indent=490) for line in rest)
        + p("di tempat", "left", after=12, indent=490)
    )


def checkpoint() -> str:
    """The state of the whole log, for whoever keeps this sheet (QR and in letters)."""
    widths = (22, 78)
    words = (
        p("**Titik periksa catatan desa**", "left", after=0, size=18, line=240)
        + p("{{ titik.jumlah }} catatan, sidik {{ titik.sidik }}", "left", after=0, size=18, line=240)
        + p(
            "Simpan lembar ini: catatan desa yang kelak diubah tidak lagi cocok dengannya.",
            "left",
            after=0,
            size=18,
            line=240,
        )
    )
    inside = row(widths, (p("{{ titik.qr }}", "left", after=0), words))
    return p("", after=4, size=12) + table(widths, [inside], borders=False)


def footer(width: int = LINE) -> str:
    """What every sheet carries: by which record and which text it is checked, and its page."""
    edge = '<w:top w:val="single" w:sz="4" w:space="4" w:color="808080"/>'
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    properties = f'<w:pPr><w:pBdr>{edge}</w:pBdr>{tab}<w:spacing w:after="0"/></w:pPr>'
    page = runs("\tHalaman ", size=16) + _field("PAGE") + runs(" dari ", size=16) + _field("NUMPAGES")
    first = f"<w:p>{properties}{runs('{{ bukti.naskah }}', size=16)}{page}</w:p>"
    second = f'<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>{runs("{{ bukti.catatan }}", size=16)}</w:p>'
    return first + second


def _field(name: str) -> str:
    marks = '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
    return (
        f'<w:r>{marks}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{marks}<w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        f'<w:r>{marks}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{marks}<w:t>1</w:t></w:r><w:r>{marks}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def document(body: str, *, lying: bool = False) -> dict[str, str]:
    """The parts of a template: F4, upright or lying, Times New Roman 12."""
    wide, tall = reversed(F4) if lying else F4
    turned = ' w:orient="landscape"' if lying else ""
    section = (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="{wide}" w:h="{tall}"{turned}/>'
        f'<w:pgMar w:top="{TOP}" w:right="{MARGIN}" w:bottom="{BOTTOM}" w:left="{MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    last = p("", after=0, size=2, line=240)
    return {
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{last}{section}</w:body></w:document>',
        "word/footer1.xml": f'<w:ftr xmlns:w="{W}">{footer(wide - 2 * MARGIN)}</w:ftr>',
    }
