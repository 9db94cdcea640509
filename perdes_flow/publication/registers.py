"""The village's registers of regulations (Permendagri 47/2016, Buku A.1 and A.9) as CSV.

Separated by semicolons, with a byte order mark: so a double click in an Indonesian Excel gives columns.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

PERATURAN = (
    "Nomor urut",
    "Jenis peraturan di Desa",
    "Nomor dan tanggal ditetapkan",
    "Tentang",
    "Uraian singkat",
    "Tanggal kesepakatan Peraturan Desa",
    "Nomor dan tanggal dilaporkan",
    "Nomor dan tanggal diundangkan dalam Lembaran Desa",
    "Nomor dan tanggal diundangkan dalam Berita Desa",
    "Keterangan",
)
LEMBARAN = (
    "Nomor urut",
    "Jenis peraturan di Desa",
    "Nomor dan tanggal ditetapkan",
    "Tentang",
    "Diundangkan tanggal",
    "Diundangkan nomor",
    "Keterangan",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet takes for the beginning of a formula


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A book as a file for a spreadsheet; no cell is ever calculated."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
