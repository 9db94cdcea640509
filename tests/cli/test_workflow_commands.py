"""Workflow files from the command line: pictures, and drafts that move to new rules, or stay, or come back."""

from pathlib import Path

import pytest

from .conftest import ROOT, Perdes, Said

RULES = ROOT / "workflows" / "perdes.yaml"
DRAFT = "pelindungan-pmi"


@pytest.mark.parametrize(
    ("name", "words", "begins"),
    [
        ("alur.svg", [], "<svg "),
        ("alur.mmd", [], "stateDiagram-v2"),
        ("alur.md", [], "stateDiagram-v2"),
        ("alur.md", ["--format", "svg"], "<svg "),
        ("alur", ["--format", "mermaid"], "stateDiagram-v2"),
    ],
)
def test_the_picture_has_the_form_that_its_name_says(
    perdes: Perdes, tmp_path: Path, name: str, words: list[str], begins: str
) -> None:
    said = perdes("workflow", "draw", str(RULES), "-o", str(tmp_path / name), *words)
    assert said.code == 0, said.err
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


@pytest.fixture
def kerja(perdes: Perdes, tmp_path: Path) -> Path:
    """A draft whose consultation was opened."""
    home = tmp_path / "kerja"
    sample = ROOT / "drafts" / "contoh" / DRAFT / "v1-usulan-kopi.docx"
    for words in (
        "desa add sumberagung --nama Sumberagung --kecamatan Gandusari --kabupaten Blitar",
        "person add sekdes --jabatan sekdes",
        "person add penyusun --jabatan penyusun --as sekdes",
        f"start {DRAFT} --judul Judul --as penyusun",
        f"submit {DRAFT} {sample} --as penyusun",
        f"step {DRAFT} konsultasikan --as penyusun",
    ):
        if not home.exists():
            assert perdes("init", str(home)).code == 0
        said = perdes(*words.split(), "--home", str(home))
        assert said.code == 0, said.err
    return home


def rewrite(home: Path, *changes: tuple[str, str]) -> None:
    text = RULES.read_text(encoding="utf-8")
    for old, new in (('version: "2026.1"', 'version: "2026.2"'), *changes):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (home / "workflows" / "perdes.yaml").write_text(text, encoding="utf-8")


def migrate(perdes: Perdes, home: Path, *words: str) -> Said:
    return perdes("migrate", DRAFT, *words, "--home", str(home), "--as", "sekdes")


def files(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_a_draft_moves_to_new_rules_and_back_and_both_are_on_record(perdes: Perdes, kerja: Path) -> None:
    rewrite(kerja, ("label: Nyatakan buntu", "label: Nyatakan kebuntuan"))
    before = files(kerja)
    assert migrate(perdes, kerja, "--plan") == Said(0, "Aman dipindahkan.\n", "")
    assert files(kerja) == before
    assert (
        "Alur berpindah dari 2026.1 ke 2026.2: aturan baru"
        in migrate(perdes, kerja, "--alasan", "aturan baru").out
    )
    (kerja / "workflows" / "perdes.yaml").write_bytes(RULES.read_bytes())
    assert "Alur berpindah dari 2026.2 ke 2026.1: keliru" in migrate(perdes, kerja, "--alasan", "keliru").out
    assert "Utuh" in perdes("verify", "--home", str(kerja)).out


def test_a_draft_stays_where_a_step_that_it_has_passed_is_different(perdes: Perdes, kerja: Path) -> None:
    rewrite(
        kerja,
        ("by: [penyusun, sekdes, kades]\n    law: [UU6_69_9", "by: [penyusun, sekdes]\n    law: [UU6_69_9"),
    )
    before = files(kerja)
    reason = "Pejabat untuk langkah “Buka konsultasi publik” yang sudah diambil berubah dalam versi 2026.2."
    assert migrate(perdes, kerja, "--plan").out == f"Tetap pada alur lama:\n- {reason}\n"
    refused = migrate(perdes, kerja, "--alasan", "aturan baru")
    assert (refused.code, refused.err) == (1, f"Rancangan “{DRAFT}” tetap pada alur lama. {reason}\n")
    assert files(kerja) == before


def test_moving_a_draft_needs_a_reason(perdes: Perdes, kerja: Path) -> None:
    refused = migrate(perdes, kerja)
    assert refused.code == 1
    assert refused.err == "Alasan belum diisi; sebutkan dengan --alasan, atau periksa dahulu dengan --plan.\n"
