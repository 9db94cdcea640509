"""Workflow files are read as they are written; what the law says about stages, terms and steps stands in them."""

from datetime import date
from pathlib import Path

import pytest

from perdes_flow.domain.values import Role, sha256_of
from perdes_flow.domain.words import STAGES
from perdes_flow.workflow.calendar import WEEKENDS_ONLY
from perdes_flow.workflow.definition import Procedure, load
from perdes_flow.workflow.engine import due_of

MONDAY = date(2026, 1, 5)

# stage · kind of regulation · what must be done · last day after Monday 5 January 2026, counted by hand with only
# Saturdays and Sundays off · law
TERMS = [
    ("disampaikan", "umum", "Musyawarah internal BPD", date(2026, 1, 19), "Permendagri 110/2016 Pasal 44 ayat (3)"),
    ("pembahasan_internal", "umum", "Pembahasan bersama yang pertama", date(2026, 2, 4), "Permendagri 110/2016 Pasal 44 ayat (4)"),
    ("buntu", "umum", "Menyampaikan kebuntuan kepada Bupati melalui Camat", date(2026, 1, 12), "Permendagri 110/2016 Pasal 45"),
    ("disepakati", "umum", "Menyampaikan rancangan yang disepakati kepada Kepala Desa", date(2026, 1, 12), "PP 43/2014 Pasal 84 ayat (1)"),
    ("disepakati", "pungutan", "Mengirim rancangan kepada Bupati untuk dievaluasi", date(2026, 1, 8), "Permendagri 111/2014 Pasal 14 ayat (1)"),
    ("evaluasi", "apb_desa", "Hasil evaluasi Bupati", date(2026, 2, 2), "UU 6/2014 Pasal 69 ayat (5); UU 6/2014 Pasal 69 ayat (8)"),
    ("penyempurnaan", "apb_desa", "Penyempurnaan APB Desa bersama BPD", date(2026, 2, 2), "Permendagri 20/2018 Pasal 35 ayat (5)"),
    ("penyempurnaan", "tata_ruang", "Penyempurnaan sesuai hasil evaluasi", date(2026, 1, 25), "UU 6/2014 Pasal 69 ayat (7)"),
    ("penetapan", "umum", "Penandatanganan oleh Kepala Desa", date(2026, 1, 20), "PP 43/2014 Pasal 84 ayat (2)"),
    ("diundangkan", "umum", "Menyampaikan Peraturan Desa kepada Bupati melalui Camat", date(2026, 1, 12), "PP 43/2014 Pasal 84 ayat (4)"),
    ("klarifikasi", "umum", "Hasil klarifikasi Bupati", date(2026, 2, 4), "Permendagri 111/2014 Pasal 19 ayat (2)"),
]  # fmt: skip


@pytest.mark.parametrize(("state", "jenis", "what", "last", "law"), TERMS)
def test_every_term_of_the_law_ends_on_its_day(
    perdes: Procedure, state: str, jenis: str, what: str, last: date, law: str
) -> None:
    first = due_of(perdes, state, jenis, MONDAY, WEEKENDS_ONLY)[0]
    assert (first.what, first.date, first.law) == (what, last, law)
    assert first.who


def test_no_other_stage_has_a_term(perdes: Procedure) -> None:
    with_terms = {id for id, state in perdes.states.items() if state.deadlines}
    assert with_terms == {row[0] for row in TERMS}


def test_reporting_a_deadlock_meets_its_term_and_does_not_start_it_again(perdes: Procedure) -> None:
    assert due_of(perdes, "buntu", "umum", MONDAY, WEEKENDS_ONLY, via="laporkan_buntu") == ()
    assert due_of(perdes, "buntu", "umum", MONDAY, WEEKENDS_ONLY, via="nyatakan_buntu") != ()


