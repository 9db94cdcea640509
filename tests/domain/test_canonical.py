"""Canonical JSON, held against an independent implementation of RFC 8785 (the package rfc8785)."""

import unicodedata

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from perdes_flow.domain.canonical import canonical_json, read_canonical

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
PLAIN = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)
)


def in_nfc(value: object) -> object:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case list():
            return [in_nfc(item) for item in value]
        case dict():
            return {key: in_nfc(item) for key, item in value.items()}
    return value


@given(VALUES)
def test_the_bytes_are_those_of_an_independent_rfc8785_program(value: object) -> None:
    data = canonical_json(value)
    assert data == rfc8785.dumps(in_nfc(value))
    assert read_canonical(data) == in_nfc(value)


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), 2**53, -(2**53), "\ud800", {"é": 1}, {1: 1}, b"x", {"a": [0.5]}, {"a": {"b": 2**60}}],
)
def test_a_value_with_two_readings_is_not_recorded(value: object) -> None:
    with pytest.raises(ValueError, match=r"not a value|surrogates"):
        canonical_json(value)


def test_letters_with_combining_marks_are_written_as_one_letter() -> None:
    assert canonical_json("e\u0301") == '"\u00e9"'.encode()


def test_a_reader_does_not_judge_the_unicode_form_of_what_was_written() -> None:
    assert read_canonical('"e\u0301"'.encode()) == "e\u0301"


@pytest.mark.parametrize(
    "data",
    [
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":-0}',
        b'{"a":NaN}',
        b'{"a":9007199254740992}',
        b'"\\u0041"',
        b'"\\u001F"',
        b'"\\/"',
        b'"\\ud800"',
        b'"\xff"',
        b'"\xed\xa0\x80"',
        b'\xef\xbb\xbf"a"',
        b'"a"\n',
        b"",
        b"[" * 100_000,
        b"9" * 10_000,
        '{"é":1}'.encode(),
    ],
)
def test_bytes_that_are_not_canonical_are_told_apart(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_canonical(data)
