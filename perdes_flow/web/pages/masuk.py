"""Masuk: with a personal link from the chat, or with one's own PIN; and out again."""

from typing import cast

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from perdes_flow.errors import Refusal
from perdes_flow.use_cases.desk import open_village
from perdes_flow.web.access import setup
from perdes_flow.web.access.address import address_of
from perdes_flow.web.access.links import link_of, use_link
from perdes_flow.web.access.pins import check_pin
from perdes_flow.web.access.visitor import BY_PIN, LINK, Ask
from perdes_flow.web.access.within import own_address
from perdes_flow.web.acts import UNPROCESSABLE, Problems, problems
from perdes_flow.web.models import Account, PersonalLink
from perdes_flow.web.rendering import page
from perdes_flow.web.workspace import desk, workspace

_BACKEND = "django.contrib.auth.backends.ModelBackend"


def show(ask: Ask, wrong: Problems = ()) -> HttpResponse:
    """The form for sapaan and PIN; at the very first start the setting up."""
    if setup.unsettled() is not None:
        return HttpResponseRedirect(reverse("pasang"))
    villages = [open_village(desk(village))[0] for village in workspace().villages()]
    return page(
        ask,
        "masuk.html",
        wrong,
        status=UNPROCESSABLE if wrong else 200,
        villages=villages,
        next=ask.POST.get("lanjut") or ask.GET.get("lanjut", ""),
        nickname=ask.POST.get("sapaan", ""),
        chosen=ask.POST.get("desa", ""),
        by_mail="dummy" not in settings.EMAIL_BACKEND,
    )


def with_pin(ask: Ask) -> HttpResponse:
    """Log in with sapaan and PIN."""
    village, nickname = ask.POST.get("desa", ""), ask.POST.get("sapaan", "").strip().casefold()
    account = _account(village, nickname)
    try:
        account = check_pin(
            account, f"{village}/{nickname}", ask.POST.get("pin", "").strip(), address_of(ask)
        )
    except Refusal as refusal:
        return show(ask, problems(refusal))
    _begin(ask, account, link=None)
    ask.session[BY_PIN] = True
    return HttpResponseRedirect(own_address(ask.POST.get("lanjut", "")), status=303)


def link(ask: Ask, token: str) -> HttpResponse:
    """Who the link is for, and one button. Looking logs nobody in: chat programs look at every link."""
    try:
        found = link_of(token)
    except Refusal as refusal:
        return page(ask, "masuk_tautan.html", problems(refusal), status=404)
    village, _, today = open_village(desk(found.account.village))
    person = village.people.get(found.account.person)
    row = desk(village.id).register.row(found.draft) if found.draft else None
    return page(
        ask,
        "masuk_tautan.html",
        token=token,
        person=person,
        roles=person.roles_on(today) if person else (),
        invited_by=village,
        row=row,
    )


def with_link(ask: Ask, token: str) -> HttpResponse:
    """Log in with a personal link."""
    try:
        found = use_link(token)
    except Refusal as refusal:
        return page(ask, "masuk_tautan.html", problems(refusal), status=UNPROCESSABLE)
    _begin(ask, found.account, link=found)
    where = reverse("baca", kwargs={"draft": found.draft}) if found.draft else reverse("beranda")
    return HttpResponseRedirect(where, status=303)


def out(ask: Ask) -> HttpResponse:
    """Nothing of what was read here stays on the device."""
    logout(ask)
    answer = HttpResponseRedirect(reverse("masuk"), status=303)
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _begin(ask: Ask, account: Account, *, link: PersonalLink | None) -> None:
    ask.session.flush()  # a new session under a new name: whoever knew the old one knows nothing
    login(ask, account, backend=_BACKEND)
    if link is not None:
        ask.session[LINK] = link.pk


def _account(village: str, nickname: str) -> Account | None:
    if village not in workspace().villages():
        return None
    person = open_village(desk(village))[0].person(nickname)
    found = Account.objects.filter(village=village, person=person.id).first() if person else None
    return cast("Account | None", found)
