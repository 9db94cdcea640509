"""What the API answers: what was recorded, or why nothing was."""

from typing import cast

from pydantic import BaseModel

from perdes_flow.domain.events import AnyFact
from perdes_flow.errors import (
    CommentUnknown,
    DocumentKindUnknown,
    DraftMovedOn,
    DraftUnknown,
    InputUnknown,
    NoteUnknown,
    NotInOffice,
    ReceiptUnknown,
    Refusal,
    StepRefused,
    StepUnknown,
    StorageBusy,
    SuggestionUnknown,
    VersionUnknown,
)
from perdes_flow.messages.facts import fact_sentence
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.use_cases.desk import Written
from perdes_flow.web.access.refusals import (
    AccessRefused,
    NoOffice,
    OwnPinMissing,
    StepUpWrong,
    TokenRefused,
    TooManyTries,
)


class Lack(BaseModel):
    """One unmet condition of a step, and the law that asks for it."""

    code: str
    message: str
    law: str


class Problem(BaseModel):
    """Why nothing was done: a code that stays, a sentence for people, and for a step all that is missing."""

    code: str
    message: str
    missing: list[Lack] = []


class Entered(BaseModel):
    """A record that was written. `receipt` is what its author keeps: it finds the record again."""

    seq: int
    hash: str
    receipt: str
    sentence: str
    fact: AnyFact


def entered(written: Written) -> list[Entered]:
    """The records of an act, in order."""
    return [
        Entered(
            seq=entry.seq,
            hash=entry.hash,
            receipt=entry.receipt,
            sentence=fact_sentence(entry.act.fact),
            fact=cast(AnyFact, entry.act.fact),
        )
        for entry in written
    ]


_UNKNOWN = (
    CommentUnknown,
    DocumentKindUnknown,
    DraftUnknown,
    InputUnknown,
    NoteUnknown,
    ReceiptUnknown,
    StepUnknown,
    SuggestionUnknown,
    VersionUnknown,
)


def status_of(refusal: Refusal) -> int:
    """The HTTP status that says the same."""
    match refusal:
        case TokenRefused():
            return 401
        case NotInOffice() | NoOffice() | StepUpWrong() | OwnPinMissing():
            return 403
        case DraftMovedOn():
            return 409
        case TooManyTries():
            return 429
        case StorageBusy():
            return 503
    return 404 if isinstance(refusal, _UNKNOWN) else 422


def problem_of(refusal: Refusal) -> Problem:
    """The refusal as `perdes --json` says it."""
    sentence = refusal.sentence if isinstance(refusal, AccessRefused) else refusal_sentence(refusal)
    missing = refusal.missing if isinstance(refusal, StepRefused) else ()
    return Problem(
        code=refusal.code,
        message=sentence,
        missing=[Lack(code=one.code, message=one.sentence, law=one.law) for one in missing],
    )
