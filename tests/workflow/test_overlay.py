"""A kabupaten may tighten the national procedure; whatever would loosen it is refused with code and line."""

from pathlib import Path

import pytest

from perdes_flow.domain.values import Role, sha256_of
from perdes_flow.workflow import engine
from perdes_flow.workflow.checks import check
from perdes_flow.workflow.definition import Procedure, load

HEAD = """schema: 1
id: 3505-blitar
extends: perdes@2026.1
title: Kabupaten Blitar
law: {PB: Peraturan Bupati Contoh 1/2026}
"""
TIGHTER = """delegations: {evaluator: {to: Camat, law: PB}}
documents: {rekomendasi_camat: {label: rekomendasi Camat, law: PB}}
states:
  diundangkan: {label: Sudah diundangkan, deadline: {days: 5, unit: kalender, until: [sampaikan], law: PB}}
transitions:
  - {id: ajukan, label: Kirim ke BPD, docs: [{doc: rekomendasi_camat, law: PB}]}
  - {id: sepakati, guards: [{komentar_terbuka: {max: 0, tingkat: semua}, law: PB}]}
"""

# code · body of the overlay · words on the line of the finding
LOOSENINGS = [
    ("overlay_melonggarkan", "states:\n  disepakati: {edit: [penyusun], label: X}", "edit:"),
    ("overlay_melonggarkan", "states:\n  diundangkan: {deadline: {days: 9, unit: kalender, until: [sampaikan], law: PB}}", "days: 9"),
    ("overlay_melonggarkan", "states:\n  diundangkan: {deadline: {days: 7, unit: kerja, until: [sampaikan], law: PB}}", "unit: kerja"),
    ("overlay_melonggarkan", "states:\n  evaluasi: {deadline: {days: 5, unit: kerja, fires: evaluasi_lewat_waktu, law: PB}}", "days: 5"),
    ("overlay_melonggarkan", "transitions:\n  - {id: sepakati, by: [kades]}", "by: [kades]"),
    ("overlay_melonggarkan", "transitions:\n  - {id: sepakati, to: berlaku}", "to: berlaku"),
    ("overlay_melonggarkan", "roles: [kades]", "roles: [kades]"),
    ("overlay_melonggarkan", "delegations: {kades: {to: Camat, law: PB}}", "delegations: {kades"),
    ("overlay_melonggarkan", "transitions:\n  - {id: sepakati, guards: [{kuorum: {min: 1/2, of: anggota_bpd, rapat: bersama}, law: PB}]}", "kuorum"),
    ("overlay_melonggarkan", "transitions:\n  - {id: sepakati, guards: [{komentar_terbuka: {max: 5, tingkat: penting}, law: PB}]}", "komentar_terbuka"),
    ("overlay_melonggarkan", "transitions:\n  - {id: sepakati, guards: [{musyawarah_ditutup: {rapat: bersama}, law: PB, mark: U}]}", "musyawarah_ditutup"),
    ("overlay_melonggarkan", "transitions:\n  - {id: sepakati, docs: [{doc: notulen, law: PB, mark: M}]}", "notulen"),
    ("dokumen_bawaan", "documents: {notulen: {label: notulen, by: [penyusun], law: PB}}", "documents:"),
    ("overlay_langkah_tidak_dikenal", "transitions:\n  - {id: jalan_pintas}", "jalan_pintas"),
    ("overlay_tahap_tidak_dikenal", "states:\n  ruang_baru: {label: Baru}", "ruang_baru"),
    ("overlay_tenggat_tidak_dikenal", "states:\n  diundangkan: {deadline: {days: 5, unit: kalender, law: PB}}", "days: 5"),
    ("tanpa_dasar_hukum", "states:\n  diundangkan: {deadline: {days: 5, unit: kalender, until: [sampaikan]}}", "days: 5"),
    ("tanpa_dasar_hukum", "transitions:\n  - {id: ajukan, docs: [catatan_bpd]}", "catatan_bpd"),
    ("id_ganda", "transitions:\n  - {id: ajukan, label: A}\n  - {id: ajukan, label: B}", "label: B"),
    ("dokumen_tidak_dikenal", "transitions:\n  - {id: ajukan, docs: [{doc: surat_sakti, law: PB}]}", "surat_sakti"),
    ("syarat_tidak_dikenal", "transitions:\n  - {id: ajukan, guards: [{kourum: {}, law: PB}]}", "kourum"),
    ("dasar_hukum_tidak_dikenal", "transitions:\n  - {id: ajukan, docs: [{doc: catatan_bpd, law: XX}]}", "law: XX"),
    ("dasar_hukum_tidak_dipakai", "", "law: {PB"),
    ("cabang_tidak_lengkap", "transitions:\n  - {id: serahkan_kades, guards: [{jenis: {in: [umum]}, law: PB}]}", "schema: 1"),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, workflows: Path) -> Path:
    (tmp_path / "perdes.yaml").write_bytes((workflows / "perdes.yaml").read_bytes())
    (tmp_path / "overlays").mkdir()
    return tmp_path


