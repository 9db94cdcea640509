"""The linter on real openings with their defects listed by eye, and on texts that must stay clean."""

from datetime import date
from pathlib import Path

import pytest

from perdes_flow.legal.linting import lint
from perdes_flow.legal.linting.finding import Finding
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of

TODAY = date(2026, 11, 24)


def lint_file(shared: Path, name: str, state: str = "penyusunan") -> tuple[Finding, ...]:
    lines = (shared / "perdes-texts" / name).read_text(encoding="utf-8").splitlines()[3:]
    text = "\n".join(lines).replace("[TEXT ENDS HERE]", "").rstrip()
    return lint(parse(blocks_of(text)), state=state, on=TODAY)


# "rule at": the defects listed in the README of the texts
LISTED = {
    "babakanmulya-tki-2009-PARTIAL.txt": """\
PD-13 Judul|PD-03 Judul|PD-01 Judul|PD-05 Judul|PD-17 Menimbang huruf e
PD-16 Menimbang huruf a|PD-16 Menimbang huruf b|PD-16 Menimbang huruf c|PD-16 Menimbang huruf d|PD-16 Menimbang huruf e""",
    "banjurpasar-pmi-2023-PARTIAL.txt": """\
PD-13 Judul|PD-02 Judul|PD-15 Menimbang huruf a|PD-15 Menimbang huruf d|PD-16 Menimbang huruf d|PD-17 Menimbang huruf d
PD-24 Mengingat angka 3|PD-25 Mengingat angka 1|PD-29 Mengingat angka 1""",
    "curahmalang-pemakaman-2014-PARTIAL.txt": """\
PD-12 Judul|PD-30 Pembukaan|PD-28 Mengingat angka 5|PD-82 Judul|PD-01 Judul|PD-34 Menetapkan""",
    "gajahkumpul-pemakaman-2022-PARTIAL.txt": "PD-05 Judul|PD-10 Judul|PD-13 Judul|PD-02 Judul|PD-24 Mengingat angka 4",
    "kendalbulur-makam-DRAFT-PARTIAL.txt": """\
PD-13 Judul|PD-15 Menimbang huruf a|PD-17 Menimbang huruf c|PD-24 Mengingat angka 3|PD-20 Mengingat angka 2
PD-25 Mengingat angka 1|PD-29 Mengingat angka 1|PD-08 Judul""",
    "ngeru-tki-2009-PARTIAL.txt": """\
PD-05 Judul|PD-13 Judul|PD-14 Menimbang butir 1|PD-15 Menimbang butir 1|PD-17 Menimbang huruf d|PD-01 Judul
PD-16 Menimbang butir 3""",
    "pesanggrahan-pemakaman-2020-PARTIAL.txt": """\
PD-27 Mengingat angka 8|PD-27 Mengingat angka 9|PD-30 Pembukaan|PD-24 Mengingat angka 3|PD-08 Judul|PD-01 Judul""",
    "selorejo-rkpdes-2026-BODY.txt": """\
PD-10 Pembukaan|PD-32 Pembukaan|PD-41 Pasal 3|PD-55 Pasal 4|PD-73 Penutup|PD-34 Menetapkan|PD-42 Pasal 3 huruf a
PD-42 Pasal 3 huruf b|PD-66 Pasal 6|PD-67 Pasal 6|PD-70 Penutup|PD-71 Penutup|PD-74 Penutup""",
    "tagawiti-desa-tki-2016-PARTIAL.txt": "PD-11 Judul|PD-13 Judul|PD-01 Judul",
}


@pytest.mark.parametrize("name", sorted(LISTED))
def test_every_defect_seen_by_eye_is_found_at_its_place(shared: Path, name: str) -> None:
    found = {f"{finding.rule} {finding.at}" for finding in lint_file(shared, name)}
    listed = set(LISTED[name].replace("\n", "|").split("|"))
    assert listed - found == set()


def test_laws_in_force_at_the_date_of_an_old_text_are_not_called_revoked(shared: Path) -> None:
    for name in ("babakanmulya-tki-2009-PARTIAL.txt", "ngeru-tki-2009-PARTIAL.txt"):
        assert [f for f in lint_file(shared, name) if f.rule == "PD-26"] == []


def test_a_body_without_its_opening_is_not_blamed_for_the_missing_phrase(shared: Path) -> None:
    found = {finding.rule for finding in lint_file(shared, "selorejo-rkpdes-2026-BODY.txt")}
    assert found & {"PD-12", "PD-13", "PD-14", "PD-17", "PD-20"} == set()


def test_the_model_draft_has_nothing_to_mend(shared: Path) -> None:
    assert lint_file(shared, "model-raperdes-pelindungan-pmi.txt") == ()


def test_the_blank_official_form_is_blamed_for_its_blanks_only(shared: Path) -> None:
    found = lint_file(shared, "model-permendagri111-lampiran-form-FULL.txt")
    assert {finding.rule for finding in found if finding.severity == "error"} == {"PD-88"}
    assert {finding.rule for finding in found} == {"PD-08", "PD-88"}


def test_a_model_draft_that_claims_to_be_promulgated_is_not_finished(shared: Path) -> None:
    found = {
        f"{f.rule} {f.at}" for f in lint_file(shared, "model-raperdes-pelindungan-pmi.txt", "diundangkan")
    }
    assert {"PD-08 Judul", "PD-88 Judul", "PD-88 Penutup"} <= found
