"""A workflow file with a mistake is refused with the code of that mistake, on its line, in words that say what to do."""

import ast
import json
import re
from pathlib import Path

import pytest

from perdes_flow.errors import WorkflowRefused
from perdes_flow.workflow.checks import check
from perdes_flow.workflow.definition import load
from perdes_flow.workflow.definition_schema import schema_text

# the example that the form of workflow files was first shown with
EXAMPLE = (Path(__file__).parent / "contoh_alur.yaml").read_text(encoding="utf-8")

# code · what is replaced · by what · words on the line of the finding
MUTATIONS = [
    ("yaml_rusak", "states:", "states: {", "diajukan:"),
    ("yaml_rusak", "title: Pembentukan Peraturan Desa", "title: &a Judul\nalias: *a", "alias: *a"),
    ("yaml_rusak", "title: Pembentukan", "title: !!python/name:os.system Pembentukan", "title:"),
    ("kunci_ganda", "initial: disusun", "initial: disusun\ninitial: diajukan", "initial: diajukan"),
    ("kunci_tidak_dikenal", "initial: disusun", "initial: disusun\nwarna: merah", "warna: merah"),
    ("kunci_tidak_dikenal", "{label: Berlaku, final: true}", "{label: Berlaku, akhir: true}", "akhir: true"),
    ("kunci_kurang", "initial: disusun\n", "", "schema: 1"),
    ("isian_salah", "schema: 1", "schema: 2", "schema: 2"),
    ("isian_salah", "{days: 7, unit: kalender, law: P84}}\n  evaluasi", "{days: 0, unit: kalender, law: P84}}\n  evaluasi", "days: 0"),
    ("peran_tidak_dikenal", "by: [sekdes], law: P84,", "by: [bupati], law: P84,", "by: [bupati]"),
    ("peran_tidak_dikenal", "by: [ketua_bpd], law: B37, docs: [undangan]", "by: [sekretaris_bpd], law: B37, docs: [undangan]", "id: jadwalkan"),
    ("peran_tidak_dipakai", "anggota_bpd, sistem]", "anggota_bpd, sistem, evaluator]", "evaluator]"),
    ("tahap_awal_tidak_ada", "initial: disusun", "initial: disusunn", "initial: disusunn"),
    ("tahap_tidak_dikenal", "from: [diajukan], to: dibahas_bpd", "from: [diajukn], to: dibahas_bpd", "id: jadwalkan"),
    ("tahap_tidak_dikenal", "to: diundangkan, by: [sekdes], law: P84", "to: diundang, by: [sekdes], law: P84", "id: undangkan,"),
    ("id_ganda", "{id: gagal_sepakat,", "{id: sepakati,", "tidak_disepakati, by"),
    ("syarat_tidak_dikenal", "{kuorum: {min: 2/3, of: anggota_bpd}}, {mufakat", "{kourum: {min: 2/3, of: anggota_bpd}}, {mufakat", "kourum"),
    ("argumen_syarat_salah", "{konsultasi_warga: {min: 1}}", "{konsultasi_warga: {minimum: 1}}", "minimum"),
    ("argumen_syarat_salah", "tingkat: penting}}", "tingkat: gawat}}", "gawat"),
    ("argumen_syarat_salah", "guards: [{jenis: {in: wajib_evaluasi}}]", "guards: [{jenis: {}}]", "{jenis: {}}"),
    ("jenis_tidak_dikenal", "guards: [{jenis: {in: wajib_evaluasi}}]", "guards: [{jenis: {in: wajib_evaluai}}]", "wajib_evaluai"),
    ("langkah_tidak_dikenal", "{days: 15, unit: kalender,", "{days: 15, unit: kalender, until: [tetapkn],", "tetapkn"),
    ("langkah_tidak_dikenal", "docs: [lembaran_desa], guards: [{nomor_urut: {}}]}", "docs: [lembaran_desa], guards: [{bukan_orang_sama: {dengan: tetapkn}}]}", "tetapkn"),
    ("tanpa_dasar_hukum", "by: [ketua_bpd], law: B37, docs: [undangan]", "by: [ketua_bpd], docs: [undangan]", "id: jadwalkan"),
    ("tanpa_dasar_hukum", "deadline: {days: 15, unit: kalender, law: P84}", "deadline: {days: 15, unit: kalender}", "days: 15"),
    ("dasar_hukum_tidak_dikenal", "to: dibahas_bpd, by: [ketua_bpd], law: B37", "to: dibahas_bpd, by: [ketua_bpd], law: B73", "B73"),
    ("dasar_hukum_tidak_dipakai", "T111: Permendagri 111/2014}", "T111: Permendagri 111/2014,\n      X1: UU 1/1945}", "X1:"),
    ("beku_tetapi_dapat_diubah", "{label: Diajukan ke BPD, frozen: true,", "{label: Diajukan ke BPD, frozen: true, edit: [penyusun],", "diajukan:"),
    ("tenggat_salah_langkah", "fires: evaluasi_lewat_waktu", "fires: evaluasi_sesuai", "fires: evaluasi_sesuai"),
    ("tenggat_salah_langkah", "fires: klarifikasi_selesai", "fires: evaluasi_lewat_waktu", "days: 30"),
    ("langkah_sistem_tanpa_tenggat", ", fires: evaluasi_lewat_waktu", "", "id: evaluasi_lewat_waktu"),
    ("kukuh_tanpa_sistem", "by: [kades], law: T111, docs: [surat_penarikan]", "by: [kades], confirm: [sekdes], law: T111, docs: [surat_penarikan]", "id: tarik"),
    ("dokumen_tidak_dikenal", "docs: [surat_penarikan]", "docs: [surat_penarikn]", "surat_penarikn"),
    ("dokumen_bawaan", "states:\n", "documents: {notulen: {label: notulen, by: [kades], law: P84}}\nstates:\n", "documents:"),
    ("tanpa_label", "{label: Ditetapkan, frozen: true}", "{frozen: true}", "ditetapkan:"),
    ("tahap_tidak_tercapai", "from: [disusun, diajukan], to: ditarik", "from: [disusun, diajukan], to: berlaku", "ditarik:"),
    ("jalan_buntu", "berlaku:          {label: Berlaku, final: true}", "berlaku:          {label: Berlaku}", "berlaku:"),
    ("langkah_dari_tahap_akhir", "from: [evaluasi_bupati, klarifikasi], to: dibatalkan", "from: [evaluasi_bupati, berlaku], to: dibatalkan", "id: batalkan"),
    ("langkah_rancu", "  - {id: evaluasi_koreksi,", "  - {id: evaluasi_baik, from: [evaluasi_bupati], to: menunggu_ttd, by: [sekdes], law: F35}\n  - {id: evaluasi_koreksi,", "id: evaluasi_baik"),
    ("langkah_rancu", "  - {id: evaluasi_koreksi,", "  - {id: diam, from: [evaluasi_bupati], to: koreksi, by: [sistem], law: F35}\n  - {id: evaluasi_koreksi,", "id: evaluasi_lewat_waktu"),
    ("cabang_tidak_lengkap", "{jenis: {not_in: wajib_evaluasi}}", "{jenis: {in: [umum, rpjm_desa]}}", "disepakati:"),
]  # fmt: skip


