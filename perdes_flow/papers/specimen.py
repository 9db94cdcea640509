"""A made-up dossier in which every field of every paper is filled: what a template is tried on before it is used."""

from datetime import UTC, date, datetime

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.draft import replay
from perdes_flow.domain.events.meetings import Guest
from perdes_flow.domain.values import Role, WorkflowPin
from perdes_flow.domain.village import replay_village
from perdes_flow.papers.occasion import Occasion, Receipt

_DAY = date(2026, 3, 13)
_AT = datetime(2026, 3, 13, 12, tzinfo=UTC)
_HASH = "ab" * 32
_CLERK = Actor("o002", Role.SEKDES)
_OFFICES = (Role.KADES, Role.SEKDES, Role.KETUA_BPD, Role.SEKRETARIS_BPD, Role.ANGGOTA_BPD)


def specimen(kind: str) -> Occasion:
    """The occasion on which a paper of that kind is tried."""
    village = replay_village(Act(_AT, _CLERK, None, fact) for fact in _village())
    facts = [*_begun(), *_consulted()]
    if kind != "undangan":
        facts += [*_deliberated(), *_enacted()]
    draft = replay(Act(_AT, _CLERK, "contoh", fact) for fact in facts)
    assert draft is not None  # it was started
    return Occasion(village, draft, _DAY, Receipt(7, _HASH, 7, _HASH), "1/BPD/2026")


def _village() -> list[e.Fact]:
    facts: list[e.Fact] = [
        e.VillageRegistered(village="contoh", desa="Contoh", kecamatan="Contoh", kabupaten="Kabupaten Contoh")
    ]
    for number, role in enumerate(_OFFICES, start=1):
        person = f"o{number:03d}"
        facts += [
            e.PersonAdded(person=person, nickname=role.value, name=f"Nama {number}"),
            e.OfficeAssigned(person=person, office=role, since=date(2020, 1, 1), decree="188/1/2020"),
            e.PersonDescribed(person=person, sex="P"),
        ]
    return facts


def _begun() -> list[e.Fact]:
    return [
        e.DraftStarted(
            title="Contoh",
            jenis="umum",
            asal="bpd",
            prakarsa="bpd",
            workflow=WorkflowPin(id="perdes", version="1", sha256=_HASH),
            state="penyusunan",
            on=_DAY,
        ),
        e.VersionSubmitted(
            version=1,
            docx_sha256=_HASH,
            text_sha256=_HASH,
            size_bytes=1,
            file_name="naskah.docx",
            open_revisions=0,
            open_comments=0,
            pasal=3,
            note="Pokok pikiran.",
        ),
        *_called(1),
    ]


def _called(meeting: int) -> list[e.Fact]:
    call = e.MeetingCalled(
        meeting=meeting,
        kind="bersama" if meeting > 1 else "internal",
        on=_DAY,
        starts="19.30",
        place="Balai Desa",
        agenda=("Pembahasan",),
        invited=("o003",),
        guests=(Guest(name="Tamu", unsur="unsur masyarakat", sex="L"),),
    )
    return [call]


def _opened(number: int, kind: str) -> list[e.Fact]:
    given = {"meeting": number, "kind": kind, "on": _DAY, "place": "Balai Desa", "version": 1}
    return [
        e.MeetingOpened.model_validate({**given, "docx_sha256": _HASH, "text_sha256": _HASH}),
        e.AttendanceRecorded(meeting=number, present=tuple(f"o{n:03d}" for n in range(1, 6)), residents=40),
        e.GuestsAttended(meeting=number, guests=(Guest(name="Tamu", unsur="unsur masyarakat", sex="L"),)),
        e.MinutesRecorded(meeting=number, text="Jalannya musyawarah."),
        e.OpinionRecorded(meeting=number, person="o003", address="Pasal 2", text="Setuju."),
    ]


def _consulted() -> list[e.Fact]:
    return [
        *_opened(2, "konsultasi"),
        e.InputReceived(
            input=1, meeting=2, name="Warga", unsur="RT 01", way="lisan", address="Pasal 2", text="Usul."
        ),
        e.InputAnswered(input=1, outcome="diterima", reason="Dimuat."),
        e.PhotoFiled(meeting=2, file_sha256=_HASH, suffix=".jpg", size_bytes=1, caption="Musyawarah"),
        e.MeetingClosed(meeting=2, outcome="tanpa_putusan"),
        e.DocumentFiled(
            kind="surat_pengantar", file_sha256=_HASH, suffix=".docx", nomor="1/2026", dated=_DAY
        ),
        *_called(3),
    ]


def _deliberated() -> list[e.Fact]:
    vote = {"meeting": 3, "member": "o003", "choice": "setuju", "version": 1, "text_sha256": _HASH}
    return [
        *_opened(3, "bersama"),
        e.SessionOpened(meeting=3, session=2, on=_DAY, starts="20.00", place="Balai Desa"),
        e.AttendanceRecorded(meeting=3, present=("o003", "o004", "o005"), residents=0),
        e.MinutesRecorded(meeting=3, text="Sidang kedua."),
        e.OpinionRecorded(meeting=3, guest="Tamu", text="Setuju."),
        e.CommentOpened(comment=1, version=1, address="Pasal 2", quote="kata", text="Catatan."),
        e.CommentAnswered(comment=1, outcome="sebagian", reason="Alasan."),
        e.ProblemRecorded(meeting=3, address="Pasal 3", bpd="Tetap.", kades="Diubah."),
        e.PasalVoteCast.model_validate({**vote, "address": "Pasal 2"}),
        e.VoteCast.model_validate(vote),
        e.MeetingClosed(meeting=3, outcome="disetujui"),
    ]


def _enacted() -> list[e.Fact]:
    text = {"version": 1, "docx_sha256": _HASH, "text_sha256": _HASH}
    return [
        e.AgreementReached.model_validate(
            {
                **text,
                "meeting": 3,
                "nomor": "1/2026",
                "on": _DAY,
                "members": 3,
                "present": 3,
                "yes": 2,
                "by_mufakat": False,
            }
        ),
        e.EvaluationDecided(outcome="koreksi", nomor="188/2/2026", on=_DAY),
        e.ConsentGiven(party="pemdes", to="tarik_bersama", on=_DAY),
        e.ConsentGiven(party="bpd", to="tarik_bersama", on=_DAY),
        e.PenetapanRecorded.model_validate({**text, "nomor": 1, "tahun": 2026, "on": _DAY}),
    ]
