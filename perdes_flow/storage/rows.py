"""A record as a row of the database and back. Nothing is converted on the way: what was hashed is what is stored."""

from typing import Any, TypeAlias

from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.chain import Leaf, Record, instant, leaf_hash, payload_hash
from perdes_flow.domain.events import fact_from_json
from perdes_flow.domain.values import Role
from perdes_flow.errors import RecordDamaged
from perdes_flow.ports import Entry

Row: TypeAlias = tuple[Any, ...]

_LEAF = "village, seq, prev, at, actor, role, type, draft, version, sha256, text_sha256, payload_hash"

# LEFT JOIN: a payload whose very row is gone must not hide its leaf.
SELECT = (
    f"SELECT {', '.join('r.' + name for name in _LEAF.split(', '))}, r.hash, p.payload, p.salt"
    " FROM perdes_record r LEFT JOIN perdes_payload p ON p.village = r.village AND p.seq = r.seq"
    " WHERE r.village = %s {} ORDER BY r.seq"
)
INSERT_RECORD = f'INSERT INTO perdes_record ({_LEAF}, hash, "key", part) VALUES ({", ".join(["%s"] * 15)})'
INSERT_PAYLOAD = "INSERT INTO perdes_payload (village, seq, payload, salt) VALUES (%s, %s, %s, %s)"


def record_row(record: Record, key: str, part: int) -> Row:
    """The parameters of INSERT_RECORD."""
    leaf = record.leaf
    return (
        leaf.log,
        leaf.seq,
        leaf.prev,
        leaf.at,
        leaf.actor,
        leaf.role,
        leaf.type,
        leaf.draft,
        leaf.version,
        leaf.sha256,
        leaf.text_sha256,
        leaf.payload_hash,
        record.hash,
        key,
        part,
    )


def payload_row(record: Record) -> Row:
    """The parameters of INSERT_PAYLOAD."""
    return (record.leaf.log, record.leaf.seq, record.payload, record.salt)


def record_of(row: Row) -> Record:
    """The record of a row of SELECT, as it stands there: whether it is whole is for the caller to see."""
    *leaf, shown_hash, payload, salt = row
    return Record(Leaf(*leaf), shown_hash, _bytes(payload), _bytes(salt))


def _bytes(value: Any) -> bytes | None:
    # SQLite gives back whatever was put there; text in the place of bytes is tampering, for the hash to tell
    return value if value is None or type(value) is bytes else str(value).encode("utf-8", "replace")


def checked_entry(record: Record) -> Entry:
    """The act in a record read back; RecordDamaged where leaf or payload do not match their hashes."""
    leaf, canonical = record.leaf, record.leaf.canonical()
    if leaf_hash(canonical) != record.hash:
        raise RecordDamaged(leaf.log, leaf.seq, "catatan")
    if payload_hash(record.salt or b"", record.payload or b"") != leaf.payload_hash:
        raise RecordDamaged(leaf.log, leaf.seq, "isi")
    try:
        return entry_of(record)
    except ValueError as error:  # pydantic's ValidationError is one
        raise RecordDamaged(leaf.log, leaf.seq, "bentuk") from error


def entry_of(record: Record) -> Entry:
    """The act in a record that has its payload; ValueError for a form that this program does not know."""
    leaf = record.leaf
    fact = fact_from_json(record.payload or b"")
    return Entry(
        leaf.seq, record.hash, Act(instant(leaf.at), Actor(leaf.actor, Role(leaf.role)), leaf.draft, fact)
    )
