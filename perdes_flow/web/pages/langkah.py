"""Langkah: one step of the procedure, what is missing for it, and the form that takes it."""

from functools import partial

from django.http import Http404, HttpResponse
from django.urls import reverse

from perdes_flow.domain.values import DraftId, Slug
from perdes_flow.use_cases.desk import Case, Written, open_case
from perdes_flow.use_cases.enacting import take_step
from perdes_flow.use_cases.legal_acts import NOMOR_OF, Particulars
from perdes_flow.use_cases.reading import open_steps
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import Problems, act
from perdes_flow.web.forms import day, papers_of
from perdes_flow.web.older_page import refuse_older
from perdes_flow.web.papers_on_file import papers_for
from perdes_flow.web.rendering import page
from perdes_flow.workflow.definition import Transition
from perdes_flow.workflow.documents import kind_of

_TEXTS = ("rancangan_docx", "naskah_final")  # the version itself stands for them


def show(ask: Ask, draft: DraftId, step: Slug, wrong: Problems = ()) -> HttpResponse:
    case = open_case(ask.desk, draft)
    views = open_steps(ask.desk, draft, by=ask.who.person.id)
    view = next((view for view in views if view.transition.id == step), None)
    if view is None:  # somebody else was faster, or the address is of another stage
        _known(case, step)
        return page(ask, "langkah_lewat.html", wrong, draft=case.draft)
    transition = view.transition
    lacking = {missing.code for missing in view.missing}
    kinds = [kind_of(case.procedure, use.doc) for use in transition.docs]
    return page(
        ask,
        "langkah.html",
        wrong,
        draft=case.draft,
        view=view,
        target=case.procedure.states[transition.to].label,
        law=transition.law_text(case.procedure),
        lacking=[kind for kind in kinds if kind and f"dokumen_{kind.kind}" in lacking],
        papers=papers_for(ask, case, [use.doc for use in transition.docs if use.doc not in _TEXTS]),
        nomor=NOMOR_OF.get(transition.records or "", ""),
        enacts=transition.records in ("penetapan", "pengundangan") and not transition.confirm,
        conditions=[missing for missing in view.missing if not missing.code.startswith("dokumen_")],
        binding=transition.records is not None,
        unsigned=transition.records == "pengundangan" and case.draft.penetapan is None,
        seen=case.after,
        typed=ask.POST,
    )


def take(ask: Ask, draft: DraftId, step: Slug) -> HttpResponse:
    """Take the step."""
    transition = _known(open_case(ask.desk, draft), step)
    return act(
        ask,
        partial(_taken, ask, draft, step),
        then=reverse("draf", kwargs={"draft": draft}),
        again=partial(show, ask, draft, step),
        binding=transition.records is not None,
    )


def _known(case: Case, step: Slug) -> Transition:
    transition = case.procedure.transition(step)
    if transition is None:
        raise Http404
    return transition


def _taken(ask: Ask, draft: DraftId, step: Slug) -> Written:
    refuse_older(ask, draft)
    form = ask.POST
    given = Particulars(
        nomor=form.get("nomor", "").strip(),
        on=day(form, "tanggal"),
        regulation_nomor=form.get("nomor_peraturan", "").strip(),
        reason=form.get("alasan", "").strip(),
    )
    papers = dict(papers_of(ask.FILES))
    return take_step(ask.desk, draft, step, by=ask.who.person.id, particulars=given, papers=papers)
