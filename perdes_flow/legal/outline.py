"""The tree as a reader sees it, in the form that `perdes outline --json` prints."""

from typing import Literal

from pydantic import BaseModel

from perdes_flow.legal.heading import read_judul
from perdes_flow.legal.units import HEADINGS, Naskah, Unit


class OutlineUnit(BaseModel):
    """One unit: its kind, its number as shown, its own words, what is below it."""

    kind: str
    number: str
    text: str
    children: list["OutlineUnit"]


class Outline(BaseModel):
    """The parts of a regulation. `lampiran` holds the rows and lines of the annexes, without their headings."""

    judul: str
    nomor: str
    menimbang: list[OutlineUnit]
    mengingat: list[OutlineUnit]
    body: list[OutlineUnit]
    lampiran: list[OutlineUnit]


def outline(naskah: Naskah) -> Outline:
    """The outline of a text; parts that it lacks are empty, and all of them where it is no regulation. `model_dump()` gives plain data."""
    if not naskah.is_regulation:
        return Outline(judul="", nomor="", menimbang=[], mengingat=[], body=[], lampiran=[])
    judul = read_judul(naskah)
    return Outline(
        judul=judul.nama,
        nomor=judul.nomor,
        menimbang=_listed(naskah, "menimbang"),
        mengingat=_listed(naskah, "mengingat"),
        body=[_plain(root) for root in naskah.roots if root.kind in HEADINGS],
        lampiran=[
            _plain(unit)
            for lampiran in naskah.parts("lampiran")
            for unit in lampiran.children
            if unit.kind != "judul"
        ],
    )


def _listed(naskah: Naskah, part: Literal["menimbang", "mengingat"]) -> list[OutlineUnit]:
    unit = naskah.part(part)
    return [_plain(child, part) for child in unit.children] if unit else []


def _plain(unit: Unit, kind: str = "") -> OutlineUnit:
    return OutlineUnit(
        kind=kind or unit.kind,
        number=unit.number,
        text=unit.text,
        children=[_plain(child) for child in unit.children],
    )
