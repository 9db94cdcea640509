"""Orang satu: one person's offices, how he or she is reached, and what lets this person in: PIN and personal links."""

from datetime import timedelta
from functools import partial
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from perdes_flow.domain.values import PersonId, Role
from perdes_flow.domain.village import Person
from perdes_flow.errors import Refusal, ValueUnfit
from perdes_flow.use_cases.desk import Written
from perdes_flow.use_cases.registering import add_person, describe_person, end_office
from perdes_flow.web.access.links import COMMENT, READ, make_link, revoke_link
from perdes_flow.web.access.pins import hand_over_pin, step_up
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import UNPROCESSABLE, Problems, act, problems
from perdes_flow.web.forms import day
from perdes_flow.web.models import Account, PersonalLink
from perdes_flow.web.pages.orang import CHOICES, offices_in
from perdes_flow.web.pictures import qr
from perdes_flow.web.rendering import page

_OFFERED = 50  # drafts to choose from for a link
_LONGEST_DAYS = 60
_ACTS = {"catatan": (READ, COMMENT), "baca": (READ,)}


def show(ask: Ask, person: PersonId, wrong: Problems = ()) -> HttpResponse:
    someone, today = _known(ask, person), ask.who.today
    return page(
        ask,
        "orang_satu.html",
        wrong,
        status=UNPROCESSABLE if wrong else 200,
        person=someone,
        offices=[(office, office.held_on(today)) for office in reversed(someone.offices)],
        held=[(office.role.value, office.role) for office in someone.offices if office.held_on(today)],
        choices=CHOICES,
        account=Account.objects.filter(village=ask.who.village.id, person=person).first(),
        links=_links(ask, person),
        drafts=[row for row in ask.desk.register.page(limit=_OFFERED).rows if not row.final],
        now=timezone.now(),
        today=today,
        typed=ask.POST,
        oneself=person == ask.who.person.id,
    )


def assign(ask: Ask, person: PersonId) -> HttpResponse:
    """A further office, also as acting official with a decree."""
    return _act(ask, person, partial(_assigned, ask, _known(ask, person)))


def _assigned(ask: Ask, someone: Person) -> Written:
    said = ask.POST
    return add_person(
        ask.desk,
        nickname=someone.nickname,
        name=someone.name,
        offices=offices_in(ask),
        since=day(said, "sejak") or ask.who.today,
        until=day(said, "sampai"),
        decree=said.get("keputusan", "").strip() or None,
        acting=bool(said.get("penjabat")),
        by=ask.who.person.id,
    )


def end(ask: Ask, person: PersonId) -> HttpResponse:
    """The last day in an office."""
    return _act(ask, person, partial(_ended, ask, _known(ask, person)))


def _ended(ask: Ask, someone: Person) -> Written:
    said = ask.POST
    office = said.get("jabatan", "")
    if office not in dict(CHOICES):
        raise ValueUnfit("Jabatan", office[:60], "pilih salah satu dari daftar")
    return end_office(
        ask.desk,
        nickname=someone.nickname,
        office=Role(office),
        on=day(said, "tanggal") or ask.who.today,
        reason=said.get("alasan", "").strip(),
        by=ask.who.person.id,
    )


def describe(ask: Ask, person: PersonId) -> HttpResponse:
    """Telephone, mail, L or P."""
    return _act(ask, person, partial(_described, ask, _known(ask, person)))


def _described(ask: Ask, someone: Person) -> Written:
    said = {name: ask.POST.get(name, "").strip() or None for name in ("kelamin", "hp", "surel")}
    return describe_person(
        ask.desk,
        nickname=someone.nickname,
        by=ask.who.person.id,
        sex=said["kelamin"],
        phone=said["hp"],
        mail=said["surel"],
    )


