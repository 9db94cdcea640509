"""Rapat: one meeting while people talk. Who is there, Pasal by Pasal, mufakat and votes, minutes; what came out of it."""

from django.http import Http404, HttpResponse

from perdes_flow.domain.values import CLERK_ROLES, DraftId, Role
from perdes_flow.errors import Refusal
from perdes_flow.use_cases.deliberating import BPD_BOARD, CALLERS
from perdes_flow.use_cases.meeting_room import Room, meeting_room
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import Problems, problems
from perdes_flow.web.papers_on_file import papers_for
from perdes_flow.web.rendering import page

_CLERKS = (*BPD_BOARD, Role.KADES, Role.SEKDES)
_PHOTOGRAPHERS = (*CLERK_ROLES, Role.SEKRETARIS_BPD)
_PAPERS = {
    "konsultasi": ("daftar_hadir", "notulen", "berita_acara_konsultasi", "matriks_masukan"),
    "internal": ("daftar_hadir", "notulen", "catatan_bpd"),
    "bersama": (
        "daftar_hadir",
        "notulen",
        "matriks_sandingan",
        "catatan_permasalahan",
        "berita_acara_kesepakatan",
        "keputusan_bpd",
    ),
}


def show(ask: Ask, draft: DraftId, meeting: int, wrong: Problems = ()) -> HttpResponse:
    """The meeting as it stands; `?pokok=Pasal 5` puts that place on the agenda to be spoken of."""
    room, wrong = _room(ask, draft, meeting, wrong)
    if room is None:
        raise Http404
    return page(ask, "rapat.html", wrong, **_shown(ask, room))


def attendance_of(room: Room) -> str:
    """Who is recorded as present: a form that was filled in beside another list must not replace this one unseen."""
    there = [seat.person.nickname for seat in room.seats if seat.present]
    return " ".join([*sorted(there), str(room.meeting.session.residents)])


def _room(ask: Ask, draft: DraftId, meeting: int, wrong: Problems) -> tuple[Room | None, Problems]:
    place = ask.GET.get("pokok", "").strip()[:100]
    try:
        return meeting_room(ask.desk, draft, meeting, also=place), wrong
    except Refusal as refusal:
        if not place:
            raise
        return meeting_room(ask.desk, draft, meeting), (*wrong, *problems(refusal))


def _shown(ask: Ask, room: Room) -> dict[str, object]:
    meeting, who = room.meeting, ask.who
    full = who.scope is None and not meeting.closed
    mine = next((seat for seat in room.seats if seat.person.id == who.person.id), None)
    return {
        "draft": room.case.draft,
        "room": room,
        "attendance": attendance_of(room),
        "meeting": meeting,
        "people": room.case.village.people,
        "runs": full and who.holds(*CALLERS[meeting.kind]),
        "board": full and who.holds(*BPD_BOARD) and meeting.kind != "konsultasi" and not meeting.void,
        "clerk": full and who.holds(*_CLERKS) and meeting.kind == "bersama",
        "voter": full and mine is not None and mine.votes and meeting.kind != "konsultasi",
        "mine": mine,
        "papers": papers_for(ask, room.case, _PAPERS[meeting.kind]),
        "photographs": who.scope is None and who.holds(*_PHOTOGRAPHERS),
        "photos": sum(photo.meeting == meeting.number for photo in room.case.draft.photos),
        "today": room.case.today,
        "typed": ask.POST,
    }
