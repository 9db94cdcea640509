"""Logs by a dishonest writer: every hash and link is right, but the form of the record is not kept.

Built from parsed lines by the page docs/record-format.md, with none of our own writing code.
"""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from hashlib import sha256
from typing import Any

from tampering import chained, exported, story

Record = dict[str, Any]
AT = 5  # the sixth record, a comment: what is forged stands in the middle of the log


def forged() -> Iterator[tuple[str, bytes]]:
    """Name and log of every forgery."""
    for name, edit in _edits():
        records = _parsed()
        edit(records)
        yield name, _sealed(records)
    for name, raw in _payloads():
        records = _parsed()
        records[AT]["raw"] = raw
        yield name, _sealed(records)
    for name, change in _closings():
        head = {"hash": "", "log": "sumberagung", "size": 12}
        yield name, _sealed(_parsed(), head | change)


def unforged() -> bytes:
    """The same log, sealed in the same way with nothing wrong in it: what shows that the sealing is right."""
    return _sealed(_parsed())


def _edits() -> Iterator[tuple[str, Callable[[list[Record]], object]]]:
    for key, value in [
        ("type", "comment_replied"),
        ("version", 2),
        ("version", None),
        ("version", 0),
        ("version", 1.5),
        ("version", "1"),
        ("version", True),
        ("sha256", "ab" * 32),
        ("sha256", ""),
        ("text_sha256", "ab" * 32),
        ("v", 2),
        ("v", "1"),
        ("v", True),
        ("v", None),
        ("more", 1),
        ("actor", "O002"),
        ("actor", ""),
        ("actor", None),
        ("actor", "o" * 61),
        ("role", "sek des"),
        ("draft", ""),
        ("draft", "é"),
        ("draft", False),
        ("log", "sumberjo"),
        ("at", "2023-10-09T02:00:00"),
        ("at", "2023-10-09 02:00:00Z"),
        ("at", "2023-10-09T02:00:00+00:00"),
        ("at", "2023-10-09T24:00:00Z"),
        ("at", "2023-00-09T02:00:00Z"),
        ("at", "2023-10-09T02:00:00Z\n"),
        ("at", 1_696_816_800),
        ("prev", "0" * 64),
        ("prev", None),
        ("seq", 7),
        ("seq", 5),
        ("seq", "6"),
        ("seq", 6.0),
    ]:
        yield f"leaf with {key} = {value!r}", _set_leaf(key, value)
    yield "leaf without text_sha256", lambda records: records[AT]["leaf"].pop("text_sha256")
    yield (
        "numbers that skip one",
        lambda records: [r["leaf"].update(seq=r["leaf"]["seq"] + 1) for r in records[AT:]],
    )
    yield "numbers from zero", lambda records: [r["leaf"].update(seq=r["leaf"]["seq"] - 1) for r in records]
    yield "all of another form", lambda records: [r["leaf"].update(v=2) for r in records]
    yield (
        "a first record bound to something",
        lambda records: records[0]["leaf"].update(prev="ab" * 32, pinned=True),
    )
    yield "a salt without its payload", lambda records: records[AT].update(payload=None, kept=True)
    yield "a payload without its salt", lambda records: records[AT].update(salt=None, kept=True)
    yield "a salt of 31 bytes", lambda records: records[AT].update(salt="01" * 31)
    yield "a salt of 33 bytes", lambda records: records[AT].update(salt="01" * 33)
    yield "an empty salt", lambda records: records[AT].update(salt="")
    yield "a salt in capital digits", lambda records: records[AT].update(salt="AB" * 32)
    yield "a record with a key too many", lambda records: records[AT].update(more=None)
    yield "a payload without a type", lambda records: records[AT]["payload"].pop("type")
    yield "a payload with true for one", lambda records: records[AT]["payload"].update(version=True)
    yield "a payload about another file", lambda records: records[AT]["payload"].update(file_sha256="ab" * 32)
    yield (
        "a payload with two files",
        lambda records: records[4]["payload"].update(
            docx_sha256=None, file_sha256=records[4]["leaf"]["sha256"]
        ),
    )


