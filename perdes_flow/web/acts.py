"""An act from a page: one use case, then either its receipt on the next page or its refusal on the same one."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext

from perdes_flow.errors import Refusal, StepRefused
from perdes_flow.messages.facts import fact_sentence
from perdes_flow.messages.refusals import lacking_sentence, refusal_sentence
from perdes_flow.use_cases.desk import Written
from perdes_flow.web.access import passkeys
from perdes_flow.web.access.pins import step_up
from perdes_flow.web.access.refusals import AccessRefused
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.page_words import on_page

Problems = Sequence[str]
UNPROCESSABLE = 422


def act(
    ask: Ask,
    use_case: Callable[[], Written],
    *,
    then: str,
    again: Callable[[Problems], HttpResponse],
    binding: bool = False,
) -> HttpResponse:
    """Call one use case. Done: go to `then` with the sentence of what was recorded. Refused: the page `again`.

    `binding`: a vote, an agreement, a signature; the form must hold the person's own PIN in its field `pin`, or the answer
    of the phone's lock in `kunci_layar`.
    """
    try:
        if binding:
            _once_more(ask)
            ask.session.cycle_key()
        written = use_case()
    except Refusal as refusal:
        answer = again(problems(refusal))
        answer.status_code = UNPROCESSABLE
        return answer
    for entry in written:
        messages.success(
            ask, f"{fact_sentence(entry.act.fact)} ({gettext('catatan no.')} {entry.seq}, {entry.hash[:8]})"
        )
    return HttpResponseRedirect(then, status=303)


def _once_more(ask: Ask) -> None:
    """The same person again: by the phone's lock, or by the own PIN."""
    if answer := ask.POST.get("kunci_layar", ""):
        if not ask.desk.log.written_with(ask.desk.key):  # a second tap only asks for the receipt of the first
            passkeys.check(ask, ask.who.account, answer)
    else:
        step_up(ask.who.account, ask.POST.get("pin", ""))


def problems(refusal: Refusal) -> Problems:
    """What is wrong, and what to do: one sentence, or one for each unmet condition of a step."""
    match refusal:
        case AccessRefused():
            return (gettext(refusal.sentence),)
        case StepRefused(missing=missing):
            return tuple(on_page(lacking_sentence(lacking)) for lacking in missing)
    return (on_page(refusal_sentence(refusal)),)
