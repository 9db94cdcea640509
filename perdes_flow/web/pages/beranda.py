"""Beranda: what waits for me, until when, by which law; then the village's drafts by stage."""

from datetime import date

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from perdes_flow.domain.words import OFFICES
from perdes_flow.ports import RegisterRow
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.rendering import page


def show(ask: Ask) -> HttpResponse:
    if ask.who.scope is not None:
        return HttpResponseRedirect(reverse("draf", kwargs={"draft": ask.who.scope.draft}))
    rows = ask.desk.register.rows()
    mine = sorted((row for row in rows if _waits_for(ask, row)), key=lambda row: row.due or date.max)
    return page(ask, "beranda.html", mine=mine, rows=rows)


def _waits_for(ask: Ask, row: RegisterRow) -> bool:
    return any(OFFICES[role] in row.waiting_for for role in ask.who.roles)
