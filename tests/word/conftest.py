"""A real LibreOffice for the tests that compare with it."""

import os
import shutil
import subprocess
from collections.abc import Callable

import pytest

Convert = Callable[[dict[str, bytes], str], dict[str, bytes]]


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Word files by name -> the same files saved by LibreOffice in another form ("docx", "txt:Text (encoded):UTF8")."""
    soffice = shutil.which("soffice")
    if soffice is None:
        if os.environ.get("PERDES_REQUIRE_SOFFICE") == "1":
            pytest.fail("PERDES_REQUIRE_SOFFICE=1, but LibreOffice is not installed")
        pytest.skip("LibreOffice is not installed; PERDES_REQUIRE_SOFFICE=1 makes this a failure")
    profile = tmp_path_factory.mktemp("profile")

    def convert(files: dict[str, bytes], form: str) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("libreoffice")
        for name, data in files.items():
            (folder / f"{name}.docx").write_bytes(data)
        command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
        command += ["--outdir", str(folder / "out"), *(str(folder / f"{name}.docx") for name in files)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        ending = form.split(":", 1)[0]
        return {name: (folder / "out" / f"{name}.{ending}").read_bytes() for name in files}

    return convert
