"""Musyawarah: the meetings of a draft, the invitation to the next one, and opening it."""

from functools import partial
from typing import cast

from django.http import HttpResponse
from django.urls import reverse

from perdes_flow.domain.values import DraftId, MeetingKind, Slug
from perdes_flow.domain.words import MEETINGS
from perdes_flow.use_cases.deliberating import CALLERS, open_meeting
from perdes_flow.use_cases.desk import Case, Written, open_case
from perdes_flow.use_cases.sitting import call_meeting
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import Problems, act
from perdes_flow.web.forms import guests, hour, lines, needed_day, one_of
from perdes_flow.web.papers_on_file import papers_for
from perdes_flow.web.rendering import page

# which meeting is usually held in a stage: it comes first in the list
_USUAL: dict[Slug, MeetingKind] = {
    "penyusunan": "konsultasi",
    "konsultasi_publik": "konsultasi",
    "disampaikan": "internal",
    "pembahasan_internal": "internal",
}


def show(ask: Ask, draft: DraftId, wrong: Problems = ()) -> HttpResponse:
    """All meetings, the latest on top; what can be done next."""
    case = open_case(ask.desk, draft)
    meetings = case.draft.meetings
    return page(
        ask,
        "musyawarah.html",
        wrong,
        draft=case.draft,
        meetings=sorted(meetings.values(), key=lambda one: -one.number),
        running=next((one for one in meetings.values() if not one.closed), None),
        call=_next_call(case),
        kinds=_kinds(ask, case),
        papers=papers_for(ask, case, _PAPERS),
    )


_PAPERS = ("undangan", "berita_acara_konsultasi", "matriks_masukan", "catatan_bpd", "matriks_sandingan")


def invitation(ask: Ask, draft: DraftId, wrong: Problems = ()) -> HttpResponse:
    """The form that calls the next meeting."""
    case = open_case(ask.desk, draft)
    return page(
        ask,
        "undangan.html",
        wrong,
        draft=case.draft,
        kinds=_kinds(ask, case),
        call=_next_call(case),
        today=case.today,
        typed=ask.POST,
    )


def invite(ask: Ask, draft: DraftId) -> HttpResponse:
    """Call the next meeting."""
    return act(
        ask,
        partial(_invited, ask, draft),
        then=reverse("musyawarah", kwargs={"draft": draft}),
        again=partial(invitation, ask, draft),
    )


def opening(ask: Ask, draft: DraftId, wrong: Problems = ()) -> HttpResponse:
    """The form that opens a meeting, with what the invitation says."""
    case = open_case(ask.desk, draft)
    return page(
        ask,
        "buka.html",
        wrong,
        draft=case.draft,
        kinds=_kinds(ask, case),
        call=_next_call(case),
        today=case.today,
        typed=ask.POST,
    )


def open_(ask: Ask, draft: DraftId) -> HttpResponse:
    """Open a meeting on the latest version."""
    number = len(open_case(ask.desk, draft).draft.meetings) + 1
    if ask.desk.log.written_with(ask.desk.key):  # a second tap: the meeting of the first one
        number -= 1
    return act(
        ask,
        partial(_opened, ask, draft),
        then=reverse("rapat", kwargs={"draft": draft, "meeting": number}),
        again=partial(opening, ask, draft),
    )


def _invited(ask: Ask, draft: DraftId) -> Written:
    form = ask.POST
    return call_meeting(
        ask.desk,
        draft,
        kind=cast(MeetingKind, one_of(form, "jenis", MEETINGS, "Jenis musyawarah")),
        on=needed_day(form, "tanggal"),
        starts=hour(form, "pukul"),
        place=form.get("tempat", ""),
        agenda=lines(form, "acara"),
        guests=guests(form, "tamu"),
        by=ask.who.person.id,
    )


def _opened(ask: Ask, draft: DraftId) -> Written:
    form = ask.POST
    return open_meeting(
        ask.desk,
        draft,
        kind=cast(MeetingKind, one_of(form, "jenis", MEETINGS, "Jenis musyawarah")),
        on=needed_day(form, "tanggal"),
        place=form.get("tempat", ""),
        starts=hour(form, "pukul"),
        by=ask.who.person.id,
    )


def _kinds(ask: Ask, case: Case) -> list[tuple[MeetingKind, str]]:
    """The meetings that this person may call, the usual one of the stage first; none while one is open, or at the end."""
    last, over = case.draft.meeting, case.procedure.states[case.draft.state].final
    if over or ask.who.scope is not None or (last is not None and not last.closed):
        return []
    usual = _USUAL.get(case.draft.state, "bersama")
    mine = [kind for kind, roles in CALLERS.items() if ask.who.holds(*roles)]
    return [(kind, MEETINGS[kind]) for kind in sorted(mine, key=lambda kind: kind != usual)]


def _next_call(case: Case) -> object:
    """The invitation to the meeting that has not been opened yet."""
    return case.draft.calls.get(len(case.draft.meetings) + 1)
