"""The key that signs a workspace's checkpoints: made at first use, readable by its owner only.

It proves no more than "this server said so". What makes a checkpoint worth something is that others keep it.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from perdes_flow.domain.checkpoint import read_key_text
from perdes_flow.errors import InputUnreadable
from perdes_flow.messages.mishaps import mishap

FILE = "kunci-catatan.pem"
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """checkpoint.VerifyingKey on Ed25519: `public` has 32 bytes."""

    name: str
    public: bytes

    def verifies(self, signature: bytes, message: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


class LogKey:
    """checkpoint.SigningKey on Ed25519. `name` is the origin of the log that it signs for."""

    def __init__(self, name: str, private: Ed25519PrivateKey) -> None:
        self.name = name
        self._private = private

    @classmethod
    def from_seed(cls, name: str, seed: bytes) -> "LogKey":
        """The key of 32 secret bytes: for demonstrations and tests that must give the same signatures again."""
        return cls(name, Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def public(self) -> bytes:
        return self._private.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        return self._private.sign(message)

    def verifies(self, signature: bytes, message: bytes) -> bool:
        return PublicKey(self.name, self.public).verifies(signature, message)


def public_key(text: str) -> PublicKey:
    """The key in a key text (`checkpoint.key_text`); CheckpointRefused("kunci") where it is none."""
    return PublicKey(*read_key_text(text))


def log_key(folder: Path, name: str) -> LogKey:
    """The workspace's key, to sign for the log `name`. `folder` is the workspace's `.perdes`; a key is made if none is there.

    Raises InputUnreadable where the file cannot be read or made, or holds no such key.
    """
    path = folder / FILE
    try:
        if not path.exists():
            _make(path)
        private = load_pem_private_key(path.read_bytes(), password=None)
    except OSError as error:
        raise InputUnreadable(str(path), mishap(error)) from error
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise InputUnreadable(str(path), "bukan kunci catatan") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise InputUnreadable(str(path), "bukan kunci catatan")
    return LogKey(name, private)


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    fresh = path.with_name(f"{FILE}.{token_hex(8)}")
    try:
        with os.fdopen(os.open(fresh, _CREATE, 0o600), "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _put_in_place(fresh: Path, path: Path) -> None:
    """Whole or not at all, and never over a key that somebody else made in the same moment."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links, e.g. a USB stick
        if not path.exists():
            os.replace(fresh, path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """The name is on the disk before anything is signed: a lost key would leave checkpoints that nobody can check."""
    if os.name != "posix":  # Windows has no handle on a folder to sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
