"""The fields of meetings: invitation, sittings, attendance against the quorum, votes, outcome, problems."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from perdes_flow.domain.draft import Draft
from perdes_flow.domain.events.meetings import Guest
from perdes_flow.domain.local_time import ZONES, hari_tanggal
from perdes_flow.domain.meetings import Call, Meeting, Opinion, Question, Session
from perdes_flow.domain.values import PersonId, Role, sidik
from perdes_flow.domain.village import Village
from perdes_flow.domain.words import MEETINGS, OUTCOMES
from perdes_flow.papers.common_fields import official_fields
from perdes_flow.papers.occasion import Occasion, offices_words, shown_name
from perdes_flow.papers.words import bilangan, huruf, sentence_case, tanggal_huruf, without_degrees
from perdes_flow.workflow.quorum import half_plus_one, quorum

_NONE = "–"


def signers_of(kind: str) -> tuple[Role, Role]:
    """Who leads such a meeting and signs for it, and who keeps its minutes."""
    return (Role.KADES, Role.SEKDES) if kind == "konsultasi" else (Role.KETUA_BPD, Role.SEKRETARIS_BPD)


def head_fields(occasion: Occasion, kind: str) -> dict[str, Any]:
    """Whose letterhead, and who signs."""
    leader, clerk = signers_of(kind)
    return {
        "kop": "desa" if kind == "konsultasi" else "bpd",
        "penanda": official_fields(occasion.village, leader, occasion.today),
        "pencatat": official_fields(occasion.village, clerk, occasion.today),
    }


def call_fields(village: Village, call: Call) -> dict[str, Any]:
    """The invitation; whom it goes to, people in office first."""
    people = [
        (shown_name(village, person), _offices(village, person, call.on)) for person in call.invited
    ] + [(guest.name, guest.unsur or "undangan") for guest in call.guests]
    return {
        "jenis": MEETINGS[call.kind],
        "hari_tanggal": hari_tanggal(call.on),
        "tanggal_huruf": tanggal_huruf(call.on),
        "pukul": f"{call.starts} {village.zone}",
        "tempat": call.place,
        "acara": list(call.agenda),
        "daftar": [
            {"no": str(number), "nama": name, "jabatan": office}
            for number, (name, office) in enumerate(people, start=1)
        ],
    }


def meeting_fields(occasion: Occasion, meeting: Meeting) -> dict[str, Any]:
    """A meeting as it stands in the record."""
    village, call = occasion.village, occasion.draft.calls.get(meeting.number)
    sessions = [_session(village, meeting, session) for session in meeting.sessions]
    return {
        "nomor": str(meeting.number),
        "jenis": MEETINGS[meeting.kind],
        "jenis_kapital": MEETINGS[meeting.kind].upper(),
        "hari_tanggal": hari_tanggal(meeting.on),
        "tanggal_huruf": tanggal_huruf(meeting.on),
        "tempat": meeting.place,
        "pimpinan": _leader(village, meeting),
        "acara": list(call.agenda) if call else [],
        "versi": str(meeting.version),
        "versi_huruf": huruf(meeting.version),
        "sidik": sidik(meeting.text_sha256),
        "sidik_berkas": sidik(meeting.docx_sha256),
        "banyak_sidang": len(sessions) > 1,
        "sidang": sessions,
        "kehadiran": sessions[-1]["kehadiran"],
        "hitungan": _counted(village, meeting),
        "pasal": [_question(village, meeting, question) for question in meeting.questions.values()],
        "hasil": sentence_case(OUTCOMES[meeting.outcome]) + "."
        if meeting.outcome
        else "Musyawarah masih berlangsung.",
        "masalah": [
            {"no": str(number), "tempat": one.address, "bpd": one.bpd, "kades": one.kades}
            for number, one in enumerate(meeting.problems, start=1)
        ],
    }


def present_members(village: Village, meeting: Meeting, session: Session) -> int:
    """How many members of the BPD sat in it: those in office on its day."""
    return len({person.id for person in village.bpd_on(session.on)}.intersection(session.present))


def started(village: Village, session: Session) -> str:
    """ "19.30 WIB": when it began, else when that was written down."""
    local = session.opened_at.astimezone(ZONES[village.zone])
    return f"{session.starts or local.strftime('%H.%M')} {village.zone}"


def attendance_sentence(village: Village, meeting: Meeting, session: Session) -> str:
    """Who came, against the quorum where one is asked for."""
    residents = f"{bilangan(session.residents)} warga" if session.residents else ""
    if meeting.kind == "konsultasi":
        others = len(session.present) + len(session.guests)
        parts = [residents, f"{bilangan(others)} pejabat dan undangan" if others else ""]
        return f"Hadir {' dan '.join(part for part in parts if part) or 'belum tercatat'}."
    members = len(village.bpd_on(session.on))
    present, needed = present_members(village, meeting, session), quorum(members)
    reached = "tercapai" if present >= needed else "tidak tercapai"
    return (
        f"Hadir {bilangan(present)} dari {bilangan(members)} anggota BPD; kuorum paling sedikit {bilangan(needed)} "
        f"anggota, sehingga kuorum {reached}."
    )


def _session(village: Village, meeting: Meeting, session: Session) -> dict[str, Any]:
    said = [one for one in meeting.opinions if one.session == session.number]
    return {
        "nomor": str(session.number),
        "judul": f"Sidang ke-{session.number}" if len(meeting.sessions) > 1 else "Pelaksanaan",
        "hari_tanggal": hari_tanggal(session.on),
        "pukul": started(village, session),
        "tempat": session.place,
        "hadir": _attendance(village, session.present, session.guests, session.on),
        "kehadiran": attendance_sentence(village, meeting, session),
        "notulen": list(session.minutes),
        "pendapat": [_opinion(village, one, session.on) for one in said],
    }


def _attendance(
    village: Village, present: Iterable[PersonId], guests: Iterable[Guest], day: date
) -> list[dict[str, str]]:
    people = [
        (shown_name(village, person), _offices(village, person, day), _sex(village, person))
        for person in present
    ] + [(without_degrees(guest.name), guest.unsur or "undangan", guest.sex or _NONE) for guest in guests]
    return [
        {"no": str(number), "nama": name, "jabatan": office, "kelamin": sex}
        for number, (name, office, sex) in enumerate(people, start=1)
    ]


def _offices(village: Village, person: PersonId, day: date) -> str:
    known = village.people.get(person)
    return (offices_words(village, known, day) if known else "") or _NONE


def _sex(village: Village, person: PersonId) -> str:
    known = village.people.get(person)
    return (known.sex if known else None) or _NONE


def _opinion(village: Village, said: Opinion, day: date) -> dict[str, str]:
    office = f" ({_offices(village, said.person, day)})" if said.person else ""
    return {
        "siapa": (shown_name(village, said.person) if said.person else said.guest) + office,
        "tempat": f", mengenai {said.address}" if said.address else "",
        "isi": said.text,
    }


def _leader(village: Village, meeting: Meeting) -> str:
    """The chair where he or she is there; else who opened the meeting."""
    role, _ = signers_of(meeting.kind)
    chairs = [p for p in village.holders(role, meeting.on) if p.id in meeting.present]
    person = chairs[0].id if chairs else meeting.opened_by.person
    return f"{shown_name(village, person)} ({_offices(village, person, meeting.on)})"


def _counted(village: Village, meeting: Meeting) -> str:
    if meeting.void:
        return "Mufakat dan suara gugur karena versi baru diserahkan."
    if meeting.mufakat:
        return "Keputusan diambil dengan musyawarah mufakat."
    if not meeting.votes:
        return ""
    present = present_members(village, meeting, meeting.session)
    needed = half_plus_one(present, village.settings.half_plus_one)
    counts = (meeting.count("setuju"), meeting.count("tidak"), meeting.count("abstain"))
    yes, no, abstain = (bilangan(count) for count in counts)
    return (
        f"Pemungutan suara: setuju {yes}, tidak setuju {no}, abstain {abstain}; diperlukan paling sedikit "
        f"{bilangan(needed)} suara setuju dari {bilangan(present)} anggota yang hadir."
    )


def _question(village: Village, meeting: Meeting, question: Question) -> dict[str, str]:
    yes, no, abstain = (str(question.count(choice)) for choice in ("setuju", "tidak", "abstain"))
    if question.mufakat:
        return {
            "tempat": question.address,
            "setuju": _NONE,
            "tidak": _NONE,
            "abstain": _NONE,
            "hasil": "mufakat",
        }
    present = present_members(village, meeting, meeting.session)
    carried = question.count("setuju") >= half_plus_one(present, village.settings.half_plus_one)
    way = "disetujui" if carried else "tidak disetujui"
    return {"tempat": question.address, "setuju": yes, "tidak": no, "abstain": abstain, "hasil": way}


def next_call(draft: Draft) -> Call | None:
    """The last invitation."""
    return draft.calls[max(draft.calls)] if draft.calls else None
