"""Pengaturan: the village, its local rules, the procedures and holidays in use; backups, health, checkpoint."""

from dataclasses import dataclass
from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_noop

from perdes_flow.bootstrap.workspace import HOLIDAYS
from perdes_flow.domain.checkpoint import checkpoint_of, key_text, origin_of, signed_note
from perdes_flow.domain.values import Sha256, sha256_of
from perdes_flow.errors import Refusal, ValueUnfit
from perdes_flow.storage.keys import log_key
from perdes_flow.use_cases.auditing import Finding, fsck
from perdes_flow.use_cases.desk import Written
from perdes_flow.use_cases.registering import change_settings
from perdes_flow.web import backups
from perdes_flow.web.access.pins import step_up
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import UNPROCESSABLE, Problems, act, problems
from perdes_flow.web.pictures import qr
from perdes_flow.web.rendering import page
from perdes_flow.web.workspace import workspace

_PROCEDURES = ("perdes", "perkades")
_ROUNDING = {
    "down": gettext_noop("½ dari jumlah hadir dibulatkan ke bawah, lalu ditambah 1 (hadir 7: 4 suara)"),
    "up": gettext_noop("½ dari jumlah hadir ditambah 1, lalu dibulatkan ke atas (hadir 7: 5 suara)"),
}
_LETTERS = 32  # of the Merkle root, for people to compare


@dataclass(frozen=True, slots=True)
class Rules:
    """A procedure as new drafts would get it today; `trouble` where its file cannot be used."""

    id: str
    title: str = ""
    version: str = ""
    sha256: Sha256 = ""
    overlay: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Holidays:
    """One year's table of holidays."""

    year: int
    version: str
    estimated: bool
    sha256: Sha256


def show(ask: Ask, wrong: Problems = ()) -> HttpResponse:
    saved = backups.kept(workspace().home)
    return page(
        ask,
        "pengaturan.html",
        wrong,
        status=UNPROCESSABLE if wrong else 200,
        rules=[_rules(ask, name) for name in _PROCEDURES],
        holidays=_holidays(ask),
        rounding=_ROUNDING.items(),
        settings=ask.who.village.settings,
        last_backup=saved[0] if saved else None,
        records=ask.desk.log.head()[0],
    )


def change(ask: Ask) -> HttpResponse:
    """Local rules that the law leaves to the village."""
    return act(ask, partial(_changed, ask), then=reverse("pengaturan"), again=partial(show, ask))


def _changed(ask: Ask) -> Written:
    rounding = ask.POST.get("pembulatan", "")
    if rounding not in _ROUNDING:
        raise ValueUnfit("Pembulatan", rounding[:60], "pilih salah satu dari daftar")
    return change_settings(ask.desk, by=ask.who.person.id, half_plus_one=rounding)


def backup_list(ask: Ask, wrong: Problems = ()) -> HttpResponse:
    """The backups on this machine. None leaves it by a page: each holds every village, and the keys."""
    return page(
        ask,
        "pengaturan_cadangan.html",
        wrong,
        status=UNPROCESSABLE if wrong else 200,
        saved=backups.kept(workspace().home),
        folder=backups.folder(workspace().home),
    )


def make_backup(ask: Ask) -> HttpResponse:
    try:
        step_up(ask.who.account, ask.POST.get("pin", ""))
        backups.make(workspace().home, workspace().clock.now())
    except Refusal as refusal:
        return backup_list(ask, problems(refusal))
    return backup_list(ask)


def health(ask: Ask) -> HttpResponse:
    """What will be looked at, and the button."""
    return page(ask, "pengaturan_periksa.html", report=None)


def check_health(ask: Ask) -> HttpResponse:
    """Look at the whole record, every file, the register, and the database; nothing is written."""
    report = fsck(ask.desk)
    own = (flaw for flaw in workspace().flaws() if _concerns(flaw.where, ask.who.village.id))
    damage = [*report.findings, *(Finding(flaw.where, flaw.what) for flaw in own)]
    return page(ask, "pengaturan_periksa.html", report=report, damage=damage)


def checkpoint(ask: Ask) -> HttpResponse:
    """The state of the whole record on a sheet, to be kept by people who do not run this machine."""
    village = ask.who.village
    key = log_key(workspace().home / ".perdes", origin_of(village.id))
    found = checkpoint_of(ask.desk.log.records())
    letters = found.root[:_LETTERS].upper()
    told = f"PERDES1:{village.id}:{found.size}:{found.size}:{found.root}".upper()
    return page(
        ask,
        "pengaturan_titik.html",
        found=found,
        letters=" ".join(letters[i : i + 4] for i in range(0, len(letters), 4)),
        note=signed_note(found, origin_of(village.id), key),
        key=key_text(key),
        picture=qr(told),
        at=ask.desk.clock.now(),
    )


def _rules(ask: Ask, name: str) -> Rules:
    try:
        procedure = ask.desk.procedures.current(name, ask.who.village.settings.overlay)
    except Refusal as refusal:
        return Rules(name, trouble=" ".join(problems(refusal)))
    pin = procedure.pin
    return Rules(pin.id, procedure.title, pin.version, pin.sha256, pin.overlay or "")


def _holidays(ask: Ask) -> list[Holidays]:
    tables = ask.desk.calendar.tables
    folder = workspace().workflows / HOLIDAYS
    return [
        Holidays(year, tables[year].version, tables[year].estimated, sha256_of(path.read_bytes()))
        for year in sorted(tables)
        if (path := folder / f"{year}.yaml").is_file()
    ]


def _concerns(where: str, village: str) -> bool:
    """A flaw of the database as such, or one of this village: another village's is not told here."""
    return where == "basis data" or where.startswith(f"{village},")
