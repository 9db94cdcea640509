"""Numbers as the law writes them."""

import pytest

from perdes_flow.legal.numbering import (
    in_words,
    letter_value,
    letters,
    ordinal,
    ordinal_value,
    read_marker,
    roman,
    roman_value,
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (2026, "MMXXVI")],
)
def test_bab_numbers_are_roman(value: int, shown: str) -> None:
    assert roman(value) == shown
    assert roman_value(shown) == value


@pytest.mark.parametrize("shown", ["", "IIII", "VX", "IC", "A", "LIMA"])
def test_what_is_no_roman_number_is_not_taken_for_one(shown: str) -> None:
    assert roman_value(shown) is None


@pytest.mark.parametrize(
    ("value", "shown"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (52, "zz"), (53, "aaa")]
)
def test_after_z_comes_aa(value: int, shown: str) -> None:
    assert letters(value) == shown
    assert letter_value(shown) == value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (15, "lima belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1000, "seribu"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2_500_000, "dua juta lima ratus ribu"),
        (15_000_000_000, "lima belas miliar"),
    ],
)
def test_numbers_are_spelt_as_in_indonesian(value: int, words: str) -> None:
    assert in_words(value) == words


def test_bagian_are_numbered_in_words() -> None:
    assert [ordinal(value) for value in (1, 2, 10, 11, 12, 21)] == [
        "Kesatu",
        "Kedua",
        "Kesepuluh",
        "Kesebelas",
        "Kedua Belas",
        "Kedua Puluh Satu",
    ]
    assert ordinal_value("kedua  belas") == 12
    assert ordinal_value("Pertama") == 1
    assert ordinal_value("Umum") is None


@pytest.mark.parametrize(
    ("text", "shown", "rest"),
    [
        ("(2) Kepala Desa", "(2)", "Kepala Desa"),
        ("(2a) Kepala", "(2a)", "Kepala"),
        ("( 2 ) Kepala", "(2)", "Kepala"),
        ("(1). Desa adalah", "(1)", "Desa adalah"),
        ("a. bahwa", "a.", "bahwa"),
        ("a.bahwa", "a.", "bahwa"),
        ("b) x", "b)", "x"),
        ("12. x", "12.", "x"),
        ("1) x", "1)", "x"),
        ("• x", "•", "x"),
        ("a.", "a.", ""),
    ],
)
def test_the_number_before_a_text_is_read(text: str, shown: str, rest: str) -> None:
    found = read_marker(text)
    assert found is not None
    assert (found[0].shown, found[1]) == (shown, rest)


@pytest.mark.parametrize(
    "text", ["1.1 Latar", "1.000 orang", "30 (tiga puluh)", "Kepala", "s.d. Pasal 5", "(satu)", "", "A. x"]
)
def test_what_is_no_number_before_a_text_is_left_alone(text: str) -> None:
    assert read_marker(text) is None
