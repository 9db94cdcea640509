"""The options that every command has: where, who, when, how to answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Settings:
    """What was said before or after the command's name; None and False: not said."""

    home: str | None = None
    desa: str | None = None
    person: str | None = None
    now: str | None = None
    key: str | None = None
    as_json: bool = False

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> "Settings":
        return cls(**{field.name: given[field.name] for field in fields(cls)})

    def over(self, outer: "Settings") -> "Settings":
        """These settings, and the outer ones where nothing was said here."""
        said = {f.name: value for f in fields(self) if (value := getattr(self, f.name))}
        return replace(outer, **said)


_OPTIONS = (
    click.option("--home", metavar="FOLDER", help="Folder kerja (jika tidak: PERDES_HOME, atau folder ini)."),
    click.option("--desa", metavar="DESA", help="Desa, bila folder kerja memuat beberapa."),
    click.option("--as", "person", metavar="SAPAAN", help="Siapa yang bertindak."),
    click.option(
        "--now", metavar="WAKTU", help="Tetapkan waktu, misalnya 2026-11-24T08:00:00Z (untuk uji coba)."
    ),
    click.option(
        "--permintaan",
        "key",
        metavar="KODE",
        help="Kode permintaan: perintah yang diulang hanya tercatat sekali.",
    ),
    click.option("--json", "as_json", is_flag=True, help="Jawab sebagai JSON."),
)


def common_options(command: F) -> F:
    """Give a command the common options, as keyword arguments named like the fields of Settings."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
