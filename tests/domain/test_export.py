"""The exported log: one line a record, read back exactly."""

import json

import pytest
import rfc8785
from tampering import LOG, chained, exported, honest, story

from perdes_flow.domain.chain import GENESIS
from perdes_flow.domain.export import lines, read
from perdes_flow.errors import LogRefused


def refusal_of(log: bytes) -> tuple[int, str]:
    with pytest.raises(LogRefused) as refusal:
        read(log.splitlines(keepends=True))
    return refusal.value.line, refusal.value.reason


def test_what_is_exported_is_read_back_unchanged() -> None:
    records = honest()
    assert read(lines(records, log=LOG)) == tuple(records)


def test_an_empty_log_has_its_closing_line_only() -> None:
    log = b'{"head":{"hash":"' + GENESIS.encode() + b'","log":"sumberagung","size":0}}\n'
    assert exported([]) == log
    assert read([log]) == ()


def test_every_line_is_the_canonical_json_of_what_it_says() -> None:
    for line in lines(honest(), log=LOG):
        assert line == rfc8785.dumps(json.loads(line)) + b"\n"


def test_an_erased_payload_is_null_together_with_its_salt() -> None:
    second = json.loads(list(lines(honest(), log=LOG))[1])
    assert (second["payload"], second["salt"]) == (None, None)


def test_a_damaged_log_is_refused_at_its_first_wrong_line() -> None:
    log = exported(chained(story()))
    every = log.splitlines(keepends=True)
    assert refusal_of(b"".join(every[:4] + every[5:])) == (5, "urutan")
    assert refusal_of(log.replace(b'"reason":"Diperbaiki."', b'"reason":"Diperbaiki!"')) == (7, "isi")
    assert refusal_of(log.replace(b'"role":"sekdes"', b'"role":"kades"', 1)) == (1, "catatan")
    assert refusal_of(b"".join(every[:-1])) == (13, "penutup")
    assert refusal_of(b"".join(every[:6] + every[-1:])) == (7, "penutup")
    assert refusal_of(log + every[0]) == (14, "penutup")
    assert refusal_of(b"x" + log) == (1, "baris")
    assert refusal_of(b"") == (1, "penutup")
    assert refusal_of(log[:-1]) == (13, "baris")


def test_a_damaged_log_is_exported_as_it_is_and_refused_when_read() -> None:
    records = honest()
    assert refusal_of(exported([*records[:3], *records[4:]])) == (4, "urutan")
