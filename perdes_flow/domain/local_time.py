"""Instants and days as the village reads them: WIB, WITA, WIT, and Indonesian names of days and months.

The three zones have had no summer time since 1988, so fixed offsets are right and need no time zone database.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from perdes_flow.domain.values import Zone

ZONES: Mapping[Zone, timezone] = MappingProxyType(
    {
        "WIB": timezone(timedelta(hours=7), "WIB"),
        "WITA": timezone(timedelta(hours=8), "WITA"),
        "WIT": timezone(timedelta(hours=9), "WIT"),
    }
)
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def local_date(instant: datetime, zone: Zone) -> date:
    """The day that it is in the zone at an aware instant; ValueError for one without a zone."""
    return _local(instant, zone).date()


def tanggal(day: date) -> str:
    """ "3 Desember 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def hari_tanggal(day: date) -> str:
    """ "Kamis, 3 Desember 2026"."""
    return f"{DAYS[day.weekday()]}, {tanggal(day)}"


def local_time_text(instant: datetime, zone: Zone) -> str:
    """ "Kamis, 3 Desember 2026 pukul 14.05 WIB"; ValueError for an instant without a zone."""
    local = _local(instant, zone)
    return f"{hari_tanggal(local.date())} pukul {local:%H.%M} {zone}"


def _local(instant: datetime, zone: Zone) -> datetime:
    if instant.utcoffset() is None:
        # Python would take it for the computer's own time: another day in another office
        raise ValueError(f"an instant without its zone: {instant!r}")
    return instant.astimezone(ZONES[zone])
