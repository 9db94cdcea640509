"""Canonical JSON: one value, one row of bytes (RFC 8785, for the few kinds of value that the record holds)."""

import json
import unicodedata
from typing import NoReturn, TypeAlias

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical_json(value: Json) -> bytes:
    """The bytes to write for a value; all text in it is put into Unicode's form NFC first.

    Only text, integers below 2^53, true, false, null, lists and objects with ASCII keys.
    Raises ValueError for anything else: floats, larger integers, lone surrogates.
    """
    return _bytes(_restricted(value, nfc=True))


def read_canonical(data: bytes) -> Json:
    """The value of canonical bytes; ValueError for bytes that are not the canonical JSON of any value.

    The form NFC is not asked for: what it is depends on the reader's version of Unicode, and a log must still be
    whole for a reader who knows more letters than its writer did.
    """
    try:
        text = data.decode("utf-8")
        value: Json = _DECODER.raw_decode(text)[0]  # what comes after it is seen below
        written = _ENCODER.encode(value if data.isascii() else _restricted(value, nfc=False))
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if written != text:
        raise ValueError(f"not canonical: {data[:80]!r}")
    return value


def _integer(text: str) -> int:
    if len(text) > 17 or abs(int(text)) >= 2**53:
        raise ValueError(f"not an integer of the record: {text:.80}")
    return int(text)


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"not a number of the record: {text:.80}")


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


_DECODER = json.JSONDecoder(parse_float=_no_number, parse_constant=_no_number, parse_int=_integer)
