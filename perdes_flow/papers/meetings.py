"""Papers of the BPD's meetings: invitation, attendance, minutes, notes on the text."""

from perdes_flow.domain.local_time import hari_tanggal
from perdes_flow.domain.meetings import Meeting
from perdes_flow.domain.values import Role
from perdes_flow.domain.words import MEETINGS, OFFICES, OUTCOMES
from perdes_flow.papers.sheet import Occasion, Sheet, Table, fingerprint, without_degrees

BPD = "BADAN PERMUSYAWARATAN DESA"


def undangan(occasion: Occasion) -> Sheet:
    """Permendagri 111/2014 Pasal 8 ayat (1)."""
    return Sheet(
        "UNDANGAN MUSYAWARAH",
        (
            f"BPD Desa {occasion.village.desa} mengundang anggota BPD dan Kepala Desa untuk membahas {occasion.title}.",
            "Hari, tempat, dan waktu disampaikan bersama undangan ini oleh Sekretaris BPD.",
            f"Naskah yang dibahas: {fingerprint(occasion.draft)}.",
        ),
        (Role.KETUA_BPD,),
        letterhead=BPD,
    )


def daftar_hadir(occasion: Occasion) -> Sheet:
    """Permendagri 110/2016 Pasal 37 ayat (3) huruf b: who was there, out of how many."""
    meeting = occasion.draft.meeting
    members = occasion.village.bpd_on(meeting.on if meeting else occasion.today)
    present = meeting.present if meeting else ()
    counted = sum(1 for member in members if member.id in present)
    return Sheet(
        "DAFTAR HADIR MUSYAWARAH",
        (_held(meeting), f"Hadir {counted} dari {len(members)} anggota BPD."),
        (Role.SEKRETARIS_BPD,),
        Table(("No.", "Nama", "Jabatan", "Tanda tangan"), (1, 5, 5, 4), _attendance(occasion, present)),
        letterhead=BPD,
    )


def notulen(occasion: Occasion) -> Sheet:
    """Permendagri 110/2016 Pasal 44 ayat (5): every deliberation is minuted."""
    meeting = occasion.draft.meeting
    outcome = OUTCOMES[meeting.outcome] if meeting and meeting.outcome else "musyawarah belum ditutup"
    return Sheet(
        "NOTULEN MUSYAWARAH",
        (_held(meeting), *(meeting.minutes if meeting else ()), f"Hasil: {outcome}."),
        (Role.SEKRETARIS_BPD,),
        letterhead=BPD,
    )


def catatan_bpd(occasion: Occasion) -> Sheet:
    """What members said on the text, and what was answered."""
    return Sheet(
        "DAFTAR CATATAN BPD",
        (f"Catatan atas {occasion.title}:",),
        (Role.KETUA_BPD,),
        _comments(occasion),
        letterhead=BPD,
    )


def matriks_sandingan(occasion: Occasion) -> Sheet:
    """Permendagri 111/2014 Pasal 8 ayat (2): what was asked for, and the answer, beside the version that carries it out."""
    return Sheet(
        "MATRIKS SANDINGAN",
        (
            f"Tindak lanjut catatan atas {occasion.title}.",
            f"Naskah perbaikan: {fingerprint(occasion.draft)}.",
        ),
        (Role.SEKDES, Role.KADES),
        _comments(occasion),
    )


def _held(meeting: Meeting | None) -> str:
    if meeting is None:
        return "Belum ada musyawarah yang tercatat."
    return f"{MEETINGS[meeting.kind]} pada {hari_tanggal(meeting.on)} di {meeting.place}, atas versi {meeting.version}."


def _attendance(occasion: Occasion, present: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    people = [occasion.village.people[person] for person in present if person in occasion.village.people]
    return tuple(
        (str(number), without_degrees(p.name), ", ".join(OFFICES[r] for r in p.roles_on(occasion.today)), "")
        for number, p in enumerate(people, start=1)
    )


def _comments(occasion: Occasion) -> Table:
    rows = tuple(
        (
            comment.address,
            comment.text,
            OFFICES[comment.by.role],
            f"{comment.answer.outcome}: {comment.answer.reason}" if comment.answer else "belum dijawab",
        )
        for comment in occasion.draft.comments.values()
    )
    return Table(("Tempat", "Catatan", "Dari", "Jawaban"), (3, 6, 3, 6), rows)
