"""The shared collection of hostile and broken Word files through the upload page, the API, and a real browser."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from web.api_calls import Program
from web.browser import PHONE, Screen, press
from web.conftest import DRAFT, VILLAGE, Office
from web.test_pages import text_of

from perdes_flow.domain.values import Role
from perdes_flow.messages.files import sentence
from perdes_flow.use_cases.drafting import submit_version
from perdes_flow.web.workspace import desk
from perdes_flow.word.gate import inspect

AtStage = Callable[..., Office]
Window = Callable[..., Screen]
Case = dict[str, Any]
SERAH = f"/rancangan/{DRAFT}/serah/"
LONGEST_NAME = 255
LOOK = f"{SERAH}periksa/"
REVISING = {"stage": "perbaikan", "now": "2026-03-06T02:00:00+00:00"}
# Refused for another reason that holds as well: these parts also swell more than 200 times.
ALSO_SWOLLEN = {
    "e18_xml_big_attr.docx",
    "f01_para_10mb.docx",
    "f02_textnode_11mb.docx",
    "f03_1m_paras.docx",
    "f07_table_1m_cells.docx",
}
READ_AT_MOST = 21 << 20  # more than is taken: nobody sends two gigabytes to learn that they are too many
# what would act in a browser, if anything in it were taken for more than text
SCRIPTED = ("g11", "i09", "i10", "i11", "i12", "i23")


@pytest.fixture(scope="module")
def folder(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("jahat")
    maker = shared / "tools" / "hostile_docx.py"
    subprocess.run([sys.executable, maker, made, "--flips", "16"], check=True, capture_output=True)
    return made


@pytest.fixture(scope="module")
def cases(folder: Path) -> list[Case]:
    found: list[Case] = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert len(found) > 150
    return found


def bytes_of(folder: Path, case: Case) -> bytes:
    with (folder / case["file"]).open("rb") as file:
        return file.read(READ_AT_MOST)


def form(field: str, data: bytes, name: bytes) -> dict[str, Any]:
    """A form with one file, with that name as it stands, whatever it breaks."""
    head = b'--batas\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\n\r\n' % (
        field.encode(),
        name,
    )
    return {"data": head + data + b"\r\n--batas--\r\n", "content_type": "multipart/form-data; boundary=batas"}


def as_browsers_write(name: str) -> bytes:
    """A file's name in a form, as the standard for browsers says."""
    plain = name.encode("utf-8", "replace")
    return plain.replace(b"\r", b"%0D").replace(b"\n", b"%0A").replace(b'"', b"%22")


def expected(case: Case) -> set[str]:
    if not case["upload_name"] or len(case["upload_name"]) > LONGEST_NAME:
        return {"rejected"}  # a form without a file, or a name that no file can have
    return {"accept": {"accepted"}, "reject": {"rejected"}, "either": {"accepted", "rejected"}}[
        case["verdict"]
    ]


@pytest.mark.slow
def test_the_upload_page_gives_every_file_its_verdict(
    office: AtStage, folder: Path, cases: list[Case]
) -> None:
    here = office(**REVISING)
    before = here.heads()
    client = here.client(Role.PENYUSUN)
    wrong = []
    for case in cases:
        data, name = bytes_of(folder, case), case["upload_name"]
        answer = client.post(LOOK, **form("naskah", data, as_browsers_write(name)))
        if {303: "accepted", 400: "rejected", 422: "rejected"}.get(answer.status_code) not in expected(case):
            wrong.append((case["file"], case["verdict"], answer.status_code))
        elif answer.status_code == 303:
            wrong += [(case["file"], said) for said in result_wrong(client, answer["Location"], case)]
        if case["code"] == "NAME":  # by a program that writes the name as it is
            raw = client.post(LOOK, **form("naskah", data, name.encode("utf-8", "surrogateescape")))
            assert raw.status_code in (303, 400, 422), case["file"]
    assert wrong == []
    assert client.get(SERAH).status_code == 200
    assert here.heads() == before


def result_wrong(client: Any, where: str, case: Case) -> Iterator[str]:
    """What is not right with the page about an accepted file."""
    answer = client.get(where)
    if answer.status_code != 200:
        yield f"page {answer.status_code}"
    warned = "Perlu Anda ketahui" in text_of(answer)
    if case["verdict"] == "accept" and case["code"] not in ("OK", "NAME") and not warned:
        yield f"no warning of {case['code']}"
    if "<script>alert" in answer.content.decode():
        yield "script"


