"""The proof: is the record whole, and what stands behind a receipt."""

from dataclasses import dataclass
from typing import Annotated

from ninja import Path, Router
from pydantic import BaseModel

from perdes_flow.domain.suggestions import Suggestion
from perdes_flow.domain.values import Sha256
from perdes_flow.messages.suggestions import standing_of
from perdes_flow.messages.threads import condition_of, shown_sentence
from perdes_flow.use_cases.auditing import verify
from perdes_flow.use_cases.receipts import Found, find_receipt
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.operations import Instant, Who, reads, who

router = Router()


class Remark(BaseModel):
    where: str
    what: str


class Report(BaseModel):
    """What was looked at, and what does not hold; `whole`: nothing was found. `head`: hash of the last record."""

    whole: bool
    records: int
    files: int
    head: Sha256
    findings: list[Remark]
    notes: list[Remark]


class Receipt(BaseModel):
    """The record behind a receipt, and what has become of the comment or suggestion."""

    receipt: str
    seq: int
    hash: Sha256
    at: Instant
    draft: str | None
    by: Who
    sentence: str
    condition: str


@reads(
    router,
    "/verify",
    Report,
    "Periksa catatan desa. Seluruh rantai catatan dihitung ulang, dan setiap berkas dicocokkan.",
)
def check(request: Ask) -> Report:
    found = verify(request.desk)
    return Report(
        whole=not found.findings,
        records=found.records,
        files=found.files,
        head=found.head,
        findings=[Remark(where=one.where, what=one.what) for one in found.findings],
        notes=[Remark(where=one.where, what=one.what) for one in found.notes],
    )


@reads(
    router,
    "/receipts/{receipt}",
    Receipt,
    "Periksa tanda terima. Catatan di baliknya, dan keadaannya sekarang.",
)
def show_receipt(
    request: Ask, receipt: Annotated[str, Path(max_length=100, description="Misalnya 31-7F3A9C1E.")]
) -> Receipt:
    found = find_receipt(request.desk, receipt)
    act = found.entry.act
    hidden = frozenset({found.comment.number}) if found.comment and found.comment.hidden else frozenset()
    return Receipt(
        receipt=found.entry.receipt,
        seq=found.entry.seq,
        hash=found.entry.hash,
        at=act.at,
        draft=act.draft,
        by=who(found.village, act.by),
        sentence=shown_sentence(act.fact, hidden),
        condition=_condition(found),
    )


def _condition(found: Found) -> str:
    if found.comment:
        return condition_of(found.comment)
    return standing_of(_Undecided(found.suggestion)) if found.suggestion else ""


@dataclass(frozen=True, slots=True)
class _Undecided:
    """A suggestion as the record alone knows it: whether it still fits is not looked at here."""

    suggestion: Suggestion
    fitted: None = None
    rivals: tuple[int, ...] = ()
