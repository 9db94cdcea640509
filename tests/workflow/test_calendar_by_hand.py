"""Terms of the law against tables that were counted by hand."""

import csv
from datetime import date
from pathlib import Path

import pytest

from perdes_flow.workflow.calendar import Calendar, Term, due, working_days_between
from perdes_flow.workflow.holidays_table import load_calendar

HERE = Path(__file__).parent / "calendar_by_hand"
TABLES = Path(__file__).parents[2] / "workflows" / "holidays"


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _name(row: dict[str, str]) -> str:
    return f"{row['days']} from {row['event']} {row['start']} {row.get('roll', '')}".strip()


def _counted(row: dict[str, str]) -> list[date]:
    """The days in the table, which are written without their year: it goes up where the month goes down."""
    year, days = date.fromisoformat(row["event"]).year, list[date]()
    for item in row["counted"].split():
        day, month = map(int, item.split("/"))
        if days and month < days[-1].month:
            year += 1
        days.append(date(year, month, day))
    return days


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load_calendar(TABLES)


@pytest.mark.parametrize("row", _rows("hari_kerja.csv"), ids=_name)
def test_hari_kerja_end_on_the_day_counted_by_hand(row: dict[str, str], calendar: Calendar) -> None:
    term = Term(days=int(row["days"]), unit="kerja", start=row["start"])
    answer = due(calendar, term, date.fromisoformat(row["event"]))
    assert (answer.date, answer.estimated) == (date.fromisoformat(row["due"]), row["estimated"] == "ya")


@pytest.mark.parametrize("row", _rows("hari_kerja.csv"), ids=_name)
def test_the_days_counted_by_hand_are_the_hari_kerja_of_the_tables(
    row: dict[str, str], calendar: Calendar
) -> None:
    counted = _counted(row)
    assert (len(counted), counted[-1]) == (int(row["days"]), date.fromisoformat(row["due"]))
    span = range(counted[0].toordinal(), counted[-1].toordinal() + 1)
    assert [day for day in map(date.fromordinal, span) if calendar.is_hari_kerja(day)] == counted
    assert working_days_between(calendar, counted[0], counted[-1]) == len(counted) - 1


@pytest.mark.parametrize("row", _rows("hari.csv"), ids=_name)
def test_hari_end_on_the_day_counted_by_hand(row: dict[str, str], calendar: Calendar) -> None:
    term = Term(days=int(row["days"]), unit="kalender", start=row["start"], roll=row["roll"])
    answer = due(calendar, term, date.fromisoformat(row["event"]))
    assert (answer.date, answer.estimated) == (date.fromisoformat(row["due"]), row["estimated"] == "ya")


def test_every_period_of_the_law_stands_in_the_tables() -> None:
    kerja = {int(row["days"]) for row in _rows("hari_kerja.csv")}
    kalender = {int(row["days"]) for row in _rows("hari.csv")}
    assert (kerja, kalender) == ({7, 10, 20}, {3, 7, 15, 20, 30})
