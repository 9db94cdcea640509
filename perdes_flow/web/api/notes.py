"""One's own private notes before the meeting, and marks of "setuju" on single units."""

from ninja import Router
from pydantic import BaseModel

from perdes_flow.domain.values import Label, Text, Weight
from perdes_flow.ports import PrivateNote
from perdes_flow.use_cases import endorsing, noting
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.answers import Entered, entered
from perdes_flow.web.api.operations import DRAFT, Count, Draft, Instant, Said, Who, acts, reads, who

router = Router()
_NOTES = f"{DRAFT}/notes"
_MARKS = f"{DRAFT}/endorsements"


class NewNote(Said):
    address: Label
    text: Text
    quote: str = ""


class Share(Said):
    weight: Weight = "penting"


class Place(Said):
    address: Label


class NoteView(BaseModel):
    """A note that nobody but its author sees."""

    note: int
    version: int
    address: str
    quote: str
    text: str
    at: Instant


class Mark(BaseModel):
    """Whoever finds the words of a unit good as they stand."""

    address: str
    by: list[Who]


@reads(router, _NOTES, list[NoteView], "Catatan pribadi saya. Tidak terlihat oleh orang lain.")
def list_notes(request: Ask, draft: Draft) -> list[NoteView]:
    return [_note(one) for one in noting.own_notes(request.desk, draft, by=request.who.person.id)]


@acts(router, _NOTES, "Simpan catatan pribadi. Belum menjadi catatan resmi.", answer=NoteView)
def keep(request: Ask, draft: Draft, said: NewNote) -> NoteView:
    return _note(noting.keep_note(request.desk, draft, **said.model_dump(), by=request.who.person.id))


@acts(
    router,
    f"{_NOTES}/{{int:note}}/share",
    "Bagikan catatan pribadi. Sejak itu menjadi catatan yang dibaca semua.",
)
def share(request: Ask, draft: Draft, note: Count, said: Share) -> list[Entered]:
    by = request.who.person.id
    return entered(noting.share_note(request.desk, draft, note, weight=said.weight, by=by))


@acts(router, f"{_NOTES}/{{int:note}}/drop", "Buang catatan pribadi. Untuk selamanya.", answer=NoteView)
def drop(request: Ask, draft: Draft, note: Count) -> NoteView:
    return _note(noting.drop_note(request.desk, draft, note, by=request.who.person.id))


@reads(router, _MARKS, list[Mark], "Pernyataan setuju per pasal. Tanda untuk pembahasan, bukan suara.")
def list_marks(request: Ask, draft: Draft) -> list[Mark]:
    found = endorsing.endorsements(request.desk, open_case(request.desk, draft))
    village = request.who.village
    return [Mark(address=place, by=[who(village, one.by) for one in marks]) for place, marks in found.items()]


@acts(router, _MARKS, "Nyatakan setuju pada bunyi suatu pasal atau ayat. Terikat pada kata-katanya.")
def endorse(request: Ask, draft: Draft, said: Place) -> list[Entered]:
    return entered(endorsing.endorse(request.desk, draft, address=said.address, by=request.who.person.id))


@acts(router, f"{_MARKS}/take-back", "Tarik pernyataan setuju. Hanya milik sendiri.")
def take_back(request: Ask, draft: Draft, said: Place) -> list[Entered]:
    by = request.who.person.id
    return entered(endorsing.take_back_endorsement(request.desk, draft, address=said.address, by=by))


def _note(one: PrivateNote) -> NoteView:
    return NoteView(
        note=one.number, version=one.version, address=one.address, quote=one.quote, text=one.text, at=one.at
    )
