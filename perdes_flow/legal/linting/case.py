"""What the rules look at: the text, the stage it is in, the day, and what several of them ask about it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, takewhile

from perdes_flow.legal.dates import dates_in
from perdes_flow.legal.definitions import Definition, definitions
from perdes_flow.legal.heading import KADES, Judul, read_judul
from perdes_flow.legal.linting.file_facts import USUAL_LAYOUT, FileFacts, Layout
from perdes_flow.legal.linting.proceedings import Proceedings
from perdes_flow.legal.references import Reference, references
from perdes_flow.legal.searching import Searchable
from perdes_flow.legal.units import HEADINGS, LIST_ITEMS, Naskah, Unit

_HEADINGS = frozenset(HEADINGS)
_SIGNED = frozenset({"ditetapkan", "diundangkan", "klarifikasi", "berlaku", "dicabut"})
_PROMULGATED = _SIGNED - {"ditetapkan"}
_AGREED = _SIGNED | {"disepakati", "evaluasi", "penyempurnaan", "penetapan"}
WHOLE = "Naskah"


@dataclass(frozen=True)
class Case:
    """A text to be checked. `state` is a stage of the procedure; `jenis`, the kind of the draft, `file` and `proceedings` where they are known."""

    naskah: Naskah
    state: str
    on: date
    jenis: str | None = None
    file: FileFacts | None = None
    layout: Layout = USUAL_LAYOUT
    proceedings: Proceedings | None = None

    def at(self, unit: Unit) -> str:
        """The address of a unit, as shown."""
        return str(self.naskah.address_of(unit))

    @property
    def is_agreed(self) -> bool:
        """The text is agreed upon: it must be ready to be signed."""
        return self.state in _AGREED

    @property
    def is_signed(self) -> bool:
        return self.state in _SIGNED

    @property
    def is_promulgated(self) -> bool:
        return self.state in _PROMULGATED

    @cached_property
    def address_by_block(self) -> dict[int, str]:
        """The address of the innermost unit that each block belongs to."""
        return {block: str(address) for address, unit in self.naskah.places() for block in unit.blocks}

    @cached_property
    def judul(self) -> Judul:
        return read_judul(self.naskah)

    @cached_property
    def is_village(self) -> bool:
        """The text is one of a Desa, as far as its heading tells; a Nagari or Gampong has forms of its own."""
        return not any(_OTHER_LEVEL.match(line) for line in self.judul.lines)

    @cached_property
    def by_kades_alone(self) -> bool:
        """A Peraturan Kepala Desa: no agreement with the BPD, promulgated in the Berita Desa."""
        return _PERKADES.match(self.judul.jenis) is not None

    @property
    def name(self) -> str:
        """What the text calls itself: "Peraturan Desa"."""
        if self.is_joint:
            return "Peraturan Bersama Kepala Desa"
        alone = _PERKADES.match(self.judul.jenis)
        if alone is None:
            return "Peraturan Desa"
        office = str(alone["office"]).title()
        return f"Peraturan {office if office == 'Kepala Desa' else office.removesuffix(' Desa')}"

    @cached_property
    def is_joint(self) -> bool:
        """A Peraturan Bersama of two or more Kepala Desa: their villages have different names, and a heading of its own form."""
        return _JOINT.match(self.judul.jenis) is not None

    @cached_property
    def changes_another(self) -> bool:
        """The text changes another regulation, whose terms hold in what it quotes."""
        return re.match(r"PERUBAHAN\b", self.judul.nama, re.IGNORECASE) is not None

    @cached_property
    def revokes_another(self) -> bool:
        """The text does nothing but revoke another regulation."""
        return re.match(r"PENCABUTAN\b", self.judul.nama, re.IGNORECASE) is not None

    @cached_property
    def has_opening(self) -> bool:
        """The pembukaan is there; texts that lack it (a copy of the body alone) are not blamed for every line of it."""
        return self.naskah.part("menimbang") is not None

    @cached_property
    def pasal(self) -> tuple[Unit, ...]:
        return self.naskah.all_pasal()

    @cached_property
    def place_of_pasal(self) -> dict[str, int]:
        """Which Pasal of the text it is, by its number."""
        return {pasal.number.rpartition(" ")[2]: i for i, pasal in enumerate(self.pasal)}

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        return definitions(self.naskah)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        return references(self.naskah, self.everything)

    @property
    def body(self) -> tuple[Unit, ...]:
        """Every unit of the batang tubuh, headings included."""
        return self.naskah.body

    def of_kind(self, kind: str) -> Sequence[Unit]:
        """The units of a kind in the batang tubuh, in reading order."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[str, list[Unit]]:
        found: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in self.body:
            found[unit.kind].append(unit)
        return dict(found)

    @cached_property
    def introducing(self) -> tuple[Unit, ...]:
        """The units of the batang tubuh with a list right below them."""
        if not LIST_ITEMS & self._by_kind.keys():
            return ()
        return tuple(
            unit
            for unit in self.body
            if unit.children and any(child.kind in LIST_ITEMS for child in unit.children)
        )

    @cached_property
    def norms(self) -> Searchable:
        """The units of the batang tubuh with words of their own, headings left out."""
        return Searchable(tuple([unit for unit in self.body if unit.text and unit.kind not in _HEADINGS]))

    @cached_property
    def everything(self) -> Searchable:
        """Every unit of the text with words of its own."""
        headings = [unit for kind in HEADINGS for unit in self.of_kind(kind)]
        others = Searchable(tuple([unit for unit in (*headings, *self.naskah.outside_body) if unit.text]))
        return Searchable(self.naskah.units, (self.norms, others))

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """Words that the text writes with a capital in the middle of a sentence."""
        # begins with a plain blank, so that most of a long text is passed over at once
        return frozenset(re.findall(r" (?<=[a-z,] )([A-Z][a-z]+)", self.norms.words))

    def listed(self, part: str) -> tuple[Unit, ...]:
        """The items of Menimbang or Mengingat."""
        unit = self.naskah.part(part)
        return tuple(child for child in unit.children if child.number) if unit else ()

    @cached_property
    def closing(self) -> tuple[str, ...]:
        """The lines of the penutup."""
        unit = self.naskah.part("penutup")
        return tuple(line.text for line in unit.children) if unit else ()

    @cached_property
    def later_heads(self) -> tuple[Unit, ...]:
        """The lines of the heads of penjelasan and lampiran, which repeat the heading of the regulation."""
        annexes = [head for annex in self.naskah.parts("lampiran") if (head := annex.child("judul"))]
        before_umum = [
            tuple(takewhile(lambda line: line.kind == "larik", explanation.children))
            for explanation in self.naskah.parts("penjelasan")
        ]
        return tuple(chain(*(head.children for head in annexes), *before_umum))

    @cached_property
    def year(self) -> int | None:
        """The year in the heading's NOMOR line."""
        found = _YEAR.search(" ".join((self.judul.nomor, self.judul.jenis)))
        return int(found[1]) if found else None

    @cached_property
    def dated(self) -> date:
        """The day of the text: its penetapan, else the end of the year in its heading, never after the day of the check."""
        written = next((found.day for line in self.closing for found in dates_in(line) if found.day), None)
        if written is None and self.year:
            written = date(self.year, 12, 31)
        return min(written, self.on) if written else self.on


