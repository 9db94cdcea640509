"""Acts on one draft without any page, and a draft about levies, which the Bupati must evaluate.

The pages are played from there on (test_evaluation_and_deadlock.py) and walked (test_every_stage.py).
"""

from dataclasses import dataclass
from datetime import date

from web.conftest import VILLAGE
from web.village import PMI, at

from perdes_flow.domain.values import MeetingKind
from perdes_flow.use_cases import consulting, deliberating, drafting, enacting, issuing
from perdes_flow.use_cases.enacting import Paper
from perdes_flow.use_cases.legal_acts import Particulars
from perdes_flow.web.workspace import desk

LEVY = "pungutan-desa"
BPD = ("ketua-bpd", "sekretaris-bpd", *(f"anggota-{n}" for n in range(1, 8)))
PDF = b"%PDF-1.7 keputusan %%EOF"


@dataclass(frozen=True)
class Dossier:
    """What people do on one draft."""

    draft: str

    def hand_in(self, name: str) -> None:
        docx = (PMI / name).read_bytes()
        drafting.submit_version(desk(VILLAGE), self.draft, docx, file_name=name, by="penyusun")

    def open_meeting(self, kind: MeetingKind, by: str, on: date, residents: int = 0) -> None:
        """With everybody there, and minutes."""
        there = ("sekdes",) if residents else BPD
        deliberating.open_meeting(desk(VILLAGE), self.draft, kind=kind, on=on, place="Balai Desa", by=by)
        deliberating.record_attendance(desk(VILLAGE), self.draft, present=there, residents=residents, by=by)
        deliberating.record_minutes(desk(VILLAGE), self.draft, text="Dibahas Pasal demi Pasal.", by=by)

    def close_meeting(self, by: str) -> None:
        """With its papers."""
        deliberating.close_meeting(desk(VILLAGE), self.draft, by=by)
        self.paper("daftar_hadir", by)
        self.paper("notulen", by)

    def paper(self, kind: str, by: str, nomor: str = "") -> None:
        issuing.issue_paper(desk(VILLAGE), self.draft, kind, nomor=nomor, by=by)

    def take(self, step: str, by: str, nomor: str = "", paper: str = "") -> None:
        papers = {paper: Paper(PDF, ".pdf")} if paper else {}
        enacting.take_step(
            desk(VILLAGE), self.draft, step, by=by, particulars=Particulars(nomor=nomor), papers=papers
        )


def agree_on_levy() -> Dossier:
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
    levy = Dossier(LEVY)
    levy.hand_in("v1-usulan-kopi.docx")
    levy.take("konsultasikan", "penyusun")
    levy.open_meeting("konsultasi", "sekdes", date(2026, 5, 4), residents=40)
    levy.close_meeting("sekdes")
    consulting.receive_input(
        desk(VILLAGE), LEVY, text="Tarifnya jangan naik.", name="", unsur="pedagang", address="", by="sekdes"
    )
    consulting.answer_input(desk(VILLAGE), LEVY, 1, outcome="diterima", reason="Tetap.", by="sekdes")
    levy.paper("berita_acara_konsultasi", "sekdes", "140/7/2026")
    levy.paper("surat_pengantar", "kades", "140/12/2026")
    levy.take("ajukan", "kades")
    at("2026-05-08T13:00:00+00:00")
    levy.take("jadwalkan", "ketua-bpd")
    levy.open_meeting("internal", "ketua-bpd", date(2026, 5, 8))
    levy.close_meeting("ketua-bpd")
    levy.take("bahas_bersama", "ketua-bpd")
    levy.open_meeting("bersama", "ketua-bpd", date(2026, 5, 8))
    deliberating.record_mufakat(desk(VILLAGE), LEVY, by="ketua-bpd")
    levy.close_meeting("ketua-bpd")
    for kind in ("berita_acara_kesepakatan", "keputusan_bpd"):
        levy.paper(kind, "ketua-bpd", "3/BPD/2026")
    levy.take("sepakati", "ketua-bpd", nomor="3/BPD/2026")
    return levy