def write(folder: Path, text: str, name: str = "perdes.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_first_example_passes_every_check(tmp_path: Path) -> None:
    assert check(write(tmp_path, EXAMPLE)) == ()


@pytest.mark.parametrize(("code", "old", "new", "line_says"), MUTATIONS)
def test_a_mistake_is_found_with_its_code_and_its_line(
    tmp_path: Path, code: str, old: str, new: str, line_says: str
) -> None:
    assert EXAMPLE.count(old) == 1, "the mutation must hit one place"
    text = EXAMPLE.replace(old, new)
    findings = [finding for finding in check(write(tmp_path, text)) if finding.code == code]
    assert findings
    lines = text.splitlines()
    assert any(line_says in lines[finding.line - 1] for finding in findings), [
        lines[finding.line - 1] for finding in findings
    ]
    assert all(finding.file == "perdes.yaml" for finding in findings)
    assert all(finding.message.endswith((".", ")")) for finding in findings)


def test_a_paper_that_nobody_in_the_procedure_makes_is_found(tmp_path: Path) -> None:
    added = "documents: {catatan: {label: catatan, by: [sekretaris_bpd], law: P84}}\nstates:"
    text = EXAMPLE.replace("states:", added).replace(
        "docs: [lembaran_desa], guards: [{nomor_urut", "docs: [catatan], guards: [{nomor_urut"
    )
    (finding,) = check(write(tmp_path, text))
    assert finding.code == "dokumen_tanpa_pembuat"
    assert "id: undangkan," in text.splitlines()[finding.line - 1]


def test_a_removed_ending_strands_every_stage_that_led_only_there(tmp_path: Path) -> None:
    text = EXAMPLE
    for ending in ("Berlaku", "Ditarik kembali", "Tidak disepakati", "Dibatalkan Bupati"):
        text = text.replace(f"{{label: {ending}, final: true}}", f"{{label: {ending}}}")
    stranded = [f for f in check(write(tmp_path, text)) if f.code == "jalan_buntu"]
    assert len(stranded) == 15


def test_a_mistake_is_told_once(tmp_path: Path) -> None:
    text = EXAMPLE.replace("by: [sekdes], law: P84,", "by: [bupati], law: P84,")
    assert [finding.code for finding in check(write(tmp_path, text))] == ["peran_tidak_dikenal"]


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("a: b: c", "titik dua"),
        ("a:\n\t- b", "tab"),
        ('a: "x', "tanda kutip belum ditutup"),
        ("a: [1\nb: 2", "kurung belum ditutup"),
        ("- a\nb: 1", "periksa awal baris"),
    ],
)
def test_broken_writing_is_explained_in_plain_words(tmp_path: Path, broken: str, says: str) -> None:
    (finding,) = check(write(tmp_path, broken))
    assert finding.code == "yaml_rusak"
    assert says in finding.message
    assert "found" not in finding.message
    assert "expected" not in finding.message


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    (finding,) = check(tmp_path / "tidak-ada.yaml")
    assert finding.code == "berkas_tidak_terbaca"


