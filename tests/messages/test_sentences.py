"""Everything that happens or is refused has its Indonesian sentence."""

import errno
import re
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest

from perdes_flow import errors
from perdes_flow.domain import events
from perdes_flow.domain.events import Fact
from perdes_flow.messages.facts import fact_sentence
from perdes_flow.messages.mishaps import mishap
from perdes_flow.messages.refusals import refusal_sentence

_ENGLISH = re.compile(r"\b(error|the|file|not|invalid|missing|unknown|failed|please|None)\b")


def _every(base: type) -> list[type]:
    found = []
    for kind in base.__subclasses__():
        found += [kind, *_every(kind)]
    return found


REFUSALS = [kind for kind in _every(errors.Refusal) if is_dataclass(kind)]
FACTS = [kind for kind in _every(Fact) if "type" in kind.model_fields]
# the values that a refusal's field may have where its sentence depends on it
_REASONS = {
    "CommentNotOpen": {"condition": "selesai"},
    "FieldUnfit": {"field": "name", "problem": "string_too_long"},
    "MeetingNotOpen": {"condition": "tidak_ada"},
    "VoteRefused": {"reason": "sudah_bersuara"},
    "AttendanceRefused": {"reason": "kosong"},
    "BackupRefused": {"reason": "rusak"},
    "LogRefused": {"reason": "rantai"},
    "CheckpointRefused": {"reason": "kunci"},
    "DocxRefused": {"reason": "NOT_DOCX"},
    "NotARegulation": {"reason": "bentuk"},
    "WordingUnfit": {"reason": "paragraf"},
    "SessionRefused": {"reason": "mundur", "on": date(2026, 3, 13)},
    "PhotoRefused": {"reason": "bentuk"},
}


def _refusal(kind: type) -> errors.Refusal:
    hints = get_type_hints(kind)
    given = {field.name: _value(field.name, hints[field.name]) for field in fields(kind)}
    refusal: errors.Refusal = kind(**{**given, **_REASONS.get(kind.__name__, {})})
    return refusal


def _value(name: str, hint: Any) -> Any:
    if name in (
        "lacking",
        "problems",
        "missing",
        "findings",
        "needed",
        "known",
        "reasons",
        "nicknames",
        "pending",
        "unknown",
    ):
        return ()
    if name == "facts":
        return {}
    if int in (hint, *get_args(hint)):
        return 7
    return "sawah"


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_every_refusal_is_said_in_indonesian(kind: type) -> None:
    said = refusal_sentence(_refusal(kind))
    assert len(said) > 20, said
    assert not _ENGLISH.search(said), said
    assert said[-1] in ".:", said


def test_every_refusal_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in REFUSALS]  # type: ignore[attr-defined]  # every Refusal has one
    assert len(set(codes)) == len(codes)


_SAMPLES: dict[str, Any] = {
    "village": "sumberagung", "zone": "WIB", "person": "o001", "member": "o001", "author": "o001", "nickname": "sekdes", "office": "sekdes",
    "since": "2026-01-02", "on": "2026-01-02", "counted_from": "2026-01-02", "jenis": "umum", "asal": "pemdes",
    "prakarsa": "pemdes", "state": "penyusunan", "kind": "konsultasi", "suffix": ".pdf", "step": "ajukan",
    "source": "penyusunan", "target": "disampaikan", "law": ["UU 6/2014"], "calendar": "2026.1", "party": "bpd", "to": "tarik",
    "basis": "isi", "outcome": "sesuai", "choice": "setuju", "by_mufakat": True, "gazette": "lembaran_desa", "about": "evaluasi",
    "workflow": {"id": "perdes", "version": "1", "sha256": "0" * 64}, "old": {"id": "perdes", "version": "1", "sha256": "0" * 64},
    "new": {"id": "perdes", "version": "2", "sha256": "1" * 64},
    "starts": "19.30", "agenda": ["Pembahasan"], "guests": [{"name": "Siti"}], "way": "lisan",
}  # fmt: skip
_OUTCOMES = {"comment_answered": "diterima", "meeting_closed": "mufakat", "input_answered": "diterima"}


def _fact(kind: type[Fact]) -> Fact:
    type_ = kind.model_fields["type"].default
    given: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        if name == "type" or not field.is_required():
            continue
        if name.endswith("sha256"):
            given[name] = "a" * 64
        elif name == "outcome":
            given[name] = _OUTCOMES.get(type_, "sesuai")
        elif name == "nomor" and type_ in ("penetapan_recorded", "pengundangan_recorded"):
            given[name] = 3
        elif name == "present":
            given[name] = ["o001"] if type_ == "attendance_recorded" else 6
        elif type_ == "photo_filed" and name == "suffix":
            given[name] = ".jpg"
        else:
            given[name] = _SAMPLES.get(name, 3 if "int" in str(field.annotation) else "kata")
    return kind.model_validate(given)


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.__name__)
def test_every_fact_is_told_in_indonesian(kind: type[Fact]) -> None:
    said = fact_sentence(_fact(kind))
    assert len(said) > 10
    assert not _ENGLISH.search(said), said


def test_no_kind_of_fact_is_left_out() -> None:
    assert len(FACTS) == len({kind.model_fields["type"].default for kind in FACTS}) >= 27
    assert events.fact_from_json('{"type": "comment_resolved", "comment": 1}')


@pytest.mark.parametrize(
    ("problem", "says"),
    [
        ("attempt to write a readonly database", "(basis data hanya dapat dibaca)"),
        ("database or disk is full", "(cakram penuh)"),
        ("database disk image is malformed", "(basis data rusak)"),
        (
            "connection failed: connection to server at 127.0.0.1 failed",
            "(peladen basis data tidak dapat dihubungi)",
        ),
        ("/kerja: tidak diizinkan", "(/kerja: tidak diizinkan)"),
    ],
)
def test_what_a_database_says_is_told_in_plain_words(problem: str, says: str) -> None:
    assert says in refusal_sentence(errors.StorageFailed(problem))


def test_what_a_disk_says_is_told_in_plain_words() -> None:
    assert mishap(OSError(errno.ENOSPC, "No space left on device")) == "cakram penuh"
    assert mishap(OSError(99999, "Something new")) == "gangguan berkas"


def test_the_history_names_papers_and_stages_as_people_do() -> None:
    letter = events.DocumentFiled(
        kind="surat_pengantar",
        file_sha256="0" * 64,
        suffix=".docx",
        nomor="140/12/2026",
        dated=date(2026, 2, 9),
    )
    assert fact_sentence(letter) == "Surat pengantar Kepala Desa nomor 140/12/2026 disimpan."
    own = letter.model_copy(update={"kind": "peta_dusun", "nomor": "", "issued": True})
    assert fact_sentence(own) == "Peta dusun diterbitkan."
