"""What a meeting decides: mufakat or votes, on the text or on one Pasal. A vote is its owner's, with the PIN."""

from typing import Annotated

from ninja import Router
from pydantic import Field

from perdes_flow.domain.values import Choice, Label
from perdes_flow.use_cases import deliberating
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.answers import Entered, entered
from perdes_flow.web.api.door import binding
from perdes_flow.web.api.operations import DRAFT, Draft, Pin, Said, acts

router = Router()
_MEETING = f"{DRAFT}/meeting"


class Vote(Said):
    """`version` is the one that was read: where said, it must be the one on the table."""

    choice: Choice
    version: Annotated[int, Field(ge=1, le=1_000_000)] | None = None


class PasalVote(Vote):
    address: Label


class Place(Said):
    address: Label


@acts(router, f"{_MEETING}/mufakat", "Catat mufakat atas seluruh naskah. Mengikat, jadi dengan PIN.")
def mufakat(request: Ask, draft: Draft, pin: Pin = "") -> list[Entered]:
    binding(request, pin)
    return entered(deliberating.record_mufakat(request.desk, draft, by=request.who.person.id))


@acts(router, f"{_MEETING}/vote", "Berikan suara sendiri atas seluruh naskah. Sekali saja, dengan PIN.")
def vote(request: Ask, draft: Draft, said: Vote, pin: Pin = "") -> list[Entered]:
    binding(request, pin)
    by = request.who.person.id
    return entered(deliberating.cast_vote(request.desk, draft, **said.model_dump(), by=by))


@acts(
    router,
    f"{_MEETING}/pasal-mufakat",
    "Catat mufakat atas satu pasal atau ayat. Yang mengikat putusan seluruhnya.",
)
def pasal_mufakat(request: Ask, draft: Draft, said: Place) -> list[Entered]:
    by = request.who.person.id
    return entered(deliberating.record_pasal_mufakat(request.desk, draft, address=said.address, by=by))


@acts(router, f"{_MEETING}/pasal-vote", "Berikan suara sendiri atas satu pasal atau ayat. Dengan PIN.")
def pasal_vote(request: Ask, draft: Draft, said: PasalVote, pin: Pin = "") -> list[Entered]:
    binding(request, pin)
    by = request.who.person.id
    return entered(deliberating.cast_pasal_vote(request.desk, draft, **said.model_dump(), by=by))
