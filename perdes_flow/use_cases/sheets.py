"""Sheets of paper that carry a checkpoint of the log (QR): whether the log still begins as it did when they were printed."""

import re
from itertools import islice

from perdes_flow.domain.checkpoint import MerkleRoot
from perdes_flow.errors import CheckpointRefused, LogBroken
from perdes_flow.use_cases.desk import Desk

_SHEET = re.compile(r"PERDES1:([A-Z0-9-]{1,40}):([0-9]{1,15}):([0-9]{1,15}):([0-9A-F]{64})")


def check_sheet(desk: Desk, text: str) -> int:
    """How many records the sheet vouches for; CheckpointRefused for no such code, LogBroken where the log is another."""
    found = _SHEET.fullmatch(text.strip().upper())
    if found is None:
        raise CheckpointRefused("bentuk")
    village, _, size, root = found.groups()
    if village.casefold() != desk.log.village:
        raise CheckpointRefused("asal")
    tree = MerkleRoot()
    for record in islice(desk.log.records(), int(size)):
        tree.add(record.hash)
    if tree.size != int(size) or tree.root.upper() != root:
        raise LogBroken(
            (("lembar kertas", f"{size} catatan pertama tidak lagi seperti saat lembar itu dicetak"),)
        )
    return tree.size
