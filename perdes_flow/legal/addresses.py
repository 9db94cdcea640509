"""Where in a regulation: "Pasal 5 ayat (2) huruf b", read from what people type and written in one form."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from perdes_flow.errors import AddressNotUnderstood
from perdes_flow.legal.numbering import ordinal, ordinal_value, roman_value


class Step(NamedTuple):
    """One step down the tree. `value` has no brackets or dots: "2" for "(2)", "b" for "b.", "" for a part without number."""

    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """The steps from the root of a text to a unit. A Pasal is reached without its Bab: its number is unique in the text."""

    steps: tuple[Step, ...]

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read an address in any case; AddressNotUnderstood where it is none."""
        if usual := _USUAL.fullmatch(text):
            return cls(tuple([Step(kind, value) for kind, value in usual.groupdict().items() if value]))
        steps: list[Step] = []
        position, cleaned = 0, " ".join(text.split())
        while position < len(cleaned):
            found = _STEP.match(cleaned, position)
            if not found:
                raise AddressNotUnderstood(text)
            step = _step(found["kind"], found["value"] or "")
            if step is None or not _may_stand(step, steps):
                raise AddressNotUnderstood(text)
            steps.append(step)
            position = found.end()
        if not steps:
            raise AddressNotUnderstood(text)
        return cls(tuple(steps))

    def __str__(self) -> str:
        return " ".join([_shown(step, not i) for i, step in enumerate(self.steps)])

    def below(self, kind: str, value: str = "") -> "Address":
        """The address of a unit one step down."""
        return Address((*self.steps, Step(kind, value)))

    def up(self) -> "Address | None":
        """The address one step up; None at a root."""
        return Address(self.steps[:-1]) if len(self.steps) > 1 else None


# kind -> how it is written; the order of alternatives matters to the pattern: longer names first
_PARTS = {
    "judul": "Judul",
    "pembukaan": "Pembukaan",
    "menimbang": "Menimbang",
    "mengingat": "Mengingat",
    "memperhatikan": "Memperhatikan",
    "menetapkan": "Menetapkan",
    "penutup": "Penutup",
    "penjelasan": "Penjelasan",
    "kepala halaman": "Kepala halaman",
    "kaki halaman": "Kaki halaman",
    "catatan kaki": "Catatan kaki",
    "kotak teks": "Kotak teks",
    "naskah": "Naskah",  # a text that is no regulation
    "umum": "umum",
}
_NUMBERED = (
    "lampiran",
    "paragraf",
    "bagian",
    "pasal",
    "tabel",
    "baris",
    "huruf",
    "angka",
    "butir",
    "buku",
    "ayat",
    "bab",
)
_LIST = {"huruf", "angka", "butir"}
_TEXT = {"pasal", "ayat", *_LIST}
_PARENTS = {
    "ayat": {"pasal"},
    "huruf": {"pasal", "ayat", "menimbang", "mengingat", "memperhatikan", *_LIST},
    "angka": {"pasal", "ayat", "menimbang", "mengingat", "memperhatikan", *_LIST},
    "butir": {"pasal", "ayat", "menimbang", "mengingat", "memperhatikan", *_LIST},
    "bagian": {"bab"},
    "paragraf": {"bab", "bagian"},
    "tabel": {"lampiran", "penjelasan", *_TEXT},
    "baris": {"lampiran", "tabel", *_TEXT},
    "umum": {"penjelasan"},
}
_MAY_STAND_BELOW = {"bab": {"buku"}, "judul": {"lampiran"}, "pasal": {"penjelasan", "angka", "pasal"}}
_NEEDS_NO_VALUE = {"lampiran"}

_STEP = re.compile(
    rf"""(?:
      (?P<kind>{"|".join([*map(re.escape, _PARTS), *_NUMBERED])})\b
      (?:\s+(?P<value>ke\w+(?:\s+(?:puluh\s+\w+|puluh|belas))?|pertama
                   |\(\s*\w{{1,4}}\s*\)|(?!(?:{"|".join(_NUMBERED)}|judul|umum)\b)\w{{1,9}}[.)]?)(?!\w))?
      [,;]?\s*
    )""",
    re.VERBOSE | re.IGNORECASE,
)

# as they are shown, nearly always: the rules for all the others would read the same
_USUAL = re.compile(
    r"Pasal (?P<pasal>[0-9]{1,4})(?: ayat \((?P<ayat>[0-9]{1,4})\))?(?: huruf (?P<huruf>[a-z]))?(?: angka (?P<angka>[0-9]{1,4}))?"
)


def _step(kind: str, raw: str) -> Step | None:
    kind = kind.casefold()
    value = raw.strip("(). ")
    if kind in _PARTS:
        return Step(kind) if not value else None
    if not value:
        return Step(kind) if kind in _NEEDS_NO_VALUE else None
    canonical = canonical_value(kind, value)
    return Step(kind, canonical) if canonical else None


def canonical_value(kind: str, value: str) -> str:
    """The number of a unit in the form that addresses use; "" where it is no number of that kind."""
    if kind in ("bagian", "buku"):
        known = ordinal_value(value)
        return (
            ordinal(known)
            if known
            else value.upper()
            if value.isdigit() or roman_value(value.upper())
            else ""
        )
    if kind in ("bab", "pasal", "lampiran", "paragraf"):
        if "l" in value:  # what a scan makes of 1 and I
            value = value.replace("l", "I") if kind == "bab" else "1" if value == "l" else value
        found = _HEADING_NUMBER.fullmatch(value.upper())
        return value.upper() if found and (found["digits"] or roman_value(found["roman"])) else ""
    if kind in ("ayat", "angka", "baris", "tabel", "butir"):
        return value.casefold() if _DECIMAL.fullmatch(value) else ""
    return value.casefold() if _LETTERS.fullmatch(value) else ""


_HEADING_NUMBER = re.compile(r"(?P<digits>\d{1,4})[A-Z]{0,2}|(?P<roman>[IVXLC]+)[A-Z]?")
_DECIMAL = re.compile(r"\d{1,4}[a-z]?", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z]{1,2}\d?|[ivx]{3,4}", re.IGNORECASE)


def _may_stand(step: Step, above: list[Step]) -> bool:
    if not above:
        return step.kind not in _PARENTS
    parent = above[-1].kind
    return parent in _PARENTS.get(step.kind, set()) or parent in _MAY_STAND_BELOW.get(step.kind, set())


@lru_cache(maxsize=1 << 15)  # more than a long text has Pasal
def _shown(step: Step, first: bool) -> str:
    if step.kind == "ayat":
        return f"ayat ({step.value})"
    name = _PARTS.get(step.kind) or {"bab": "BAB", "buku": "BUKU"}.get(step.kind)
    if name is None:
        name = step.kind.title() if first or step.kind in ("pasal", "bagian", "paragraf") else step.kind
    elif not first and step.kind in _PARTS:
        name = name.lower()
    value = step.value.upper() if step.kind == "buku" else step.value
    return f"{name} {value}" if value else name
