"""The hash-chained log of a village. This form never changes: see docs/record-format.md.

A leaf shows who did what kind of thing when, to which text. What was said, and names of people, are in the payload;
the leaf holds only a salted hash of it, so that a payload can be erased and the chain still holds.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

from perdes_flow.domain.acts import Act
from perdes_flow.domain.canonical import Json, canonical_json, read_canonical
from perdes_flow.domain.values import Sha256, VillageId

GENESIS: Sha256 = "0" * 64
FORMAT = 1

SALT_BYTES = 32

_NAME = r"[a-z0-9][a-z0-9_-]{0,59}"
_HASH = r"[0-9a-f]{64}"
_NUMBER = r"[1-9][0-9]{0,14}"
_TIME = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"
# the groups are the values of a leaf, in the order of its keys
LEAF_FORM = (
    rf'\{{"actor":"({_NAME})","at":"({_TIME})","draft":(null|"{_NAME}"),'
    rf'"log":"({_NAME})","payload_hash":"({_HASH})","prev":"({_HASH})",'
    rf'"role":"({_NAME})","seq":({_NUMBER}),"sha256":(null|"{_HASH}"),'
    rf'"text_sha256":(null|"{_HASH}"),"type":"({_NAME})",'
    rf'"v":{FORMAT},"version":(null|{_NUMBER})\}}'
).encode("ascii")
_LEAF = re.compile(LEAF_FORM)


class Leaf(NamedTuple):
    """One link. `at` is UTC to the second, e.g. "2023-10-09T02:00:00Z".

    What the leaf shows of a fact (`type`, `version`, `sha256`, `text_sha256`) stands in the payload too.
    """

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
        """The leaf as RFC 8785 JSON, provided that its values are plain: `well_formed` tells."""
        return (
            f'{{"actor":"{self.actor}","at":"{self.at}","draft":{_quoted(self.draft)},"log":"{self.log}",'
            f'"payload_hash":"{self.payload_hash}","prev":"{self.prev}","role":"{self.role}","seq":{self.seq},'
            f'"sha256":{_quoted(self.sha256)},"text_sha256":{_quoted(self.text_sha256)},"type":"{self.type}",'
            f'"v":{FORMAT},"version":{"null" if self.version is None else self.version}}}'
        ).encode("ascii", "backslashreplace")  # a damaged log must be told, not crash the check

    @property
    def hash(self) -> Sha256:
        """SHA-256 of a zero byte and the leaf, as RFC 6962 hashes a leaf: one hash for chain and Merkle tree."""
        return leaf_hash(self.canonical())


class Record(NamedTuple):
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

    Raises ValueError for what the record's form cannot hold: names that are not plain, a time without zone or with
    parts of a second (two acts would look like one), a salt of another length (the hash would have two readings).
    """
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes, not {len(salt)}")
    payload = canonical_json(act.fact.model_dump(mode="json"))
    leaf = Leaf(
        log,
        seq,
        prev,
        _timestamp(act.at),
        act.by.person,
        act.by.role.value,
        str(getattr(act.fact, "type", "")),
        act.draft,
        act.fact.leaf_version,
        act.fact.leaf_sha256,
        act.fact.leaf_text_sha256,
        payload_hash(salt, payload),
    )
    canonical = leaf.canonical()
    if not well_formed(canonical):
        raise ValueError(f"not a leaf: {leaf!r:.300}")
    return Record(leaf, leaf_hash(canonical), payload, salt)


def well_formed(canonical: bytes) -> bool:
    """Whether the bytes are a leaf of this format; everything else has no meaning, whatever its hash."""
    return _LEAF.fullmatch(canonical) is not None


def leaf_of(values: tuple[bytes, ...]) -> Leaf:
    """The leaf of the values that `LEAF_FORM` finds."""
    actor, at, draft, log, payload, prev, role, seq, file, text, type_, version = (
        value.decode("ascii") for value in values
    )
    return Leaf(
        log,
        int(seq),
        prev,
        at,
        actor,
        role,
        type_,
        unquoted(draft),
        None if version == "null" else int(version),
        unquoted(file),
        unquoted(text),
        payload,
    )


