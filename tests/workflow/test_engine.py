"""Which steps are open, to whom, and every reason why one is not."""

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from threading import Thread
from typing import get_args

import pytest

from perdes_flow.domain.acts import THE_SYSTEM, Actor
from perdes_flow.domain.values import Jenis, Prakarsa, Role
from perdes_flow.errors import NotOpenNow, StepRefused, StepUnknown
from perdes_flow.workflow import engine
from perdes_flow.workflow.definition import Procedure, load
from perdes_flow.workflow.engine_machine import Seat, machine_of
from perdes_flow.workflow.guards import GUARDS, Missing


def codes(missing: tuple[Missing, ...], severity: str = "block") -> list[str]:
    return [item.code for item in missing if item.severity == severity]


def test_a_refusal_names_every_unmet_condition_with_its_law(play) -> None:
    """Five of nine members, two votes for it, two open comments, no papers: all of it, at once."""
    stage = play(
        "pembahasan_bersama",
        {"comment": {}},
        {"comment": {}},
        {"meeting": {"kind": "bersama", "present": 5, "yes": 2, "no": 3, "minutes": False, "closed": False}},
    )
    missing = engine.missing(stage.situation(Role.SEKDES), "sepakati")
    assert {item.code: (item.sentence, item.law) for item in missing} == {
        "bukan_wewenang": (
            "Langkah “Sepakati bersama” diambil oleh Ketua BPD.",
            "UU 6/2014 Pasal 69 ayat (3); Permendagri 110/2016 Pasal 37 ayat (3)",
        ),
        "dokumen_notulen": (
            "Dokumen belum ada: notulen musyawarah. Dibuat oleh Ketua BPD, Sekretaris BPD, Kepala Desa, atau Sekretaris Desa.",
            "Permendagri 110/2016 Pasal 37 ayat (3) huruf f; Permendagri 110/2016 Pasal 44 ayat (5)",
        ),
        "dokumen_berita_acara_kesepakatan": (
            "Dokumen belum ada: berita acara kesepakatan bersama. Dibuat oleh Ketua BPD, Sekretaris BPD, atau Kepala Desa.",
            "UU 6/2014 Pasal 69 ayat (3)",
        ),
        "dokumen_keputusan_bpd": (
            "Dokumen belum ada: Keputusan BPD. Dibuat oleh Ketua BPD atau Sekretaris BPD.",
            "Permendagri 110/2016 Pasal 37 ayat (3) huruf f",
        ),
        "kuorum": (
            "Kuorum belum tercapai: hadir 5 dari 9 anggota, perlu 6.",
            "Permendagri 110/2016 Pasal 37 ayat (3) huruf b",
        ),
        "mufakat_atau_suara": (
            "Belum ada mufakat dan suara belum cukup: setuju 2 dari 5 anggota yang hadir, perlu 3.",
            "Permendagri 110/2016 Pasal 37 ayat (3) huruf c sampai dengan huruf e",
        ),
        "musyawarah_ditutup": (
            "Musyawarah belum ditutup. Lengkapi notulen, lalu tutup musyawarah.",
            "Permendagri 110/2016 Pasal 37 ayat (3) huruf f",
        ),
        "komentar_terbuka": (
            "2 catatan penting masih terbuka (no. 1 dan no. 2). Jawab dan selesaikan catatan itu.",
            "UU 6/2014 Pasal 69 ayat (3)",
        ),
    }
    assert engine.refuses(missing)


def test_a_step_of_another_stage_says_where_the_draft_is_and_what_is_open_there(play) -> None:
    missing = engine.missing(play("penyusunan").situation(Role.KETUA_BPD), "sepakati")
    assert missing[0].code == "bukan_tahapnya"
    assert missing[0].sentence == (
        "Rancangan berada pada tahap “Penyusunan”; langkah “Sepakati bersama” diambil pada tahap “Pembahasan Bersama”. "
        "Langkah yang ada pada tahap ini: Buka konsultasi publik (konsultasikan) atau Tarik kembali rancangan (tarik)."
    )


def test_a_step_that_does_not_exist_is_unknown(play) -> None:
    with pytest.raises(StepUnknown):
        engine.missing(play("penyusunan").situation(Role.KADES), "loncat")


