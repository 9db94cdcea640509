"""What the counting of terms promises, for all days."""

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from perdes_flow.workflow.calendar import (
    WEEKENDS_ONLY,
    Calendar,
    Term,
    YearTable,
    due,
    remaining,
    working_days_between,
)
from perdes_flow.workflow.holidays_table import load_calendar

CALENDAR = load_calendar(Path(__file__).parents[2] / "workflows" / "holidays")
TEN_KERJA = Term(days=10, unit="kerja")

days = st.dates(date(2019, 1, 1), date(2031, 12, 31))
terms = st.builds(
    Term,
    days=st.integers(1, 60),
    unit=st.sampled_from(["kalender", "kerja"]),
    start=st.sampled_from(["hari_berikutnya", "hari_itu"]),
    roll=st.sampled_from(["tetap", "hari_kerja_berikutnya"]),
)
calendars = st.builds(
    lambda holidays: Calendar(dict.fromkeys(holidays, "libur"), {2026: YearTable("2026.1")}),
    st.sets(st.dates(date(2025, 6, 1), date(2027, 6, 1)), max_size=80),
)


@given(calendars, terms, days, days)
def test_who_receives_later_is_never_due_earlier(
    calendar: Calendar, term: Term, one: date, other: date
) -> None:
    early, late = sorted((one, other))
    assert due(calendar, term, early).date <= due(calendar, term, late).date


@given(calendars, terms, days)
def test_a_longer_term_never_ends_earlier(calendar: Calendar, term: Term, start: date) -> None:
    longer = term.model_copy(update={"days": term.days + 1})
    assert due(calendar, term, start).date <= due(calendar, longer, start).date


@given(calendars, terms, days)
def test_a_term_in_hari_kerja_never_ends_on_a_closed_day(calendar: Calendar, term: Term, start: date) -> None:
    last = due(calendar, term, start).date
    if term.unit == "kerja" or term.roll == "hari_kerja_berikutnya":
        assert last.weekday() < 5
        assert last not in calendar.holidays
    else:
        assert last - start == timedelta(term.days - (term.start == "hari_itu"))


@given(calendars, st.integers(1, 60), days)
def test_there_are_as_many_hari_kerja_to_the_last_day_as_the_term_has(
    calendar: Calendar, length: int, start: date
) -> None:
    last = due(calendar, Term(days=length, unit="kerja"), start).date
    assert working_days_between(calendar, start, last) == length


@given(calendars, days, st.integers(-20, 900))
def test_hari_kerja_between_two_days_are_those_one_counts_one_by_one(
    calendar: Calendar, after: date, length: int
) -> None:
    each = (after + timedelta(n) for n in range(1, length + 1))
    counted = sum(day.weekday() < 5 and day not in calendar.holidays for day in each)
    assert working_days_between(calendar, after, after + timedelta(length)) == counted


@given(terms, days, days)
def test_what_remains_shrinks_to_nothing_and_then_it_is_late(term: Term, start: date, today: date) -> None:
    last = due(CALENDAR, term, start).date
    left = remaining(CALENDAR, term.unit, last, today)
    assert left.late == (today > last)
    assert left.days >= 0
    assert left.days <= abs((last - today).days)


@pytest.mark.parametrize(
    ("unit", "today", "text"),
    [
        ("kerja", date(2026, 11, 30), "6 hari kerja lagi"),
        ("kerja", date(2026, 12, 7), "1 hari kerja lagi"),
        ("kerja", date(2026, 12, 8), "hari terakhir"),
        ("kerja", date(2026, 12, 11), "lewat 3 hari kerja"),
        ("kalender", date(2026, 11, 24), "14 hari lagi"),
        ("kalender", date(2026, 12, 8), "hari terakhir"),
        ("kalender", date(2026, 12, 11), "lewat 3 hari"),
    ],
)
def test_people_read_how_many_days_are_left(unit: str, today: date, text: str) -> None:
    assert remaining(CALENDAR, unit, date(2026, 12, 8), today).text == text


