"""A real LibreOffice that accepts or rejects all tracked changes, told to by the Python that it comes with."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Literal

import pytest

_PYTHON = "/usr/bin/python3"  # the one that has LibreOffice's module `uno`
How = Literal["Accept", "Reject"]


def settled(files: dict[str, bytes], how: How, folder: Path) -> dict[str, list[str]]:
    """The lines of each file as LibreOffice shows them after accepting (or rejecting) everything."""
    soffice = shutil.which("soffice")
    has_uno = Path(_PYTHON).exists() and not _run([_PYTHON, "-c", "import uno"]).returncode
    if soffice is None or not has_uno:
        if os.environ.get("PERDES_REQUIRE_SOFFICE") == "1":
            pytest.fail("PERDES_REQUIRE_SOFFICE=1, but LibreOffice or its python3-uno is not installed")
        pytest.skip(
            "LibreOffice or its python3-uno is not installed; PERDES_REQUIRE_SOFFICE=1 makes this a failure"
        )
    folder.mkdir()
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    program = Path(__file__).with_name("office_uno.py")
    subprocess.run(
        [_PYTHON, str(program), soffice, str(folder), how], check=True, capture_output=True, timeout=300
    )
    return {
        name: (folder / f"{name}.txt").read_text(encoding="utf-8").lstrip("\ufeff").splitlines()
        for name in files
    }


def _run(words: list[str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(words, check=False, capture_output=True)
