"""LibreOffice accepts and rejects our redlines to the very texts that it shows of the two files."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from word.conftest import Convert
from word.office import How, settled

from perdes_flow.word.redline import redline
from perdes_flow.word.revisions import accept_all, reject_all
from perdes_flow.word.writer import Paragraph, Table, write

PMI = Path(__file__).parents[2] / "drafts" / "contoh" / "pelindungan-pmi"
AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
IURAN = "Setiap rumah tangga membayar iuran sebesar {} setiap bulan kepada bendahara Desa."
RONDA = "Kepala Dusun mengatur giliran ronda malam bersama pengurus Rukun Tetangga."
TAMU = "Tamu yang menginap melapor kepada pengurus Rukun Tetangga setempat."


def naskah(*lines: str | Table) -> bytes:
    return write([line if isinstance(line, Table) else Paragraph(line) for line in lines])


OLD_TABLE = Table((("1", "Kios", "5.000"), ("2", "Los", "3.000")), ("No", "Jenis", "Tarif"))
NEW_TABLE = Table(
    (("1", "Kios", "6.000"), ("2", "Lapak", "1.000"), ("3", "Los", "3.000")), ("No", "Jenis", "Tarif")
)
PAIRS = {
    "pasal baru": (
        naskah("Pasal 1", RONDA, "Pasal 2", IURAN.format("Rp10.000")),
        naskah("Pasal 1", RONDA, "Pasal 2", TAMU, "Pasal 3", IURAN.format("Rp5.000")),
    ),
    "ayat dipecah": (
        naskah("Pasal 1", f"(1) {RONDA} {TAMU}", f"(2) {IURAN}"),
        naskah("Pasal 1", f"(1) {RONDA}", f"(2) {TAMU}", f"(3) {IURAN}"),
    ),
    "ayat pindah": (
        naskah("Pasal 1", f"(1) {RONDA}", f"(2) {IURAN}", f"(3) {TAMU}"),
        naskah("Pasal 1", f"(1) {TAMU}", f"(2) {RONDA}", f"(3) {IURAN}"),
    ),
    "tabel": (naskah("Tarif:", OLD_TABLE, RONDA), naskah("Tarif:", NEW_TABLE, RONDA)),
}


@pytest.mark.slow
@pytest.mark.parametrize("how", ["Accept", "Reject"])
def test_libreoffice_settles_a_redline_to_the_text_it_was_made_from(how: How, tmp_path: Path) -> None:
    redlines = {name: redline(*pair, author="Sekretaris BPD", at=AT).docx for name, pair in PAIRS.items()}
    wanted = {name: new if how == "Accept" else old for name, (old, new) in PAIRS.items()}
    shown = settled(redlines, how, tmp_path / "redline")
    plain = settled(wanted, how, tmp_path / "polos")
    if how == "Reject":  # LibreOffice 7.4 leaves an empty paragraph where a move was rejected
        shown, plain = (
            {name: [x for x in lines if x] for name, lines in all_.items()} for all_ in (shown, plain)
        )
    assert shown == plain
    assert all(any(lines) for lines in shown.values())


@pytest.mark.slow
def test_libreoffice_shows_every_number_of_a_settled_redline_as_it_was(converted: Convert) -> None:
    """v1 has typed numbers; v2 and v4 were saved by LibreOffice, v3 by Word: each has its lists in its own way."""
    versions = {path.stem[:2]: path.read_bytes() for path in sorted(PMI.glob("v*.docx"))}
    pairs = (("v1", "v4"), ("v4", "v2"), ("v2", "v3"), ("v3", "v1"))
    files = {name: accept_all(version) for name, version in versions.items()}  # v3 still has tracked changes
    for old, new in pairs:
        found = redline(versions[old], versions[new], author="Sekretaris BPD", at=AT).docx
        files[f"{old}-{new}-diterima"], files[f"{old}-{new}-ditolak"] = accept_all(found), reject_all(found)
    seen = {name: text.split() for name, text in converted(files, "txt:Text (encoded):UTF8").items()}
    for old, new in pairs:
        assert seen[f"{old}-{new}-diterima"] == seen[new]
        assert seen[f"{old}-{new}-ditolak"] == seen[old]
    assert seen["v4"].count(b"Pasal") > 70  # counted by Word, all of them
