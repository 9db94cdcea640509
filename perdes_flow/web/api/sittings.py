"""What is recorded while a meeting runs: further sittings, who is there, minutes, opinions, what is not agreed."""

from datetime import date
from typing import Annotated

from ninja import Router
from pydantic import Field

from perdes_flow.domain.events.fact import Count as Residents
from perdes_flow.domain.events.meetings import Guest
from perdes_flow.domain.values import Label, Slug, Text, TimeOfDay
from perdes_flow.use_cases import deliberating, sitting
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.answers import Entered, entered
from perdes_flow.web.api.operations import DRAFT, Draft, Said, acts

router = Router()
_MEETING = f"{DRAFT}/meeting"
_Place = Annotated[str, Field(max_length=300)]


class Sitting(Said):
    on: date
    starts: TimeOfDay
    place: _Place = ""


class Attendance(Said):
    """By nickname; the list replaces an earlier one."""

    present: Annotated[tuple[Slug, ...], Field(max_length=500)] = ()
    residents: Residents = 0


class Guests(Said):
    guests: Annotated[tuple[Guest, ...], Field(max_length=500)]


class Minutes(Said):
    text: Text


class Opinion(Said):
    """What somebody said: `person` by nickname, else `guest` by name."""

    text: Text
    person: Slug | None = None
    guest: _Place = ""
    address: _Place = ""


class Difference(Said):
    """What is not agreed, and where each side stands."""

    address: Label
    bpd: Text
    kades: Text


@acts(
    router,
    f"{_MEETING}/session",
    "Buka sidang lanjutan. Sesudah sidang yang lalu lengkap daftar hadir dan notulennya.",
)
def further(request: Ask, draft: Draft, said: Sitting) -> list[Entered]:
    return entered(sitting.open_session(request.desk, draft, **said.model_dump(), by=request.who.person.id))


@acts(router, f"{_MEETING}/attendance", "Catat siapa yang hadir. Daftar baru menggantikan yang lama.")
def attend(request: Ask, draft: Draft, said: Attendance) -> list[Entered]:
    return entered(
        deliberating.record_attendance(
            request.desk,
            draft,
            present=said.present,
            residents=said.residents,
            by=request.who.person.id,
        )
    )


@acts(router, f"{_MEETING}/guests", "Catat tamu yang hadir. Daftar baru menggantikan yang lama.")
def welcome(request: Ask, draft: Draft, said: Guests) -> list[Entered]:
    by = request.who.person.id
    return entered(sitting.record_guests(request.desk, draft, guests=said.guests, by=by))


@acts(router, f"{_MEETING}/minutes", "Catat notulen. Yang baru ditambahkan pada yang lama.")
def minute(request: Ask, draft: Draft, said: Minutes) -> list[Entered]:
    by = request.who.person.id
    return entered(deliberating.record_minutes(request.desk, draft, text=said.text, by=by))


@acts(
    router,
    f"{_MEETING}/opinions",
    "Catat pendapat seseorang untuk notulen. Pejabat, anggota, atau tamu yang hadir.",
)
def opine(request: Ask, draft: Draft, said: Opinion) -> list[Entered]:
    by = request.who.person.id
    return entered(sitting.record_opinion(request.desk, draft, **said.model_dump(), by=by))


@acts(
    router, f"{_MEETING}/problems", "Catat permasalahan yang tidak disepakati. Dengan pendirian kedua pihak."
)
def differ(request: Ask, draft: Draft, said: Difference) -> list[Entered]:
    by = request.who.person.id
    return entered(sitting.record_problem(request.desk, draft, **said.model_dump(), by=by))
