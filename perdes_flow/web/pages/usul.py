"""Usul: one suggested wording; the drafter takes it over or refuses it, its author takes it back."""

from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpResponse
from django.urls import reverse

from perdes_flow.domain.values import DraftId
from perdes_flow.use_cases import suggesting
from perdes_flow.use_cases.desk import Written
from perdes_flow.use_cases.reviewing import ANSWERERS
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import Problems, act
from perdes_flow.web.rendering import page
from perdes_flow.web.text.trouble import readable


@readable
def show(ask: Ask, draft: DraftId, suggestion: int, wrong: Problems = ()) -> HttpResponse:
    """A suggestion, how it fits the latest version, and the forms for whoever may use them."""
    found = suggesting.offers(ask.desk, draft)
    one = next((offer for offer in found.offers if offer.suggestion.number == suggestion), None)
    if one is None:
        raise Http404
    case, official = found.case, ask.who.scope is None
    edits = case.procedure.states[case.draft.state].edit
    waits = one.suggestion.open
    mine = one.suggestion.by.person == ask.who.person.id
    return page(
        ask,
        "usul.html",
        wrong,
        draft=case.draft,
        offer=one,
        tempat=one.fitted.address if one.fitted else one.suggestion.address,
        may={
            "take": waits and official and not ask.who.roles.isdisjoint(edits) and _fit(one) == "cocok",
            "said": waits and official and not ask.who.roles.isdisjoint(edits) and _fit(one) == "sudah",
            "refuse": waits and official and not ask.who.roles.isdisjoint(ANSWERERS),
            "withdraw": waits and mine and one.suggestion.visit == case.draft.visit,
        },
        typed=ask.POST,
    )


def take(ask: Ask, draft: DraftId, suggestion: int) -> HttpResponse:
    """Hand in a new version with the suggestion as its author's tracked change."""
    return _on(ask, draft, suggestion, partial(suggesting.take_suggestions, ask.desk, draft, [suggestion]))


def say_taken(ask: Ask, draft: DraftId, suggestion: int) -> HttpResponse:
    """Say that the latest version reads so already."""
    return _on(ask, draft, suggestion, partial(suggesting.say_taken, ask.desk, draft, [suggestion]))


def refuse(ask: Ask, draft: DraftId, suggestion: int) -> HttpResponse:
    """Do not take it over, and say why."""
    refused = partial(suggesting.refuse_suggestion, ask.desk, draft, suggestion)
    return _on(ask, draft, suggestion, partial(refused, reason=ask.POST.get("alasan", "")))


def withdraw(ask: Ask, draft: DraftId, suggestion: int) -> HttpResponse:
    """Take one's own suggestion back."""
    withdrawn = partial(suggesting.withdraw_suggestion, ask.desk, draft, suggestion)
    return _on(ask, draft, suggestion, partial(withdrawn, reason=ask.POST.get("alasan", "")))


def _on(ask: Ask, draft: DraftId, suggestion: int, use_case: Callable[..., Written]) -> HttpResponse:
    return act(
        ask,
        partial(use_case, by=ask.who.person.id),
        then=reverse("usul", kwargs={"draft": draft, "suggestion": suggestion}),
        again=partial(show, ask, draft, suggestion),
    )


def _fit(offer: suggesting.Offered) -> str:
    return offer.fitted.fit if offer.fitted else ""