def overlay(folder: Path, body: str, head: str = HEAD) -> Path:
    path = folder / "overlays" / "3505-blitar.yaml"
    path.write_text(head + body, encoding="utf-8")
    return path


def test_a_kabupaten_may_ask_for_more(folder: Path, perdes: Procedure) -> None:
    path = overlay(folder, TIGHTER)
    assert check(path) == ()
    local = load(folder / "perdes.yaml", overlay=path)
    assert local.overlay == local.pin.overlay == "3505-blitar"
    assert local.sha256 == sha256_of((folder / "perdes.yaml").read_bytes() + b"\0" + path.read_bytes())
    assert local.sha256 != perdes.sha256
    assert [use.doc for use in local.transition("ajukan").docs][-1] == "rekomendasi_camat"
    assert local.states["diundangkan"].label == "Sudah diundangkan"
    assert local.states["diundangkan"].deadlines[0].days == 5
    assert local.transition("ajukan").title == "Kirim ke BPD"
    assert len(local.transition("sepakati").guards) == len(perdes.transition("sepakati").guards) + 1


def test_what_a_kabupaten_asks_for_is_really_asked(folder: Path, play) -> None:
    local = load(folder / "perdes.yaml", overlay=overlay(folder, TIGHTER))
    stage = play("penyusunan", {"version": {"text": "satu"}}, procedure=local)
    lacking = {m.code: m for m in engine.missing(stage.situation(Role.KADES), "ajukan")}
    assert lacking["dokumen_rekomendasi_camat"].law == "Peraturan Bupati Contoh 1/2026"
    assert lacking["dokumen_rekomendasi_camat"].severity == "block"
    refused = {m.code: m for m in engine.missing(stage.situation(Role.KADES), "evaluasi_sesuai")}
    assert "Camat" in refused["bukan_wewenang"].sentence


@pytest.mark.parametrize(("code", "body", "line_says"), LOOSENINGS)
def test_whatever_loosens_is_refused(folder: Path, code: str, body: str, line_says: str) -> None:
    path = overlay(folder, body)
    findings = [finding for finding in check(path) if finding.code == code]
    assert findings, check(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert any(line_says in lines[finding.line - 1] for finding in findings)
    assert all(finding.file == "3505-blitar.yaml" for finding in findings)


def test_a_law_of_the_nation_cannot_be_rewritten(folder: Path) -> None:
    head = HEAD.replace("law: {PB:", "law: {UU6_69_3: lain, PB:")
    codes = [finding.code for finding in check(overlay(folder, TIGHTER, head))]
    assert "overlay_mengubah_induk" in codes


def test_an_overlay_for_another_version_is_refused(folder: Path) -> None:
    findings = check(overlay(folder, TIGHTER, HEAD.replace("2026.1", "2025.9")))
    assert [(finding.code, finding.line) for finding in findings] == [("overlay_induk_berbeda", 3)]


def test_an_overlay_without_its_base_is_refused(folder: Path) -> None:
    findings = check(overlay(folder, TIGHTER, HEAD.replace("perdes@", "perbekel@")))
    assert [(finding.code, finding.line) for finding in findings] == [("overlay_induk_tidak_ada", 3)]


def test_asking_for_more_of_the_same_is_tighter(folder: Path) -> None:
    body = """transitions:
  - id: ajukan
    guards: [{konsultasi_warga: {min: 2}, law: PB}]
  - id: sepakati
    docs: [{doc: notulen, law: PB}]
    guards:
      - {kuorum: {min: 3/4, of: anggota_bpd, rapat: bersama}, law: PB}
      - {komentar_terbuka: {max: 3, tingkat: biasa}, law: PB}
"""
    assert check(overlay(folder, body)) == ()


def test_a_shorter_term_may_also_be_fewer_calendar_days_for_working_days(folder: Path) -> None:
    body = "states:\n  disampaikan: {deadline: {days: 10, unit: kalender, until: [jadwalkan], law: PB}}"
    assert check(overlay(folder, body)) == ()
