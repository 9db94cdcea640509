"""A procedure, and a village of puppets in which a draft can be brought to any stage."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from perdes_flow.workflow.calendar import WEEKENDS_ONLY
from perdes_flow.workflow.cases_form import Line, Story
from perdes_flow.workflow.cases_stage import Stage
from perdes_flow.workflow.definition import Procedure, load

ROOT = Path(__file__).parents[2]
WORKFLOWS = ROOT / "workflows"

Play = Callable[..., Stage]

TO_JOINT_MEETING: tuple[dict[str, Any], ...] = (
    {"version": {"text": "satu"}},
    {"take": {"step": "konsultasikan", "by": "penyusun", "state": "konsultasi_publik"}},
    {"meeting": {"kind": "konsultasi", "residents": 40}},
    {"file": ["berita_acara_konsultasi", "matriks_masukan", "penjelasan", "surat_pengantar"]},
    {"take": {"step": "ajukan", "by": "kades", "state": "disampaikan"}},
    {"file": ["undangan", "tanda_terima"]},
    {"take": {"step": "jadwalkan", "by": "ketua_bpd", "state": "pembahasan_internal"}},
    {"meeting": {"kind": "internal", "present": 9}},
    {"file": ["undangan", "catatan_bpd"]},
    {"take": {"step": "bahas_bersama", "by": "ketua_bpd", "state": "pembahasan_bersama"}},
)
TO_AGREEMENT = (
    *TO_JOINT_MEETING,
    {"meeting": {"kind": "bersama", "present": 9, "mufakat": True}},
    {"file": ["berita_acara_kesepakatan", "keputusan_bpd"]},
    {"take": {"step": "sepakati", "by": "ketua_bpd", "state": "disepakati"}},
)
TO_PENETAPAN = (
    *TO_AGREEMENT,
    {"file": ["surat_penyampaian"]},
    {"take": {"step": "serahkan_kades", "by": "ketua_bpd", "state": "penetapan"}},
)
WAYS = {
    "penyusunan": (),
    "pembahasan_bersama": TO_JOINT_MEETING,
    "disepakati": TO_AGREEMENT,
    "penetapan": TO_PENETAPAN,
}


@pytest.fixture(scope="session")
def workflows() -> Path:
    return WORKFLOWS


@pytest.fixture(scope="session")
def perdes() -> Procedure:
    return load(WORKFLOWS / "perdes.yaml")


@pytest.fixture
def play(perdes: Procedure) -> Play:
    """play("pembahasan_bersama", {"comment": {}}, …, members=9): the stage after the way there and those lines."""

    def played(way: str, *lines: dict[str, Any], procedure: Procedure = perdes, **story: Any) -> Stage:
        told = Story.model_validate(
            {"name": "Kisah", "start": date(2026, 1, 5), "lines": (), "ends": "x", **story}
        )
        stage = Stage(told, procedure, WEEKENDS_ONLY)
        for line in (*WAYS[way], *lines):
            stage.play(Line.model_validate(line))
        return stage

    return played
