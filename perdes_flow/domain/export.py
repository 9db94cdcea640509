"""A log as a text file that outsiders can keep and check: one line a record, and a closing line.

Form to the byte: docs/record-format.md. Every record has one line only that can stand for it.
"""

import re
from collections.abc import Iterable, Iterator

from perdes_flow.domain.chain import GENESIS, Record, breaks, leaf_from, payload_fault
from perdes_flow.domain.values import VillageId
from perdes_flow.errors import LogRefused

_LINE = re.compile(
    rb'\{"hash":"([0-9a-f]{64})","leaf":(\{[^{}]*\}),"payload":(null|\{.*\}),"salt":(null|"[0-9a-f]{64}")\}\n'
)
_HEAD = re.compile(
    rb'\{"head":\{"hash":"([0-9a-f]{64})","log":"([a-z0-9][a-z0-9_-]{0,59})","size":(0|[1-9][0-9]{0,14})\}\}\n'
)


def lines(records: Iterable[Record], *, log: VillageId) -> Iterator[bytes]:
    """The lines of a whole log, each with its line feed; the last one closes it. Written as it is, whole or not."""
    size, last = 0, GENESIS
    for record in records:
        yield _line(record)
        size, last = size + 1, record.hash
    yield b'{"head":{"hash":"%b","log":"%b","size":%d}}\n' % (last.encode(), log.encode(), size)


def _line(record: Record) -> bytes:
    salt = b"null" if record.salt is None else b'"%b"' % record.salt.hex().encode()
    return b'{"hash":"%b","leaf":%b,"payload":%b,"salt":%b}\n' % (
        record.hash.encode(),
        record.leaf.canonical(),
        b"null" if record.payload is None else record.payload,
        salt,
    )


def read(lines: Iterable[bytes]) -> tuple[Record, ...]:
    """The records of an exported log that holds in every respect; LogRefused with the first line that does not."""
    return tuple(records(lines))


def records(lines: Iterable[bytes]) -> Iterator[Record]:
    """As `read`, one by one and in constant memory; what came before a LogRefused was whole so far."""
    log: VillageId | None = None
    size, prev, head = 0, GENESIS, None
    for number, line in enumerate(lines, start=1):
        if head is not None:
            raise LogRefused(number, "penutup")
        head = _HEAD.fullmatch(line)
        if head is None:
            record = _record(line, number)
            for found in breaks([record], log=log, after=size, prev=prev):
                raise LogRefused(number, found.reason)
            if fault := payload_fault(record):
                raise LogRefused(number, fault)
            log, size, prev = record.leaf.log, number, record.hash
            yield record
    closing = (prev.encode(), (log or "").encode(), str(size).encode())
    if head is None or (head[1], head[2] if log else b"", head[3]) != closing:
        raise LogRefused(size + 1, "penutup")


def _record(line: bytes, number: int) -> Record:
    found = _LINE.fullmatch(line)
    if found is None:
        raise LogRefused(number, "baris")
    leaf = leaf_from(found[2])
    if leaf is None:
        raise LogRefused(number, "bentuk")
    payload = None if found[3] == b"null" else found[3]
    salt = None if found[4] == b"null" else bytes.fromhex(found[4].strip(b'"').decode())
    return Record(leaf, found[1].decode(), payload, salt)
