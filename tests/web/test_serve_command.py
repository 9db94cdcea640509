"""From the command line to a page: `perdes serve`, `perdes access`, `perdes demo --serve`, in processes of their own."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

import pytest
from web.conftest import Stages

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "drafts" / "contoh"
LINK = re.compile(r"http://localhost:\d+/t/[\w-]+/")


def perdes(*words: str) -> list[str]:
    return [sys.executable, "-m", "perdes_flow", *words]


def plain() -> dict[str, str]:
    """The environment of somebody who has set nothing."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PERDES_", "DJANGO_"))}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}


@contextmanager
def served(*words: str) -> Iterator[list[str]]:
    """The lines that a serving command says until its pages are open; then it is stopped as by Ctrl+C."""
    process = subprocess.Popen(
        perdes(*words), stdout=subprocess.PIPE, env=plain(), text=True, start_new_session=True
    )
    assert process.stdout is not None
    try:
        said = []
        for line in process.stdout:
            said.append(line.rstrip())
            if line.startswith("Halaman terbuka"):
                break
        yield said
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(timeout=60)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()


def page(url: str, data: bytes | None = None, opener: object = None) -> str:
    """A page's text, once the server answers."""
    for _ in range(100):
        try:
            return str((opener or build_opener()).open(url, data, timeout=10).read().decode())  # type: ignore[attr-defined]
        except ConnectionError:
            time.sleep(0.2)
        except OSError as error:
            if "refused" not in str(error):
                raise
            time.sleep(0.2)
    raise AssertionError(f"{url} does not answer")


def free_port() -> int:
    import socket

    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@pytest.fixture
def home(stages: Stages, tmp_path: Path) -> Path:
    """The demo, before anybody has a PIN."""
    import shutil
    import sqlite3

    shutil.copytree(stages.folder / "berlaku", tmp_path / "desa")
    with sqlite3.connect(tmp_path / "desa" / ".perdes" / "perdes.sqlite3") as database:
        database.execute("DELETE FROM perdes_account")
    database.close()
    return tmp_path / "desa"


@pytest.mark.slow
def test_whoever_starts_the_server_gets_the_secretarys_first_link(home: Path) -> None:
    with served("serve", "--home", str(home), "--port", str(free_port())) as said:
        assert len(said) == 2
        assert said[0].startswith("Masuk sebagai Sekretaris Desa Sumberagung, Desa Sumberagung")
        link = LINK.search(said[0])
        assert link
        opener = build_opener(HTTPCookieProcessor())
        form = page(link[0], opener=opener)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
        assert token
        home_page = page(f"{link[0]}masuk/", f"csrfmiddlewaretoken={token[1]}".encode(), opener)
        assert "Semua rancangan" in home_page
        assert "Pelindungan Pekerja Migran Indonesia" in home_page


@pytest.mark.slow
def test_a_program_uses_the_api_of_the_real_server(home: Path) -> None:
    """With broken files, wrong keys and many requests at a time among the right ones: the server goes on."""
    made = subprocess.run(
        perdes("access", "token", "penyusun", "--home", str(home), "--json"),
        capture_output=True,
        env=plain(),
        text=True,
        check=True,
    )
    found = re.search(r"perdes_[\w-]{40,}", made.stdout)
    assert found, made.stdout
    port = free_port()
    base = f"http://localhost:{port}/api"

    def ask(path: str, key: str = found[0], data: bytes | None = None, kind: str = "application/json") -> int:
        asked = Request(base + path, data, {"Authorization": f"Bearer {key}", "Content-Type": kind})
        try:
            with urlopen(asked, timeout=60) as answer:
                return len(answer.read()) and answer.status
        except HTTPError as refused:
            return refused.code if json.loads(refused.read())["code"] else 0

    def form(file: bytes) -> dict[str, Any]:
        head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="n.docx"\r\n\r\n'
        return {"data": head + file + b"\r\n--x--\r\n", "kind": "multipart/form-data; boundary=x"}

    with served("serve", "--home", str(home), "--port", str(port)):
        page(f"http://localhost:{port}/masuk/")
        assert ask("/me") == 200
        assert ask("/me", key="perdes_salah") == 401
        assert ask("/drafts", data=b'{"draft": "pasar-desa", "title": "Pasar Desa"}') == 201
        assert ask("/drafts", data=b"{") == 400
        versions = "/drafts/pasar-desa/versions"
        assert ask(versions, **form((SAMPLES / "rusak" / "bermakro.docx").read_bytes())) == 422
        assert ask(versions, **form(b"PK\x03\x04" + bytes(1000))) == 422
        assert (
            ask(versions, **form((SAMPLES / "pelindungan-pmi" / "v1-usulan-kopi.docx").read_bytes())) == 201
        )
        with ThreadPoolExecutor(8) as many:
            assert set(many.map(ask, ["/drafts", "/drafts/pasar-desa", f"{versions}/1/outline"] * 8)) == {200}
        assert ask("/openapi.json") == 200


@pytest.mark.slow
def test_the_demo_opens_in_the_browser_with_a_link_for_each_person(tmp_path: Path) -> None:
    with served("demo", str(tmp_path / "contoh"), "--serve", "--port", str(free_port())) as said:
        links = [line for line in said if LINK.search(line)]
        assert len(links) == 13
        found = LINK.search(links[0])
        assert found
        assert "Penyusun Naskah" in page(found[0])


def test_a_pin_is_told_once_and_a_link_leads_to_one_draft(home: Path) -> None:
    def said(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            perdes("access", *words, "--home", str(home)),
            capture_output=True,
            env=plain(),
            text=True,
            check=False,
        )

    pin = said("pin", "sekdes")
    assert re.match(r"PIN sekdes: \d{6}\. Sampaikan langsung;", pin.stdout), pin.stderr
    link = said("link", "anggota-1", "--rancangan", "pelindungan-pmi", "--alamat", "https://desa.example/")
    assert re.match(r"https://desa\.example/t/[\w-]{32}/\n", link.stdout), link.stderr
    nobody = said("pin", "tidak-ada")
    assert nobody.returncode == 1
    assert nobody.stderr.startswith("Orang “tidak-ada” tidak dikenal.")


def test_help_and_status_load_nothing_of_the_pages(home: Path) -> None:
    for words in (("--help",), ("status", "--home", str(home))):
        run = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "perdes_flow", *words],
            capture_output=True,
            env=plain(),
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr[-300:]
        loaded = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines() if "|" in line}
        assert "click" in loaded
        heavy = {"perdes_flow.web", "allauth", "granian", "csp", "django.contrib.auth"}
        assert loaded & heavy == set(), words
