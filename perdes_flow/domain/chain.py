"""The hash-chained log of a village. This form never changes: see docs/record-format.md.

A leaf shows who did what kind of thing when, to which text. What was said, and names of people, are in the payload;
the leaf holds only a salted hash of it, so that a payload can be erased and the chain still holds.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from perdes_flow.domain.acts import Act
from perdes_flow.domain.canonical import Json, canonical_json
from perdes_flow.domain.values import Sha256, VillageId

GENESIS: Sha256 = "0" * 64
FORMAT = 1

SALT_BYTES = 32

_NAME = r"[a-z0-9][a-z0-9_-]{0,59}"
_HASH = r"[0-9a-f]{64}"
_NUMBER = r"[1-9][0-9]{0,14}"
_TIME = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"
_LEAF = re.compile(
    (
        rf'\{{"actor":"(?P<actor>{_NAME})","at":"(?P<at>{_TIME})","draft":(?P<draft>null|"{_NAME}"),'
        rf'"log":"(?P<log>{_NAME})","payload_hash":"(?P<payload_hash>{_HASH})","prev":"(?P<prev>{_HASH})",'
        rf'"role":"(?P<role>{_NAME})","seq":(?P<seq>{_NUMBER}),"sha256":(?P<sha256>null|"{_HASH}"),'
        rf'"text_sha256":(?P<text_sha256>null|"{_HASH}"),"type":"(?P<type>{_NAME})",'
        rf'"v":{FORMAT},"version":(?P<version>null|{_NUMBER})\}}'
    ).encode("ascii")
)


@dataclass(frozen=True, slots=True)
class Leaf:
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


def leaf_from(canonical: bytes) -> Leaf | None:
    """The leaf that canonical bytes say; None if they are not a leaf of this format."""
    found = _LEAF.fullmatch(canonical)
    if found is None:
        return None
    text = {key: value.decode("ascii").strip('"') for key, value in found.groupdict().items()}
    draft, version, file, file_text = (
        None if found[key] == b"null" else text[key] for key in ("draft", "version", "sha256", "text_sha256")
    )
    return Leaf(
        text["log"],
        int(text["seq"]),
        text["prev"],
        text["at"],
        text["actor"],
        text["role"],
        text["type"],
        draft,
        None if version is None else int(version),
        file,
        file_text,
        text["payload_hash"],
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
    differ), "isi" (payload or salt and their hash differ). See also `contradicts`, which takes longer.
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


def contradicts(record: Record) -> bool:
    """Whether a leaf shows something else than its own payload says; never for a payload that is erased."""
    if record.payload is None:
        return False
    leaf = record.leaf
    return _shown(record.payload) != (leaf.type, leaf.version, leaf.sha256, leaf.text_sha256)


def _shown(payload: bytes) -> tuple[Json, Json, Json, Json] | None:
    """What a leaf must show of a payload; None for what cannot be a payload."""
    try:
        fact = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    if not isinstance(fact, dict) or isinstance(fact.get("version"), bool | float):
        return None  # for Python True and 1.0 equal 1; for the record they do not
    file = fact["docx_sha256"] if "docx_sha256" in fact else fact.get("file_sha256")
    return fact.get("type"), fact.get("version"), file, fact.get("text_sha256")


def _timestamp(at: datetime) -> str:
    if at.utcoffset() is None or at.microsecond:
        raise ValueError(f"not an instant to the second with its zone: {at!r}")
    # not strftime: its %Y leaves out leading zeros on some systems
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _quoted(text: str | None) -> str:
    return "null" if text is None else f'"{text}"'
