"""Whatever somebody types, the answer is an answer: exit code 0, 1 or 2, a sentence, no traceback, the record whole."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from perdes_flow.cli.main import perdes as program

from .conftest import ROOT, Perdes

SAMPLES = ROOT / "drafts" / "contoh"
# Copies beside the person, in an empty folder: some commands write where they are told to.
GOOD, CUT_OFF, PDF, FOLDER = "naskah.docx", "terpotong.docx", "pdf-bernama-docx.docx", "map"
HOSTILE = (
    "",
    " ",
    "🙂",
    "x" * 5000,
    "../..",
    "/dev/null/ada",
    "99999999999999999999999",
    "-1",
    "'; DROP TABLE catatan; --",
    "a\nb\u202e\u0007",
    "<script>alert(1)</script>",
    CUT_OFF,
    PDF,
    FOLDER,
)
#: Something that could stand there, by the name of the parameter; others get a plain word.
PLAIN = {
    "draft": "pelindungan-pmi",
    "file": GOOD,
    "old": GOOD,
    "new": GOOD,
    "docx": GOOD,
    "berkas": GOOD,
    "person": "sekdes",
    "step": "klarifikasi",
    "address": "Pasal 5 ayat (2)",
    "number": "1",
    "out": "keluar.docx",
    "author": "Pemeriksa",
    "now": "2026-05-01T02:00:00Z",
}
#: These give Django the settings of the pages, which it takes once: each is tried in a process of its own.
ALONE = {"access"}
#: These stay until somebody stops them, or play for seconds whatever is asked: they have tests of their own.
LONG = {"demo", "serve", "worker"}


def leaves(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from leaves(command, (*path, name))
        elif name not in LONG:
            yield (*path, name), command


def line(
    path: tuple[str, ...], command: click.Command, odd: click.Parameter, value: str, home: Path
) -> list[str]:
    """The command with one odd word, all that it cannot do without, and who and where."""
    said = {p: PLAIN.get(p.name or "", "kata") for p in command.params if p.required} | {odd: value}
    words = [*path]
    behind = []
    for parameter, word in said.items():
        if isinstance(parameter, click.Option):
            words += [parameter.opts[0]] if parameter.is_flag else [f"{parameter.opts[-1]}={word}"]
        else:
            behind.append(word)
    given = {name for p in said for name in p.opts}
    where = (("--home", str(home)), ("--desa", "sumberagung"), ("--as", "sekdes"), ("--now", PLAIN["now"]))
    words += [f"{name}={word}" for name, word in where if name not in given and _takes(command, name)]
    return [*words, "--", *behind]


def _takes(command: click.Command, option: str) -> bool:
    return any(option in parameter.opts for parameter in command.params)


def _lay_out(folder: Path) -> None:
    shutil.copyfile(SAMPLES / "pelindungan-pmi" / "v4-disepakati.docx", folder / GOOD)
    for name in (CUT_OFF, PDF):
        shutil.copyfile(SAMPLES / "rusak" / name, folder / name)


COMMANDS = dict(leaves(program))


@pytest.fixture(scope="module")
def village(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("apa-saja") / "kerja"
    shutil.copytree(demo, home)
    return home


@pytest.mark.slow
@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_any_word_anywhere_is_answered(
    path: tuple[str, ...], village: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if path[0] in ALONE and "PERDES_TEST_ALONE" not in os.environ:
        _try_alone(" ".join(path))
        return
    here = tmp_path / "lantai" / "kamar"  # "../.." from here stays in this test's own folder
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    (here / FOLDER).mkdir()
    command = COMMANDS[path]
    failed = []
    for parameter in command.params:
        for value in HOSTILE:
            _lay_out(here)
            words = line(path, command, parameter, value, village)
            found = CliRunner().invoke(program, words, prog_name="perdes")
            unheard = found.exception is not None and not isinstance(found.exception, SystemExit)
            if unheard or found.exit_code not in (0, 1, 2) or "Traceback" in found.output:
                failed.append(([word[:40] for word in words], repr(found.exception)))
            elif found.exit_code == 1 and not found.output.strip():
                failed.append(([word[:40] for word in words], "no sentence"))
            if isinstance(parameter, click.Option) and parameter.is_flag:
                break
    assert not failed


def _try_alone(name: str) -> None:
    test = f"{__file__}::test_any_word_anywhere_is_answered[{name}]"
    found = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test],
        env={**os.environ, "PERDES_TEST_ALONE": "1"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout
    assert "1 passed" in found.stdout


def test_after_all_of_it_the_record_is_whole(perdes: Perdes, village: Path) -> None:
    for command in ("verify", "fsck"):
        said = perdes(command, "--home", str(village), "--desa", "sumberagung")
        assert said.code == 0, said.err
