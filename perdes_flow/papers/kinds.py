"""The papers that we can make: what each is called, what it is made from, and what must be on record before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from perdes_flow.domain.values import Role
from perdes_flow.domain.words import OFFICES
from perdes_flow.papers import act_fields as acts
from perdes_flow.papers import hearing_fields as hearing
from perdes_flow.papers.checkpoint_fields import checkpoint_fields
from perdes_flow.papers.common_fields import common_fields
from perdes_flow.papers.meeting_fields import (
    call_fields,
    head_fields,
    meeting_fields,
    next_call,
    signers_of,
)
from perdes_flow.papers.occasion import Occasion, holder
from perdes_flow.word.filling import Fields

Maker = Callable[[Occasion], Mapping[str, Any]]
Lack = Callable[[Occasion], str]

_BPD, _CLERK = Role.KETUA_BPD, Role.SEKRETARIS_BPD
_KADES, _SEKDES = Role.KADES, Role.SEKDES


@dataclass(frozen=True, slots=True)
class PaperKind:
    """`needs` say what is lacking, or nothing; `signers` must be in office; `counted`: the paper bears a number."""

    kind: str
    label: str
    makers: tuple[Maker, ...]
    needs: tuple[Lack, ...] = ()
    signers: tuple[Role, ...] = ()
    counted: bool = True
    checkpoint: bool = False

    def fields(self, occasion: Occasion) -> Fields:
        """Everything that a template of this kind may name. Call it only when nothing is lacking."""
        fields = common_fields(occasion)
        for make in self.makers:
            for name, value in make(occasion).items():
                fields[name] = {**fields[name], **value} if isinstance(fields.get(name), dict) else value
        return fields

    def lacking(self, occasion: Occasion) -> tuple[str, ...]:
        """One sentence for each thing that must come first."""
        said = [need(occasion) for need in self.needs]
        said += [_nobody_in(occasion, role) for role in self._signing(occasion)]
        if self.counted and not occasion.nomor.strip():
            said.append("Nomor surat belum diisi; tambahkan --nomor.")
        return tuple(dict.fromkeys(sentence for sentence in said if sentence))

    def _signing(self, occasion: Occasion) -> tuple[Role, ...]:
        if self.kind == "undangan" and (call := next_call(occasion.draft)):
            return signers_of(call.kind)
        if self.kind in _OF_MEETINGS and (meeting := occasion.meeting()):
            return signers_of(meeting.kind)
        return self.signers


_OF_MEETINGS = ("daftar_hadir", "notulen")


def _version(occasion: Occasion) -> str:
    return "" if occasion.draft.latest else "Belum ada naskah; serahkan dengan `perdes submit`."


def _call(occasion: Occasion) -> str:
    call = next_call(occasion.draft)
    if call is None or call.meeting in occasion.draft.meetings:
        return "Belum ada undangan untuk musyawarah berikutnya; catat dengan `perdes meeting invite`."
    return ""


def _meeting(occasion: Occasion) -> str:
    return (
        "" if occasion.meeting() else "Belum ada musyawarah yang tercatat; buka dengan `perdes meeting open`."
    )


def _attendance(occasion: Occasion) -> str:
    meeting = occasion.meeting()
    if meeting is None or all(session.attended for session in meeting.sessions):
        return ""
    return "Kehadiran belum dicatat; catat dengan `perdes meeting attend`."


def _minutes(occasion: Occasion) -> str:
    meeting = occasion.meeting()
    if meeting is None or all(session.minutes for session in meeting.sessions):
        return ""
    return "Jalannya musyawarah belum dicatat; catat dengan `perdes meeting minutes`."


def _decided(occasion: Occasion) -> str:
    meeting = occasion.meeting("bersama")
    if meeting is None:
        return "Belum ada pembahasan bersama yang tercatat; buka dengan `perdes meeting open`."
    if meeting.void or not (meeting.mufakat or meeting.votes):
        return "Belum ada mufakat atau suara yang berlaku; catat dengan `perdes meeting mufakat` atau `perdes meeting vote`."
    return "" if meeting.closed else "Pembahasan bersama belum ditutup; tutup dengan `perdes meeting close`."


def _problems(occasion: Occasion) -> str:
    meeting = occasion.meeting("bersama")
    if meeting is not None and meeting.problems:
        return ""
    return "Belum ada permasalahan yang tercatat; catat dengan `perdes meeting problem`."


def _consulted(occasion: Occasion) -> str:
    held = [m for m in occasion.draft.meetings.values() if m.kind == "konsultasi"]
    if any(meeting.residents for meeting in held):
        return ""
    return "Belum ada konsultasi dengan warga yang tercatat hadir; catat dengan `perdes meeting open` dan `perdes meeting attend`."


def _answered(occasion: Occasion) -> str:
    waiting = occasion.draft.unanswered_inputs
    return (
        f"{len(waiting)} masukan warga belum dijawab; jawab dengan `perdes consult answer`."
        if waiting
        else ""
    )


def _covering(occasion: Occasion) -> str:
    if any(document.kind == "surat_pengantar" for document in occasion.draft.documents):
        return ""
    return "Surat pengantar Kepala Desa belum ada pada rancangan ini."


def _agreed(occasion: Occasion) -> str:
    return "" if occasion.draft.agreement else "Kesepakatan bersama belum tercatat; lakukan langkah sepakati."


def _to_report(occasion: Occasion) -> str:
    draft = occasion.draft
    if draft.state == "buntu" or draft.agreement or draft.pengundangan:
        return ""
    return "Belum ada yang disampaikan kepada Bupati: rancangan belum disepakati, belum buntu, dan belum diundangkan."


def _to_promulgate(occasion: Occasion) -> str:
    draft = occasion.draft
    if draft.penetapan or draft.state == "penetapan":
        return ""
    return "Rancangan belum sampai pada penetapan, sehingga belum dapat diundangkan."


def _proposed(occasion: Occasion) -> str:
    draft = occasion.draft
    if draft.prakarsa != "bpd":
        return "Rancangan ini bukan prakarsa BPD."
    if not draft.versions or not draft.versions[0].note.strip():
        return "Pokok pikiran belum tercatat; isi keterangan saat menyerahkan versi pertama (`perdes submit --ket`)."
    return ""


def _joint(occasion: Occasion) -> Mapping[str, Any]:
    meeting = occasion.meeting("bersama")
    assert meeting is not None  # asked before (_decided, _problems)
    return {"musyawarah": meeting_fields(occasion, meeting)}


def _last(occasion: Occasion) -> Mapping[str, Any]:
    meeting = occasion.meeting()
    assert meeting is not None  # asked before (_meeting)
    return {"musyawarah": meeting_fields(occasion, meeting), **head_fields(occasion, meeting.kind)}


def _called(occasion: Occasion) -> Mapping[str, Any]:
    call = next_call(occasion.draft)
    assert call is not None  # asked before (_call)
    return {"undangan": call_fields(occasion.village, call), **head_fields(occasion, call.kind)}


def _nobody_in(occasion: Occasion, role: Role) -> str:
    if holder(occasion.village, role, occasion.today) is not None:
        return ""
    return f"Belum ada pemegang jabatan {OFFICES[role]} pada hari ini; daftarkan dengan `perdes person add`."


_LIST = (
    PaperKind("undangan", "Undangan musyawarah", (_called,), (_version, _call)),
    PaperKind("daftar_hadir", "Daftar hadir musyawarah", (_last,), (_meeting, _attendance), counted=False),
    PaperKind("notulen", "Notulen musyawarah", (_last,), (_meeting, _attendance, _minutes), counted=False),
    PaperKind("catatan_bpd", "Daftar catatan BPD", (hearing.comment_fields,), (_version,), (_BPD,), counted=False),
    PaperKind("matriks_sandingan", "Matriks sandingan", (hearing.comment_fields,), (_version,), (_SEKDES, _KADES), counted=False),
    PaperKind("catatan_permasalahan", "Catatan permasalahan", (_joint,), (_problems,), (_KADES, _BPD), counted=False),
    PaperKind("berita_acara_konsultasi", "Berita acara konsultasi publik", (hearing.consultation_fields,), (_consulted, _answered), (_SEKDES, _KADES)),
    PaperKind("matriks_masukan", "Matriks masukan masyarakat", (hearing.consultation_fields,), (_answered,), (_SEKDES,), counted=False),
    PaperKind("surat_pengantar", "Surat pengantar", (hearing.consultation_fields,), (_version, _consulted), (_KADES,)),
    PaperKind("tanda_terima", "Tanda terima", (acts.covering_fields,), (_version, _covering), (_CLERK,)),
    PaperKind("berita_acara_kesepakatan", "Berita acara kesepakatan bersama", (_joint, checkpoint_fields), (_decided,), (_BPD, _KADES), checkpoint=True),
    PaperKind("keputusan_bpd", "Keputusan BPD", (_joint,), (_decided,), (_BPD,)),
    PaperKind("surat_penyampaian", "Surat penyampaian", (acts.agreement_fields,), (_agreed,), (_BPD,)),
    PaperKind("lembaran_desa", "Halaman Lembaran Desa", (acts.gazette_fields, checkpoint_fields), (_version, _to_promulgate), (_SEKDES,), checkpoint=True),
    PaperKind("surat_ke_bupati", "Surat kepada Bupati melalui Camat", (acts.bupati_fields,), (_version, _to_report), (_KADES,)),
    PaperKind("usulan_anggota_bpd", "Usulan anggota BPD", (acts.proposal_fields,), (_version, _proposed), (_BPD,), counted=False),
)  # fmt: skip
PAPERS: Mapping[str, PaperKind] = MappingProxyType({kind.kind: kind for kind in _LIST})
