"""Nobody signs another text than the agreed one, and whoever changes a stored file is found out."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .conftest import ROOT, Perdes

SAMPLES = ROOT / "drafts" / "contoh" / "pelindungan-pmi"
DRAFT = "pelindungan-pmi"
SIGNING = "2026-03-25T03:00:00Z"
# The demo up to the day on which the agreed text lies before the Kepala Desa.
UP_TO_SIGNING = """
import sys
from pathlib import Path
from perdes_flow.cli.demo.play import play
for played in play(Path(sys.argv[1])):
    if played.refusal and played.scene.at.startswith("2026-03-25"):
        break
"""


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("disepakati") / "kerja"
    home.mkdir()
    subprocess.run([sys.executable, "-c", UP_TO_SIGNING, str(home)], check=True, cwd=ROOT)
    return home


@pytest.fixture
def desk(handed_over: Path, tmp_path: Path) -> Path:
    shutil.copytree(handed_over, tmp_path / "kerja")
    return tmp_path / "kerja"


def one_letter_changed(docx: bytes) -> bytes:
    """The same Word file, one letter of its body another: "paling lama 3" becomes "paling lama 8" and the like."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "word/document.xml":
                assert b"wajib" in data
                data = data.replace(b"wajib", b"wajip", 1)
            new.writestr(item, data)
    return changed.getvalue()


def sign(perdes: Perdes, home: Path, file: Path):
    return perdes(
        *("step", DRAFT, "tetapkan", "--nomor", "3", "--doc", f"naskah_bertanda_tangan={file}"),
        *("--home", str(home), "--as", "kades", "--now", SIGNING),
    )


def log(perdes: Perdes, home: Path) -> str:
    return perdes("history", DRAFT, "--json", "--home", str(home)).out


def test_the_agreed_text_can_be_signed_also_when_another_program_saved_it(
    perdes: Perdes, desk: Path, tmp_path: Path
) -> None:
    again = tmp_path / "ditandatangani.docx"
    with zipfile.ZipFile(SAMPLES / "v4-disepakati.docx") as old, zipfile.ZipFile(again, "w") as new:
        for item in old.infolist():
            new.writestr(item.filename, old.read(item))
    assert again.read_bytes() != (SAMPLES / "v4-disepakati.docx").read_bytes()
    said = sign(perdes, desk, again)
    assert said.code == 0, said.err


def test_one_other_letter_in_the_signed_file_and_it_is_not_enacted(
    perdes: Perdes, desk: Path, tmp_path: Path
) -> None:
    before = log(perdes, desk)
    other = tmp_path / "ditandatangani.docx"
    other.write_bytes(one_letter_changed((SAMPLES / "v4-disepakati.docx").read_bytes()))
    said = sign(perdes, desk, other)
    assert said.code == 1
    assert "disepakati" in said.err
    assert "UU 6/2014 Pasal 69 ayat (3)" in said.err
    assert log(perdes, desk) == before


def test_one_other_letter_in_the_stored_file_and_nothing_is_enacted(perdes: Perdes, desk: Path) -> None:
    stored = next((desk / "drafts/sumberagung" / DRAFT).glob("v004-*.docx"))
    before = log(perdes, desk)
    changed = one_letter_changed(stored.read_bytes())
    stored.chmod(0o644)
    stored.write_bytes(changed)
    said = sign(perdes, desk, SAMPLES / "v4-disepakati.docx")
    assert said.code == 1
    assert stored.name in said.err
    assert "Traceback" not in said.err
    assert log(perdes, desk) == before
    found = perdes("verify", "--home", str(desk))
    assert found.code == 1
    assert stored.name in found.err


def test_a_stored_file_that_is_gone_is_named(perdes: Perdes, desk: Path) -> None:
    stored = next((desk / "drafts/sumberagung" / DRAFT).glob("v004-*.docx"))
    stored.unlink()
    for said in (sign(perdes, desk, SAMPLES / "v4-disepakati.docx"), perdes("verify", "--home", str(desk))):
        assert said.code == 1
        assert stored.name in said.err


def test_a_new_version_after_the_agreement_is_refused(perdes: Perdes, desk: Path) -> None:
    before = log(perdes, desk)
    said = perdes(
        *("submit", DRAFT, str(SAMPLES / "v3-setelah-pembahasan-bpd.docx")),
        *("--home", str(desk), "--as", "penyusun", "--now", SIGNING),
    )
    assert said.code == 1
    assert said.err.count("\n") <= 2
    assert log(perdes, desk) == before


# ---- what leaves the office


def test_the_exported_bundle_is_verified_by_what_lies_in_it_alone(
    perdes: Perdes, demo: Path, tmp_path: Path
) -> None:
    bundle = tmp_path / "berkas.zip"
    assert perdes("export", DRAFT, "-o", str(bundle), "--home", str(demo)).code == 0
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path / "berkas")
    program = next((tmp_path / "berkas").rglob("periksa_catatan.py"))
    log_file = next(program.parent.rglob("*.jsonl"))
    alone = subprocess.run(
        [sys.executable, "-I", str(program), str(log_file)], capture_output=True, text=True, check=False
    )
    assert alone.returncode == 0, alone.stdout + alone.stderr
    lines = log_file.read_text("utf-8").splitlines()
    for changed in (
        [*lines[:40], lines[40].replace("a", "b", 1), *lines[41:]],
        [*lines[:40], *lines[41:]],
        [*lines[:40], lines[41], lines[40], *lines[42:]],
        [*lines[:40], lines[40], *lines[40:]],
    ):
        log_file.write_text("\n".join(changed) + "\n", "utf-8", newline="\n")
        refused = subprocess.run(
            [sys.executable, "-I", str(program), str(log_file)], capture_output=True, text=True, check=False
        )
        assert refused.returncode == 1, refused.stdout


def test_a_backup_is_the_office_again(perdes: Perdes, demo: Path, tmp_path: Path) -> None:
    backup, elsewhere = tmp_path / "cadangan.zip", tmp_path / "pulih"
    assert perdes("backup", "-o", str(backup), "--home", str(demo)).code == 0
    assert perdes("restore", str(backup), str(elsewhere)).code == 0
    assert log(perdes, elsewhere) == log(perdes, demo)
    assert perdes("verify", "--home", str(elsewhere)).code == 0
    assert perdes("reindex", "--home", str(elsewhere)).code == 0
    told = [json.loads(perdes("register", "--json", "--home", str(home)).out) for home in (elsewhere, demo)]
    assert told[0] == told[1]
    again = perdes("restore", str(backup), str(elsewhere))
    assert again.code == 1
    assert again.err.count("\n") == 1
