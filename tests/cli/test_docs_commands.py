"""Every command that README and the guides show is typed as it stands there, in order, in a fresh folder."""

import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT, Perdes, Said

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs" / "panduan").glob("*.md"))]


def _commands(page: Path) -> Iterator[str]:
    """The lines of all ```sh blocks; set-up commands stand in ```bash blocks, which the CI run types."""
    inside = False
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("```"):
            inside = line == "```sh"
        elif inside and line.strip():
            yield line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_shown_works_as_it_stands(page: Path, perdes: Perdes, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "drafts" / "contoh", tmp_path / "drafts" / "contoh")
    commands = list(_commands(page))
    assert commands or "```" not in page.read_text("utf-8")  # a guide to the pages shows no commands
    for command in commands:
        name, *words = shlex.split(command)
        assert name == "perdes", command
        said = (_served if words[0] == "serve" else perdes)(*words, cwd=tmp_path)
        assert said.code == 0, f"{command}\n{said.err}"
        assert said.out


def _served(*words: str, cwd: Path) -> Said:
    """What `perdes serve` says until its pages are open; then it is stopped as by Ctrl+C. At a door that is free."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = str(asked.getsockname()[1])
    process = subprocess.Popen(
        [sys.executable, "-m", "perdes_flow", *words, "--port", port],
        stdout=subprocess.PIPE,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    lines = []
    with process.stdout:
        for line in process.stdout:
            lines.append(line)
            if line.startswith("Halaman terbuka"):
                os.killpg(process.pid, signal.SIGINT)
                break
    process.wait(timeout=60)
    return Said(0 if lines and lines[-1].startswith("Halaman terbuka") else 1, "".join(lines), "")


def test_the_set_up_commands_are_those_that_the_ci_run_types() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for mark in ("<!-- demo -->", "<!-- uji -->"):
        assert f"{mark}\n```bash\n" in readme
    assert "readme demo" in (ROOT / ".ci" / "run").read_text("utf-8")