def _set_leaf(key: str, value: object) -> Callable[[list[Record]], object]:
    return lambda records: records[AT]["leaf"].update({key: value, "pinned": key == "prev"})


def _payloads() -> Iterator[tuple[str, Callable[[bytes], bytes]]]:
    """The sixth payload in bytes that are not canonical, though hashed as they stand."""
    yield "a payload with a space", lambda data: data.replace(b'"comment":1', b'"comment": 1')
    yield "a payload with a fraction", lambda data: data.replace(b'"comment":1', b'"comment":1.5')
    yield "a payload with a fraction of nothing", lambda data: data.replace(b'"comment":1', b'"comment":1.0')
    yield "a payload with an exponent", lambda data: data.replace(b'"comment":1', b'"comment":1e+21')
    yield "a payload with minus zero", lambda data: data.replace(b'"comment":1', b'"comment":-0')
    yield (
        "a payload with a number too large",
        lambda data: data.replace(b'"comment":1', b'"comment":9007199254740992'),
    )
    yield "a payload with no number", lambda data: data.replace(b'"comment":1', b'"comment":NaN')
    yield "a payload with a key twice", lambda data: data.replace(b'"comment":1', b'"comment":1,"comment":1')
    yield "a payload out of order", lambda data: b'{"version":1,' + data[1:].replace(b',"version":1', b"")
    yield (
        "a payload with a key that is not plain",
        lambda data: data.replace(b'"version":1', b'"version":1,"\xc3\xa9":1'),
    )
    yield "a payload with an escaped letter", lambda data: data.replace(b"Pasal", b"\\u0050asal")
    yield "a payload with an escaped slash", lambda data: data.replace(b"Pasal", b"\\/Pasal")
    yield "a payload with half a letter", lambda data: data.replace(b"Pasal", b"\\ud800Pasal")
    yield "a payload with bytes that are no text", lambda data: data.replace(b"Pasal", b"\xff")
    yield "a payload with half a letter in bytes", lambda data: data.replace(b"Pasal", b"\xed\xa0\x80")
    yield "a payload with a raw tab", lambda data: data.replace(b"Pasal", b"\t")
    yield "a payload that is a list", lambda data: b"[" + data + b"]"
    yield "a payload that is text", lambda _: b'"comment_opened"'
    yield "a payload that is empty", lambda _: b"{}"
    yield "a payload that is too deep", lambda data: data.replace(b"1", b"[" * 50_000 + b"]" * 50_000, 1)


def _closings() -> Iterator[tuple[str, Record]]:
    yield "a closing line with another hash", {"hash": "ab" * 32}
    yield "a closing line with the hash of the beginning", {"hash": "0" * 64}
    yield "a closing line of more records", {"size": 13}
    yield "a closing line of fewer records", {"size": 11}
    yield "a closing line with its size as text", {"size": "12"}
    yield "a closing line of another village", {"log": "sumberjo"}
    yield "a closing line with a key too many", {"more": 1}


def _parsed() -> list[Record]:
    return [json.loads(line) for line in exported(chained(story())).splitlines()[:-1]]


def _sealed(records: list[Record], head: Record | None = None) -> bytes:
    """The records with their hashes and links as they must be for what they say."""
    out, prev = b"", "0" * 64
    for record in deepcopy(records):
        leaf, raw = record["leaf"], record.pop("raw", None)
        payload = _written(record["payload"])
        payload = raw(payload) if raw else payload
        if not record.pop("kept", False):
            leaf["payload_hash"] = sha256(bytes.fromhex(record["salt"]) + payload).hexdigest()
        if not leaf.pop("pinned", False):
            leaf["prev"] = prev
        prev = record["hash"] = sha256(b"\0" + _written(leaf)).hexdigest()
        marked = _written(record | {"payload": "@@"})
        out += marked.replace(b'"@@"', payload) + b"\n"
    closing = head or {"hash": "", "log": "sumberagung", "size": len(records)}
    return out + _written({"head": closing | {"hash": closing["hash"] or prev}}) + b"\n"


def _written(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
