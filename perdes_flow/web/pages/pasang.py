"""Pasang: the first start. The code from the terminal, the village, its secretary; then everything else by its people.

Nothing is recorded before the last form, so that every answer can still be changed.
"""

from typing import cast

from django.contrib.auth import login
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from perdes_flow.domain.local_time import local_date
from perdes_flow.domain.values import Role, Zone
from perdes_flow.domain.village import Village
from perdes_flow.errors import Refusal, ValueUnfit
from perdes_flow.use_cases.desk import open_village, person_named
from perdes_flow.use_cases.registering import FirstOfficial, add_person, found_village
from perdes_flow.web.access import setup, tries
from perdes_flow.web.access.address import address_of
from perdes_flow.web.access.pins import account_of, choose_pin, fit
from perdes_flow.web.access.refusals import PinUnfit, SetupCodeWrong
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import UNPROCESSABLE, Problems, problems
from perdes_flow.web.forms import day
from perdes_flow.web.models import Account
from perdes_flow.web.rendering import page
from perdes_flow.web.workspace import desk, workspace

_OPENED, _VILLAGE = "_pasang", "_pasang_desa"  # in the session: the code's hash; what was said of the village
_ZONES = {
    "WIB": gettext_noop("WIB (Sumatra, Jawa, Kalimantan Barat dan Tengah)"),
    "WITA": gettext_noop("WITA (Kalimantan Timur, Selatan, dan Utara, Sulawesi, Bali, Nusa Tenggara)"),
    "WIT": gettext_noop("WIT (Maluku, Papua)"),
}


def show(ask: Ask, wrong: Problems = ()) -> HttpResponse:
    """The step that is next: the code, the village, the secretary."""
    standing = setup.unsettled()
    if standing is None:
        return HttpResponseRedirect(reverse("masuk"))
    status = UNPROCESSABLE if wrong else 200
    if not _opened(ask):
        return page(ask, "pasang_kode.html", wrong, status=status, typed=ask.POST)
    said = _said(ask, standing)
    if not said or ("desa" in ask.GET and not standing.id) or (wrong and "kecamatan" in ask.POST):
        typed = ask.POST if wrong else said
        return page(ask, "pasang_desa.html", wrong, status=status, typed=typed, zones=_ZONES.items())
    today = local_date(workspace().clock.now(), cast(Zone, said["zona"]))
    return page(ask, "pasang_orang.html", wrong, status=status, typed=ask.POST, said=said, today=today)


def unlock(ask: Ask) -> HttpResponse:
    """The code from the terminal."""
    key = tries.key_of("alamat", f"pasang {address_of(ask)}")
    try:
        tries.check([key])
        if not setup.fits(workspace().home, ask.POST.get("kode", "")):
            tries.failed([key])
            raise SetupCodeWrong
    except Refusal as refusal:
        return show(ask, problems(refusal))
    ask.session.cycle_key()
    ask.session[_OPENED] = setup.current(workspace().home)
    return _on()


def name_village(ask: Ask) -> HttpResponse:
    """What the village is called; kept aside until somebody is there to answer for it."""
    if not _opened(ask):
        return _on()
    said = {name: ask.POST.get(name, "").strip() for name in ("desa", "kecamatan", "kabupaten", "zona")}
    try:
        for name, label in (("desa", "Nama desa"), ("kecamatan", "Kecamatan"), ("kabupaten", "Kabupaten")):
            if not said[name] or len(said[name]) > 300:
                raise ValueUnfit(label, said[name][:60], "tulis namanya, paling banyak 300 huruf")
        if said["zona"] not in _ZONES:
            raise ValueUnfit("Waktu setempat", said["zona"][:60], "pilih WIB, WITA, atau WIT")
        if not slugify(said["desa"]):
            raise ValueUnfit("Nama desa", said["desa"], "tulis dengan huruf Latin")
    except Refusal as refusal:
        return show(ask, problems(refusal))
    ask.session[_VILLAGE] = said
    return _on()


def settle(ask: Ask) -> HttpResponse:
    """Record the village and its secretary, whose PIN nobody else knows, and log the secretary in."""
    standing = setup.unsettled()
    if standing is None or not _opened(ask):
        return _on()
    said = _said(ask, standing)
    if not said:
        return _on()
    try:
        account = _settled(ask, said, standing)
    except Refusal as refusal:
        return show(ask, problems(refusal))
    setup.spend(workspace().home)
    ask.session.flush()
    login(ask, account, backend="django.contrib.auth.backends.ModelBackend")
    return HttpResponseRedirect(reverse("orang"), status=303)


def _settled(ask: Ask, said: dict[str, str], standing: Village) -> Account:
    form = ask.POST
    pin, nickname = form.get("pin", "").strip(), form.get("sapaan", "").strip().casefold()
    if not fit(pin):
        raise PinUnfit
    if pin != form.get("pin_lagi", "").strip():
        raise ValueUnfit("Ulangan PIN", "…", "ketik PIN yang sama dua kali")
    zone = cast(Zone, said["zona"])
    since = day(form, "sejak") or local_date(workspace().clock.now(), zone)
    person = FirstOfficial(nickname, form.get("nama", ""), _offices(form), since)
    at = desk(standing.id or slugify(said["desa"])[:40].strip("-"))
    if standing.id:  # registered on the command line, and nobody in it yet
        add_person(at, nickname=nickname, name=person.name, offices=person.offices, since=since, by=nickname)
    else:
        names = {name: said[name] for name in ("desa", "kecamatan", "kabupaten")}
        found_village(at, village=at.log.village, zone=zone, first=person, **names)
    account = account_of(at.log.village, person_named(open_village(at)[0], nickname).id)
    choose_pin(account, pin)
    return account


def _offices(form: QueryDict) -> tuple[Role, ...]:
    return (Role.SEKDES, Role.PENYUSUN) if form.get("penyusun") else (Role.SEKDES,)


def _opened(ask: Ask) -> bool:
    return setup.holds(workspace().home, ask.session.get(_OPENED, ""))


def _said(ask: Ask, standing: Village) -> dict[str, str]:
    """What was said of the village so far; of one that is registered, what its record says."""
    if standing.id:
        return {
            "desa": standing.desa,
            "kecamatan": standing.kecamatan,
            "kabupaten": standing.kabupaten,
            "zona": standing.zone,
        }
    said: dict[str, str] = ask.session.get(_VILLAGE, {})
    return said


def _on() -> HttpResponse:
    return HttpResponseRedirect(reverse("pasang"), status=303)
