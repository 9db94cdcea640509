"""From a sheet to a Word file: letterhead, title, number, sentences, table, place and date, signatures, fingerprint."""

from perdes_flow.domain.local_time import tanggal
from perdes_flow.papers.sheet import Occasion, Sheet, fingerprint, office
from perdes_flow.word.writer import Paragraph, Table, write


def as_docx(sheet: Sheet, occasion: Occasion) -> bytes:
    """The paper as a Word file; the same record gives the same bytes."""
    village = occasion.village
    parts: list[Paragraph | Table] = [
        Paragraph(f"{sheet.letterhead} {village.desa.upper()}", "center", bold=True, after_points=0),
        Paragraph(
            f"KECAMATAN {village.kecamatan.upper()} {village.kabupaten.upper()}", "center", after_points=18
        ),
        Paragraph(sheet.title, "center", bold=True, after_points=0),
        Paragraph(f"NOMOR {occasion.nomor}" if occasion.nomor else "", "center", after_points=18),
        *(Paragraph(sentence) for sentence in sheet.sentences),
    ]
    if sheet.table and sheet.table.rows:
        parts.append(Table(sheet.table.rows, sheet.table.head, sheet.table.widths))
    parts += [
        Paragraph("", after_points=12),
        Paragraph(f"{village.desa}, {tanggal(occasion.today)}", "right", after_points=12),
        _signatures(sheet, occasion),
    ]
    return write(parts, footer=f"{occasion.title} · {fingerprint(occasion.draft)}")


def _signatures(sheet: Sheet, occasion: Occasion) -> Table:
    # signed in wet ink: the empty lines are the room for it
    columns = tuple(f"{office(role)},\n\n\n\n{occasion.holder(role)}" for role in sheet.signers)
    return Table((columns if len(columns) > 1 else ("", *columns),), borders=False, align="center")
