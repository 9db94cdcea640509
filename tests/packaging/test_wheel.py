"""What people install: the wheel holds everything that the pages and the papers need, and works far from the repository."""

import os
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest

REPOSITORY = Path(__file__).parents[2]
_PATIENCE_SECONDS = 60

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=REPOSITORY, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with that wheel alone; the libraries it needs are borrowed from ours, perdes-flow is not."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    install = [sys.executable, "-m", "pip", "--python", str(home / "bin/python"), "install", "--no-deps"]
    subprocess.run([*install, "--no-index", "--quiet", str(wheel)], check=True)
    packages = next(home.glob("lib/python*/site-packages"))
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin"


def run(installed: Path, *argv: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [str(installed / "perdes"), *argv], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )


def test_every_file_of_the_program_is_in_the_wheel(wheel: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "perdes_flow", "workflows", "drafts/contoh"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    if not tracked:
        pytest.skip("no git here to ask what belongs to the program")
    there = set(ZipFile(wheel).namelist())
    wanted = {name if name.startswith("perdes_flow/") else f"perdes_flow/shipped/{name}" for name in tracked}
    present = {name for name in wanted if (REPOSITORY / name.removeprefix("perdes_flow/shipped/")).is_file()}
    assert present - there == set()
    for kind in ("templates/beranda.html", "static/perdes.css", "locale/en/LC_MESSAGES/django.mo"):
        assert f"perdes_flow/web/{kind}" in there
    assert any(name.startswith("perdes_flow/papers/templat/") and name.endswith(".docx") for name in there)


def test_the_installed_program_is_the_one_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    where = [str(installed / "python"), "-c", "import perdes_flow; print(perdes_flow.__file__)"]
    said = subprocess.run(where, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert Path(said.strip()).is_relative_to(installed.parent)


def test_the_demo_and_a_page_in_two_languages_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    shown = run(installed, "demo", "contoh", cwd=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Berlaku" in shown.stdout
    with serving(installed, tmp_path / "contoh") as base:
        assert "Buku register peraturan" in fetched(f"{base}/desa/sumberagung/")
        assert "Register of regulations" in fetched(f"{base}/desa/sumberagung/", "en")
        login = fetched(f"{base}/masuk/")
        style = login.partition('<link rel="stylesheet" href="')[2].partition('"')[0]
        assert ":root" in fetched(f"{base}{style}")


def fetched(address: str, language: str = "") -> str:
    asked = urllib.request.Request(
        address, headers={"Cookie": f"perdes_bahasa={language}"} if language else {}
    )
    with urllib.request.urlopen(asked, timeout=_PATIENCE_SECONDS) as answer:
        return str(answer.read().decode("utf-8"))


@contextmanager
def serving(installed: Path, home: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"}
    server = subprocess.Popen(
        [str(installed / "perdes"), "serve", "--home", str(home), "--port", str(port)],
        cwd=home.parent,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                assert server.poll() is None, "the server ended by itself"
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=_PATIENCE_SECONDS)
