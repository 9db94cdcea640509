"""Nothing acknowledged is lost, whenever the process dies or the disk fails."""

import errno
import os
import shutil
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest
from crash.inspection import inspect

from perdes_flow.bootstrap.workspace import create_workspace

HERE = Path(__file__).parent
pytestmark = pytest.mark.skipif(os.name == "nt", reason="fork and SIGKILL are not on Windows")


@pytest.mark.slow
def test_fifty_killed_writers_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    command = [
        sys.executable,
        HERE / "kill9.py",
        "--runs",
        "50",
        "--home",
        tmp_path / "kerja",
        "--seed",
        "20261124",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "lost or broken 0" in done.stdout


@pytest.fixture(scope="module")
def shim(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fault injector: it makes the N-th write fail, or the process die at it."""
    source, compiler = shared / "tools" / "faultshim.c", shutil.which("gcc")
    if compiler is None or not source.is_file() or not sys.platform.startswith("linux"):
        pytest.skip("needs Linux, gcc and faultshim.c of the shared test programs")
    library = tmp_path_factory.mktemp("shim") / "faultshim.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


def three_submissions(home: Path, shim: Path, **fault: object) -> tuple[list[tuple[int, str]], int, str]:
    """Submit three versions under a fault; what was acknowledged, the exit status, and the last line of an error."""
    environment = {
        **os.environ,
        "LD_PRELOAD": str(shim),
        "FAULT_PATH": str(home),
        **{f"FAULT_{name}": str(value) for name, value in fault.items()},
    }
    command = [sys.executable, HERE / "three_submissions.py", home]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    acknowledged = [line.split(" ") for line in done.stdout.splitlines() if line.startswith("ACK ")]
    last = done.stderr.strip().splitlines()[-1:]
    return [(int(seq), sha256) for _, seq, sha256 in acknowledged], done.returncode, "".join(last)


def test_what_is_acknowledged_was_synced_in_the_right_order(shim: Path, tmp_path: Path) -> None:
    """File, its name, its folders, then the database's log, then the answer: the order that survives a power cut."""
    create_workspace(tmp_path / "kerja").close()
    (tmp_path / "calls").touch()
    acknowledged, status, _ = three_submissions(tmp_path / "kerja", shim, LOG=tmp_path / "calls")
    assert (len(acknowledged), status) == (3, 0)
    calls = [line.split(" ", 1)[1] for line in (tmp_path / "calls").read_text().splitlines()]
    synced = [call.split("/kerja/")[1] for call in calls if call.startswith(("fsync ", "fdatasync "))]
    folder = "drafts/sumberagung/rancangan"
    one_submission = [
        "drafts/.sementara/*",
        f"{folder}/*.docx",
        folder,
        "drafts/sumberagung",
        "drafts",
        ".perdes/perdes.sqlite3-wal",
    ]
    names = (
        "drafts/.sementara/*" if ".sementara/" in name else f"{folder}/*.docx" if ".docx" in name else name
        for name in synced
        if name != ".perdes"  # the folder of the WAL, synced once when the WAL is new
    )
    seen = [name for name, _ in groupby(names)]  # and its header is synced by itself then
    # closing the last connection at the end writes the WAL back: not part of any submission
    assert seen[: 3 * len(one_submission)] == one_submission * 3


@pytest.mark.nightly
@pytest.mark.parametrize(
    "fault",
    [
        {"MODE": "kill"},
        {"MODE": "killhalf"},
        {"ERRNO": errno.EIO},
        {"ERRNO": errno.ENOSPC},
        {"ERRNO": errno.ENOSPC, "STICKY": 1},
    ],
    ids=["killed before", "killed half-way", "I/O error once", "disk full once", "disk full from then on"],
)
def test_whichever_write_fails_nothing_acknowledged_is_lost(
    shim: Path, tmp_path: Path, fault: dict[str, object]
) -> None:
    create_workspace(tmp_path / "utuh").close()
    calls = tmp_path / "calls"
    shutil.copytree(tmp_path / "utuh", tmp_path / "kerja")
    three_submissions(tmp_path / "kerja", shim, LOG=calls)
    number_of_calls = len(calls.read_text().splitlines())
    assert number_of_calls > 30
    for number in range(1, number_of_calls + 1):
        shutil.rmtree(tmp_path / "kerja")
        shutil.copytree(tmp_path / "utuh", tmp_path / "kerja")
        acknowledged, status, said = three_submissions(tmp_path / "kerja", shim, N=number, **fault)
        assert inspect(tmp_path / "kerja", acknowledged).problems == (), number
        if "ERRNO" in fault and status:
            # a failing disk is a refusal, never a crash of the program
            assert said.startswith(
                ("perdes_flow.errors.kept.StorageFailed", "perdes_flow.errors.kept.StorageBusy")
            ), (
                number,
                said,
            )
        # and afterwards, on a good disk, it goes on
        more, status, said = three_submissions(tmp_path / "kerja", shim)
        assert (len(more), status) == (3, 0), (number, said)
        assert inspect(tmp_path / "kerja", [*acknowledged, *more]).problems == (), number
