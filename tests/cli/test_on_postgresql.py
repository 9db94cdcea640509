"""The same commands on a PostgreSQL server; the demo never goes there."""

import os
import shlex
import shutil
from pathlib import Path
from uuid import uuid4

import pytest
from storage import conftest

from .conftest import ROOT, Perdes
from .test_docs_commands import _commands

postgres = conftest.postgres


@pytest.fixture
def database_url(postgres) -> str:
    name = f"t{uuid4().hex}"
    postgres.psql(f"CREATE DATABASE {name};")
    return str(postgres.get_uri(name))


@pytest.mark.slow
def test_the_readme_works_on_a_postgresql_server(perdes: Perdes, tmp_path: Path, database_url: str) -> None:
    shutil.copytree(ROOT / "drafts" / "contoh", tmp_path / "drafts" / "contoh")
    typed = [command for command in _commands(ROOT / "README.md") if "kerja" in command]
    assert typed[-1] == "perdes verify --home kerja"
    for command in (*typed, "perdes history pelindungan-pmi --home kerja", "perdes fsck --home kerja"):
        said = perdes(*shlex.split(command)[1:], cwd=tmp_path, PERDES_DATABASE_URL=database_url)
        assert said.code == 0, f"{command}\n{said.err}"
    assert not (tmp_path / "kerja" / ".perdes" / "perdes.sqlite3").exists()
    refused = perdes("step", "pelindungan-pmi", "ajukan", "--home", "kerja", "--as", "sekdes",
                     cwd=tmp_path, PERDES_DATABASE_URL=database_url)  # fmt: skip
    assert refused.code == 1
    assert "Konsultasi publik belum cukup" in refused.err


def test_the_demo_leaves_the_office_s_server_alone(
    perdes: Perdes, demo: Path, tmp_path: Path, database_url: str
) -> None:
    said = perdes("demo", str(tmp_path / "demo"), PERDES_DATABASE_URL=database_url)
    assert said.code == 0, said.err
    assert (tmp_path / "demo" / "catatan.jsonl").read_bytes() == (demo / "catatan.jsonl").read_bytes()
    assert os.path.getsize(tmp_path / "demo" / ".perdes" / "perdes.sqlite3") > 0
    assert (
        "bukan folder kerja"
        in perdes("status", "--home", str(tmp_path / "demo"), PERDES_DATABASE_URL=database_url).err
    )