def test_the_procedure_has_the_stages_and_offices_of_the_law(perdes: Procedure) -> None:
    assert [state.label for state in perdes.states.values()] == [
        "Penyusunan",
        "Konsultasi Publik",
        "Disampaikan ke BPD",
        "Pembahasan Internal BPD",
        "Pembahasan Bersama",
        "Perbaikan",
        "Buntu",
        "Disepakati",
        "Evaluasi",
        "Penyempurnaan",
        "Penetapan",
        "Ditetapkan, menunggu pengundangan",
        "Diundangkan",
        "Klarifikasi",
        "Berlaku",
        "Ditarik kembali",
        "Pembahasan dihentikan",
        "Dibatalkan",
    ]
    assert set(perdes.roles) == set(Role)
    assert [id for id, state in perdes.states.items() if state.final] == [
        "berlaku",
        "ditarik",
        "dihentikan",
        "dibatalkan",
    ]


def test_the_text_stands_still_from_agreement_on_except_for_the_correction(perdes: Procedure) -> None:
    editable = {id for id, state in perdes.states.items() if state.edit}
    assert editable == {"penyusunan", "konsultasi_publik", "perbaikan", "penyempurnaan"}


def test_silence_is_confirmed_by_a_person(perdes: Procedure) -> None:
    silent = {step.id: step.confirm for step in perdes.transitions if Role.SISTEM in step.by}
    assert silent == {
        "evaluasi_lewat_waktu": (Role.SEKDES,),
        "undangkan_tanpa_ttd": (Role.SEKDES,),
        "nyatakan_berlaku": (Role.SEKDES,),
    }


def test_a_procedure_is_pinned_by_the_bytes_of_its_file(tmp_path: Path, workflows: Path) -> None:
    content = (workflows / "perdes.yaml").read_bytes()
    path = tmp_path / "perdes.yaml"
    path.write_bytes(content)
    assert load(path).sha256 == load(path).pin.sha256 == sha256_of(content)
    path.write_bytes(content + b"# catatan\n")
    assert load(path).sha256 != sha256_of(content)


def test_a_step_that_asks_for_the_proof_of_an_act_is_that_act() -> None:
    example = load(Path(__file__).parent / "contoh_alur.yaml")
    assert {step.id: step.records for step in example.transitions if step.records} == {
        "sepakati": "kesepakatan",
        "tetapkan": "penetapan",
        "undangkan": "pengundangan",
        "undangkan_tanpa_ttd": "pengundangan",
    }
    assert [step.id for step in example.transitions if step.binds_text] == [
        "sepakati",
        "tetapkan",
        "undangkan",
        "undangkan_tanpa_ttd",
    ]


def test_a_step_of_silence_is_confirmed_by_the_secretary_if_nobody_is_named() -> None:
    example = load(Path(__file__).parent / "contoh_alur.yaml")
    assert {step.id: step.confirm for step in example.transitions if step.confirm} == {
        "evaluasi_lewat_waktu": (Role.SEKDES,)
    }


def test_a_law_may_be_written_as_its_text_alone_or_with_a_mark(perdes: Procedure) -> None:
    assert perdes.law["UU6_69_3"].mark == "V"
    assert perdes.law["P111_9"].mark == "M"
    assert perdes.cite(("P111_9", "UU6_69_3")) == "Permendagri 111/2014 Pasal 9; UU 6/2014 Pasal 69 ayat (3)"


@pytest.mark.parametrize(
    ("keys", "mark"),
    [
        (("UU6_69_3",), "V"),
        (("P111_9",), "M"),
        (("KEBIASAAN",), "U"),
        (("P111_9", "KEBIASAAN"), "M"),
        (("P111_9", "UU6_69_3"), "V"),
    ],
)
def test_one_law_that_was_seen_makes_a_rule_sure(perdes: Procedure, keys: tuple[str, ...], mark: str) -> None:
    assert perdes.mark(keys) == mark


@pytest.mark.parametrize("name", ["perdes.yaml", "perkades.yaml"])
def test_the_history_calls_a_stage_as_its_workflow_does(workflows: Path, name: str) -> None:
    procedure = load(workflows / name)
    assert {code: STAGES[code] for code in procedure.states} == {
        code: state.label for code, state in procedure.states.items()
    }
