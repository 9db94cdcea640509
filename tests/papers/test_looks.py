"""Every paper opens in a real word processor, on few pages, with nothing left to fill in."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from papers.conftest import Issued


@pytest.mark.slow
def test_every_paper_opens_in_libreoffice_with_nothing_left_to_fill_in(
    issued: list[Issued], tmp_path: Path
) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed here")
    for number, paper in enumerate(issued):
        (tmp_path / f"{number:02d}-{paper.kind}.docx").write_bytes(paper.docx)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    files = sorted(map(str, tmp_path.glob("*.docx")))
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files],
        check=True,
        capture_output=True,
        timeout=300,
    )
    made = sorted(tmp_path.glob("*.pdf"))
    assert len(made) == len(issued)
    for pdf in made:
        text = subprocess.run(
            ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
        )
        told = text.stdout
        assert not re.search(r"\{\{|\}\}|\{%|%\}|…{2,}|_{3,}|\.{5,}|\bNone\b", told), pdf.name
        assert "Dibuat dari catatan no." in told, pdf.name
        assert told.count("\f") <= 2, pdf.name  # pages
        assert all(page.strip() for page in told.split("\f")[:-1]), f"{pdf.name}: an empty page"
