"""The village's registers of regulations (Permendagri 47/2016, Buku A.1 and A.9) as CSV.

Separated by semicolons, with a byte order mark: so a double click in an Indonesian Excel gives columns.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from perdes_flow.legal.units import Naskah, Unit

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


def uraian(naskah: Naskah) -> str:
    """What a regulation is about, in its own words: "39 Pasal dalam 12 BAB: KETENTUAN UMUM; …"."""
    parts = [unit.text for root in naskah.roots for unit in _bab_in(root)]
    pasal = f"{len(naskah.all_pasal())} Pasal"
    return f"{pasal} dalam {len(parts)} BAB: {'; '.join(filter(None, parts))}" if parts else pasal


def _bab_in(unit: Unit) -> Iterator[Unit]:
    """The BAB of the body; those of the Penjelasan and of annexes are no parts of it."""
    if unit.kind == "bab":
        yield unit
    elif unit.kind not in ("penjelasan", "lampiran"):
        for child in unit.children:
            yield from _bab_in(child)


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A book as a file for a spreadsheet; no cell is ever calculated."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
