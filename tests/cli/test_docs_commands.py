"""Every command that README and the guides show is typed as it stands there, in order, in a fresh folder."""

import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT, Perdes

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
    assert commands
    for command in commands:
        name, *words = shlex.split(command)
        assert name == "perdes", command
        said = perdes(*words, cwd=tmp_path)
        assert said.code == 0, f"{command}\n{said.err}"
        assert said.out


def test_the_set_up_commands_are_those_that_the_ci_run_types() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for mark in ("<!-- demo -->", "<!-- uji -->"):
        assert f"{mark}\n```bash\n" in readme
    assert "readme demo" in (ROOT / ".ci" / "run").read_text("utf-8")
