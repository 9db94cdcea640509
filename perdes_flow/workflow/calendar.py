"""Terms of the law counted in hari and hari kerja over tables of national holidays.

"Hari" alone is taken as calendar days, and day 1 as the day after the event: no definition is known (law: uncertain),
so both are fields of the term. Years without a decreed table are counted too, and the answer says that it is an estimate.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from perdes_flow.domain.values import Value

Unit: TypeAlias = Literal["kalender", "kerja"]

_UNIT_WORDS: Mapping[Unit, str] = {"kalender": "hari", "kerja": "hari kerja"}
_FRIDAY = 4


class Term(Value):
    """A period as a rule gives it. `days` are calendar days or hari kerja, by `unit`."""

    days: Annotated[int, Field(ge=1, le=3650)]
    unit: Unit
    # is the day of the event day 0 ("hari_berikutnya" is day 1) or day 1 ("hari_itu")?
    start: Literal["hari_berikutnya", "hari_itu"] = "hari_berikutnya"
    # a last day on which the office is closed: it stands, or the next hari kerja takes its place
    roll: Literal["tetap", "hari_kerja_berikutnya"] = "tetap"


@dataclass(frozen=True, slots=True)
class YearTable:
    """Where one year's holidays come from: the version of the table, and whether they are decreed for good."""

    version: str
    estimated: bool = False


@dataclass(frozen=True)
class Calendar:
    """The days on which offices are closed besides Saturday and Sunday, and the tables that say so."""

    holidays: Mapping[date, str]
    tables: Mapping[int, YearTable]
    local_version: str = ""

    @property
    def version(self) -> str:
        """The tables' versions, joined: "2025.1+2026.1"; "akhir-pekan" where there is none."""
        return self._named(self.tables[year].version for year in sorted(self.tables))

    @property
    def coverage(self) -> tuple[int, int] | None:
        """First and last year that has a table."""
        return (min(self.tables), max(self.tables)) if self.tables else None

    def is_hari_kerja(self, day: date) -> bool:
        """Monday to Friday and no holiday. Five working days a week: villages with six are not provided for."""
        return day.weekday() <= _FRIDAY and day not in self.holidays

    def is_estimated(self, first: date, last: date) -> bool:
        """Whether a year from first to last has no table, or one that is not decreed for good."""
        years = range(first.year, last.year + 1)
        return any(year not in self.tables or self.tables[year].estimated for year in years)

    def version_for(self, first: date, last: date) -> str:
        """The versions of the tables of the years from first to last: "2026.1+2027.0"."""
        years = range(first.year, last.year + 1)
        return self._named(self.tables[year].version for year in years if year in self.tables)

    def with_local(self, version: str, holidays: Mapping[date, str]) -> "Calendar":
        """The same with a kabupaten's own holidays, e.g. version "blitar-2026.1"; a national name is kept."""
        both = MappingProxyType({**holidays, **self.holidays})
        return replace(
            self, holidays=both, local_version="+".join(filter(None, (self.local_version, version)))
        )

    def _named(self, versions: Iterator[str]) -> str:
        return "+".join((*versions, *filter(None, (self.local_version,)))) or "akhir-pekan"

    @cached_property
    def _weekday_holidays(self) -> tuple[int, ...]:
        return tuple(sorted(day.toordinal() for day in self.holidays if day.weekday() <= _FRIDAY))


WEEKENDS_ONLY = Calendar(MappingProxyType({}), MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a term, with what it was counted with. `estimated`: a table may still change it."""

    date: date
    calendar_version: str
    estimated: bool


@dataclass(frozen=True, slots=True)
class Remaining:
    """How far the last day of a term is off. `days` is never negative; `late` is true from the day after the last day."""

    days: int
    unit: Unit
    late: bool

    @property
    def text(self) -> str:
        """ "6 hari kerja lagi", "hari terakhir", "lewat 3 hari"."""
        count = f"{self.days} {_UNIT_WORDS[self.unit]}"
        if self.late:
            # on the Saturday after a last day no hari kerja has gone by, and yet it is too late
            return f"lewat {count}" if self.days else "lewat waktu"
        return f"{count} lagi" if self.days else "hari terakhir"


def due(calendar: Calendar, term: Term, start: date) -> Due:
    """The last day of a term that an event on `start` sets running."""
    first = start if term.start == "hari_itu" else _shift(start, 1)
    if term.unit == "kerja":
        last = _nth_hari_kerja(calendar, first, term.days)
        return Due(last, calendar.version_for(first, last), calendar.is_estimated(first, last))
    counted = _shift(first, term.days - 1)
    if term.roll == "tetap":
        # no table was asked, so nothing in one can change this day
        return Due(counted, calendar.version_for(first, counted), estimated=False)
    last = _nth_hari_kerja(calendar, counted, 1)
    return Due(last, calendar.version_for(first, last), calendar.is_estimated(counted, last))


def working_days_between(calendar: Calendar, after: date, until: date) -> int:
    """Hari kerja later than `after`, up to and with `until`; 0 where `until` is not later."""
    return max(0, _hari_kerja_up_to(calendar, until) - _hari_kerja_up_to(calendar, after))


def remaining(calendar: Calendar, unit: Unit, last_day: date, today: date) -> Remaining:
    """What is left of a term today, or how long it has been over, in its own unit."""
    late = today > last_day
    first, second = (last_day, today) if late else (today, last_day)
    days = (second - first).days if unit == "kalender" else working_days_between(calendar, first, second)
    return Remaining(days, unit, late)


def _nth_hari_kerja(calendar: Calendar, start: date, number: int) -> date:
    """The number-th hari kerja, counting from `start` (itself the first, if it is one)."""
    day, found = start, int(calendar.is_hari_kerja(start))
    while found < number and day < date.max:
        day = _shift(day, 1)
        found += calendar.is_hari_kerja(day)
    return day


def _shift(day: date, days: int) -> date:
    # the calendar ends with the year 9999: a mistyped year must not end in a traceback
    return day + timedelta(min(days, (date.max - day).days))


def _hari_kerja_up_to(calendar: Calendar, day: date) -> int:
    """Hari kerja since the first Monday of the calendar (day 1 of year 1 is one)."""
    weeks, rest = divmod(day.toordinal(), 7)
    return 5 * weeks + min(rest, 5) - bisect_right(calendar._weekday_holidays, day.toordinal())