def test_somebody_no_longer_in_office_cannot_take_the_step(play) -> None:
    situation = play("penyusunan").situation(Role.KADES)
    stranger = replace(situation, actor=Actor("o999", Role.KADES))
    missing = engine.missing(stranger, "konsultasikan")
    assert "bukan_pejabat" in codes(missing)
    assert "5 Januari 2026" in next(item.sentence for item in missing if item.code == "bukan_pejabat")


def test_only_steps_for_this_kind_of_draft_are_shown(play) -> None:
    ordinary = play("disepakati")
    assert [view.transition.id for view in engine.open_steps(ordinary.situation(Role.KETUA_BPD))] == [
        "serahkan_kades"
    ]
    budget = play("disepakati", jenis="apb_desa")
    assert [view.transition.id for view in engine.open_steps(budget.situation(Role.KADES))] == [
        "kirim_evaluasi"
    ]


def test_an_open_step_is_open_and_one_that_waits_for_papers_is_not(play) -> None:
    stage = play("disepakati")
    (before,) = engine.open_steps(stage.situation(Role.KETUA_BPD))
    assert not before.open
    handed_in = replace(stage.situation(Role.KETUA_BPD), supplied=frozenset({"surat_penyampaian"}))
    (after,) = engine.open_steps(handed_in)
    assert after.open
    assert after.missing == ()


@pytest.mark.parametrize(("days", "proposed"), [(0, []), (15, []), (16, ["undangkan_tanpa_ttd"])])
def test_silence_is_proposed_from_the_day_after_the_last_day(play, days: int, proposed: list[str]) -> None:
    stage = play("penetapan", {"wait": days})
    views = engine.proposals(stage.situation(Role.SEKDES))
    assert [view.transition.id for view in views] == proposed


def test_nobody_confirms_a_silence_that_has_not_lasted(play) -> None:
    stage = play("penetapan", {"file": ["lembaran_desa"]}, {"wait": 15})
    for situation in (stage.situation(Role.SEKDES, "1"), stage.situation(Role.SISTEM, "1")):
        missing = engine.missing(situation, "undangkan_tanpa_ttd")
        assert codes(missing) == ["tenggat_lewat"]
        assert "20 Januari 2026" in missing[0].sentence
    stage = play("penetapan", {"file": ["lembaran_desa"]}, {"wait": 16})
    for situation in (stage.situation(Role.SEKDES, "1"), stage.situation(Role.SISTEM, "1")):
        assert engine.missing(situation, "undangkan_tanpa_ttd") == ()
    assert codes(engine.missing(stage.situation(Role.KADES, "1"), "undangkan_tanpa_ttd")) == [
        "bukan_wewenang"
    ]


def test_a_silence_of_uncertain_law_still_cannot_be_confirmed_early(play) -> None:
    """The thirty days of klarifikasi were not seen in a published copy; but without its term the step has no ground."""
    stage = play("penetapan", {"wait": 1})
    waiting = replace(stage.draft, state="klarifikasi", entered=stage.today)
    situation = replace(stage.situation(Role.SEKDES), draft=waiting)
    assert codes(engine.missing(situation, "nyatakan_berlaku")) == ["tenggat_lewat"]


def test_rules_that_were_not_seen_warn_and_never_refuse(perdes: Procedure, play) -> None:
    """Every requirement of every step whose basis is M or U, unmet as far as can be, is at most a warning."""
    uncertain = 0
    for kind, party in product(get_args(Jenis), get_args(Prakarsa)):
        situation = play("penyusunan", jenis=kind, prakarsa=party).situation(Role.PENYUSUN)
        for step in perdes.transitions:
            for state in step.source:
                there = replace(situation, draft=replace(situation.draft, state=state))
                severities = {item.code: item.severity for item in engine.missing(there, step.id)}
                for use in step.docs:
                    if perdes.strength(step, use) != "V" and f"dokumen_{use.doc}" in severities:
                        uncertain += 1
                        assert severities[f"dokumen_{use.doc}"] == "warning"
                for use in step.guards:
                    if (
                        perdes.strength(step, use) != "V"
                        and use.name in severities
                        and use.name != "tenggat_lewat"
                    ):
                        uncertain += 1
                        assert severities[use.name] == "warning"
    assert uncertain > 50


