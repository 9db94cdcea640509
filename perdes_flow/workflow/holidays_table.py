"""Holiday tables from their files: one YAML a year, each with the decree that it rests on."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError

from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.values import Label, Text, Value
from perdes_flow.errors import CalendarUnreadable
from perdes_flow.workflow.calendar import Calendar, YearTable
from perdes_flow.workflow.definition_yaml import Place, PlainFile, YamlBroken, read_yaml


class Decree(Value):
    """A Keputusan Bersama or Keputusan Presiden. `mark` as in the project's reading of the law: V seen, M known, U unsure."""

    nomor: Label
    tanggal: date
    perihal: Label
    mark: Literal["V", "M", "U"]


class HolidayTable(Value):
    """One year's closed days. `perkiraan`: the decree is not there yet, or leaves days to a later one."""

    year: Annotated[int, Field(ge=1945, le=9998)]
    version: Annotated[str, StringConstraints(pattern=r"^\d{4}\.\d{1,3}$")]
    status: Literal["ditetapkan", "perkiraan"]
    decrees: tuple[Decree, ...] = ()
    notes: Text | None = None
    libur_nasional: dict[date, Label]
    cuti_bersama: dict[date, Label]


def load_calendar(folder: Path) -> Calendar:
    """The calendar from all `<year>.yaml` in a folder; CalendarUnreadable where there is none, or one is not in order."""
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise CalendarUnreadable(
            folder.name, 0, "tidak ada tabel hari libur (misalnya 2026.yaml) dalam folder ini"
        )
    return calendar_of(read_table(path) for path in files)


def calendar_of(tables: Iterable[HolidayTable]) -> Calendar:
    """The calendar that these tables make."""
    every = tuple(tables)
    days = {
        day: name
        for table in every
        for day, name in (*table.cuti_bersama.items(), *table.libur_nasional.items())
    }
    years = {table.year: YearTable(table.version, table.status == "perkiraan") for table in every}
    return Calendar(MappingProxyType(days), MappingProxyType(years))


def read_table(path: Path) -> HolidayTable:
    """One file's table; CalendarUnreadable with the line of what is wrong (0: the file as a whole)."""
    try:
        return _table(path.name, path.read_bytes())
    except OSError as error:
        raise CalendarUnreadable(path.name, 0, "berkas tidak dapat dibaca") from error


@lru_cache(maxsize=64)
def _table(name: str, content: bytes) -> HolidayTable:
    try:
        plain = read_yaml(content)
    except YamlBroken as broken:
        raise CalendarUnreadable(name, broken.line, broken.problem) from broken
    try:
        table = HolidayTable.model_validate(plain.data)
    except ValidationError as error:
        raise _unreadable(name, plain, error) from error
    for place, problem in _incoherent(table, name.removesuffix(".yaml")):
        raise CalendarUnreadable(name, plain.line(place), problem)
    return table


def _incoherent(table: HolidayTable, stem: str) -> Iterator[tuple[Place, str]]:
    """What no single value shows: the place in the file, and the problem."""
    if stem != str(table.year):
        yield ("year",), f"nama berkas tidak sesuai dengan tahun {table.year}; namai {table.year}.yaml"
    if not table.version.startswith(f"{table.year}."):
        yield ("version",), f"version harus dimulai dengan {table.year}., misalnya {table.year}.1"
    if table.status == "ditetapkan" and not table.decrees:
        yield ("status",), "status ditetapkan memerlukan keputusannya (decrees); tanpa itu tulis perkiraan"
    for part, days in (("libur_nasional", table.libur_nasional), ("cuti_bersama", table.cuti_bersama)):
        for day in days:
            if day.year != table.year:
                yield (part, day.isoformat()), f"{tanggal(day)} bukan hari dalam tahun {table.year}"
    for day in sorted(table.libur_nasional.keys() & table.cuti_bersama.keys()):
        yield ("cuti_bersama", day.isoformat()), f"{tanggal(day)} sudah tertulis sebagai libur nasional"


def _unreadable(file: str, plain: PlainFile, error: ValidationError) -> CalendarUnreadable:
    first = error.errors(include_url=False)[0]
    place = tuple(part for part in first["loc"] if part != "[key]")
    name = ".".join(map(str, place)) or "isi berkas"
    match first["type"]:
        case "missing":
            problem = f"“{name}” belum diisi"
        case "extra_forbidden":
            problem = f"“{name}” tidak dikenal"
        case _:
            problem = f"isi “{name}” tidak sesuai; lihat tabel tahun lain sebagai contoh"
    return CalendarUnreadable(file, plain.line(place), problem)
