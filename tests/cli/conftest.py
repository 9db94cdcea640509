"""The command line in a village's office: one workspace, its people, the sample draft."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]


class Said(NamedTuple):
    """What a command said."""

    code: int
    out: str
    err: str


Perdes = Callable[..., Said]


@pytest.fixture(scope="session")
def perdes() -> Perdes:
    """Run `perdes` as a person does, in a process of its own."""

    def run(*words: str, cwd: Path | None = None, **environment: str) -> Said:
        started = subprocess.run(
            [sys.executable, "-m", "perdes_flow", *words],
            capture_output=True,
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default", **environment},
            check=False,
        )
        return Said(started.returncode, started.stdout.decode("utf-8"), started.stderr.decode("utf-8"))

    return run


@pytest.fixture(scope="session")
def demo(perdes: Perdes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's workspace; only to be read."""
    folder = tmp_path_factory.mktemp("demo") / "contoh-perdes"
    said = perdes("demo", str(folder))
    assert said.code == 0, said.err
    return folder


@pytest.fixture
def office(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo's workspace to do anything with."""
    shutil.copytree(demo, tmp_path / "kerja")
    return tmp_path / "kerja"
