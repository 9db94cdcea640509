"""The papers that we can make: what each is called, what it is made from, and what must be on record before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from perdes_flow.domain.values import Role
from perdes_flow.domain.words import OFFICES
from perdes_flow.papers import act_fields as acts
from perdes_flow.papers import ending_fields as ending
from perdes_flow.papers import hearing_fields as hearing
from perdes_flow.papers import needs as need
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
        said = [lack(occasion) for lack in self.needs]
        said += [_nobody_in(occasion, role) for role in self._signing(occasion)]
        if self.counted and not occasion.nomor.strip():
            said.append("Nomor surat belum diisi; tambahkan --nomor.")
        return tuple(dict.fromkeys(sentence for sentence in said if sentence))

    def _signing(self, occasion: Occasion) -> tuple[Role, ...]:
        if self.kind == "undangan" and (call := next_call(occasion.draft)):
            return signers_of(call.kind)
        if self.kind in _OF_MEETINGS and (meeting := occasion.meeting()):
            return signers_of(meeting.kind)
        if self.kind == "surat_penarikan":
            return ending.withdrawing(occasion)
        return self.signers


_OF_MEETINGS = ("daftar_hadir", "notulen")


def _joint(occasion: Occasion) -> Mapping[str, Any]:
    meeting = occasion.meeting("bersama")
    assert meeting is not None  # asked before (need.decided, need.problems)
    return {"musyawarah": meeting_fields(occasion, meeting)}


def _last(occasion: Occasion) -> Mapping[str, Any]:
    meeting = occasion.meeting()
    assert meeting is not None  # asked before (need.meeting)
    return {"musyawarah": meeting_fields(occasion, meeting), **head_fields(occasion, meeting.kind)}


def _called(occasion: Occasion) -> Mapping[str, Any]:
    call = next_call(occasion.draft)
    assert call is not None  # asked before (need.call)
    return {"undangan": call_fields(occasion.village, call), **head_fields(occasion, call.kind)}


def _nobody_in(occasion: Occasion, role: Role) -> str:
    if holder(occasion.village, role, occasion.today) is not None:
        return ""
    return f"Belum ada pemegang jabatan {OFFICES[role]} pada hari ini; daftarkan dengan `perdes person add`."


_LIST = (
    PaperKind("undangan", "Undangan musyawarah", (_called,), (need.version, need.call)),
    PaperKind("daftar_hadir", "Daftar hadir musyawarah", (_last,), (need.meeting, need.attendance), counted=False),
    PaperKind("notulen", "Notulen musyawarah", (_last,), (need.meeting, need.attendance, need.minutes), counted=False),
    PaperKind("catatan_bpd", "Daftar catatan BPD", (hearing.comment_fields,), (need.version,), (_BPD,), counted=False),
    PaperKind("matriks_sandingan", "Matriks sandingan", (hearing.comment_fields,), (need.version,), (_SEKDES, _KADES), counted=False),
    PaperKind("catatan_permasalahan", "Catatan permasalahan", (_joint,), (need.problems,), (_KADES, _BPD), counted=False),
    PaperKind("berita_acara_konsultasi", "Berita acara konsultasi publik", (hearing.consultation_fields,), (need.consulted, need.answered), (_SEKDES, _KADES)),
    PaperKind("matriks_masukan", "Matriks masukan masyarakat", (hearing.consultation_fields,), (need.answered,), (_SEKDES,), counted=False),
    PaperKind("surat_pengantar", "Surat pengantar", (hearing.consultation_fields,), (need.version, need.consulted), (_KADES,)),
    PaperKind("tanda_terima", "Tanda terima", (acts.covering_fields,), (need.version, need.covering), (_CLERK,)),
    PaperKind("berita_acara_kesepakatan", "Berita acara kesepakatan bersama", (_joint, checkpoint_fields), (need.decided,), (_BPD, _KADES), checkpoint=True),
    PaperKind("keputusan_bpd", "Keputusan BPD", (_joint,), (need.decided,), (_BPD,)),
    PaperKind("surat_penyampaian", "Surat penyampaian", (acts.agreement_fields,), (need.agreed,), (_BPD,)),
    PaperKind("lembaran_desa", "Halaman Lembaran Desa", (acts.gazette_fields, checkpoint_fields), (need.version, need.goes_into_lembaran, need.to_promulgate), (_SEKDES,), checkpoint=True),
    PaperKind("berita_desa", "Halaman Berita Desa", (acts.gazette_fields, checkpoint_fields), (need.version, need.goes_into_berita), (_SEKDES,), checkpoint=True),
    PaperKind("surat_ke_bupati", "Surat kepada Bupati melalui Camat", (acts.bupati_fields,), (need.version, need.to_report), (_KADES,)),
    PaperKind("persetujuan_bpd", "Persetujuan BPD atas penyempurnaan", (_joint, ending.correction_fields), (need.corrected, need.decided), (_BPD,)),
    PaperKind("surat_penarikan", "Surat penarikan kembali", (ending.withdrawal_fields,), (need.withdrawable,)),
    PaperKind("usulan_anggota_bpd", "Usulan anggota BPD", (acts.proposal_fields,), (need.version, need.proposed), (_BPD,), counted=False),
)  # fmt: skip
PAPERS: Mapping[str, PaperKind] = MappingProxyType({kind.kind: kind for kind in _LIST})