def test_on_the_saturday_after_the_last_day_it_is_late_although_no_hari_kerja_went_by() -> None:
    left = remaining(CALENDAR, "kerja", date(2026, 12, 4), date(2026, 12, 5))
    assert (left.days, left.late, left.text) == (0, True, "lewat waktu")


def test_the_answer_names_the_tables_it_was_counted_with() -> None:
    assert due(CALENDAR, TEN_KERJA, date(2026, 3, 13)).calendar_version == "2026.1"
    assert due(CALENDAR, TEN_KERJA, date(2026, 12, 21)).calendar_version == "2026.1+2027.1"
    # day 1 is in 2026: the table of 2025 was never asked
    assert due(CALENDAR, TEN_KERJA, date(2025, 12, 31)).calendar_version == "2026.1"


def test_a_term_through_a_year_without_a_decreed_table_is_an_estimate() -> None:
    assert not due(CALENDAR, TEN_KERJA, date(2026, 12, 1)).estimated
    assert due(CALENDAR, TEN_KERJA, date(2026, 12, 21)).estimated  # into 2027: perkiraan
    assert due(CALENDAR, TEN_KERJA, date(2022, 12, 28)).estimated  # from 2022: no table
    assert due(CALENDAR, TEN_KERJA, date(2030, 5, 6)).estimated


def test_beyond_the_tables_only_weekends_are_known() -> None:
    answer = due(CALENDAR, TEN_KERJA, date(2030, 5, 6))
    assert (answer.date, answer.calendar_version) == (date(2030, 5, 20), "akhir-pekan")
    assert answer == due(WEEKENDS_ONLY, TEN_KERJA, date(2030, 5, 6))
    assert WEEKENDS_ONLY.coverage is None


def test_calendar_days_that_stand_are_never_an_estimate() -> None:
    thirty = Term(days=30, unit="kalender")
    assert due(WEEKENDS_ONLY, thirty, date(2040, 1, 30)).date == date(2040, 2, 29)
    assert not due(WEEKENDS_ONLY, thirty, date(2040, 1, 30)).estimated


def test_a_mistyped_year_ends_with_the_calendar_and_not_with_a_crash() -> None:
    for term in (TEN_KERJA, Term(days=30, unit="kalender", roll="hari_kerja_berikutnya")):
        assert due(CALENDAR, term, date(9999, 12, 30)).date == date.max
        assert due(CALENDAR, term, date.min).estimated


def test_a_kabupaten_may_have_holidays_of_its_own() -> None:
    # Wednesday 5 August 2026: an ordinary hari kerja in the national table
    local = CALENDAR.with_local("blitar-2026.1", {date(2026, 8, 5): "Hari Jadi Blitar"})
    two = Term(days=2, unit="kerja")
    assert due(CALENDAR, two, date(2026, 8, 3)).date == date(2026, 8, 5)
    answer = due(local, two, date(2026, 8, 3))
    assert (answer.date, answer.calendar_version) == (date(2026, 8, 6), "2026.1+blitar-2026.1")
    assert working_days_between(local, date(2026, 8, 3), date(2026, 8, 7)) == 3
    assert CALENDAR.is_hari_kerja(date(2026, 8, 5))


def test_a_local_name_does_not_replace_a_national_one() -> None:
    local = CALENDAR.with_local("blitar-2026.1", {date(2026, 8, 17): "Kirab"})
    assert local.holidays[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"


@pytest.mark.parametrize(
    "wrong", [{"days": 0}, {"unit": "minggu"}, {"start": "besok"}, {"roll": "maju"}, {"hari": 3}]
)
def test_a_term_that_the_law_cannot_mean_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Term.model_validate({"days": 7, "unit": "kerja", **wrong})


def test_hari_kerja_over_centuries_are_not_counted_day_by_day() -> None:
    begun = time.perf_counter()
    for _ in range(1000):
        working_days_between(CALENDAR, date(1945, 8, 17), date(9000, 1, 1))
    # day by day this would be 2.6 thousand million steps: minutes at best
    assert time.perf_counter() - begun < 5
