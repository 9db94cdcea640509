"""The hash-chained log of a village. This form never changes: see docs/record-format.md.

A leaf shows who did what kind of thing when, to which text. What was said, and names of people, are in the payload;
the leaf holds only a salted hash of it, so that a payload can be erased and the chain still holds.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TypeAlias

from perdes_flow.domain.acts import Act
from perdes_flow.domain.values import Sha256, VillageId

GENESIS: Sha256 = "0" * 64
FORMAT = 1

_PLAIN = re.compile(r"[a-z0-9_-]*")

Json: TypeAlias = "str | int | bool | None | list[Json] | dict[str, Json]"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One link. `at` is UTC to the second, e.g. "2023-10-09T02:00:00Z"."""

    log: VillageId
    seq: int
    prev: Sha256
    at: str
    actor: str
    role: str
    type: str
    draft: str | None
    version: int | None
    sha256: Sha256 | None
    text_sha256: Sha256 | None
    payload_hash: Sha256

    def canonical(self) -> bytes:
        """The leaf as RFC 8785 JSON. All values are plain ASCII by the domain's types, so nothing needs escaping."""
        return (
            f'{{"actor":"{self.actor}","at":"{self.at}","draft":{_quoted(self.draft)},"log":"{self.log}",'
            f'"payload_hash":"{self.payload_hash}","prev":"{self.prev}","role":"{self.role}","seq":{self.seq},'
            f'"sha256":{_quoted(self.sha256)},"text_sha256":{_quoted(self.text_sha256)},"type":"{self.type}",'
            f'"v":{FORMAT},"version":{"null" if self.version is None else self.version}}}'
        ).encode("ascii")

    @property
    def hash(self) -> Sha256:
        """SHA-256 of a zero byte and the leaf, as RFC 6962 hashes a leaf: one hash for chain and Merkle tree."""
        return sha256(b"\x00" + self.canonical()).hexdigest()


@dataclass(frozen=True, slots=True)
class Record:
    """A leaf with what it stands for; `payload` and `salt` are None once erased."""

    leaf: Leaf
    hash: Sha256
    payload: bytes | None
    salt: bytes | None


@dataclass(frozen=True, slots=True)
class Break:
    """Where a log does not hold: the first record that is wrong, and how."""

    seq: int
    reason: str


def link(act: Act, *, log: VillageId, seq: int, prev: Sha256, salt: bytes) -> Record:
    """The record of an act as the next link after `prev`. `seq` counts from 1; the salt has 32 bytes.

    Raises ValueError for a name or a value that the record's form cannot hold.
    """
    for word in (log, act.by.person, act.draft or ""):
        if not _PLAIN.fullmatch(word):
            raise ValueError(f"not a name that a leaf can hold: {word!r:.80}")
    payload = canonical_json(act.fact.model_dump(mode="json"))
    leaf = Leaf(
        log,
        seq,
        prev,
        act.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        act.by.person,
        act.by.role.value,
        str(getattr(act.fact, "type", "")),
        act.draft,
        act.fact.leaf_version,
        act.fact.leaf_sha256,
        act.fact.leaf_text_sha256,
        payload_hash(salt, payload),
    )
    return Record(leaf, leaf.hash, payload, salt)


def payload_hash(salt: bytes, payload: bytes) -> Sha256:
    """What the leaf shows of a payload."""
    return sha256(salt + payload).hexdigest()


def instant(at: str) -> datetime:
    """The time of a leaf, aware."""
    return datetime.strptime(at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def breaks(records: Iterable[Record], *, after: int = 0, prev: Sha256 = GENESIS) -> Iterator[Break]:
    """Every place where the log does not hold; none for a whole log. Runs in one pass, in constant memory."""
    expected = after + 1
    for record in records:
        leaf = record.leaf
        if leaf.seq != expected:
            yield Break(leaf.seq, "urutan")
        if leaf.prev != prev:
            yield Break(leaf.seq, "rantai")
        found = leaf.hash
        if found != record.hash:
            yield Break(leaf.seq, "catatan")
        if (
            record.payload is not None
            and payload_hash(record.salt or b"", record.payload) != leaf.payload_hash
        ):
            yield Break(leaf.seq, "isi")
        expected, prev = leaf.seq + 1, found


def canonical_json(value: Json) -> bytes:
    """RFC 8785 JSON, for the restricted values that payloads hold.

    Only text, integers below 2^53, true, false, null, lists and objects with ASCII keys; text is put into NFC.
    Raises ValueError for anything else: floats, larger integers, lone surrogates.
    """
    return json.dumps(_restricted(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode(
        "utf-8"
    )


def _restricted(value: Json) -> Json:
    match value:
        case None | bool():
            return value
        case str():
            return unicodedata.normalize("NFC", value)
        case int() if abs(value) < 2**53:
            return value
        case list():
            return [_restricted(item) for item in value]
        case dict() if all(isinstance(key, str) and key.isascii() for key in value):
            return {key: _restricted(item) for key, item in value.items()}
    raise ValueError(f"not a value of the record: {value!r:.80}")


def _quoted(text: str | None) -> str:
    return "null" if text is None else f'"{text}"'
