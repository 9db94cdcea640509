"""Penetapan: the agreed text, whether what lies here still is that text, the signature, and the pengundangan."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse

from perdes_flow.domain.values import DraftId
from perdes_flow.errors import Refusal, ValueUnfit
from perdes_flow.use_cases.agreed_text import Match, agreed_text, match_agreed
from perdes_flow.use_cases.desk import Written, open_case
from perdes_flow.use_cases.drafting import file_document
from perdes_flow.use_cases.enacting import take_step
from perdes_flow.use_cases.legal_acts import Particulars
from perdes_flow.use_cases.next_number import next_number
from perdes_flow.use_cases.reading import open_steps
from perdes_flow.web.access.visitor import FILERS, Ask
from perdes_flow.web.acts import UNPROCESSABLE, Problems, act, problems
from perdes_flow.web.forms import day, papers_of
from perdes_flow.web.older_page import refuse_older
from perdes_flow.web.papers_on_file import papers_for
from perdes_flow.web.rendering import page
from perdes_flow.web.uploads import docx_of, paper_of
from perdes_flow.workflow.engine import StepView

SIGNED = "naskah_bertanda_tangan"
_SHOWN = 12  # changes that stand on the page; the rest is counted


def show(ask: Ask, draft: DraftId, wrong: Problems = (), match: Match | None = None) -> HttpResponse:
    """Everything that a head wants to see before signing; the form is there when it is time."""
    agreed = agreed_text(ask.desk, draft)
    case = agreed.case if agreed else open_case(ask.desk, draft)
    step = _step(ask, draft)
    mine = step is not None and ask.who.holds(*step.transition.by, *step.transition.confirm)
    return page(
        ask,
        "penetapan.html",
        wrong,
        draft=case.draft,
        stage=case.procedure.states[case.draft.state].label,
        agreed=agreed,
        match=match,
        shown=_SHOWN,
        step=step,
        mine=mine and ask.who.scope is None,
        signs=step is not None and step.transition.records == "penetapan",
        law=step.transition.law_text(case.procedure) if step else "",
        nomor=next_number(ask.desk, case, step.transition) if step and mine else None,
        papers=papers_for(ask, case, _kinds(step)),
        files=ask.who.scope is None and bool(ask.who.roles & FILERS) and _wants_signed(step),
        seen=case.after,
        typed=ask.POST,
    )


def compare(ask: Ask, draft: DraftId) -> HttpResponse:
    """Hold a Word file from elsewhere against the agreed text. Nothing is kept, nothing is recorded."""
    try:
        found = match_agreed(ask.desk, draft, docx_of(ask.FILES.get("naskah")))
    except Refusal as refusal:
        answer = show(ask, draft, problems(refusal))
        answer.status_code = UNPROCESSABLE
        return answer
    return show(ask, draft, match=found)


def file_scan(ask: Ask, draft: DraftId) -> HttpResponse:
    """File the scan of the signed paper; a Word file of it must be the agreed text."""
    return _act(ask, draft, partial(_scan_filed, ask, draft))


def enact(ask: Ask, draft: DraftId) -> HttpResponse:
    """Sign, or promulgate: the step that this stage has for it, with the person's own PIN."""
    return _act(ask, draft, partial(_enacted, ask, draft), binding=True)


def _act(ask: Ask, draft: DraftId, use_case: "partial[Written]", *, binding: bool = False) -> HttpResponse:
    return act(
        ask,
        use_case,
        then=reverse("penetapan", kwargs={"draft": draft}),
        again=partial(show, ask, draft),
        binding=binding,
    )


def _step(ask: Ask, draft: DraftId) -> StepView | None:
    """The step of this stage by which people sign or promulgate; what the law brings about by silence is no such step."""
    for view in open_steps(ask.desk, draft, by=ask.who.person.id):
        if view.transition.records in ("penetapan", "pengundangan") and not view.transition.confirm:
            return view
    return None


def _kinds(step: StepView | None) -> tuple[str, ...]:
    wanted = [use.doc for use in step.transition.docs] if step else []
    return tuple(dict.fromkeys([SIGNED, *wanted]))


def _wants_signed(step: StepView | None) -> bool:
    return step is not None and any(use.doc == SIGNED for use in step.transition.docs)


def _scan_filed(ask: Ask, draft: DraftId) -> Written:
    file = ask.FILES.get("pindaian")
    if file is None:
        raise ValueUnfit("Pindaian", "", "pilih berkas PDF, JPG, atau PNG")
    paper = paper_of(file)
    if paper.suffix == ".docx":
        raise ValueUnfit(
            "Pindaian", (file.name or "")[:100], "kirim PDF, JPG, atau PNG dari kertas yang ditandatangani"
        )
    return file_document(ask.desk, draft, SIGNED, paper.data, suffix=paper.suffix, by=ask.who.person.id)


def _enacted(ask: Ask, draft: DraftId) -> Written:
    refuse_older(ask, draft)
    form = ask.POST
    return take_step(
        ask.desk,
        draft,
        form.get("langkah", ""),
        by=ask.who.person.id,
        particulars=Particulars(nomor=form.get("nomor", "").strip(), on=day(form, "tanggal")),
        papers=dict(papers_of(ask.FILES)),
    )