@pytest.mark.slow
def test_the_api_gives_every_file_its_verdict_and_its_reason(
    office: AtStage, folder: Path, cases: list[Case]
) -> None:
    here = office(**REVISING)
    program = Program(here, Role.PENYUSUN)
    wrong = []
    for case in cases:
        before, data = here.heads(), bytes_of(folder, case)
        answer = program.raw(
            f"/drafts/{DRAFT}/versions", **form("file", data, as_browsers_write(case["upload_name"]))
        )
        said = answer.json()
        verdict = {201: "accepted", 400: "rejected", 422: "rejected"}.get(answer.status_code)
        if case["code"] == "NAME" and verdict == "rejected" and said["code"] == "naskah_sama":
            verdict = "accepted"  # the same bytes once more
        if verdict not in expected(case) or (verdict == "rejected" and not rightly(case, data, said)):
            wrong.append((case["file"], case["verdict"], case["code"], answer.status_code, said))
        elif verdict == "rejected" and here.heads() != before:
            wrong.append((case["file"], "written"))
    assert wrong == []
    assert program.get(f"/drafts/{DRAFT}").status_code == 200


def rightly(case: Case, data: bytes, said: dict[str, str]) -> bool:
    """Whether the reason is the one of the manifest, in the words for it."""
    if not case["upload_name"] or len(case["upload_name"]) > LONGEST_NAME:
        return True
    found = inspect(data)
    known = {case["code"]} | ({"ZIP_RATIO"} if case["file"] in ALSO_SWOLLEN else set())
    named = case["verdict"] == "either" or len(data) == READ_AT_MOST or found.code in known
    return named and (len(data) == READ_AT_MOST or said["message"] == sentence(found.code, found.facts))


@pytest.mark.slow
def test_nothing_in_an_accepted_file_acts_in_a_browser(
    office: AtStage, screen: Window, folder: Path, cases: list[Case]
) -> None:
    """Looked at, handed in, read, compared: a dialog, a script error or a report of the policy fails the test."""
    here = office(**REVISING)
    window = screen(PHONE).log_in(here.account(Role.PENYUSUN))
    page, base = window.page, window.base
    page.set_default_timeout(15_000)
    about = f"/rancangan/{DRAFT}/"
    accepted = [case for case in cases if case["verdict"] == "accept" and case["file"].startswith(SCRIPTED)]
    names = [case for case in cases if case["file"] in ("l_name_html.docx", "l_name_template.docx")]
    assert len(accepted) == len(SCRIPTED)
    assert len(names) == 2
    number = 3
    for case in (*names, *accepted):
        page.goto(f"{base}{SERAH}")
        page.get_by_label("Berkas Word").set_input_files(
            {
                "name": case["upload_name"] or "naskah.docx",
                "mimeType": "application/octet-stream",
                "buffer": (folder / case["file"]).read_bytes(),
            }
        )
        press(page.get_by_role("button", name="Periksa berkas"))
        page.get_by_text("Berkas ini baik dan dapat diserahkan.").wait_for()
        if case in names:
            continue  # the same bytes each time
        press(page.get_by_role("button", name="Serahkan sebagai versi"))
        page.locator(".tercatat").wait_for()
        number += 1
        for where in ("", "baca/", "catatan/", f"perubahan/3/{number}/", "dokumen/"):
            page.goto(f"{base}{about}{where}")
            assert page.locator("h1").count() == 1, (case["file"], where)


@pytest.mark.slow
def test_every_accepted_file_can_be_read_and_compared(
    office: AtStage, folder: Path, cases: list[Case]
) -> None:
    here = office(**REVISING)
    client = here.client(Role.PENYUSUN)
    client.raise_request_exception = False
    about, number, broken = f"/rancangan/{DRAFT}/", 3, []
    for case in cases:
        if case["verdict"] != "accept" or case["code"] == "NAME":
            continue
        submit_version(
            desk(VILLAGE), DRAFT, bytes_of(folder, case), file_name=case["upload_name"], by="penyusun"
        )
        number += 1
        pages = (f"baca/{number}/", f"perubahan/3/{number}/", f"perubahan/{number - 1}/{number}/")
        broken += [(case["file"], page) for page in pages if client.get(about + page).status_code != 200]
    assert broken == []
