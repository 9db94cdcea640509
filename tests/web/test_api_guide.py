"""The guide to the API: every call that it shows is answered as it stands there."""

import shlex
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from web.conftest import Office
from web.test_api import AtStage

from perdes_flow.domain.values import Role
from perdes_flow.web.access.tokens import make_token

GUIDE = (Path(__file__).parents[2] / "docs" / "panduan" / "api.md").read_text("utf-8")
CALLS = [line for line in GUIDE.splitlines() if line.startswith("curl ")]
SCAN = b"%PDF-1.4\n" + b"x" * 100 + b"\n%%EOF\n"


def called(line: str, office: Office) -> Any:
    """The call that curl would make."""
    token = make_token(office.account(Role.SEKDES), "panduan")
    words = iter(shlex.split(line.replace("$KUNCI", token).replace("$ALAMAT", ""))[1:])
    headers, form, said, url = {}, {}, None, ""
    for word in words:
        match word:
            case "-H":
                name, _, value = next(words).partition(": ")
                headers[name] = value
            case "-d":
                said = next(words)
            case "-F":
                name, _, value = next(words).partition("=")
                form[name] = SimpleUploadedFile(value[1:], SCAN) if value.startswith("@") else value
            case "-o":
                next(words)
            case _:
                url = word
    if said is not None:
        kind = headers.pop("Content-Type")
        return Client().post(url, said, content_type=kind, headers=headers)
    return Client().post(url, form, headers=headers) if form else Client().get(url, headers=headers)


@pytest.mark.parametrize("line", CALLS, ids=lambda line: line.rpartition("/api/")[2].strip('"'))
def test_every_call_shown_is_answered(line: str, office: AtStage) -> None:
    answer = called(line, office("konsultasi_publik"))
    assert answer.status_code in (200, 201), answer.content[:500]


def test_the_guide_names_every_status_that_the_api_answers_with() -> None:
    from perdes_flow.web.api.operations import REFUSED

    assert {
        line.split("|")[1].strip()
        for line in GUIDE.splitlines()
        if line.startswith("| 4") or line.startswith("| 5")
    } == {str(code) for code in REFUSED}
