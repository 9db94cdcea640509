"""A draft about levies, which the Bupati must evaluate: brought to the joint agreement without any page.

From there on the pages are played (test_evaluation_and_deadlock.py) and walked (test_routes.py).
"""

from datetime import date

from web.conftest import VILLAGE
from web.village import PMI, at

from perdes_flow.domain.values import MeetingKind
from perdes_flow.use_cases import consulting, deliberating, drafting, enacting, issuing
from perdes_flow.use_cases.legal_acts import Particulars
from perdes_flow.web.workspace import desk

LEVY = "pungutan-desa"
BPD = ("ketua-bpd", "sekretaris-bpd", *(f"anggota-{n}" for n in range(1, 8)))


def agree_on_levy() -> None:
    """In the village of the demo, in May 2026, until BPD and Kepala Desa agree."""
    at("2026-05-04T02:00:00+00:00")
    drafting.start_draft(
        desk(VILLAGE),
        LEVY,
        title="Pungutan Desa",
        workflow="perdes",
        jenis="pungutan",
        asal="pemdes",
        prakarsa="pemdes",
        by="penyusun",
    )
    hand_in("v1-usulan-kopi.docx")
    take("konsultasikan", "penyusun")
    sit("konsultasi", "sekdes", date(2026, 5, 4), residents=40)
    consulting.receive_input(
        desk(VILLAGE), LEVY, text="Tarifnya jangan naik.", name="", unsur="pedagang", address="", by="sekdes"
    )
    consulting.answer_input(desk(VILLAGE), LEVY, 1, outcome="diterima", reason="Tetap.", by="sekdes")
    paper("berita_acara_konsultasi", "sekdes", "140/7/2026")
    paper("surat_pengantar", "kades", "140/12/2026")
    take("ajukan", "kades")
    at("2026-05-08T13:00:00+00:00")
    take("jadwalkan", "ketua-bpd")
    sit("internal", "ketua-bpd", date(2026, 5, 8))
    take("bahas_bersama", "ketua-bpd")
    sit("bersama", "ketua-bpd", date(2026, 5, 8), agreed=True)
    for kind in ("berita_acara_kesepakatan", "keputusan_bpd"):
        paper(kind, "ketua-bpd", "3/BPD/2026")
    take("sepakati", "ketua-bpd", nomor="3/BPD/2026")


def hand_in(name: str) -> None:
    drafting.submit_version(desk(VILLAGE), LEVY, (PMI / name).read_bytes(), file_name=name, by="penyusun")


def sit(kind: MeetingKind, by: str, on: date, *, residents: int = 0, agreed: bool = False) -> None:
    """A meeting from its opening to its close, with its papers."""
    deliberating.open_meeting(desk(VILLAGE), LEVY, kind=kind, on=on, place="Balai Desa", by=by)
    deliberating.record_attendance(
        desk(VILLAGE), LEVY, present=("sekdes",) if residents else BPD, residents=residents, by=by
    )
    deliberating.record_minutes(desk(VILLAGE), LEVY, text="Dibahas Pasal demi Pasal.", by=by)
    if agreed:
        deliberating.record_mufakat(desk(VILLAGE), LEVY, by=by)
    deliberating.close_meeting(desk(VILLAGE), LEVY, by=by)
    paper("daftar_hadir", by)
    paper("notulen", by)


def paper(kind: str, by: str, nomor: str = "") -> None:
    issuing.issue_paper(desk(VILLAGE), LEVY, kind, nomor=nomor, by=by)


def take(step: str, by: str, nomor: str = "") -> None:
    enacting.take_step(desk(VILLAGE), LEVY, step, by=by, particulars=Particulars(nomor=nomor))
