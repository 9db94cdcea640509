"""Canonical JSON: one value, one row of bytes (RFC 8785, for the few kinds of value that the record holds)."""

import json
import unicodedata
from typing import TypeAlias

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical_json(value: Json) -> bytes:
    """The bytes to write for a value; all text in it is put into Unicode's form NFC first.

    Only text, integers below 2^53, true, false, null, lists and objects with ASCII keys.
    Raises ValueError for anything else: floats, larger integers, lone surrogates.
    """
    return _bytes(_restricted(value, nfc=True))


def is_canonical(data: bytes) -> bool:
    """Whether bytes that were read are the canonical JSON of some value.

    The form NFC is not asked for: what it is depends on the reader's version of Unicode, and a log must still be
    whole for a reader who knows more letters than its writer did.
    """
    try:
        return _bytes(_restricted(json.loads(data), nfc=False)) == data
    except (ValueError, RecursionError):
        return False


def _bytes(value: Json) -> bytes:
    return _ENCODER.encode(value).encode("utf-8")


def _restricted(value: Json, *, nfc: bool) -> Json:
    match value:
        case str():
            return unicodedata.normalize("NFC", value) if nfc and not value.isascii() else value
        case None | bool():
            return value
        case int() if abs(value) < 2**53:
            return value
        case list():
            return [_restricted(item, nfc=nfc) for item in value]
        case dict() if _ascii_keys(value):
            return {key: _restricted(item, nfc=nfc) for key, item in value.items()}
    raise ValueError(f"not a value of the record: {value!r:.80}")


def _ascii_keys(value: dict[str, Json]) -> bool:
    try:
        return "".join(value).isascii()
    except TypeError:  # a key that is no text at all
        return False