def test_a_file_that_grows_out_of_aliases_is_refused(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    (finding,) = check(write(tmp_path, bomb))
    assert (finding.code, finding.line) == ("yaml_rusak", 2)


def test_a_file_nested_without_end_is_refused(tmp_path: Path) -> None:
    (finding,) = check(write(tmp_path, "[" * 3000 + "]" * 3000))
    assert finding.code == "yaml_rusak"


def test_a_file_nested_deeper_than_any_stack_is_refused(tmp_path: Path) -> None:
    (finding,) = check(write(tmp_path, "a: " + "[" * 900_000))
    assert finding.code == "yaml_rusak"


def test_a_number_longer_than_any_machine_takes_is_refused(tmp_path: Path) -> None:
    text = EXAMPLE.replace("schema: 1", "schema: 1" + "0" * 10_000)
    assert [finding.code for finding in check(write(tmp_path, text))] == ["isian_salah"]


def test_no_mutilated_file_ends_in_a_traceback(tmp_path: Path) -> None:
    """Every line left out, cut in half, or written twice; every word of the file replaced by another word of it."""
    lines = EXAMPLE.splitlines()
    words = sorted(set(re.findall(r"[A-Za-z_0-9/]+", EXAMPLE)))
    texts = [
        "\n".join([*lines[:n], *middle, *lines[n + 1 :]])
        for n, line in enumerate(lines)
        for middle in ([], [line[: len(line) // 2]], [line, line])
    ]
    texts += [
        re.sub(rf"\b{word}\b", words[(n * 7 + 3) % len(words)], EXAMPLE) for n, word in enumerate(words)
    ]
    refused = sum(bool(check(write(tmp_path, text))) for text in texts)
    assert refused > len(texts) // 2


def test_an_empty_or_binary_file_is_refused(tmp_path: Path) -> None:
    assert [f.code for f in check(write(tmp_path, ""))] == ["yaml_rusak"]
    (tmp_path / "biner.yaml").write_bytes(b"PK\x03\x04\xff\xfe")
    assert [f.code for f in check(tmp_path / "biner.yaml")] == ["yaml_rusak"]


def test_a_refused_file_is_never_loaded_and_names_every_finding(tmp_path: Path) -> None:
    text = EXAMPLE.replace("initial: disusun", "initial: disusunn").replace(
        "docs: [surat_penarikan]", "docs: [surat]"
    )
    with pytest.raises(WorkflowRefused) as refused:
        load(write(tmp_path, text))
    assert {finding.code for finding in refused.value.findings} == {
        "tahap_awal_tidak_ada",
        "dokumen_tidak_dikenal",
    }


@pytest.mark.parametrize("name", ["perdes.yaml", "perkades.yaml", "overlays/3505-blitar.yaml"])
def test_the_shipped_files_pass_every_check(workflows: Path, name: str) -> None:
    assert check(workflows / name) == ()


def test_every_rule_in_the_shipped_files_cites_a_law(workflows: Path) -> None:
    for name in ("perdes.yaml", "perkades.yaml"):
        procedure = load(workflows / name)
        assert all(step.law_text(procedure) for step in procedure.transitions)
        terms = [term for state in procedure.states.values() for term in state.deadlines]
        assert all(procedure.cite(term.law) for term in terms)


def test_the_schema_for_editors_is_up_to_date(workflows: Path) -> None:
    stored = (workflows / "schema" / "workflow.schema.json").read_text(encoding="utf-8")
    assert stored == schema_text(), "write schema_text() to workflows/schema/workflow.schema.json again"
    assert json.loads(stored)["$defs"]["Guard"]["oneOf"]


def test_every_code_of_the_checks_has_a_mutation_here_or_among_the_overlays() -> None:
    rooms = Path(__file__).parents[2] / "perdes_flow" / "workflow"
    codes = {
        str(call.args[0].value)
        for path in [
            *rooms.glob("checks*.py"),
            rooms / "overlay.py",
            rooms / "cases.py",
            rooms / "definition_reading.py",
        ]
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and (getattr(call.func, "attr", "") == "finding" or getattr(call.func, "id", "") == "CheckFinding")
        and isinstance(call.args[0], ast.Constant)
    }
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert codes
    assert {code for code in codes if f'"{code}"' not in tests} == set()
