"""The village at any stage of the procedure: those of the demo, and those that a smooth procedure never sees."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from web.conftest import (
    DRAFT,
    FOREIGN_VILLAGE,
    VILLAGE,
    Office,
    add_foreign_village,
)
from web.levy import LEVY, Dossier, agree_on_levy
from web.village import at

from perdes_flow.use_cases import sitting
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.workspace import desk

AtStage = Callable[..., Office]
DEMO = Dossier(DRAFT)


@dataclass(frozen=True)
class Standing:
    """The village, and the draft that stands at the stage."""

    office: Office
    draft: str


def evaluated() -> str:
    levy = agree_on_levy()
    at("2026-05-11T02:00:00+00:00")
    levy.paper("surat_ke_bupati", "kades", "140/21/2026")
    levy.take("kirim_evaluasi", "kades", "140/21/2026")
    return LEVY


def corrected() -> str:
    evaluated()
    Dossier(LEVY).take("evaluasi_koreksi", "sekdes", "188/45/2026", "keputusan_bupati")
    return LEVY


def cancelled() -> str:
    corrected()
    Dossier(LEVY).take("batalkan_evaluasi", "sekdes", "188/46/2026", "keputusan_bupati")
    return LEVY


def stuck() -> str:
    DEMO.open_meeting("bersama", "ketua-bpd", date(2026, 3, 13))
    sitting.record_problem(
        desk(VILLAGE), DRAFT, address="Pasal 6 ayat (2)", bpd="Dua hari.", kades="Tiga hari.", by="ketua-bpd"
    )
    DEMO.close_meeting("ketua-bpd")
    DEMO.paper("catatan_permasalahan", "ketua-bpd")
    DEMO.take("nyatakan_buntu", "ketua-bpd")
    return DRAFT


def ended() -> str:
    stuck()
    DEMO.paper("surat_ke_bupati", "kades", "140/31/2026")
    DEMO.take("laporkan_buntu", "kades", "140/31/2026")
    DEMO.take("hentikan", "ketua-bpd", "", "hasil_pembinaan")
    return DRAFT


def withdrawn() -> str:
    DEMO.take("tarik", "kades", "", "surat_penarikan")
    return DRAFT


# stage -> the demo's stage to begin with, when, and what is done from there
OTHERS: dict[str, tuple[str, str, Callable[[], str]]] = {
    "evaluasi": ("berlaku", "2026-05-04T02:00:00+00:00", evaluated),
    "penyempurnaan": ("berlaku", "2026-05-04T02:00:00+00:00", corrected),
    "dibatalkan": ("berlaku", "2026-05-04T02:00:00+00:00", cancelled),
    "buntu": ("pembahasan_bersama", "2026-03-13T12:00:00+00:00", stuck),
    "dihentikan": ("pembahasan_bersama", "2026-03-13T12:00:00+00:00", ended),
    "ditarik": ("disampaikan", "", withdrawn),
}
SMOOTH = (
    "penyusunan", "konsultasi_publik", "disampaikan", "pembahasan_internal", "pembahasan_bersama", "perbaikan",
    "disepakati", "penetapan", "ditetapkan", "diundangkan", "klarifikasi", "berlaku",
)  # fmt: skip
STAGES = (*SMOOTH, *OTHERS)


def village_at(stage: str, office: AtStage) -> Standing:
    """The demo's village with a draft at that stage, and a foreign village beside it."""
    if stage in OTHERS:
        begin, now, come_to = OTHERS[stage]
        here = office(begin, now)
        draft = come_to()
    else:
        here, draft = office(stage), DRAFT
    assert open_case(desk(VILLAGE), draft).draft.state == stage
    add_foreign_village()
    assert {VILLAGE, FOREIGN_VILLAGE} == set(here.heads())
    return Standing(here, draft)
