"""Kunci layar: the phone's own lock as a second way to say that it is oneself, made and thrown away on the page Akun."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext

from perdes_flow.errors import Refusal
from perdes_flow.web.access import passkeys
from perdes_flow.web.access.pins import step_up
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import problems
from perdes_flow.web.pages import akun


def offer(ask: Ask) -> HttpResponse:
    """Begin to make one; the own PIN is asked for, since it will stand in the PIN's place."""
    try:
        step_up(ask.who.account, ask.POST.get("pin", ""))
        return JsonResponse(passkeys.offer(ask, ask.who.account))
    except Refusal as refusal:
        return _not_now(refusal)


def keep(ask: Ask) -> HttpResponse:
    """The one that the phone has just made."""
    try:
        passkeys.keep(ask, ask.who.account, ask.POST.get("jawaban", ""), ask.POST.get("nama", ""))
    except Refusal as refusal:
        return akun.show(ask, problems(refusal))
    messages.success(ask, gettext("Kunci layar HP itu dapat dipakai sebagai ganti PIN."))
    return HttpResponseRedirect(reverse("akun"), status=303)


def drop(ask: Ask, number: int) -> HttpResponse:
    """The one of that number in the list serves no more; e.g. of a phone that was sold."""
    rows = list(ask.who.account.passkeys.order_by("made"))
    if 0 < number <= len(rows):
        rows[number - 1].delete()
        messages.success(ask, gettext("Kunci layar itu tidak berlaku lagi."))
    return HttpResponseRedirect(reverse("akun"), status=303)


def challenge(ask: Ask) -> HttpResponse:
    """What kunci.js asks the phone before an act that binds."""
    try:
        return JsonResponse(passkeys.challenge(ask, ask.who.account))
    except Refusal as refusal:
        return _not_now(refusal)


def _not_now(refusal: Refusal) -> HttpResponse:
    return JsonResponse(
        {"galat": problems(refusal)}
    )  # kunci.js shows it; another status would only alarm the console
