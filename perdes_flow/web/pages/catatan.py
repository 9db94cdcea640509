"""Catatan: everything that was said about a draft; and the form to say something about a place of its text."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from perdes_flow.domain.values import DraftId, Weight
from perdes_flow.use_cases import noting
from perdes_flow.use_cases.desk import open_case
from perdes_flow.use_cases.pointing import WHOLE
from perdes_flow.use_cases.reviewing import open_comment
from perdes_flow.use_cases.suggesting import offers, suggest
from perdes_flow.use_cases.threads import threads
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import Problems, act
from perdes_flow.web.rendering import page
from perdes_flow.web.text.anchors import anchor_of
from perdes_flow.web.text.notes import notes_of
from perdes_flow.web.text.passage import passage_at
from perdes_flow.web.text.receipts import receipted
from perdes_flow.web.text.speaking import why_silent
from perdes_flow.web.text.trouble import readable
from perdes_flow.web.text.written import written


@readable
def show(ask: Ask, draft: DraftId, wrong: Problems = ()) -> HttpResponse:
    """Every thread, every suggestion and one's own notes: those that wait first, nothing left out."""
    found = threads(ask.desk, draft)
    offered = offers(ask.desk, draft).offers
    waiting = [thread for thread in found.threads if thread.comment.open]
    undecided = [offer for offer in offered if offer.suggestion.open]
    return page(
        ask,
        "catatan.html",
        wrong,
        draft=found.case.draft,
        waiting=waiting,
        settled=[thread for thread in found.threads if not thread.comment.open],
        offers=undecided,
        decided=[offer for offer in offered if not offer.suggestion.open],
        waits=len(waiting) + len(undecided),
        done=len(found.threads) + len(offered) - len(waiting) - len(undecided),
        notes=notes_of(ask, draft),
        silence=why_silent(ask, found.case),
    )


@readable
def write(ask: Ask, draft: DraftId, wrong: Problems = ()) -> HttpResponse:
    """The form for a comment, or for another wording (`cara=ubah`), beside the words that it is about."""
    case, given = open_case(ask.desk, draft), ask.POST or ask.GET
    version = case.draft.latest
    if version is None:
        raise Http404
    passage = passage_at(written(ask.desk, case, version.number), given.get("tempat") or WHOLE)
    if passage is None:
        raise Http404
    return page(
        ask,
        "catatan_tulis.html",
        wrong,
        draft=case.draft,
        version=version,
        passage=passage,
        manner=given.get("cara", ""),
        silence=why_silent(ask, case),
        typed=ask.POST,
    )


def give(ask: Ask, draft: DraftId) -> HttpResponse:
    """Open a comment for all to read; or keep it as a private note where its author wants that first."""
    form, by = ask.POST, ask.who.person.id
    address, text, quote = form.get("tempat", ""), form.get("isi", ""), form.get("kutipan", "").strip()
    if form.get("untuk") == "sendiri":
        return _keep(ask, draft, address, text, quote)
    weight: Weight = "biasa" if form.get("bobot") == "biasa" else "penting"
    said = partial(open_comment, address=address, text=text, quote=quote, weight=weight, by=by)
    return act(
        ask,
        lambda: receipted(ask, said(ask.desk, draft)),
        then=_at(draft, address),
        again=partial(write, ask, draft),
    )


def propose(ask: Ask, draft: DraftId) -> HttpResponse:
    """Suggest another wording of a unit, or new words behind it."""
    form = ask.POST
    said = partial(
        suggest,
        address=form.get("tempat", ""),
        text=form.get("isi", ""),
        behind=form.get("letak") == "sesudah",
        reason=form.get("alasan", "").strip(),
        by=ask.who.person.id,
    )
    return act(
        ask,
        lambda: receipted(ask, said(ask.desk, draft)),
        then=_at(draft, form.get("tempat", "")),
        again=partial(write, ask, draft),
    )


def share(ask: Ask, draft: DraftId, note: int) -> HttpResponse:
    """Make a comment of one's own note."""
    return act(
        ask,
        lambda: receipted(ask, noting.share_note(ask.desk, draft, note, by=ask.who.person.id)),
        then=reverse("catatan", kwargs={"draft": draft}),
        again=partial(show, ask, draft),
    )


def drop(ask: Ask, draft: DraftId, note: int) -> HttpResponse:
    """Throw one's own note away."""

    def dropped() -> tuple[()]:
        noting.drop_note(ask.desk, draft, note, by=ask.who.person.id)
        messages.success(ask, gettext("Catatan pribadi itu sudah dibuang."))
        return ()

    return act(
        ask, dropped, then=reverse("catatan", kwargs={"draft": draft}), again=partial(show, ask, draft)
    )


def _keep(ask: Ask, draft: DraftId, address: str, text: str, quote: str) -> HttpResponse:
    def kept() -> tuple[()]:
        noting.keep_note(ask.desk, draft, address=address, text=text, quote=quote, by=ask.who.person.id)
        messages.success(
            ask, gettext("Catatan pribadi tersimpan; hanya Anda yang membacanya sampai Anda membagikannya.")
        )
        return ()

    return act(ask, kept, then=_at(draft, address), again=partial(write, ask, draft))


def _at(draft: DraftId, address: str) -> str:
    return f"{reverse('baca', kwargs={'draft': draft})}#{anchor_of(address)}"