def test_a_warned_step_can_be_taken(play) -> None:
    situation = play("penyusunan").situation(Role.KADES)
    missing = engine.missing(situation, "tarik")
    assert codes(missing, "warning") == ["dokumen_surat_penarikan"]
    assert engine.advance(situation, "tarik") == "ditarik"


def test_advance_refuses_with_all_that_is_missing(play) -> None:
    with pytest.raises(StepRefused) as refused:
        engine.advance(play("penyusunan").situation(Role.ANGGOTA_BPD), "ajukan")
    assert refused.value.missing == engine.missing(play("penyusunan").situation(Role.ANGGOTA_BPD), "ajukan")
    assert len(refused.value.missing) > 5


@pytest.mark.parametrize("name", ["perdes", "perkades"])
def test_the_machine_moves_along_the_steps_of_the_file_and_nowhere_else(workflows: Path, name: str) -> None:
    procedure = load(workflows / f"{name}.yaml")
    for state, step in product(procedure.states, procedure.transitions):
        if state in step.source:
            assert engine.fire(procedure, state, step.id) == step.to
        else:
            with pytest.raises(NotOpenNow):
                engine.fire(procedure, state, step.id)
    with pytest.raises(StepUnknown):
        engine.fire(procedure, procedure.initial, "loncat")


def test_there_is_no_way_around_the_guards(perdes: Procedure) -> None:
    """The library would offer to_<stage>() from anywhere; the machine knows the steps of the file only."""
    machine = machine_of(perdes)
    assert set(machine.events) == {step.id for step in perdes.transitions}
    seat = Seat()
    machine.add_model(seat, initial="penyusunan")
    try:
        assert [name for name in dir(seat) if name.startswith("to_")] == []
    finally:
        machine.remove_model(seat)
    assert machine.models == []


def test_every_route_of_a_draft_to_berlaku_passes_agreement_and_pengundangan(perdes: Procedure) -> None:
    """All ways through the stages without circles, for each kind: none reaches Berlaku without the acts the law asks for."""
    evaluated = set(perdes.groups["wajib_evaluasi"])

    def routes(state: str, trail: tuple[str, ...], seen: frozenset[str], kind: str):
        if state == "berlaku":
            yield trail
        for step in perdes.steps_from(state):
            sorting = [
                use for use in step.guards if use.name == "jenis" and perdes.strength(step, use) == "V"
            ]
            fits = all(
                kind in perdes.kinds((use.args["in"],))
                if "in" in use.args
                else kind not in perdes.kinds((use.args["not_in"],))
                for use in sorting
            )
            if fits and step.to not in seen:
                yield from routes(step.to, (*trail, step.id), seen | {step.to}, kind)

    for kind in get_args(Jenis):
        found = list(routes("penyusunan", (), frozenset({"penyusunan"}), kind))
        assert found
        for route in found:
            assert "sepakati" in route
            assert ("kirim_evaluasi" in route) == (kind in evaluated)
            assert ("tetapkan" in route and "undangkan" in route) != ("undangkan_tanpa_ttd" in route)
            assert "sampaikan" in route


def test_two_villages_may_move_drafts_at_the_same_time(perdes: Procedure) -> None:
    results: list[str] = []

    def move() -> None:
        results.extend(engine.fire(perdes, "penetapan", "tetapkan") for _ in range(200))

    threads = [Thread(target=move) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == ["ditetapkan"] * 800


def test_the_system_has_no_step_but_those_of_silence(perdes: Procedure, play) -> None:
    situation = replace(play("penyusunan").situation(Role.KADES), actor=THE_SYSTEM, today=date(2030, 1, 1))
    for step in perdes.transitions:
        if Role.SISTEM not in step.by:
            assert "bukan_wewenang" in codes(engine.missing(situation, step.id))


def test_every_guard_of_the_closed_list_is_used_by_a_shipped_file(workflows: Path) -> None:
    used = {
        use.name
        for name in ("perdes", "perkades")
        for t in load(workflows / f"{name}.yaml").transitions
        for use in t.guards
    }
    assert used == set(GUARDS)
