"""A checkpoint: size and Merkle root of a log, signed, to be kept by people who do not run the server.

The chain alone cannot show that somebody wrote the whole log anew; a checkpoint kept elsewhere can. Text form: C2SP
tlog-checkpoint in a C2SP signed note. Signing itself is not done here: a key is handed in.
"""

import re
from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from perdes_flow.domain.chain import Record, breaks
from perdes_flow.domain.values import Sha256, VillageId
from perdes_flow.errors import CheckpointRefused, LogRefused

ED25519 = b"\x01"  # the type of signature, in key ids and key texts

_TEXT = re.compile(r"([^\s+]+)\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n")
_KEY = re.compile(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})")
_SIGNATURE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The first `size` records of a log, in one hash: the Merkle root of RFC 6962."""

    size: int
    root: Sha256


class VerifyingKey(Protocol):
    """An Ed25519 key that checks notes."""

    @property
    def name(self) -> str:
        """The name under which it signs; for a log's key the log's origin."""
        ...

    @property
    def public(self) -> bytes:
        """The 32 bytes of RFC 8032."""
        ...

    def verifies(self, signature: bytes, message: bytes) -> bool: ...


class SigningKey(VerifyingKey, Protocol):
    """An Ed25519 key that signs notes."""

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of RFC 8032."""
        ...


class MerkleRoot:
    """The Merkle root of a growing log, in memory that grows with the number of digits of its size only."""

    def __init__(self) -> None:
        self.size = 0
        self._peaks: list[
            bytes
        ] = []  # roots of full subtrees, largest first: one for each 1 in the binary size

    def add(self, leaf_hash: Sha256) -> None:
        """Take in the hash of the next leaf."""
        node, size = bytes.fromhex(leaf_hash), self.size
        while size & 1:
            node, size = _node(self._peaks.pop(), node), size >> 1
        self._peaks.append(node)
        self.size += 1

    @property
    def root(self) -> Sha256:
        """The root of all leaves so far."""
        if not self._peaks:
            return sha256(b"").hexdigest()
        *left, node = self._peaks
        for peak in reversed(left):
            node = _node(peak, node)
        return node.hex()


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def checkpoint_of(records: Iterable[Record]) -> Checkpoint:
    """The checkpoint of a whole log, from its first record. LogRefused where it does not hold: that is not signed."""
    tree = MerkleRoot()

    def taken() -> Iterator[Record]:
        for record in records:
            yield record
            tree.add(record.hash)

    for found in breaks(taken()):
        raise LogRefused(found.seq, found.reason)
    return Checkpoint(tree.size, tree.root)


def origin_of(log: VillageId) -> str:
    """What a village's log is called in its checkpoints."""
    return f"perdes-flow/{log}"


def signed_note(checkpoint: Checkpoint, origin: str, key: SigningKey) -> str:
    """The checkpoint as a note signed by the log's key. The key's name must be the origin."""
    if key.name != origin:
        raise ValueError(f"the key of {key.name!r} cannot sign for {origin!r}")
    root = b64encode(bytes.fromhex(checkpoint.root)).decode("ascii")
    text = f"{origin}\n{checkpoint.size}\n{root}\n"
    signature = b64encode(key_id(key) + key.sign(text.encode("utf-8"))).decode("ascii")
    return f"{text}\n— {key.name} {signature}\n"


def open_note(note: str, key: VerifyingKey) -> Checkpoint:
    """The checkpoint in a note that the key has signed. Signatures of others are let be.

    Raises CheckpointRefused: "bentuk" (not a checkpoint), "asal" (of another log), "tanda_tangan" (none by this key,
    or one that does not fit).
    """
    text, gap, signatures = note.rpartition("\n\n")
    text += "\n"
    found = _TEXT.fullmatch(text)
    if not gap or found is None or not signatures.endswith("\n"):
        raise CheckpointRefused("bentuk")
    if found[1] != key.name:
        raise CheckpointRefused("asal")
    ours = [one for one in _signatures(signatures, key) if one.startswith(key_id(key))]
    if not ours or not all(key.verifies(one[4:], text.encode("utf-8")) for one in ours):
        raise CheckpointRefused("tanda_tangan")
    return Checkpoint(int(found[2]), _decoded(found[3]).hex())


def _signatures(lines: str, key: VerifyingKey) -> Iterator[bytes]:
    """Key id and signature of every line under the key's name."""
    for line in lines.removesuffix("\n").split("\n"):
        found = _SIGNATURE.fullmatch(line)
        if found is None:
            raise CheckpointRefused("bentuk")
        if found[1] == key.name:
            yield _decoded(found[2])


def _decoded(text: str) -> bytes:
    """Bytes from base64. The last letter has unused bits: another letter with the same bytes is refused too."""
    try:
        data = b64decode(text, validate=True)
    except BadBase64 as error:
        raise CheckpointRefused("bentuk") from error
    if b64encode(data).decode("ascii") != text:
        raise CheckpointRefused("bentuk")
    return data


def key_id(key: VerifyingKey) -> bytes:
    """The four bytes by which a note tells which key signed it."""
    return _key_id(key.name, key.public)


def _key_id(name: str, public: bytes) -> bytes:
    return sha256(name.encode("utf-8") + b"\n" + ED25519 + public).digest()[:4]


def key_text(key: VerifyingKey) -> str:
    """The public key in one line, to be handed to those who check: name+id+key (a C2SP verifier key)."""
    return f"{key.name}+{key_id(key).hex()}+{b64encode(ED25519 + key.public).decode('ascii')}"


def read_key_text(text: str) -> tuple[str, bytes]:
    """Name and public key from their line; CheckpointRefused("kunci") where it is none."""
    found = _KEY.fullmatch(text.strip())
    if found is None:
        raise CheckpointRefused("kunci")
    name, public = found[1], _decoded(found[3])[1:]
    if _decoded(found[3])[:1] != ED25519 or _key_id(name, public).hex() != found[2]:
        raise CheckpointRefused("kunci")
    return name, public
