"""`perdes lint` and `perdes tasks`: findings on the screen, on a sheet, as comments, as mends."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cli.conftest import Perdes
from word import hand_made as h

from perdes_flow.word.comments import read_comments
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.revisions import accept_all, reject_all

FIRST = Path(__file__).parents[2] / "drafts" / "contoh" / "pelindungan-pmi" / "v1-usulan-kopi.docx"
NOW = ("--now", "2026-11-24T08:00:00Z")
KEYS = {"rule", "severity", "at", "message", "fix", "source"}


def texts(docx: bytes) -> list[str]:
    return [block.shown for block in read(Package.open(docx))]


def test_findings_are_no_refusal(perdes: Perdes) -> None:
    said = perdes("lint", str(FIRST), *NOW)
    assert said.code == 0, said.err
    assert "PD-30 Pembukaan: Ditulis “Dengan Persetujuan Bersama”." in said.out
    assert said.out.splitlines()[-1].endswith(" temuan.")


def test_programs_get_each_finding_with_its_law(perdes: Perdes) -> None:
    said = perdes("lint", str(FIRST), "--json", *NOW)
    found = json.loads(said.out)
    assert all(set(finding) == KEYS for finding in found)
    assert ("PD-30", "error", "Pembukaan", "Permendagri 111/2014, Lampiran") in [
        (f["rule"], f["severity"], f["at"], f["source"]) for f in found
    ]


def test_the_certain_mends_are_tracked_changes_of_pemeriksa(perdes: Perdes, tmp_path: Path) -> None:
    out = tmp_path / "perbaikan.docx"
    said = perdes("lint", str(FIRST), "--fix", str(out), *NOW)
    assert "3 temuan diperbaiki sebagai perubahan terlacak" in said.out
    before, after = texts(FIRST.read_bytes()), texts(accept_all(out.read_bytes()))
    changed = {one: other for one, other in zip(before, after, strict=True) if one != other}
    assert changed["Dengan Persetujuan Bersama"] == "Dengan Kesepakatan Bersama"
    assert len(changed) == 3
    assert texts(reject_all(out.read_bytes())) == before
    again = json.loads(perdes("lint", str(out), "--json", *NOW).out)
    assert not {"PD-30", "PD-62", "PD-63"} & {finding["rule"] for finding in again}


def test_every_finding_becomes_a_comment_at_its_place(perdes: Perdes, tmp_path: Path) -> None:
    out = tmp_path / "komentar.docx"
    perdes("lint", str(FIRST), "--komentar", str(out), *NOW)
    found = json.loads(perdes("lint", str(FIRST), "--json", *NOW).out)
    comments = read_comments(Package.open(out.read_bytes()))
    assert len(comments) == len(found)
    assert {comment.author for comment in comments} == {"Pemeriksa"}
    assert {"Dengan Persetujuan Bersama", "3 hari", "tidak boleh", "dan lain-lain"} <= {
        c.quote for c in comments
    }
    assert texts(out.read_bytes()) == texts(FIRST.read_bytes())


@pytest.mark.parametrize("ending", [".docx", ".html"])
def test_the_sheet_is_written_in_the_form_its_name_says(perdes: Perdes, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"lembar{ending}"
    said = perdes("lint", str(FIRST), "--lembar", str(out), *NOW)
    assert said.code == 0
    data = out.read_bytes()
    assert data.startswith(b"PK" if ending == ".docx" else b"<!DOCTYPE html>")


def test_a_sheet_in_an_unknown_form_is_refused_in_one_sentence(perdes: Perdes, tmp_path: Path) -> None:
    said = perdes("lint", str(FIRST), "--lembar", str(tmp_path / "lembar.pdf"))
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_word_file_is_refused(perdes: Perdes, tmp_path: Path) -> None:
    (tmp_path / "naskah.docx").write_bytes(b"%PDF-1.7 ...")
    said = perdes("lint", str(tmp_path / "naskah.docx"))
    assert said.code == 1
    assert len(said.err.splitlines()) == 1


def test_a_text_that_is_no_regulation_has_one_finding(perdes: Perdes, tmp_path: Path) -> None:
    (tmp_path / "undangan.docx").write_bytes(h.docx(h.paragraph("Mengundang Bapak dan Ibu untuk rapat.")))
    found = json.loads(perdes("lint", str(tmp_path / "undangan.docx"), "--json").out)
    assert [(f["rule"], f["at"]) for f in found] == [("PD-01", "Naskah")]


def test_a_draft_is_checked_in_the_stage_where_it_stands(perdes: Perdes, demo: Path) -> None:
    (draft,) = json.loads(perdes("register", "--home", str(demo), "--json").out)
    said = perdes("lint", draft["draft"], "--home", str(demo), "--json")
    assert said.code == 0, said.err
    assert all(set(finding) == KEYS for finding in json.loads(said.out))


def test_an_unknown_draft_is_refused(perdes: Perdes, demo: Path) -> None:
    said = perdes("lint", "tidak-ada", "--home", str(demo))
    assert said.code == 1
    assert len(said.err.splitlines()) == 1


def test_tasks_say_who_what_and_by_when(perdes: Perdes, tmp_path: Path) -> None:
    body = h.paragraph("Pasal 1") + h.paragraph(
        "Sekretaris Desa wajib menjawab permohonan paling lambat 3 (tiga) hari sejak diterima."
    )
    (tmp_path / "naskah.docx").write_bytes(h.docx(body))
    said = perdes("tasks", str(tmp_path / "naskah.docx"), "--json")
    assert json.loads(said.out) == [
        {
            "at": "Pasal 1",
            "who": "Sekretaris Desa",
            "operator": "wajib",
            "what": "menjawab permohonan paling lambat 3 (tiga) hari sejak diterima",
            "by_when": "paling lambat 3 (tiga) hari sejak diterima",
        }
    ]
    assert "Sekretaris Desa" in perdes("tasks", str(tmp_path / "naskah.docx")).out


@pytest.mark.slow
@pytest.mark.parametrize("option", ["--komentar", "--fix", "--lembar"])
def test_libreoffice_opens_what_the_checker_wrote(perdes: Perdes, tmp_path: Path, option: str) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    out = tmp_path / "hasil.docx"
    perdes("lint", str(FIRST), option, str(out), *NOW)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path), str(out)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    opened = (tmp_path / "hasil.fodt").read_text(encoding="utf-8")
    expected = {
        "--komentar": ("<office:annotation ", 8),
        "--fix": ("<text:changed-region ", 5),
        "--lembar": ("☐", 8),
    }
    sign, count = expected[option]
    assert opened.count(sign) == count
