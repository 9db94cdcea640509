"""What comes from outside in the demo: a letter, a picture, a Word file that went through other hands."""

import struct
import zlib
from datetime import UTC, datetime

from perdes_flow.word.comment_threads import NewThread, Said, add_threads
from perdes_flow.word.gate import admit
from perdes_flow.word.mending import Rewording, mend
from perdes_flow.word.reader import read
from perdes_flow.word.revisions import accept_all
from perdes_flow.word.writer import Paragraph, write


def clarification_letter() -> bytes:
    """The Bupati's letter with the result of the klarifikasi, as a Word file."""
    return write(
        [
            Paragraph("BUPATI (CONTOH)", "center", bold=True),
            Paragraph("SURAT HASIL KLARIFIKASI", "center", bold=True),
            Paragraph(
                "Peraturan Desa Sumberagung tentang Pelindungan Pekerja Migran Indonesia telah diklarifikasi dan tidak "
                "bertentangan dengan kepentingan umum maupun peraturan perundang-undangan yang lebih tinggi."
            ),
        ],
        footer="Surat contoh untuk demo",
    )


def drawn_photo() -> bytes:
    """A picture of people in a hall, drawn in plain colours: no photograph of anybody."""
    rows = b"".join(b"\0" + b"".join(_colour(x, y) for x in range(320)) for y in range(180))
    size = struct.pack(">IIBBBBB", 320, 180, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", size)
        + _chunk(b"IDAT", zlib.compress(rows, 9))
        + _chunk(b"IEND", b"")
    )


def _colour(x: int, y: int) -> bytes:
    column, row = x % 40 - 20, y % 60 - 30
    if y > 50 and column**2 + (row + 8) ** 2 < 60:  # heads
        return bytes((120, 82, 58))
    if y > 50 and abs(column) < 12 and 0 <= row < 22:  # shoulders
        return bytes((60 + x // 40 * 20, 90, 120))
    return bytes((236, 228, 210)) if y > 50 else bytes((200, 214, 224))


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def returned_file(version: bytes) -> bytes:
    """A version as a member sends it back from Word: one change tracked, one made with tracking off, a comment with a reply."""
    author, at = "Anggota BPD 5", datetime(2026, 3, 1, 13, tzinfo=UTC)
    silent = accept_all(_changed(version, "14 (empat belas) hari", "30 (tiga puluh) hari", author, at))
    tracked = _changed(silent, "panggilan video", "telepon video", author, at)
    words = "pesan elektronik"
    block = _block(tracked, "menyampaikan pengaduan kepada Pos Layanan")
    start = read(admit(tracked))[block].text.index(words)
    said = (
        Said(author, "2026-03-01T13:05:00Z", "Nomor pengaduannya berapa? Mohon dicantumkan."),
        Said("Keluarga PMI RT 03", "2026-03-01T14:20:00Z", "Setuju, supaya tidak bertanya-tanya."),
    )
    return add_threads(tracked, [NewThread((block, start), (block, start + len(words)), said)])


def _changed(docx: bytes, old: str, new: str, author: str, at: datetime) -> bytes:
    return mend(docx, [Rewording(_block(docx, old), old, new)], author=author, at=at).docx


def _block(docx: bytes, words: str) -> int:
    return next(i for i, block in enumerate(read(admit(docx))) if words in block.text)
