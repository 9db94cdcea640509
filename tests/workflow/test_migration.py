"""A running draft keeps its rules; it may move to a newer version only where nothing it has passed is different."""

from pathlib import Path

import pytest

from perdes_flow.domain.values import Role
from perdes_flow.workflow.definition import Procedure, load
from perdes_flow.workflow.migration import plan


@pytest.fixture
def newer(tmp_path: Path, workflows: Path):
    """The perdes procedure as version 2026.2, with words replaced."""

    def written(*changes: tuple[str, str]) -> Procedure:
        text = (workflows / "perdes.yaml").read_text(encoding="utf-8").replace('"2026.1"', '"2026.2"')
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = tmp_path / "perdes.yaml"
        path.write_text(text, encoding="utf-8")
        return load(path)

    return written


def test_a_draft_moves_where_nothing_that_it_passed_is_different(perdes, newer, play) -> None:
    draft = play("pembahasan_bersama").draft
    later = newer(
        ("label: Undangkan dalam Lembaran Desa", "label: Undangkan"),
        (
            "docs: [lembaran_desa]\n    guards:\n      - {sudah",
            "docs: [lembaran_desa, salinan_resmi]\n    guards:\n      - {sudah",
        ),
    )
    assert plan(draft, perdes, later) == plan(draft, perdes, newer())
    assert plan(draft, perdes, later).safe
    assert plan(draft, perdes, later).reasons == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            [("      - surat_pengantar\n", "      - surat_pengantar\n      - salinan_resmi\n")],
            "Langkah “Sampaikan rancangan ke BPD” yang sudah diambil memerlukan dokumen tambahan dalam versi 2026.2: salinan_resmi.",
        ),
        (
            [("konsultasi_warga: {min: 1}, law: [UU6_69_9, P111_6_2]}", "konsultasi_warga: {min: 2}, law: [UU6_69_9, P111_6_2]}")],
            "Syarat langkah “Sampaikan rancangan ke BPD” yang sudah diambil berubah dalam versi 2026.2.",
        ),
        (
            [("by: [penyusun, sekdes, kades]", "by: [sekdes]")],
            "Pejabat untuk langkah “Buka konsultasi publik” yang sudah diambil berubah dalam versi 2026.2.",
        ),
        (
            [("- id: jadwalkan", "- id: mulai_internal"), ("until: [jadwalkan]", "until: [mulai_internal]")],
            "Langkah “Mulai musyawarah internal BPD” yang sudah diambil tidak ada dalam versi 2026.2.",
        ),
    ],
)  # fmt: skip
def test_a_draft_stays_where_a_step_that_it_passed_is_different(
    perdes, newer, play, changes, reason: str
) -> None:
    found = plan(play("pembahasan_bersama").draft, perdes, newer(*changes))
    assert not found.safe
    assert found.reasons == (reason,)


def test_a_paper_that_is_newly_asked_for_but_on_file_is_no_obstacle(perdes, newer, play) -> None:
    draft = play("penyusunan", {"version": {"text": "satu"}}, {"file": ["penjelasan"]},
                 {"take": {"step": "konsultasikan", "by": "sekdes", "state": "konsultasi_publik"}}).draft  # fmt: skip
    later = newer(("    docs: [rancangan_docx]\n", "    docs: [rancangan_docx, penjelasan]\n"))
    assert plan(draft, perdes, later).safe


def test_a_draft_stays_where_its_stage_is_gone(perdes, play) -> None:
    draft = play("pembahasan_bersama").draft
    procedure = perdes.model_copy(update={"version": "2026.2", "sha256": "0" * 64, "states": {
        ("sidang_bersama" if id == "pembahasan_bersama" else id): state for id, state in perdes.states.items()
    }})  # fmt: skip
    found = plan(draft, perdes, procedure)
    assert "Tahap “Pembahasan Bersama” tidak ada dalam versi 2026.2." in found.reasons


def test_a_draft_does_not_move_to_another_procedure_nor_to_its_own_version(
    perdes, workflows: Path, play
) -> None:
    draft = play("penyusunan").draft
    other = load(workflows / "perkades.yaml")
    assert plan(draft, perdes, other).reasons == ("Alur “perkades” bukan versi lain dari alur “perdes”.",)
    assert plan(draft, perdes, perdes).reasons == ("Rancangan sudah berjalan menurut versi 2026.1.",)
    assert plan(draft, other.model_copy(update={"id": "perdes"}), perdes).safe is False


def test_kinds_that_are_sorted_anew_keep_a_draft_that_was_sorted(perdes, newer, play) -> None:
    draft = play("penetapan").draft
    later = newer(
        (
            "  wajib_evaluasi: [apb_desa, pungutan, tata_ruang, organisasi_pemdes]",
            "  wajib_evaluasi: [umum, apb_desa, pungutan, tata_ruang, organisasi_pemdes]",
        )
    )
    assert not plan(draft, perdes, later).safe


def test_a_draft_just_started_moves_freely(perdes, newer, play) -> None:
    stage = play("penyusunan")
    assert stage.situation(Role.KADES).draft.path == ()
    assert plan(stage.draft, perdes, newer(("by: [penyusun, sekdes, kades]", "by: [sekdes]"))).safe
