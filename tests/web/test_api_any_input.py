"""Generated input for every operation of the API: it answers as its OpenAPI says, and a refusal leaves the log as it was."""

import zlib
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from web.api_calls import Program
from web.conftest import DRAFT, PIN, Office, Stages, _point_at

from perdes_flow.domain.values import Role

STAGE = "pembahasan_bersama"  # comments, suggestions, meeting, votes and steps are all open
ROLES = (Role.SEKDES, Role.KETUA_BPD, Role.KADES, Role.ANGGOTA_BPD)
PLACES = ("Pasal 5", "Pasal 14 ayat (3)", "Naskah", "BAB II")
STEPS = ("sepakati", "kembalikan", "tarik_bersama", "buntu")
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


def described(*, thoroughly: bool) -> Any:
    """The API as its own OpenAPI describes it; `thoroughly`: each bound of each field is also tried by itself."""
    found = schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application())
    found.config.phases.coverage.enabled = thoroughly
    found.config.phases.coverage.unexpected_methods = set()  # only GET and POST are described
    return found


quick, thorough = described(thoroughly=False), described(thoroughly=True)


def chosen(value: Any, among: tuple[Any, ...]) -> Any:
    """One of them for most values, so that input also reaches what is there; the value itself for the others."""
    at = zlib.crc32(repr(value).encode("utf-8", "surrogatepass")) % (len(among) + 1)
    return among[at] if at < len(among) else value


REAL = {
    "draft": (DRAFT,) * 6,
    "step": STEPS,
    "kind": ("undangan", "notulen", "buku_keputusan"),
    **dict.fromkeys(("version", "old", "new", "comment", "suggestion", "note", "paper", "input"), (1, 2, 3)),
}


@schemathesis.hook
def map_path_parameters(_: Any, parts: dict[str, Any] | None) -> dict[str, Any] | None:
    return parts and {name: chosen(value, REAL.get(name, ())) for name, value in parts.items()}


@schemathesis.hook
def map_body(_: Any, body: Any) -> Any:
    if isinstance(body, dict) and isinstance(body.get("address"), str):
        return {**body, "address": chosen(body["address"], PLACES)}
    return body


@pytest.fixture(scope="module")
def programs(
    stages: Stages, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Office, list[Program]]]:
    """The demo's workspace, kept over all operations: what one wrote, the next one finds."""
    import shutil

    from django.db import connections

    home = tmp_path_factory.mktemp("api") / "kerja"
    shutil.copytree(stages.folder / STAGE, home)
    _point_at(home, stages.at[STAGE])
    office = Office(home)
    yield office, [Program(office, role) for role in ROLES]
    connections.close_all()


def asked(case: Any, programs: tuple[Office, list[Program]]) -> None:
    office, people = programs
    program = people[zlib.crc32(repr(case.body).encode("utf-8", "replace")) % len(people)]
    before = office.heads()
    answer = case.call(
        headers={"Authorization": f"Bearer {program.token}", "X-Perdes-PIN": PIN, "Accept-Encoding": ""}
    )
    case.validate_response(answer, checks=CHECKS)
    if answer.status_code >= 400:
        assert office.heads() == before


SETTINGS: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck), "database": None}


@pytest.mark.slow
@quick.parametrize()
@settings(max_examples=6, derandomize=True, **SETTINGS)
def test_no_input_breaks_an_operation(case: Any, programs: tuple[Office, list[Program]]) -> None:
    asked(case, programs)


@pytest.mark.nightly
@thorough.parametrize()
@settings(max_examples=300, **SETTINGS)
def test_no_input_breaks_an_operation_in_a_longer_run(
    case: Any, programs: tuple[Office, list[Program]]
) -> None:
    asked(case, programs)
