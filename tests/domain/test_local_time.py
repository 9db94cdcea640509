"""Days and hours as they are in the village."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perdes_flow.domain.local_time import hari_tanggal, local_date, local_time_text, tanggal


@pytest.mark.parametrize(
    ("zone", "last_minute_of_the_day"), [("WIB", (16, 59)), ("WITA", (15, 59)), ("WIT", (14, 59))]
)
def test_a_new_day_begins_at_midnight_of_the_village(
    zone: str, last_minute_of_the_day: tuple[int, int]
) -> None:
    before = datetime(2026, 12, 31, *last_minute_of_the_day, 59, tzinfo=UTC)
    assert local_date(before, zone) == date(2026, 12, 31)
    assert local_date(before + timedelta(seconds=1), zone) == date(2027, 1, 1)


def test_half_past_eleven_at_night_in_greenwich_is_the_next_day_in_java() -> None:
    assert local_date(datetime(2026, 11, 24, 23, 30, tzinfo=UTC), "WIB") == date(2026, 11, 25)


def test_it_can_be_two_days_at_once_in_indonesia() -> None:
    instant = datetime(2024, 2, 29, 15, 30, tzinfo=UTC)
    assert [local_date(instant, zone) for zone in ("WIB", "WITA", "WIT")] == [
        date(2024, 2, 29),
        date(2024, 2, 29),
        date(2024, 3, 1),
    ]


@given(st.integers(0, 2**35), st.sampled_from(["WIB", "WITA", "WIT"]))
def test_the_zone_in_which_an_instant_is_written_does_not_matter(seconds: int, zone: str) -> None:
    instant = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    elsewhere = instant.astimezone(timezone(timedelta(hours=-5)))
    assert local_date(instant, zone) == local_date(elsewhere, zone)
    assert timedelta(0) <= local_date(instant, zone) - instant.date() <= timedelta(1)


def test_an_instant_without_zone_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="without its zone"):
        local_date(datetime(2026, 11, 24, 8, 0), "WIB")  # noqa: DTZ001 - this is what the test is about
    with pytest.raises(ValueError, match="without its zone"):
        local_time_text(datetime(2026, 11, 24, 8, 0), "WIB")  # noqa: DTZ001 - this is what the test is about


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 12, 3), "Kamis, 3 Desember 2026"),
        (date(2024, 2, 29), "Kamis, 29 Februari 2024"),
        (date(2026, 3, 21), "Sabtu, 21 Maret 2026"),
        (date(2026, 8, 17), "Senin, 17 Agustus 2026"),
        (date(1945, 8, 17), "Jumat, 17 Agustus 1945"),
        (date(2026, 4, 5), "Minggu, 5 April 2026"),
        (date(2026, 5, 26), "Selasa, 26 Mei 2026"),
        (date(2026, 7, 1), "Rabu, 1 Juli 2026"),
    ],
)
def test_days_are_written_as_in_a_letter(day: date, text: str) -> None:
    assert hari_tanggal(day) == text


def test_the_twelve_months_have_their_indonesian_names() -> None:
    assert [tanggal(date(2026, month, 1)) for month in range(1, 13)] == [
        "1 Januari 2026",
        "1 Februari 2026",
        "1 Maret 2026",
        "1 April 2026",
        "1 Mei 2026",
        "1 Juni 2026",
        "1 Juli 2026",
        "1 Agustus 2026",
        "1 September 2026",
        "1 Oktober 2026",
        "1 November 2026",
        "1 Desember 2026",
    ]


def test_an_hour_is_shown_with_its_zone() -> None:
    instant = datetime(2026, 12, 3, 7, 5, tzinfo=UTC)
    assert local_time_text(instant, "WIB") == "Kamis, 3 Desember 2026 pukul 14.05 WIB"
    assert local_time_text(instant, "WIT") == "Kamis, 3 Desember 2026 pukul 16.05 WIT"
