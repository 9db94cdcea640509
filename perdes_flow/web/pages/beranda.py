"""Beranda: what waits for me, until when, by which law; then the village's drafts by stage, and search.

All of it comes from the register, along its indexes: the page takes the same time whatever the village has piled up.
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from perdes_flow.domain.values import Slug
from perdes_flow.ports import Asked, RegisterRow
from perdes_flow.web.access.sessions import elsewhere
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.rendering import page
from perdes_flow.workflow.calendar import Remaining, remaining

_FIRST: tuple[Asked, ...] = ("langkah", "masukan", "naskah", "catatan")
PRESSING, A_PAGE, COUNTED = 10, 20, 999  # how many wait at most, stand on a page, are counted in a stage


@dataclass(frozen=True, slots=True)
class Task:
    """A draft that waits for me, and what I am asked to do with it; `left` says how much time there is."""

    row: RegisterRow
    what: Asked
    left: Remaining | None

    @property
    def late(self) -> bool:
        return self.left is not None and self.left.late


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as a choice above the list."""

    label: str
    count: int
    address: str
    chosen: bool

    @property
    def more(self) -> bool:
        return self.count >= COUNTED


def show(ask: Ask) -> HttpResponse:
    if ask.who.scope is not None:
        return HttpResponseRedirect(reverse("draf", kwargs={"draft": ask.who.scope.draft}))
    state, words = ask.GET.get("tahap", ""), ask.GET.get("cari", "").strip()[:100]
    found = ask.desk.register.page(
        state=state or None, words=words, after=ask.GET.get("sesudah", ""), limit=A_PAGE
    )
    return page(
        ask,
        "beranda.html",
        tasks=_tasks(ask),
        elsewhere=elsewhere(ask.who.account, ask.session.session_key),
        stages=_stages(ask, state),
        rows=found.rows,
        words=words,
        state=state,
        following=_address(tahap=state, cari=words, sesudah=found.following) if found.following else "",
    )


def _tasks(ask: Ask) -> list[Task]:
    rows = {row.draft: row for role in ask.who.roles for row in ask.desk.register.waiting(role, PRESSING)}
    pressing = sorted(rows.values(), key=lambda row: (row.due or date.max, row.draft))[:PRESSING]
    return [Task(row, _asked_of(ask, row), _left(ask, row)) for row in pressing]


def _asked_of(ask: Ask, row: RegisterRow) -> Asked:
    """Who holds two offices is shown what binds more: the next step before all else."""
    mine = {row.asked[role] for role in ask.who.roles if role in row.asked}
    return next(what for what in _FIRST if what in mine)


def _left(ask: Ask, row: RegisterRow) -> Remaining | None:
    if row.due is None:
        return None
    unit = "kerja" if row.due_unit == "kerja" else "kalender"
    return remaining(ask.desk.calendar, unit, row.due, ask.who.today)


def _stages(ask: Ask, chosen: Slug) -> list[Stage]:
    counts = ask.desk.register.counts(COUNTED)
    return [Stage(label, count, _address(tahap=state), state == chosen) for state, label, count in counts]


def _address(**asked: str) -> str:
    return f"{reverse('beranda')}?{urlencode({name: said for name, said in asked.items() if said})}"
