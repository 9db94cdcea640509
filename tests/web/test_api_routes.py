"""Every operation of the API, with every office, in one's own and in a foreign village.

The table below is written by hand from what the offices do. An operation that is not in it fails: say here who may do it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.urls import get_resolver
from web.api_calls import Program, word_file
from web.conftest import DRAFT, FOREIGN_DRAFT, FOREIGN_VILLAGE, PEOPLE, PIN, TWO_VILLAGES, VILLAGE, Office
from web.test_api import AtStage

from perdes_flow.domain.values import MeetingKind, Role
from perdes_flow.use_cases.deliberating import open_meeting
from perdes_flow.use_cases.desk import open_case
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.web.api.service import api
from perdes_flow.web.routes import ROUTES
from perdes_flow.web.workspace import desk

OFFICES = frozenset(PEOPLE)
BPD = frozenset({Role.KETUA_BPD, Role.SEKRETARIS_BPD, Role.ANGGOTA_BPD})
BOARD = BPD - {Role.ANGGOTA_BPD}
CLERKS = frozenset({Role.PENYUSUN, Role.KADES, Role.SEKDES})
DRAFTER = frozenset({Role.PENYUSUN})

# the stages at which an act is tried: where it is open, so that only the office can stand in its way
INTERNAL, PUBLIC, JOINT = TWO_VILLAGES, "konsultasi_publik", "pembahasan_bersama"
NOWHERE = (
    "Pasal 999"  # the act is reached, and refused for its place, so that the next office finds the same stage
)
BECAUSE = {"reason": "uji"}


@dataclass(frozen=True)
class Try:
    """Who may do it, and what is sent; `form`: as a form, where files may come."""

    who: frozenset[Role]
    said: Any = None
    stage: str = INTERNAL
    form: bool = False


READING = (
    "me_show_me", "drafts_list_drafts", "drafts_show_draft", "drafts_show_history", "versions_download",
    "versions_show_outline", "versions_lint", "changes_list_changes", "changes_redline", "changes_sandingan",
    "comments_list_comments", "notes_list_notes", "notes_list_marks", "suggestions_list_suggestions",
    "meetings_list_meetings", "consultation_list_inputs", "steps_list_steps", "papers_list_papers",
    "papers_download", "papers_book", "record_check", "record_show_receipt",
)  # fmt: skip
TABLE: dict[str, Try] = {
    **{name: Try(OFFICES) for name in READING},
    "drafts_start": Try(CLERKS | {Role.KETUA_BPD, Role.ANGGOTA_BPD}, {"draft": DRAFT, "title": "Sudah ada"}),
    "versions_submit": Try(DRAFTER, {"file": "the latest version again"}, PUBLIC, form=True),
    "comments_open_comment": Try(BPD, {"address": NOWHERE, "text": "uji"}),
    "comments_reply": Try(OFFICES, {"text": "uji"}),
    "comments_answer": Try(CLERKS, {"outcome": "diterima", **BECAUSE}),
    "comments_resolve": Try(OFFICES),
    "comments_reopen": Try(OFFICES, BECAUSE),
    "comments_withdraw": Try(OFFICES, BECAUSE),
    "comments_hide": Try(BOARD | {Role.SEKDES}, BECAUSE),
    "notes_keep": Try(OFFICES, {"address": NOWHERE, "text": "uji"}),
    "notes_share": Try(OFFICES, {}),
    "notes_drop": Try(OFFICES),
    "notes_endorse": Try(BPD, {"address": NOWHERE}),
    "notes_take_back": Try(OFFICES, {"address": NOWHERE}),
    "suggestions_suggest": Try(BPD, {"address": NOWHERE, "text": "uji"}),
    "suggestions_take": Try(DRAFTER, {"suggestions": [999]}, PUBLIC),
    "suggestions_say_taken": Try(DRAFTER, {"suggestions": [999]}, PUBLIC),
    "suggestions_refuse": Try(CLERKS, BECAUSE),
    "suggestions_withdraw": Try(OFFICES, BECAUSE),
    "meetings_invite": Try(
        BOARD,
        {"kind": "internal", "on": "2099-01-01", "starts": "19.30", "place": "Balai", "agenda": ["Uji"]},
    ),
    "meetings_open_meeting": Try(BOARD, {"kind": "internal", "on": "2026-01-01", "place": "Balai"}),
    "meetings_close": Try(BOARD),
    "sittings_further": Try(BOARD, {"on": "2000-01-01", "starts": "19.30"}),
    "sittings_attend": Try(BOARD, {}),
    "sittings_welcome": Try(BOARD, {"guests": []}),
    "sittings_minute": Try(BOARD, {"text": "uji"}),
    "sittings_opine": Try(BOARD, {"text": "uji"}),
    "sittings_differ": Try(
        BOARD | {Role.KADES, Role.SEKDES}, {"address": NOWHERE, "bpd": "uji", "kades": "uji"}, JOINT
    ),
    # whose vote it is, is no matter of access: whoever is no member is refused by the meeting's own rule
    "votes_vote": Try(OFFICES, {"choice": "abstain", "version": 999}),
    "votes_pasal_vote": Try(OFFICES, {"choice": "abstain", "address": NOWHERE, "version": 999}),
    "votes_mufakat": Try(BOARD),
    "votes_pasal_mufakat": Try(BOARD, {"address": NOWHERE}),
    "consultation_receive": Try(CLERKS, {"text": "uji", "address": NOWHERE}, PUBLIC),
    "consultation_answer": Try(CLERKS, {"outcome": "diterima", **BECAUSE}, PUBLIC),
    "consultation_photograph": Try(
        CLERKS | {Role.SEKRETARIS_BPD}, {"file": "no picture", "caption": "uji"}, form=True
    ),
    # a step's offices are among its conditions: they are all said at once, and the law of each
    "steps_take": Try(OFFICES, {}, form=True),
    "steps_consent": Try(frozenset({Role.KADES, Role.KETUA_BPD}), {}),
    "papers_issue": Try(BOARD | {Role.KADES, Role.SEKDES}, {}),  # a list of those present
    "papers_file_paper": Try(BOARD | CLERKS, {"file": "a scan"}, form=True),
}
SCAN = b"%PDF-1.4\n" + b"x" * 100 + b"\n%%EOF\n"
FILES = {"no picture": b"MZ", "a scan": SCAN}
# what stands in the address of an operation
PLACES: dict[str, Any] = {
    "draft": DRAFT, "version": 1, "old": 1, "new": 2, "comment": 999, "note": 999, "suggestion": 999, "input": 999,
    "step": "tarik", "kind": "daftar_hadir", "paper": 999, "receipt": "1-00000000",
}  # fmt: skip


def operations() -> Iterator[tuple[str, str, str]]:
    """Name, method and address of every operation, as the OpenAPI says."""
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method, operation in methods.items():
            yield operation["operationId"], method, path.removeprefix("/api")


ALL = {name: (method, path) for name, method, path in operations()}


def call(program: Program, name: str, **instead: Any) -> Any:
    method, path = ALL[name]
    path = path.format(**{**PLACES, **instead})
    if method == "get":
        return program.get(path)
    said = TABLE[name].said
    if not TABLE[name].form:
        return program.post(path, said, x_perdes_pin=PIN)
    form = dict(said)
    if "file" in form:
        form["file"] = word_file(FILES.get(form["file"]) or latest(), "berkas")
    return program.send(path, form, x_perdes_pin=PIN)


def latest() -> bytes:
    at = desk(VILLAGE)
    return version_docx(at, open_case(at, DRAFT), 1)


def ready(kind: MeetingKind) -> None:
    """A meeting is open, whatever the one before has closed."""
    at = desk(VILLAGE)
    case = open_case(at, DRAFT)
    if case.draft.meeting is None or case.draft.meeting.closed:
        open_meeting(at, DRAFT, kind=kind, on=case.today, place="Balai", by="ketua-bpd")


def test_every_operation_stands_in_the_table() -> None:
    assert set(ALL) == set(TABLE), "say in TABLE who may do it"
    assert {name for name, (method, _) in ALL.items() if method != "get"} == set(TABLE) - set(READING)
    assert {method for method, _ in ALL.values()} == {"get", "post"}


def test_no_address_stands_outside_the_tables() -> None:
    pages = {route.path for route in ROUTES}
    found = {str(pattern.pattern) for pattern in get_resolver("perdes_flow.web.urls").url_patterns}
    assert found - pages == {"api/"}
    inside = {str(pattern.pattern) for pattern in api.urls[0]}
    assert len(inside) == len({path for _, path in ALL.values()}) + len({"openapi.json", "api-root"})


@pytest.mark.slow
@pytest.mark.parametrize("stage", [INTERNAL, PUBLIC, JOINT])
def test_each_office_does_what_the_table_says_and_nothing_else(office: AtStage, stage: str) -> None:
    here, wrong = office(stage), []
    for role in PEOPLE:
        program = Program(here, role)
        for name, asked in TABLE.items():
            if asked.stage != stage:
                continue
            if stage != PUBLIC:
                ready("bersama" if stage == JOINT else "internal")
            answer = call(program, name)
            if answer.status_code not in (200, 201, 403, 404, 422) or (
                (answer.status_code == 403) == (role in asked.who)
            ):
                wrong.append((role.value, name, answer.status_code, answer.json()["message"]))
    assert wrong == []


@pytest.mark.slow
def test_a_draft_of_another_village_is_not_there_for_programs(two_villages: Office) -> None:
    before = two_villages.heads()
    for role in (Role.SEKDES, Role.KETUA_BPD):
        ours, theirs = Program(two_villages, role), Program(two_villages, role, FOREIGN_VILLAGE)
        for name, (_, path) in ALL.items():
            if "{draft}" in path:
                for answer in (
                    call(ours, name, draft=FOREIGN_DRAFT),
                    call(theirs, name),
                    call(ours, name, draft="tidak-ada"),
                ):
                    assert (answer.status_code, answer.json()["code"]) == (404, "rancangan_tidak_dikenal"), (
                        name
                    )
    assert two_villages.heads() == before


def test_without_a_key_no_operation_is_reached(two_villages: Office) -> None:
    before = two_villages.heads()
    program = Program(two_villages, Role.SEKDES)
    program._client.defaults["HTTP_AUTHORIZATION"] = "Bearer salah"
    for name in ALL:
        assert call(program, name).status_code in (401, 429), name
    assert two_villages.heads() == before


def test_every_operation_is_documented_in_indonesian() -> None:
    english = {"the", "of", "and", "for", "with", "get", "list", "returns", "what", "is", "to", "one"}
    for methods in api.get_openapi_schema()["paths"].values():
        for operation in methods.values():
            words = f"{operation['summary']} {operation['description']}"
            assert operation["description"].startswith(operation["summary"])
            assert operation["description"].endswith("."), operation["operationId"]
            assert len(operation["description"]) > len(operation["summary"]) + 5, operation["operationId"]
            assert not english & set(words.casefold().replace(".", " ").replace(",", " ").split()), words
            assert {"200", "201"} & {str(code) for code in operation["responses"]}
