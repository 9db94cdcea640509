"""Counts in the forms that lists use; the table is written by hand from what Word shows."""

import pytest

from perdes_flow.word.ordinals import written


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", {0: "0", 1: "1", 9: "9", 10: "10", 1000: "1000"}),
        ("decimalZero", {0: "00", 1: "01", 9: "09", 10: "10", 99: "99", 100: "100"}),
        ("lowerLetter", {1: "a", 2: "b", 26: "z", 27: "aa", 28: "bb", 52: "zz", 53: "aaa", 0: "0"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB", 53: "AAA"}),
        ("lowerRoman", {1: "i", 4: "iv", 5: "v", 9: "ix", 14: "xiv", 40: "xl", 49: "xlix", 0: "0"}),
        ("upperRoman", {1: "I", 7: "VII", 90: "XC", 400: "CD", 1994: "MCMXCIV", 2026: "MMXXVI"}),
        ("none", {1: "", 5: ""}),
        ("bullet", {1: ""}),
        ("chicago", {1: "*", 2: "†", 4: "§", 5: "**"}),
        ("bentukBaru", {3: "3"}),
    ],
)
def test_a_count_stands_as_word_writes_it(form: str, expected: dict[int, str]) -> None:
    assert {value: written(value, form) for value in expected} == expected


def test_roman_numbers_read_back_to_the_count() -> None:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    for value in range(1, 4000):
        signs = [worth[sign] for sign in written(value, "upperRoman")]
        read = sum(-a if a < b else a for a, b in zip(signs, [*signs[1:], 0], strict=True))
        assert read == value


def test_beyond_words_own_limits_digits_stand() -> None:
    assert written(780, "lowerLetter") == "z" * 30
    assert written(781, "lowerLetter") == "781"
    assert written(32767, "lowerRoman").startswith("m" * 32)
    assert written(32768, "lowerRoman") == "32768"
