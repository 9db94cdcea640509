"""The process rules: a clean record has no finding; each thing left out is found by its own rule and no other."""

from dataclasses import replace
from datetime import date

import pytest

from perdes_flow.legal.linting import RULES, Proceedings, Sitting, Term, lint
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of

SITTING = Sitting(
    "pembahasan bersama 20 Oktober 2026", date(2026, 10, 20), of_bpd=True, members=7, present=5, quorum=5, needed=3, votes=3,
    by_mufakat=False, agreed=True, minuted=True,
)  # fmt: skip
CLEAN = Proceedings(
    prakarsa="pemdes", submitted=date(2026, 10, 1), consulted=date(2026, 9, 20), sittings=(SITTING,), decided=date(2026, 10, 20),
    decision=True, minutes_annexed=True, stipulated=date(2026, 11, 2), signed_by="kades", promulgated_by="sekdes", discussed=True,
    text="a" * 64, agreed="a" * 64, signed="a" * 64,
)  # fmt: skip
TEXT = """\
KEPALA DESA CONTOH
KABUPATEN BLITAR
PERATURAN DESA CONTOH
NOMOR 3 TAHUN 2026
TENTANG
PELAYANAN
Menimbang: a. bahwa perlu;
Mengingat: 1. Peraturan Bupati Blitar Nomor 2 Tahun 2020 tentang Daftar Kewenangan Desa;
Pasal 1
Warga dilayani.
"""

# rule, what is otherwise in the record, a word of the sentence
DEFECTS = [
    ("PD-89", {"text": "b" * 64}, "tidak sama"),
    ("PD-89", {"text": "b" * 64, "signed": ""}, "disepakati"),
    ("PR-01", {"consulted": None}, "tanpa konsultasi publik"),
    ("PR-01", {"consulted": date(2026, 10, 5)}, "sesudah rancangan disampaikan"),
    ("PR-02", {"sittings": (replace(SITTING, present=4),)}, "hadir 4 dari 7"),
    ("PR-03", {"sittings": (replace(SITTING, votes=2),)}, "setuju 2 dari 5"),
    ("PR-04", {"sittings": (replace(SITTING, minuted=False),)}, "notulen"),
    ("PR-05", {"decision": False}, "Keputusan BPD"),
    ("PR-05", {"minutes_annexed": False}, "notulen"),
    ("PR-06", {"late": (Term("Pengundangan", date(2026, 11, 1), None),)}, "1 November 2026, belum"),
    ("PR-07", {"needs_evaluation": True}, "sebelum ada hasil evaluasi"),
    ("PR-07", {"needs_evaluation": True, "evaluated": date(2026, 11, 9)}, "sebelum ada hasil evaluasi"),
    ("PR-09", {"withdrawn": True, "consents": frozenset({"pemdes"})}, "tanpa persetujuan"),
    ("PR-10", {"promulgated_by": "kades"}, "orang yang sama"),
    ("PR-11", {"unregistered": ("tanggal kesepakatan",)}, "tanggal kesepakatan"),
]


def found(record: Proceedings | None, text: str = TEXT, jenis: str = "umum") -> list[tuple[str, str]]:
    findings = lint(
        parse(blocks_of(text)), state="berlaku", on=date(2026, 11, 24), jenis=jenis, proceedings=record
    )
    return [(f.rule, f.message) for f in findings if f.rule.startswith("PR") or f.rule == "PD-89"]


def test_a_draft_that_came_about_as_it_should_has_no_finding() -> None:
    assert found(CLEAN) == []
    assert found(replace(CLEAN, needs_evaluation=True, evaluated=date(2026, 10, 30))) == []
    assert found(replace(CLEAN, promulgated_by="kades", acting=True)) == []


def test_without_a_record_the_process_rules_are_silent() -> None:
    assert found(None) == []


@pytest.mark.parametrize(("rule", "otherwise", "word"), DEFECTS)
def test_what_was_left_out_is_found_by_its_rule_alone(
    rule: str, otherwise: dict[str, object], word: str
) -> None:
    findings = found(replace(CLEAN, **otherwise))  # type: ignore[arg-type]
    assert [one for one, _ in findings] == [rule]
    assert word in findings[0][1]


def test_mufakat_needs_no_votes_and_a_meeting_without_result_no_quorum() -> None:
    assert found(replace(CLEAN, sittings=(replace(SITTING, votes=0, by_mufakat=True),))) == []
    assert found(replace(CLEAN, sittings=(replace(SITTING, present=1, agreed=False), SITTING))) == []


def test_the_bpd_may_not_propose_the_budget() -> None:
    assert [rule for rule, _ in found(replace(CLEAN, prakarsa="bpd"), jenis="apb_desa")] == ["PR-08"]


def test_the_basis_of_the_village_s_authority_is_asked_for() -> None:
    text = TEXT.replace("tentang Daftar Kewenangan Desa", "tentang Kebersihan")
    assert [rule for rule, _ in found(CLEAN, text)] == ["PR-12"]


def test_every_rule_of_the_list_is_there() -> None:
    rules = {f"PD-{i:02}" for i in range(1, 91)} | {f"PR-{i:02}" for i in range(1, 13)}
    assert {rule.id for rule in RULES} == rules
    assert len(RULES) == len(rules)