_OTHER_LEVEL = re.compile(
    r"(?:RANCANGAN\s+)?(?:UNDANG-UNDANG|QANUN|PERATURAN\s+(?:PEMERINTAH|PRESIDEN|MENTERI|DAERAH|BUPATI|GUBERNUR|WALI"
    r"|NAGARI|GAMPONG|DUSUN|OHOI|KUTE|MARGA|BANUA|KAMPUNG|PEKON|LEMBANG|NEGERI|KALURAHAN|TIYUH|BADAN|LEMBAGA))"
)
_PERKADES = re.compile(rf"(?:RANCANGAN\s+)?PERATURAN\s+(?:BERSAMA\s+)?(?P<office>{KADES})\b")
_JOINT = re.compile(r"(?:RANCANGAN\s+)?PERATURAN\s+BERSAMA\b")
_YEAR = re.compile(r"TAHUN\s*(\d{4})")

# "…", "...", "(Nama Desa)", "[ ]", "xxx", "____": something that was to be filled in; BAB XXX is a Bab, and
# "(nomor induk kependudukan)" explains a word
_TO_FILL_IN = (
    r"(?:nama|nomor|tahun|tanggal)(?:\s+(?:desa|kecamatan|kabupaten|kota|provinsi|dusun|kepala\s+desa|sekretaris|bupati|camat"
    r"|pejabat|peraturan|judul|perdes|jelas)\b[^)]*)?|(?:di)?isi(?:\s+(?:dengan|nama|nomor|tanggal|tahun|sesuai|judul)\b[^)]*)?"
    r"|sebutkan\b[^)]*"
)
PLACEHOLDER = re.compile(
    rf"…|\.\s?\.\s?\.|\((?i:{_TO_FILL_IN})\)|\[\s*\]|\[[A-Za-z][^][]{{0,60}}\](?!\()|(?<!BAB )\b(?:x{{3,}}|X{{3,}})\b|_{{3,}}"
)


def is_blank(text: str) -> bool:
    """The text still has a place to be filled in."""
    return may_be_blank(text) and PLACEHOLDER.search(text) is not None


def may_be_blank(text: str) -> bool:
    """Written out, because it is asked for at every heading and item."""
    return (
        "…" in text
        or ".." in text
        or ". ." in text
        or "(" in text
        or "[" in text
        or "xx" in text
        or "XX" in text
        or "__" in text
    )


def searched(case: Case, pattern: re.Pattern[str], *hints: str) -> Iterator[tuple[Unit, re.Match[str]]]:
    """Every place in the norms where a pattern stands. `hints` are in small letters; one of them stands in every hit."""
    for unit in case.norms.holding(*hints):
        for found in pattern.finditer(unit.text):
            yield unit, found


def starting(case: Case, pattern: re.Pattern[str], *hints: str) -> Iterator[tuple[Unit, re.Match[str]]]:
    """The same for a pattern whose every hit begins with one of the hints: it is tried only there."""
    for unit, starts in case.norms.standing(*hints):
        end = 0
        for start in starts:
            if start >= end and (found := pattern.match(unit.text, start)):
                end = found.end()
                yield unit, found
