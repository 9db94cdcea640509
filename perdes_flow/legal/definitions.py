"""The terms that a regulation defines in its Pasal 1, and the text of each definition."""

import re
from dataclasses import dataclass

from perdes_flow.legal.addresses import Address
from perdes_flow.legal.units import Naskah, Unit


@dataclass(frozen=True, slots=True)
class Definition:
    """One definition.

    term     what is defined: "Badan Permusyawaratan Desa"
    short    what is used instead from then on: "BPD"; "" where the term itself is used
    meaning  the words after "adalah"
    """

    unit: Unit
    at: Address
    term: str
    short: str
    meaning: str

    @property
    def used(self) -> str:
        """The form that the rest of the text has to use."""
        return self.short or self.term


def definitions(naskah: Naskah) -> tuple[Definition, ...]:
    """Every definition of the batang tubuh in its order; entries that do not define with "adalah" are left out."""
    found = [_read(naskah, unit) for unit in naskah.units if unit.kind == "definisi"]
    return tuple(definition for definition in found if definition)


_DEFINITION = re.compile(
    r"(?P<term>.+?)(?:,?\s*(?:yang\s+)?(?:untuk\s+)?selanjutnya\s+(?:disebut|disingkat)(?:\s+dengan)?(?:\s+sebagai)?\s+(?P<short>.+?),?)?"
    r"(?:\s*\((?P<bracketed>[^)]{2,20})\))?,?\s+(?:adalah|ialah|yaitu|merupakan)\s+(?P<meaning>.+)",
    re.DOTALL,
)


def _read(naskah: Naskah, unit: Unit) -> Definition | None:
    found = _DEFINITION.match(unit.text)
    if not found:
        return None
    short = (found["short"] or found["bracketed"] or "").strip(" ,“”\"'")
    return Definition(unit, naskah.address_of(unit), found["term"].strip(" ,"), short, found["meaning"])
