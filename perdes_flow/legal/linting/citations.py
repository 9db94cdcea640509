"""Citations of other acts, as Mengingat writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from perdes_flow.legal.linting.acts import BY_KEY, Act

_KINDS = (
    ("UU", r"Undang\s?[-–]\s?[Uu]ndang(?:\s+Republik\s+Indonesia)?|UU"),
    ("PP", r"Peraturan\s+Pemerintah(?:\s+Republik\s+Indonesia)?|PP"),
    ("Permendagri", r"Peraturan\s+Menteri\s+Dalam\s+Negeri(?:\s+Republik\s+Indonesia)?|Permendagri"),
)
_CITED = re.compile(
    "(?:"
    + "|".join(rf"(?P<{kind}>\b(?:{pattern}))" for kind, pattern in _KINDS)
    + r")\s+(?:(?:[Nn]omor|No\.?)\s*)?(?P<number>\d+)\s+[Tt]ahun\s+(?P<year>\d{4})"
)
_GAZETTE = re.compile(
    r"(?P<name>Lembaran|Berita)\s+Negara\b(?P<republic>\s+Republik\s+Indonesia)?(?:\s+[Tt]ahun\s+(?P<year>\d{4}))?,?\s+(?:Nomor|No\.?)\s*(?P<number>\d+)"
)
_SUPPLEMENT = re.compile(
    r"Tambahan\s+Lembaran\s+Negara(?:\s+Republik\s+Indonesia)?(?:\s+Tahun\s+\d{4})?,?\s+(?:Nomor|No\.?)\s*(?P<number>\d+)"
)
_CHANGED = re.compile(r"[Ss]ebagaimana\s+(?:telah\s+)?(?:beberapa\s+kali\s+)?di\s?ubah")


@dataclass(frozen=True, slots=True)
class Citation:
    """One act cited, with what the text says of its publication (0 where it says nothing).

    shown   the words from its name to its year
    title   what stands after "tentang", as far as the next bracket, comma or semicolon
    rest    the text after the words, up to the next act cited on the same level
    """

    kind: str
    number: int
    year: int
    shown: str
    title: str
    rest: str
    gazette_year: int
    gazette_number: int
    supplement: int

    @property
    def act(self) -> Act | None:
        """The act in the register."""
        return BY_KEY.get((self.kind, self.number, self.year))


def citations(text: str) -> Iterator[Citation]:
    """The acts cited on the outer level: not those that only stand in another act's title."""
    for piece in _CHANGED.split(text):
        if found := _CITED.search(piece):
            yield _read(found, piece)


def mentions(text: str, kind: str, number: int, year: int) -> bool:
    """The text names the act anywhere."""
    return any(_key(found) == (kind, number, year) for found in _CITED.finditer(text))


def _key(found: re.Match[str]) -> tuple[str, int, int]:
    kind = next(name for name, _ in _KINDS if found[name])
    return kind, int(found["number"]), int(found["year"])


def _read(found: re.Match[str], piece: str) -> Citation:
    rest = piece[found.end() :]
    gazette, supplement = _GAZETTE.search(rest), _SUPPLEMENT.search(rest)
    if gazette and supplement and gazette.start() > supplement.start():
        gazette = None
    title = re.match(r",?\s*[Tt]entang\s+([^(,;]+)", rest)
    kind, number, year = _key(found)
    return Citation(
        kind,
        number,
        year,
        found[0],
        title[1].strip(" .") if title else "",
        rest,
        int(gazette["year"] or 0) if gazette else 0,
        int(gazette["number"]) if gazette else 0,
        int(supplement["number"]) if supplement else 0,
    )
