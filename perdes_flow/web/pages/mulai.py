"""Mulai: a new draft, from its title; then straight on to its first file."""

from functools import partial
from typing import cast

from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from perdes_flow.domain.values import Asal, Jenis, Prakarsa
from perdes_flow.domain.words import ASAL, JENIS, PARTIES
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases.desk import Written
from perdes_flow.use_cases.drafting import start_draft
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import Problems, act
from perdes_flow.web.rendering import page

_LONGEST = 56  # two places are left for "-2"
_PROCEDURES = {"perdes": gettext_noop("Peraturan Desa"), "perkades": gettext_noop("Peraturan Kepala Desa")}


def show(ask: Ask, wrong: Problems = ()) -> HttpResponse:
    return page(
        ask,
        "mulai.html",
        wrong,
        kinds=JENIS.items(),
        origins=ASAL.items(),
        parties=PARTIES.items(),
        procedures=_PROCEDURES.items(),
        typed=ask.POST,
    )


def start(ask: Ask) -> HttpResponse:
    """Start the draft."""
    draft = _name(ask)
    return act(
        ask,
        partial(_started, ask, draft),
        then=reverse("serah", kwargs={"draft": draft or "x"}),
        again=partial(show, ask),
    )


def _started(ask: Ask, draft: str) -> Written:
    form = ask.POST
    if not draft:
        raise ValueUnfit("Judul", form.get("judul", "").strip(), "tulis judulnya dengan huruf Latin")
    choices = {"jenis": JENIS, "asal": ASAL, "prakarsa": PARTIES, "alur": _PROCEDURES}
    for name, known in choices.items():
        if form.get(name, "") not in known:
            raise ValueUnfit(name.capitalize(), form.get(name, ""), "pilih salah satu dari daftar")
    return start_draft(
        ask.desk,
        draft,
        title=form["judul"],
        workflow=form["alur"],
        jenis=cast(Jenis, form["jenis"]),
        asal=cast(Asal, form["asal"]),
        prakarsa=cast(Prakarsa, form["prakarsa"]),
        by=ask.who.person.id,
    )


def _name(ask: Ask) -> str:
    """The draft's name in addresses, made from its title; another number where the name is taken."""
    made = slugify(ask.POST.get("judul", ""))[:_LONGEST].strip("-_").replace("_", "-")
    taken = {row.draft for row in ask.desk.register.rows()}
    written = ask.desk.log.written_with(ask.desk.key)
    if made not in taken or not made or written:
        return (written[0].act.draft or made) if written else made
    return next(name for number in range(2, len(taken) + 3) if (name := f"{made}-{number}") not in taken)
