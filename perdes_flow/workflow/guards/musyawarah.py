"""Guards on meetings: consultation, quorum, mufakat or votes (Permendagri 110/2016 Pasal 37 ayat (3))."""

from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from perdes_flow.domain.meetings import Meeting
from perdes_flow.domain.values import MeetingKind, PersonId
from perdes_flow.domain.words import all_of
from perdes_flow.workflow.guards.registry import Args, NoArgs, guard
from perdes_flow.workflow.guards.situation import Situation
from perdes_flow.workflow.quorum import half_plus_one, quorum

_MAX_NAMED = 10
Share = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]?/[1-9][0-9]?$")]


class Consultation(Args):
    """`min` counts meetings with villagers present."""

    min: Annotated[int, Field(ge=1, le=100)]

    def weaker_than(self, other: Self) -> bool:
        return self.min < other.min


class OfMeeting(Args):
    """`rapat`: the kind of meeting that counts; none: any in this stage."""

    rapat: MeetingKind | None = None


class Quorum(OfMeeting):
    min: Share
    of: Literal["anggota_bpd"]

    def weaker_than(self, other: Self) -> bool:
        return Fraction(self.min) < Fraction(other.min)


class Votes(OfMeeting):
    min: Literal["1/2"]
    plus: Literal[1]
    of: Literal["hadir"]


@guard(Consultation)
def konsultasi_warga(situation: Situation, args: Consultation) -> str | None:
    """Villagers were consulted, and it is on record who came."""
    meetings = situation.draft.meetings.values()
    held = sum(1 for meeting in meetings if meeting.kind == "konsultasi" and meeting.residents)
    if held >= args.min:
        return None
    return (
        f"Konsultasi publik belum cukup: {held} kali dengan warga yang tercatat hadir, perlu {args.min} kali. "
        "Catat musyawarah konsultasi dan jumlah warga yang hadir."
    )


@guard(NoArgs)
def masukan_dijawab(situation: Situation, args: NoArgs) -> str | None:
    """Every input of a resident was told what becomes of it."""
    waiting = situation.draft.unanswered_inputs
    if not waiting:
        return None
    numbers = all_of(f"no. {one.number}" for one in waiting[:_MAX_NAMED])
    more = f" dan {len(waiting) - _MAX_NAMED} lagi" if len(waiting) > _MAX_NAMED else ""
    return (
        f"{len(waiting)} masukan warga belum dijawab ({numbers}{more}). "
        "Jawab setiap masukan: diterima, sebagian, atau ditolak dengan alasan."
    )


@guard(Quorum)
def kuorum(situation: Situation, args: Quorum) -> str | None:
    """Enough of all BPD members are there."""
    meeting = situation.meeting_of(args.rapat)
    if meeting is None:
        return "Belum ada musyawarah pada tahap ini. Buka musyawarah dan catat siapa yang hadir."
    members, present = _members(situation, meeting), _present(situation, meeting)
    if not members:
        return "Kuorum tidak dapat dihitung: belum ada anggota BPD yang terdaftar. Daftarkan anggota BPD lebih dulu."
    needed = quorum(len(members), Fraction(args.min))
    if len(present) >= needed:
        return None
    return f"Kuorum belum tercapai: hadir {len(present)} dari {len(members)} anggota, perlu {needed}."


@guard(Votes)
def mufakat_atau_suara(situation: Situation, args: Votes) -> str | None:
    """Mufakat, or else enough of those present voted for it."""
    meeting = situation.meeting_of(args.rapat)
    if meeting is None:
        return "Belum ada mufakat dan belum ada suara. Buka musyawarah, lalu catat mufakat atau pungut suara."
    if meeting.void:
        return (
            f"Mufakat dan suara atas versi {meeting.version} gugur, karena versi yang lebih baru diserahkan. "
            "Buka musyawarah baru atas versi terakhir."
        )
    if meeting.mufakat:
        return None
    present = _present(situation, meeting)
    yes = sum(1 for member, choice in meeting.votes.items() if choice == "setuju" and member in present)
    needed = half_plus_one(len(present), situation.village.settings.half_plus_one)
    if yes >= needed:
        return None
    return f"Belum ada mufakat dan suara belum cukup: setuju {yes} dari {len(present)} anggota yang hadir, perlu {needed}."


@guard(OfMeeting)
def musyawarah_ditutup(situation: Situation, args: OfMeeting) -> str | None:
    """The meeting is over: nobody can vote any more."""
    meeting = situation.meeting_of(args.rapat)
    if meeting is not None and meeting.closed:
        return None
    return "Musyawarah belum ditutup. Lengkapi notulen, lalu tutup musyawarah."


def _members(situation: Situation, meeting: Meeting) -> frozenset[PersonId]:
    return frozenset(person.id for person in situation.village.bpd_on(meeting.on))


def _present(situation: Situation, meeting: Meeting) -> frozenset[PersonId]:
    # guests and village officials sign the attendance list too, but do not count
    return _members(situation, meeting).intersection(meeting.present)
