"""What a regulation says of itself: the village, number and name in its judul, the days and the Lembaran in its penutup."""

import re
from dataclasses import replace
from typing import Any

from perdes_flow.legal.dates import dates_in
from perdes_flow.legal.heading import read_judul
from perdes_flow.legal.units import Naskah
from perdes_flow.publication.akn.identity import Identity, Lembaran


def identity_of(naskah: Naskah, **told: Any) -> Identity:
    """What the text says of itself; `told` are fields of Identity that are known better (None and "" change nothing)."""
    judul = read_judul(naskah)
    number = _NUMBER.search(judul.nomor.upper() or judul.jenis.upper())
    found = Identity(
        jenis=_jenis(judul.jenis),
        desa=_desa(judul.jenis, judul.lines),
        kecamatan=_place(judul.lines, "KECAMATAN"),
        kabupaten=_place(judul.lines, "KABUPATEN") or _city(judul.lines),
        nomor=number["nomor"] if number else "",
        tahun=(number["tahun"] or "") if number else "",
        tentang=judul.nama,
    )
    found = replace(found, **_closing(naskah))
    found = replace(found, **{name: value for name, value in told.items() if value})
    return found if found.mengubah else replace(found, mengubah=_changed(found))


_NUMBER = re.compile(
    r"(?:NOMOR|\bNO)\b[.…:_\s]*(?P<nomor>(?!TAHUN\b)\w*)[.…_\s]*(?:TAHUN\s*(?P<tahun>[1-9][0-9]{3})?|$)"
)

# ---- the judul

_JENIS = (
    ("PERATURAN BERSAMA KEPALA DESA", "permakades"),
    ("PERATURAN KEPALA DESA", "perkades"),
    ("PERATURAN DESA", "perdes"),
    ("PERATURAN BADAN PERMUSYAWARATAN DESA", "peraturan-bpd"),
    ("KEPUTUSAN KEPALA DESA", "kepkades"),
    ("UNDANG-UNDANG", "uu"),
    ("PERATURAN PEMERINTAH", "pp"),
    ("PERATURAN PRESIDEN", "perpres"),
    ("PERATURAN DAERAH", "perda"),
    ("PERATURAN BUPATI", "perbup"),
)
_BEFORE = re.compile(r"(?:RANCANGAN|DRAFT?)\s+")
_VILLAGE = re.compile(
    r"\b(?:PERATURAN|KEPUTUSAN)\s+(?:KEPALA\s+)?DESA\s+(?!BERSAMA\b)([^\W\d_][\w'’ -]{0,40}?)\s*(?:\bNO\b|NOMOR\b|\bTENTANG\b|\(|$)"
)


def _jenis(line: str) -> str:
    rest = _BEFORE.sub("", line.upper())
    return next((short for name, short in _JENIS if rest.startswith(name)), "perdes")


def _desa(jenis: str, lines: tuple[str, ...]) -> str:
    """The village of "PERATURAN DESA X", else of a line "DESA X"."""
    found = _VILLAGE.search(jenis.upper()) or _VILLAGE.search(" ".join(lines).upper())
    return found[1].strip() if found else _place(lines, "DESA")


def _place(lines: tuple[str, ...], word: str) -> str:
    """What follows the word on a line that begins with it, its letters also set apart: "KABUPATEN B L I T A R"."""
    found = next((line[len(word) :].strip() for line in lines if line.startswith(f"{word} ")), "")
    return found.replace(" ", "") if _SET_APART.fullmatch(found) else found


_SET_APART = re.compile(r"(?:\w )+\w")


def _city(lines: tuple[str, ...]) -> str:
    city = _place(lines, "KOTA")
    return f"KOTA {city}" if city else ""


_CHANGED = re.compile(
    r"PERUBAHAN\b.*?\bATAS\s+PERATURAN\s+DESA\b.*?\bNOMOR\s+(\w+)\s+TAHUN\s+(\d{4})", re.IGNORECASE
)


def _changed(identity: Identity) -> str:
    """The address of the Perdes of the same village whose change this one is, as its name says."""
    found = _CHANGED.search(identity.tentang)
    return replace(identity, nomor=found[1], tahun=found[2]).work if found else ""


# ---- the penutup

_STIPULATED = re.compile(r"(?:Ditetapkan|Disahkan)\s+(?:di|pada)\b", re.IGNORECASE)
_PROMULGATED = re.compile(r"Diundangkan\s+(?:di|pada)\b", re.IGNORECASE)
_LEMBARAN = re.compile(
    r"(?P<nama>(?:LEMBARAN|BERITA)\s+DESA\b.*?)\s+(?:TAHUN\s+\d{4}\s+)?NOMOR\s+(?P<nomor>\w+)", re.IGNORECASE
)


def _closing(naskah: Naskah) -> dict[str, Any]:
    """The days and the Lembaran Desa that the penutup names: a day belongs to the act named last before it."""
    found: dict[str, Any] = {}
    penutup, act = naskah.part("penutup"), ""
    for line in penutup.children if penutup else ():
        if _STIPULATED.search(line.text):
            act = "ditetapkan"
        if _PROMULGATED.search(line.text):
            act = "diundangkan"
        day = next((written.day for written in dates_in(line.text) if written.day), None)
        if act and day:
            found.setdefault(act, day)
        if lembaran := _LEMBARAN.match(line.text):
            found["lembaran"] = Lembaran(lembaran["nama"], lembaran["nomor"])
    return found
