"""A letter that comes from outside in the demo, so that there is something to file."""

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
