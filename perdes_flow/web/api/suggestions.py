"""Suggested wordings: made, taken over into a new version, refused with a reason, taken back."""

from typing import Annotated

from ninja import Router
from pydantic import BaseModel, Field

from perdes_flow.domain.values import Label, Text
from perdes_flow.domain.village import Village
from perdes_flow.messages.suggestions import standing_of
from perdes_flow.use_cases import suggesting
from perdes_flow.use_cases.suggesting import Offered
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.answers import Entered, entered
from perdes_flow.web.api.operations import DRAFT, Count, Draft, Instant, Said, Who, acts, reads, who

router = Router()
_ALL = f"{DRAFT}/suggestions"
_ONE = f"{_ALL}/{{int:suggestion}}"


class NewSuggestion(Said):
    """Other words for a unit, or for `quote` in it; `behind`: a new text behind the unit. `text` "" deletes."""

    address: Label
    text: Annotated[str, Field(max_length=20_000)] = ""
    quote: Annotated[str, Field(max_length=20_000)] = ""
    behind: bool = False
    reason: Annotated[str, Field(max_length=20_000)] = ""


class Numbers(Said):
    """Suggestions by number."""

    suggestions: Annotated[list[Count], Field(min_length=1, max_length=200)]


class Because(Said):
    reason: Text


class SuggestionView(BaseModel):
    """A suggestion; `standing` says in words what became of it, or how it fits the latest version."""

    suggestion: int
    version: int
    address: str
    old: list[str]
    new: list[str]
    reason: str
    by: Who
    at: Instant
    open: bool
    standing: str
    rivals: list[int]
    receipt: str


@reads(
    router,
    _ALL,
    list[SuggestionView],
    "Semua usul perubahan. Bunyi lama dan baru, keadaan, dan usul yang bertabrakan.",
)
def list_suggestions(request: Ask, draft: Draft) -> list[SuggestionView]:
    found = suggesting.offers(request.desk, draft)
    return [_view(offer, found.case.village) for offer in found.offers]


@acts(router, _ALL, "Usulkan bunyi lain. Untuk suatu pasal, ayat, atau kata-kata di dalamnya.")
def suggest(request: Ask, draft: Draft, said: NewSuggestion) -> list[Entered]:
    return entered(suggesting.suggest(request.desk, draft, **said.model_dump(), by=request.who.person.id))


@acts(
    router,
    f"{_ALL}/take",
    "Ambil alih usul menjadi versi baru. Sebagai perubahan terlacak atas nama pengusulnya.",
)
def take(request: Ask, draft: Draft, said: Numbers) -> list[Entered]:
    by = request.who.person.id
    return entered(suggesting.take_suggestions(request.desk, draft, said.suggestions, by=by))


@acts(router, f"{_ALL}/say-taken", "Nyatakan bahwa versi terakhir sudah memuat usul. Ditolak bila tidak.")
def say_taken(request: Ask, draft: Draft, said: Numbers) -> list[Entered]:
    return entered(suggesting.say_taken(request.desk, draft, said.suggestions, by=request.who.person.id))


@acts(router, f"{_ONE}/refuse", "Tolak usul. Dengan alasannya; usul itu tetap tersimpan.")
def refuse(request: Ask, draft: Draft, suggestion: Count, said: Because) -> list[Entered]:
    by = request.who.person.id
    return entered(suggesting.refuse_suggestion(request.desk, draft, suggestion, reason=said.reason, by=by))


@acts(router, f"{_ONE}/withdraw", "Tarik usul sendiri. Tetap terbaca.")
def withdraw(request: Ask, draft: Draft, suggestion: Count, said: Because) -> list[Entered]:
    by = request.who.person.id
    return entered(suggesting.withdraw_suggestion(request.desk, draft, suggestion, reason=said.reason, by=by))


def _view(offer: Offered, village: Village) -> SuggestionView:
    one = offer.suggestion
    return SuggestionView(
        suggestion=one.number,
        version=one.version,
        address=one.address,
        old=list(one.old),
        new=list(one.new),
        reason=one.reason,
        by=who(village, one.by),
        at=one.at,
        open=one.open,
        standing=standing_of(offer),
        rivals=list(offer.rivals),
        receipt=offer.receipt,
    )
