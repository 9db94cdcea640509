"""Akun: one's own PIN, where one is logged in, and the keys of one's programs."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext

from perdes_flow.errors import Refusal
from perdes_flow.web.access.mail import set_email
from perdes_flow.web.access.pins import check_pin, choose_pin, step_up
from perdes_flow.web.access.tokens import DEFAULT_DAYS, make_token, revoke_token, tokens_of
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.access.within import own_address
from perdes_flow.web.acts import UNPROCESSABLE, Problems, problems
from perdes_flow.web.models import Session
from perdes_flow.web.rendering import page


def show(ask: Ask, wrong: Problems = (), token: str = "") -> HttpResponse:
    """`token`: a key that was just made, shown this once."""
    sessions = ask.who.account.sessions.order_by("-seen")
    here = ask.session.session_key
    return page(
        ask,
        "akun.html",
        wrong,
        status=UNPROCESSABLE if wrong else 200,
        account=ask.who.account,
        token=token,
        tokens=tokens_of(ask.who.account),
        token_days=DEFAULT_DAYS,
        passkeys=ask.who.account.passkeys.order_by("made"),
        sessions=[(number, row, row.session_key == here) for number, row in enumerate(sessions, start=1)],
    )


def first_pin(ask: Ask, wrong: Problems = ()) -> HttpResponse:
    """Whoever came in with a PIN that was handed over chooses an own one first (see access.gate)."""
    onward = ask.POST.get("lanjut") or ask.GET.get("lanjut", "")
    status = UNPROCESSABLE if wrong else 200
    return page(ask, "akun_pin.html", wrong, status=status, account=ask.who.account, next=onward)


def change_pin(ask: Ask) -> HttpResponse:
    """One's own PIN in the place of the old one, if there is one; all other sessions end."""
    account, first = ask.who.account, "lanjut" in ask.POST
    try:
        if account.has_usable_password():
            check_pin(account, account.name, ask.POST.get("pin_lama", ""), "")
        choose_pin(account, ask.POST.get("pin_baru", "").strip())
    except Refusal as refusal:
        return (first_pin if first else show)(ask, problems(refusal))
    update_session_auth_hash(ask, account)
    account.sessions.exclude(session_key=ask.session.session_key).delete()
    messages.success(ask, gettext("PIN Anda sudah diganti."))
    onward = own_address(ask.POST["lanjut"]) if first else reverse("akun")
    return HttpResponseRedirect(onward, status=303)


def change_email(ask: Ask) -> HttpResponse:
    """The address to which a code for logging in may go; empty: none."""
    account, email = ask.who.account, ask.POST.get("surel", "").strip().casefold()
    try:
        step_up(account, ask.POST.get("pin", ""))
        set_email(account, email)
    except Refusal as refusal:
        return show(ask, problems(refusal))
    messages.success(
        ask,
        gettext("Alamat surel Anda sudah disimpan.")
        if email
        else gettext("Alamat surel Anda sudah dihapus."),
    )
    return HttpResponseRedirect(reverse("akun"), status=303)


def end_session(ask: Ask, number: int) -> HttpResponse:
    """End the session of that number in the list of `show`, e.g. on a phone that was lost."""
    rows = list(ask.who.account.sessions.order_by("-seen"))
    if 0 < number <= len(rows):
        Session.objects.filter(pk=rows[number - 1].pk).delete()
        messages.success(ask, gettext("Sesi itu sudah diakhiri."))
    return HttpResponseRedirect(reverse("akun"), status=303)


def new_token(ask: Ask) -> HttpResponse:
    """A key for a program; it acts as the person, so the person's own PIN is asked for."""
    account = ask.who.account
    try:
        step_up(account, ask.POST.get("pin", ""))
    except Refusal as refusal:
        return show(ask, problems(refusal))
    answer = show(ask, token=make_token(account, ask.POST.get("untuk", "")))
    answer["Cache-Control"] = "private, no-store"
    return answer


def end_token(ask: Ask, number: int) -> HttpResponse:
    """The key of that number in the list of `show` opens nothing any more."""
    if revoke_token(ask.who.account, number):
        messages.success(ask, gettext("Kunci program itu tidak berlaku lagi."))
    return HttpResponseRedirect(reverse("akun"), status=303)