def leaf_hash(canonical: bytes) -> Sha256:
    """The hash of a leaf's canonical bytes."""
    return sha256(b"\x00" + canonical).hexdigest()


def payload_hash(salt: bytes, payload: bytes) -> Sha256:
    """What the leaf shows of a payload."""
    return sha256(salt + payload).hexdigest()


def instant(at: str) -> datetime:
    """The time of a leaf, aware."""
    found = datetime.fromisoformat(at)  # twenty times as fast as strptime, but takes other forms too
    if found.tzinfo is not UTC:
        raise ValueError(f"not the time of a leaf: {at!r:.80}")
    return found


def breaks(
    records: Iterable[Record], *, log: VillageId | None = None, after: int = 0, prev: Sha256 = GENESIS
) -> Iterator[Break]:
    """Every place where the log does not hold; none for a whole log. Runs in one pass, in constant memory.

    `log` is the village whose log it must be; None takes it from the first record. Reasons: "bentuk" (not a leaf),
    "desa" (of another log), "urutan" (numbers), "rantai" (not bound to the record before), "catatan" (leaf and hash
    differ), "isi" (payload or salt and their hash differ). See also `payload_fault`, which takes longer.
    """
    for record in records:
        leaf, canonical = record.leaf, record.leaf.canonical()
        log = log or leaf.log
        found = leaf_hash(canonical)
        if leaf.seq != after + 1:
            yield Break(after + 1, "urutan")
        if not well_formed(canonical):
            yield Break(leaf.seq, "bentuk")
        if leaf.log != log:
            yield Break(leaf.seq, "desa")
        if leaf.prev != prev:
            yield Break(leaf.seq, "rantai")
        if found != record.hash:
            yield Break(leaf.seq, "catatan")
        if not _payload_holds(record):
            yield Break(leaf.seq, "isi")
        after, prev = leaf.seq, found


def _payload_holds(record: Record) -> bool:
    payload, salt = record.payload, record.salt
    if payload is None or salt is None:
        return payload is salt
    # salt ‖ payload has one reading only while the salt's length is fixed
    return len(salt) == SALT_BYTES and payload_hash(salt, payload) == record.leaf.payload_hash


def payload_fault(record: Record) -> str | None:
    """What is wrong with a payload whose hash is right, None if nothing: only a dishonest writer makes such a record.

    "bentuk": it is not canonical JSON. "ringkasan": the leaf shows something else than it says.
    """
    leaf = record.leaf
    shown = (leaf.type, leaf.version, leaf.sha256, leaf.text_sha256)
    return None if record.payload is None else telling_fault(record.payload, shown)


def telling_fault(payload: bytes, shown: tuple[str, int | None, Sha256 | None, Sha256 | None]) -> str | None:
    """As `payload_fault`, for what a leaf shows: `type`, `version`, `sha256`, `text_sha256`."""
    try:
        fact = read_canonical(payload)
    except ValueError:
        return "bentuk"
    return None if _shown(fact) == shown else "ringkasan"


def _shown(fact: Json) -> tuple[Json, Json, Json, Json] | None:
    """What a leaf must show of a payload; None for what cannot be a payload."""
    if not isinstance(fact, dict) or fact.get("version") is True:
        return None  # for Python True equals 1; for the record it does not
    file = fact["docx_sha256"] if "docx_sha256" in fact else fact.get("file_sha256")
    return fact.get("type"), fact.get("version"), file, fact.get("text_sha256")


def _timestamp(at: datetime) -> str:
    if at.utcoffset() is None or at.microsecond:
        raise ValueError(f"not an instant to the second with its zone: {at!r}")
    # not strftime: its %Y leaves out leading zeros on some systems
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _quoted(text: str | None) -> str:
    return "null" if text is None else f'"{text}"'


def unquoted(text: str) -> str | None:
    """A value of a leaf that may be null."""
    return None if text == "null" else text[1:-1]
