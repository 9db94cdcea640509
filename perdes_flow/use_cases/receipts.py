"""Receipts: from the short code that an author took home back to the record, and what has become of it."""

import re
from dataclasses import dataclass

from perdes_flow.domain.comments import Comment
from perdes_flow.domain.draft import replay
from perdes_flow.domain.suggestions import Suggestion
from perdes_flow.domain.village import Village
from perdes_flow.errors import ReceiptUnknown
from perdes_flow.ports import Entry
from perdes_flow.use_cases.desk import Desk, open_village

_CODE = re.compile(r"\s*([1-9][0-9]{0,14})\s*[-–/. ]\s*([0-9a-f]{8,64})\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """The record behind a receipt; and the comment or suggestion that it is about, as it stands now."""

    village: Village
    entry: Entry
    comment: Comment | None
    suggestion: Suggestion | None


def find_receipt(desk: Desk, code: str) -> Found:
    """What a receipt ("31-7F3A9C1E") stands for; ReceiptUnknown where no record has that number and hash, RecordDamaged."""
    wanted = _CODE.fullmatch(code)
    record = next(desk.log.records(int(wanted[1]) - 1), None) if wanted else None
    if wanted is None or record is None or not _fits(record.leaf.seq, record.hash, wanted):
        raise ReceiptUnknown(code)
    entries = desk.log.read(record.leaf.draft)
    entry = next((one for one in entries if one.seq == record.leaf.seq), None)
    if entry is None:  # what was said there was erased
        raise ReceiptUnknown(code, "dihapus")
    village, _, _ = open_village(desk)
    draft = replay(one.act for one in entries) if record.leaf.draft else None
    fact = entry.act.fact
    comments = draft.comments if draft else {}
    suggestions = draft.suggestions if draft else {}
    return Found(
        village,
        entry,
        comments.get(getattr(fact, "comment", 0)),
        suggestions.get(getattr(fact, "suggestion", 0)),
    )


def _fits(seq: int, hash_: str, wanted: re.Match[str]) -> bool:
    return seq == int(wanted[1]) and hash_.startswith(wanted[2].lower())
