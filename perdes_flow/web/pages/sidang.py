"""Sidang: what is recorded in a meeting while it runs, each act by the one who may do it; the page is `rapat`."""

from collections.abc import Callable
from functools import partial
from typing import cast

from django.http import HttpResponse
from django.urls import reverse

from perdes_flow.domain.values import Choice, DraftId
from perdes_flow.domain.words import CHOICES
from perdes_flow.errors import MeetingNotOpen, ValueUnfit
from perdes_flow.use_cases import consulting, deliberating, sitting
from perdes_flow.use_cases.desk import Written, open_case
from perdes_flow.use_cases.meeting_room import meeting_room
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import act
from perdes_flow.web.forms import count, guests, hour, needed_day, one_of
from perdes_flow.web.older_page import AttendanceMoved
from perdes_flow.web.pages.rapat import attendance_of, show
from perdes_flow.web.uploads import docx_of

Recorder = Callable[[Ask, DraftId], Written]


def attend(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """Who is there: the list replaces the earlier one."""
    return _in(ask, draft, meeting, _attendance, "kehadiran")


def welcome(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """Guests who are there, by name."""
    return _in(ask, draft, meeting, _guests, "kehadiran")


def further(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """A further sitting."""
    return _in(ask, draft, meeting, _session, "kehadiran")


def agree(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """Mufakat on the text as a whole: it binds, so the PIN is asked for."""
    return _in(ask, draft, meeting, _mufakat, "keputusan", binding=True)


def agree_on(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """Mufakat on one Pasal or ayat, by one tap; what binds is the decision on the whole."""
    return _in(ask, draft, meeting, _pasal_mufakat, "pokok")


def vote(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """One's own vote on the text as a whole."""
    return _in(ask, draft, meeting, _vote, "keputusan", binding=True)


def vote_on(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """One's own vote on one Pasal or ayat."""
    return _in(ask, draft, meeting, _pasal_vote, "pokok", binding=True)


def minute(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """Minutes, of the sitting or of one Pasal."""
    return _in(ask, draft, meeting, _minutes, "notulen")


def opine(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """What somebody said."""
    return _in(ask, draft, meeting, _opinion, "notulen")


def differ(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """What is not agreed, and where each side stands."""
    return _in(ask, draft, meeting, _problem, "tidak-sepakat")


def picture(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """A picture of the meeting."""
    return act(
        ask,
        partial(_photo, ask, draft),
        then=_room(draft, meeting, "dokumen"),
        again=partial(show, ask, draft, meeting),
    )


def close(ask: Ask, draft: DraftId, meeting: int) -> HttpResponse:
    """Close it: what came out follows from what was recorded."""
    return _in(ask, draft, meeting, lambda a, d: deliberating.close_meeting(a.desk, d, by=_me(a)), "hasil")


def _in(
    ask: Ask, draft: DraftId, meeting: int, record: Recorder, part: str, *, binding: bool = False
) -> HttpResponse:
    """Record something in this very meeting; then back to that part of its page."""

    def recorded() -> Written:
        if not ask.desk.log.written_with(ask.desk.key):
            _refuse_other_meeting(ask, draft, meeting)
        return record(ask, draft)

    return act(
        ask,
        recorded,
        then=_room(draft, meeting, part),
        again=partial(show, ask, draft, meeting),
        binding=binding,
    )


def _refuse_other_meeting(ask: Ask, draft: DraftId, meeting: int) -> None:
    """A page that was left open since an earlier meeting must not write into the one of today."""
    running = deliberating.open_meeting_of(open_case(ask.desk, draft))
    if running.number != meeting:
        raise MeetingNotOpen("tidak_ada")


def _room(draft: DraftId, meeting: int, part: str) -> str:
    return f"{reverse('rapat', kwargs={'draft': draft, 'meeting': meeting})}#{part}"


def _me(ask: Ask) -> str:
    return str(ask.who.person.id)


def _attendance(ask: Ask, draft: DraftId) -> Written:
    form = ask.POST
    running = deliberating.open_meeting_of(open_case(ask.desk, draft))
    room = meeting_room(ask.desk, draft, running.number)
    now = attendance_of(room) if room else ""
    if form.get("semula", now) != now and not ask.desk.log.written_with(ask.desk.key):
        raise AttendanceMoved
    return deliberating.record_attendance(
        ask.desk,
        draft,
        present=tuple(form.getlist("hadir")),
        residents=count(form, "warga"),
        by=_me(ask),
    )


def _guests(ask: Ask, draft: DraftId) -> Written:
    return sitting.record_guests(ask.desk, draft, guests=guests(ask.POST, "tamu"), by=_me(ask))


def _session(ask: Ask, draft: DraftId) -> Written:
    form = ask.POST
    return sitting.open_session(
        ask.desk,
        draft,
        on=needed_day(form, "tanggal"),
        starts=hour(form, "pukul"),
        place=form.get("tempat", "").strip(),
        by=_me(ask),
    )


def _mufakat(ask: Ask, draft: DraftId) -> Written:
    return deliberating.record_mufakat(ask.desk, draft, by=_me(ask))


def _pasal_mufakat(ask: Ask, draft: DraftId) -> Written:
    return deliberating.record_pasal_mufakat(ask.desk, draft, address=ask.POST.get("pokok", ""), by=_me(ask))


def _vote(ask: Ask, draft: DraftId) -> Written:
    return deliberating.cast_vote(
        ask.desk,
        draft,
        choice=_choice(ask),
        member=ask.POST.get("anggota") or None,
        version=_version(ask),
        by=_me(ask),
    )


def _pasal_vote(ask: Ask, draft: DraftId) -> Written:
    return deliberating.cast_pasal_vote(
        ask.desk,
        draft,
        address=ask.POST.get("pokok", ""),
        choice=_choice(ask),
        member=ask.POST.get("anggota") or None,
        version=_version(ask),
        by=_me(ask),
    )


def _minutes(ask: Ask, draft: DraftId) -> Written:
    text, place = ask.POST.get("notulen", "").strip(), ask.POST.get("pokok", "").strip()
    said = f"{place}: {text}" if place and text else text
    return deliberating.record_minutes(ask.desk, draft, text=said, by=_me(ask))


def _opinion(ask: Ask, draft: DraftId) -> Written:
    form = ask.POST
    return sitting.record_opinion(
        ask.desk,
        draft,
        text=form.get("pendapat", ""),
        person=form.get("oleh") or None,
        guest=form.get("nama", "").strip(),
        address=form.get("pokok", "").strip(),
        by=_me(ask),
    )


def _problem(ask: Ask, draft: DraftId) -> Written:
    form = ask.POST
    return sitting.record_problem(
        ask.desk,
        draft,
        address=form.get("pokok", "").strip(),
        bpd=form.get("bpd", ""),
        kades=form.get("kades", ""),
        by=_me(ask),
    )


def _photo(ask: Ask, draft: DraftId) -> Written:
    file = ask.FILES.get("foto")
    if file is None:
        raise ValueUnfit("Foto", "", "pilih foto JPEG atau PNG")
    caption = ask.POST.get("keterangan", "")
    return consulting.add_photo(ask.desk, draft, docx_of(file), caption=caption, by=_me(ask))


def _choice(ask: Ask) -> Choice:
    return cast(Choice, one_of(ask.POST, "suara", CHOICES, "Suara"))


def _version(ask: Ask) -> int | None:
    """The version that lay on the page on which the vote was given."""
    text = ask.POST.get("versi", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
