"""Utas: one thread or one suggestion, with all that can be done about it."""

from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpResponse
from django.urls import reverse

from perdes_flow.domain.values import AnswerOutcome, DraftId
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases import reviewing
from perdes_flow.use_cases.desk import Case, Desk, Written
from perdes_flow.use_cases.threads import Thread, threads
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import Problems, act
from perdes_flow.web.rendering import page
from perdes_flow.web.text.receipts import receipted
from perdes_flow.web.text.talk import place_of

_OUTCOMES: tuple[AnswerOutcome, ...] = ("diterima", "sebagian", "ditolak")


def show(ask: Ask, draft: DraftId, comment: int, wrong: Problems = ()) -> HttpResponse:
    """A thread, its place now, and the forms for whoever may use them."""
    found = threads(ask.desk, draft)
    one = next((thread for thread in found.threads if thread.comment.number == comment), None)
    if one is None:
        raise Http404
    return page(
        ask,
        "utas.html",
        wrong,
        draft=found.case.draft,
        thread=one,
        tempat=place_of(one),
        may=_may(ask, found.case, one),
        outcomes=_OUTCOMES,
        typed=ask.POST,
    )


def _may(ask: Ask, case: Case, thread: Thread) -> dict[str, bool]:
    """Which forms are of use; the use cases decide."""
    comment, roles = thread.comment, ask.who.roles
    goes_on = not case.procedure.states[case.draft.state].final and not comment.withdrawn
    speaks = goes_on and not roles.isdisjoint(reviewing.SPEAKERS)
    official = ask.who.scope is None  # a link is for readers: what an office decides needs its PIN
    mine = comment.by.person == ask.who.person.id
    return {
        "reply": speaks,
        "answer": goes_on and official and comment.open and not roles.isdisjoint(reviewing.ANSWERERS),
        "resolve": speaks and comment.open and comment.answer is not None,
        "reopen": speaks and comment.resolved,
        "withdraw": mine and comment.open and comment.visit == case.draft.visit,
        "hide": official and comment.aside is None and not roles.isdisjoint(reviewing.HIDERS),
    }


def reply(ask: Ask, draft: DraftId, comment: int) -> HttpResponse:
    """Add to what was said."""
    return _on(ask, draft, comment, partial(reviewing.reply_to_comment, text=ask.POST.get("isi", "")))


def answer(ask: Ask, draft: DraftId, comment: int) -> HttpResponse:
    """Accept, accept in part, or refuse, with the reason."""
    chosen, reason = ask.POST.get("hasil", ""), ask.POST.get("alasan", "")

    def answered(desk: Desk, draft: DraftId, comment: int, *, by: str) -> Written:
        outcome = next((outcome for outcome in _OUTCOMES if outcome == chosen), None)
        if outcome is None:
            raise ValueUnfit("Jawaban", "", "pilih diterima, sebagian, atau ditolak")
        return reviewing.answer_comment(desk, draft, comment, outcome=outcome, reason=reason, by=by)

    return _on(ask, draft, comment, answered)


def resolve(ask: Ask, draft: DraftId, comment: int) -> HttpResponse:
    """Say that an answered comment is settled."""
    return _on(ask, draft, comment, reviewing.resolve_comment)


def reopen(ask: Ask, draft: DraftId, comment: int) -> HttpResponse:
    """Open a settled comment again."""
    return _on(ask, draft, comment, partial(reviewing.reopen_comment, reason=_reason(ask)))


def withdraw(ask: Ask, draft: DraftId, comment: int) -> HttpResponse:
    """Take one's own comment back."""
    return _on(ask, draft, comment, partial(reviewing.withdraw_comment, reason=_reason(ask)))


def hide(ask: Ask, draft: DraftId, comment: int) -> HttpResponse:
    """Show a comment's words no longer."""
    return _on(ask, draft, comment, partial(reviewing.hide_comment, reason=_reason(ask)))


def _on(ask: Ask, draft: DraftId, comment: int, use_case: Callable[..., Written]) -> HttpResponse:
    return act(
        ask,
        lambda: receipted(ask, use_case(ask.desk, draft, comment, by=ask.who.person.id)),
        then=reverse("utas", kwargs={"draft": draft, "comment": comment}),
        again=partial(show, ask, draft, comment),
    )


def _reason(ask: Ask) -> str:
    return ask.POST.get("alasan", "")
