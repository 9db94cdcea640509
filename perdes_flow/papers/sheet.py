"""What every paper has: a head, sentences, perhaps a table, signatures, and the fingerprint of the text it is about."""

from dataclasses import dataclass
from datetime import date

from perdes_flow.domain.draft import Draft
from perdes_flow.domain.values import Role, sidik
from perdes_flow.domain.village import Village
from perdes_flow.domain.words import OFFICES


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a paper is made from: the draft as recorded, the day, and the number that the office gives it."""

    village: Village
    draft: Draft
    today: date
    nomor: str = ""

    def holder(self, role: Role) -> str:
        """Who signs for an office today: the name in capitals, without degrees; dots where nobody holds it."""
        people = self.village.holders(role, self.today)
        return without_degrees(people[0].name).upper() if people else "…………………………"

    @property
    def title(self) -> str:
        return f"Rancangan Peraturan Desa {self.village.desa} tentang {self.draft.title}"


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are shares of the line, one a column."""

    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper before it becomes a Word file. `signers` sign from left to right."""

    title: str
    sentences: tuple[str, ...]
    signers: tuple[Role, ...]
    table: Table | None = None
    letterhead: str = "PEMERINTAH DESA"  # or the BPD's


def fingerprint(draft: Draft) -> str:
    """The line by which a sheet of paper is checked against the record."""
    version = draft.latest
    return (
        f"Versi {version.number}, sidik teks {sidik(version.text_sha256)}" if version else "Belum ada naskah"
    )


def office(role: Role) -> str:
    """The office as it stands above a signature."""
    return OFFICES[role].upper()


def without_degrees(name: str) -> str:
    """A name as Permendagri 111/2014 wants it in a signature: no titles before it, no degrees after it."""
    words = name.split(",", maxsplit=1)[0].split()
    while len(words) > 1 and words[0].endswith("."):
        words.pop(0)
    return " ".join(words)
