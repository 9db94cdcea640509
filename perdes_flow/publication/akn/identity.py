"""What a regulation is called for ever: village, year, number, dates, and the FRBR addresses made of them.

All of it can be read from a finished text (`identity_reading`); what a draft leaves open must be told, or stays open.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

LANGUAGE = "ind"  # ISO 639-2
UNKNOWN_YEAR = "0001"
NO_NUMBER = "nn"  # Akoma Ntoso Naming Convention 1.0, section 4.4


@dataclass(frozen=True, slots=True)
class Lembaran:
    """Where a regulation was promulgated: "Lembaran Desa Sumberagung", "3"."""

    nama: str
    nomor: str


@dataclass(frozen=True, slots=True)
class Perubahan:
    """A later regulation that changed this one: its Work address, and the day from which the change holds."""

    uri: str
    berlaku: date


@dataclass(frozen=True, slots=True)
class Identity:
    """Fields are "" or None while they are not known.

    jenis       "perdes", "perkades", "permakades", "uu", …: the subtype in the address
    desa, kecamatan, kabupaten   names without those words, in any case
    tahun       four digits; nomor as given ("3")
    tentang     the name of the regulation
    ditetapkan, diundangkan      days
    mengubah    the Work address of the regulation that this one changes
    perubahan   later regulations that changed this one, in any order: the text is that after the last of them
    """

    jenis: str = "perdes"
    desa: str = ""
    kecamatan: str = ""
    kabupaten: str = ""
    nomor: str = ""
    tahun: str = ""
    tentang: str = ""
    ditetapkan: date | None = None
    diundangkan: date | None = None
    lembaran: Lembaran | None = None
    mengubah: str = ""
    perubahan: tuple[Perubahan, ...] = ()

    @property
    def actor(self) -> str:
        """The village in the address: as much of its place as is known, so that villages of one name stay apart."""
        named = (("desa", self.desa), ("kecamatan", self.kecamatan), ("kabupaten", self.kabupaten))
        return "-".join(_slug(_with_word(word, name)) for word, name in named if name)

    @property
    def work(self) -> str:
        """/akn/id/act/perdes/desa-sumberagung-kabupaten-blitar/2026/3"""
        year = self.tahun or (str(self.ditetapkan.year) if self.ditetapkan else UNKNOWN_YEAR)
        number = _slug(self.nomor).lstrip("0") or _slug(self.tentang) or NO_NUMBER
        return "/".join(part for part in ("/akn/id/act", self.jenis, self.actor, year, number) if part)

    @property
    def expression(self) -> str:
        """The Work in Indonesian on the day from which this text holds; that day is left open while it is not known."""
        return f"{self.work}/{LANGUAGE}@{self.since.isoformat() if self.since else ''}"

    @property
    def since(self) -> date | None:
        """The day of the last change, else of pengundangan, else of penetapan."""
        return self.changes[-1].berlaku if self.changes else self.diundangkan or self.ditetapkan

    @property
    def changes(self) -> tuple[Perubahan, ...]:
        """The later regulations in the order in which they hold."""
        return tuple(sorted(self.perubahan, key=lambda change: change.berlaku))

    @property
    def contains(self) -> str:
        """Whether the text is that of the beginning, or that after a change."""
        return "singleVersion" if self.perubahan else "originalVersion"


def _with_word(word: str, name: str) -> str:
    known = (
        ("kota ", "kab. ", "kab ")
        if word == "kabupaten"
        else ("kec. ", "kec ")
        if word == "kecamatan"
        else ()
    )
    lower = name.strip().casefold()
    if lower.startswith(("kota ", f"{word} ")):
        return lower
    for short in known:
        lower = lower.removeprefix(short)
    return f"{word} {lower}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
