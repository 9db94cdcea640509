"""A log as a text file that outsiders can keep and check: one line a record, and a closing line.

Form to the byte: docs/record-format.md. Every record has one line only that can stand for it.
"""

import re
from binascii import unhexlify
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from perdes_flow.domain.chain import GENESIS, LEAF_FORM, Record, leaf_of, telling_fault, unquoted
from perdes_flow.domain.values import VillageId
from perdes_flow.errors import LogRefused

_BEFORE = rb'\{"hash":"([0-9a-f]{64})","leaf":('
_AFTER = rb'),"payload":(null|\{.*\}),"salt":(?:null|"([0-9a-f]{64})")\}\n'
_LINE = re.compile(_BEFORE + LEAF_FORM + _AFTER)
_LINE_OF_ANOTHER_LEAF = re.compile(_BEFORE + rb"\{[^{}]*\}" + _AFTER)
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
    return map(_record, whole_lines(lines))


def whole_lines(lines: Iterable[bytes]) -> Iterator[re.Match[bytes]]:
    """As `records`, but not taken apart, which takes as long as the check: group 1 is the hash, 6 the log."""
    log, size, prev, head = b"", 0, GENESIS.encode(), None
    for number, line in enumerate(lines, start=1):
        if head is not None:
            raise LogRefused(number, "penutup")
        if found := _LINE.fullmatch(line):
            if fault := _fault(found.groups(), number, log or found[6], prev):
                raise LogRefused(number, fault)
            log, size, prev = found[6], number, found[1]
            yield found
        elif (head := _HEAD.fullmatch(line)) is None:
            raise LogRefused(number, "bentuk" if _LINE_OF_ANOTHER_LEAF.fullmatch(line) else "baris")
    if head is None or (head[1], head[2] if log else b"", head[3]) != (prev, log, b"%d" % size):
        raise LogRefused(size + 1, "penutup")


def _fault(values: tuple[bytes | Any, ...], number: int, log: bytes, prev: bytes) -> str | None:
    """What is wrong with a line that has the form; the reasons of `breaks`, and those of `payload_fault`."""
    (
        hash_,
        leaf,
        *_,
        its_log,
        payload_hash,
        its_prev,
        _role,
        seq,
        file,
        text,
        type_,
        version,
        payload,
        salt,
    ) = values
    if seq != b"%d" % number:
        return "urutan"
    if its_log != log:
        return "desa"
    if its_prev != prev:
        return "rantai"
    if sha256(b"\x00" + leaf).hexdigest().encode() != hash_:
        return "catatan"
    if salt is None or payload == b"null":
        return None if salt is None and payload == b"null" else "isi"
    if sha256(unhexlify(salt) + payload).hexdigest().encode() != payload_hash:
        return "isi"
    shown = (
        type_.decode(),
        None if version == b"null" else int(version),
        unquoted(file.decode()),
        unquoted(text.decode()),
    )
    return telling_fault(payload, shown)


def _record(found: re.Match[bytes]) -> Record:
    hash_, _, *leaf, payload, salt = found.groups()
    if salt is None:
        return Record(leaf_of(tuple(leaf)), hash_.decode(), None, None)
    return Record(leaf_of(tuple(leaf)), hash_.decode(), payload, unhexlify(salt))