def hand_pin(ask: Ask, person: PersonId) -> HttpResponse:
    """A new PIN on a slip, shown this once; whoever hands it over types the own PIN first."""
    someone = _known(ask, person)
    try:
        if person == ask.who.person.id:
            raise ValueUnfit("PIN", someone.nickname, "ganti PIN Anda sendiri di halaman Akun saya")
        step_up(ask.who.account, ask.POST.get("pin", ""))
    except Refusal as refusal:
        return show(ask, person, problems(refusal))
    return _slip(ask, someone, pin=hand_over_pin(ask.who.village.id, person, by=ask.who.person.id))


def hand_link(ask: Ask, person: PersonId) -> HttpResponse:
    """A personal link to one draft on a slip, shown this once."""
    someone = _known(ask, person)
    try:
        step_up(ask.who.account, ask.POST.get("pin", ""))
        draft, acts, days = _wanted(ask)
    except Refusal as refusal:
        return show(ask, person, problems(refusal))
    token = make_link(
        ask.who.village.id,
        person,
        made_by=ask.who.person.id,
        draft=draft,
        acts=acts,
        lasts=timedelta(days=days),
    )
    row = ask.desk.register.row(draft)
    url = ask.build_absolute_uri(reverse("tautan", kwargs={"token": token}))
    message = f"Yth. {someone.name}, naskah “{row.title if row else draft}” dapat Anda baca di sini: {url}"
    chat = f"https://wa.me/{someone.phone}?text={quote(message)}" if someone.phone else ""
    return _slip(ask, someone, url=url, row=row, days=days, picture=qr(url), chat=chat, message=message)


def _wanted(ask: Ask) -> tuple[str, tuple[str, ...], int]:
    draft, acts, days = (ask.POST.get(name, "").strip() for name in ("rancangan", "guna", "hari"))
    if not draft or ask.desk.register.row(draft) is None:
        raise ValueUnfit("Rancangan", draft[:60], "pilih salah satu dari daftar")
    if acts not in _ACTS:
        raise ValueUnfit("Guna tautan", acts[:60], "pilih salah satu dari daftar")
    if not (days.isascii() and days.isdigit() and 0 < int(days[:4]) <= _LONGEST_DAYS):
        raise ValueUnfit("Masa berlaku", days[:60], f"tulis jumlah hari, 1 sampai {_LONGEST_DAYS}")
    return draft, _ACTS[acts], int(days)


def revoke(ask: Ask, number: int) -> HttpResponse:
    """A link lets nobody in any more."""
    link = PersonalLink.objects.filter(pk=number, account__village=ask.who.village.id).first()
    if link is None:
        return HttpResponseRedirect(reverse("orang"), status=303)
    revoke_link(link)
    messages.success(ask, gettext("Tautan itu dicabut; siapa pun yang masuk dengannya sudah keluar."))
    return HttpResponseRedirect(reverse("orang.satu", kwargs={"person": link.account.person}), status=303)


def _act(ask: Ask, person: PersonId, use_case: partial[Written]) -> HttpResponse:
    return act(
        ask,
        use_case,
        then=reverse("orang.satu", kwargs={"person": person}),
        again=partial(show, ask, person),
    )


def _known(ask: Ask, person: PersonId) -> Person:
    found = ask.who.village.people.get(person)
    if found is None:
        raise Http404
    return found


def _links(ask: Ask, person: PersonId) -> list[PersonalLink]:
    """The person's links, those in force first."""
    now = timezone.now()
    found = PersonalLink.objects.filter(account__village=ask.who.village.id, account__person=person)
    return sorted(found.order_by("-made")[:_OFFERED], key=lambda one: bool(one.revoked or one.expires <= now))


def _slip(ask: Ask, someone: Person, **shown: object) -> HttpResponse:
    login = ask.build_absolute_uri(reverse("masuk"))
    answer = page(ask, "orang_kartu.html", person=someone, login=login, **shown)
    answer["Cache-Control"] = "no-store"  # a secret that is shown once stays in no cache
    return answer
