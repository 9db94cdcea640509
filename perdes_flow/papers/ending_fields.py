"""The fields of what ends a deliberation otherwise than by agreement: withdrawal, and the correction after an evaluation."""

from typing import Any

from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.values import Role
from perdes_flow.domain.words import PARTIES, all_of
from perdes_flow.papers.common_fields import official_fields, village_fields
from perdes_flow.papers.occasion import Occasion


def withdrawing(occasion: Occasion) -> tuple[Role, ...]:
    """Who signs a withdrawal: the proposer, or both parties once the draft was deliberated on."""
    if occasion.was_deliberated:
        return (Role.KADES, Role.KETUA_BPD)
    return (Role.KETUA_BPD,) if occasion.draft.prakarsa == "bpd" else (Role.KADES,)


def withdrawal_fields(occasion: Occasion) -> dict[str, Any]:
    signers = withdrawing(occasion)
    signing = [official_fields(occasion.village, role, occasion.today) for role in signers]
    who = all_of([signer["jabatan_biasa"] for signer in signing])
    joint = len(signers) > 1
    return {
        "kop": "bpd" if signers[0] == Role.KETUA_BPD else "desa",
        "penanda": signing[0],
        "pihak_kedua": signing[-1],
        "penarikan": {
            "isi": f"{who} dengan ini menarik kembali {occasion.name}, yang dimulai pada tanggal {tanggal(occasion.draft.started)}.",
            "dasar": _why_it_may_be(occasion),
            "bersama": joint,
        },
    }


def correction_fields(occasion: Occasion) -> dict[str, Any]:
    decided = occasion.draft.evaluation
    assert decided is not None  # asked before (needs.corrected)
    head = village_fields(occasion.village)["kepala_daerah"]
    return {
        "evaluasi": {"keputusan": f"Keputusan {head} Nomor {decided.nomor} tanggal {tanggal(decided.on)}"}
    }


def _why_it_may_be(occasion: Occasion) -> str:
    if not occasion.is_perdes:
        return "Rancangan Peraturan Kepala Desa disusun, dan ditarik kembali, oleh Kepala Desa (Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 Pasal 27)."
    basis = "(Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 Pasal 9)"
    if not occasion.was_deliberated:
        return f"Rancangan tersebut belum dibahas bersama, sehingga dapat ditarik kembali oleh pengusulnya {basis}."
    given = {consent.party: consent.on for consent in occasion.withdrawal_consents}
    said = all_of([f"{PARTIES[party]} pada tanggal {tanggal(on)}" for party, on in given.items()])
    return f"Rancangan tersebut telah dibahas, sehingga ditarik kembali dengan persetujuan bersama {basis}. Persetujuan diberikan oleh {said}."
