"""The state of the whole log on a sheet of paper: a QR code, and letters that a person can read out.

QR: `PERDES1:<village>:<last record of the draft>:<records>:<Merkle root>`, all in capitals, so that it stays small.
"""

from io import BytesIO
from typing import Any

import segno

from perdes_flow.papers.occasion import Occasion
from perdes_flow.papers.words import bilangan
from perdes_flow.word.filling import Picture

_WIDTH_MM = 27


def checkpoint_fields(occasion: Occasion) -> dict[str, Any]:
    receipt = occasion.receipt
    told = qr_text(occasion.village.id, receipt.seq, receipt.size, receipt.root)
    letters = receipt.root[:32].upper()
    return {
        "titik": {
            "qr": Picture(_qr_png(told), _WIDTH_MM),
            "jumlah": bilangan(receipt.size),
            "sidik": " ".join(letters[i : i + 4] for i in range(0, len(letters), 4)),
        }
    }


def qr_text(village: str, seq: int, size: int, root: str) -> str:
    return f"PERDES1:{village}:{seq}:{size}:{root}".upper()


def _qr_png(text: str) -> bytes:
    written = BytesIO()
    segno.make(text, error="q", micro=False).save(written, kind="png", scale=6, border=2)
    return written.getvalue()
