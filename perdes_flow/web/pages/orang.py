"""Orang: who is in which office, who is still missing, and the form that adds somebody."""

from dataclasses import dataclass
from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import slugify

from perdes_flow.domain.values import BPD_ROLES, Role
from perdes_flow.domain.village import Person
from perdes_flow.domain.words import OFFICES
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases.desk import Written
from perdes_flow.use_cases.registering import add_person
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import Problems, act
from perdes_flow.web.forms import day
from perdes_flow.web.rendering import page

CHOICES = tuple((role.value, OFFICES[role]) for role in Role if role is not Role.SISTEM)
# without whom a draft cannot go its way
_NEEDED = (Role.SEKDES, Role.KADES, Role.PENYUSUN, Role.KETUA_BPD, Role.SEKRETARIS_BPD, Role.ANGGOTA_BPD)


@dataclass(frozen=True, slots=True)
class Need:
    """An office that the procedure cannot do without, and who holds it today."""

    role: Role
    holders: tuple[Person, ...]


def show(ask: Ask) -> HttpResponse:
    """Everybody, by what they are today; what is still to be done before the first draft."""
    village, today = ask.who.village, ask.who.today
    people = [(person, person.roles_on(today)) for person in village.people.values()]
    return page(
        ask,
        "orang.html",
        people=[one for one in people if one[1]],
        former=[one for one in people if not one[1]],
        needs=[Need(role, village.holders(role, today)) for role in _NEEDED],
        members=len(village.bpd_on(today)),
        begun=bool(ask.desk.register.page(limit=1).rows),
        bpd=BPD_ROLES,
    )


def form(ask: Ask, wrong: Problems = ()) -> HttpResponse:
    """A new person with an office."""
    chosen = ask.POST.getlist("jabatan") or [ask.GET.get("jabatan", "")]
    return page(
        ask, "orang_baru.html", wrong, choices=CHOICES, chosen=chosen, typed=ask.POST, today=ask.who.today
    )


def add(ask: Ask) -> HttpResponse:
    """Record the person and the offices."""
    return act(ask, partial(_added, ask), then=reverse("orang"), again=partial(form, ask))


def _added(ask: Ask) -> Written:
    said, name = ask.POST, ask.POST.get("nama", "").strip()
    known = ask.who.village.person(said.get("sapaan", "").strip().casefold())
    if known is not None and not ask.desk.log.written_with(ask.desk.key):
        raise ValueUnfit("Sapaan", known.nickname, f"sudah dipakai {known.name}; pilih sapaan lain")
    return add_person(
        ask.desk,
        nickname=said.get("sapaan", "").strip().casefold() or slugify(name)[:40].strip("-"),
        name=name,
        offices=offices_in(ask),
        since=day(said, "sejak") or ask.who.today,
        until=day(said, "sampai"),
        decree=said.get("keputusan", "").strip() or None,
        acting=bool(said.get("penjabat")),
        by=ask.who.person.id,
    )


def offices_in(ask: Ask) -> tuple[Role, ...]:
    """The offices that were ticked; ValueUnfit where none was, or one that there is not."""
    ticked = ask.POST.getlist("jabatan")
    known = dict(CHOICES)
    if not ticked or any(code not in known for code in ticked):
        raise ValueUnfit("Jabatan", ", ".join(ticked)[:60], "pilih satu atau beberapa dari daftar")
    return tuple(Role(code) for code in ticked)
