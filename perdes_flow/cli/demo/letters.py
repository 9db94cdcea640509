"""What comes from outside in the demo, so that there is something to file: a letter, a picture."""

import struct
import zlib

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
