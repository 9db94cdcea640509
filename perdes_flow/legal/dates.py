"""Dates as Indonesian texts write them: "30 November 2025", also with the old names of months."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
OLD_MONTHS = {
    "Pebruari": "Februari",
    "Nopember": "November",
    "Agustur": "Agustus",
    "Septembar": "September",
    "Desembar": "Desember",
}
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_NUMBERS = {name.casefold(): i for i, name in enumerate(MONTHS, 1)}
_NUMBERS |= {old.casefold(): _NUMBERS[new.casefold()] for old, new in OLD_MONTHS.items()}
_DATE = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}|Jum'at|Ahad)\s*,?\s*(?:tanggal\s+)?)?(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(_NUMBERS)})\s+(?P<year>\d{{4}})",
    re.IGNORECASE,
)


class WrittenDate(NamedTuple):
    """A date in a text: the words, the day they mean (None for 31 April), and the weekday beside it ("" for none)."""

    shown: str
    day: date | None
    weekday: str


def dates_in(text: str) -> Iterator[WrittenDate]:
    """Every full date in a text, in order."""
    for found in _DATE.finditer(text):
        yield WrittenDate(found[0], _day(found), _weekday(found["weekday"] or ""))


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), _NUMBERS[found["month"].casefold()], int(found["day"]))
    except ValueError:  # 31 April
        return None


def _weekday(shown: str) -> str:
    return {"Jum'At": "Jumat", "Ahad": "Minggu"}.get(shown.title(), shown.title())
