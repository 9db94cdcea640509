"""Masukan warga: what residents asked for, typed in by the clerk, and what becomes of it."""

from functools import partial
from typing import cast

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_noop

from perdes_flow.domain.values import CLERK_ROLES, AnswerOutcome, DraftId, InputWay
from perdes_flow.use_cases.consulting import answer_input, receive_input
from perdes_flow.use_cases.desk import Written, open_case
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import Problems, act
from perdes_flow.web.forms import one_of
from perdes_flow.web.papers_on_file import papers_for
from perdes_flow.web.rendering import page

WAYS = {
    "lisan": gettext_noop("lisan, dalam pertemuan"),
    "tertulis": gettext_noop("surat"),
    "pesan": gettext_noop("pesan (WhatsApp, SMS)"),
    "formulir": gettext_noop("formulir"),
}
ANSWERS = {
    "diterima": gettext_noop("diterima"),
    "sebagian": gettext_noop("diterima sebagian"),
    "ditolak": gettext_noop("tidak diterima"),
}


def show(ask: Ask, draft: DraftId, wrong: Problems = ()) -> HttpResponse:
    """Every input with its answer; those that wait for one on top."""
    case = open_case(ask.desk, draft)
    inputs = sorted(case.draft.inputs.values(), key=lambda one: (one.answer is not None, one.number))
    state = case.procedure.states[case.draft.state]
    return page(
        ask,
        "masukan.html",
        wrong,
        draft=case.draft,
        stage=state.label,
        inputs=inputs,
        waiting=len(case.draft.unanswered_inputs),
        writes=bool(state.edit) and ask.who.scope is None and ask.who.holds(*CLERK_ROLES),
        ways=WAYS.items(),
        answers=ANSWERS.items(),
        papers=papers_for(ask, case, ("matriks_masukan", "berita_acara_konsultasi")),
        typed=ask.POST,
    )


def receive(ask: Ask, draft: DraftId) -> HttpResponse:
    """Write an input down."""
    return _act(ask, draft, partial(_received, ask, draft))


def answer(ask: Ask, draft: DraftId, number: int) -> HttpResponse:
    """Say what becomes of an input."""
    return _act(ask, draft, partial(_answered, ask, draft, number))


def _act(ask: Ask, draft: DraftId, use_case: "partial[Written]") -> HttpResponse:
    return act(
        ask,
        use_case,
        then=reverse("masukan", kwargs={"draft": draft}),
        again=partial(show, ask, draft),
    )


def _received(ask: Ask, draft: DraftId) -> Written:
    form = ask.POST
    return receive_input(
        ask.desk,
        draft,
        text=form.get("isi", ""),
        name=form.get("nama", ""),
        unsur=form.get("unsur", ""),
        way=cast(InputWay, one_of(form, "cara", WAYS, "Cara")),
        address=form.get("pokok", ""),
        by=ask.who.person.id,
    )


def _answered(ask: Ask, draft: DraftId, number: int) -> Written:
    form = ask.POST
    return answer_input(
        ask.desk,
        draft,
        number,
        outcome=cast(AnswerOutcome, one_of(form, "putusan", ANSWERS, "Jawaban")),
        reason=form.get("alasan", ""),
        by=ask.who.person.id,
    )
