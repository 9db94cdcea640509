"""The satuan of a version with their HTML, made once for each file."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from perdes_flow.domain.values import Sha256
from perdes_flow.legal.units import Naskah
from perdes_flow.use_cases.desk import Case, Desk
from perdes_flow.use_cases.kept import Kept
from perdes_flow.use_cases.pointing import naskah_of
from perdes_flow.use_cases.versions import known_version
from perdes_flow.web.text.anchors import anchor_of
from perdes_flow.web.text.satuan import Satuan, read_satuan


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the outline; `number` is the satuan that it leads to."""

    number: int
    anchor: str
    label: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text as pages show it: satuan and their HTML, side by side, and its outline."""

    naskah: Naskah
    satuan: tuple[Satuan, ...]
    html: tuple[SafeString, ...]
    outline: tuple[Heading, ...]

    @property
    def words(self) -> frozenset[str]:
        """What its satuan say, as SHA-256."""
        return frozenset(satuan.words for satuan in self.satuan)


_WRITTEN: Kept[Sha256, WrittenText] = Kept(16)


def written(desk: Desk, case: Case, version: int) -> WrittenText:
    """The text of a version; VersionUnknown, FileMissing, FileDamaged, DocxRefused."""
    naskah = naskah_of(desk, case, version)
    return _WRITTEN.get(known_version(case, version).docx_sha256, lambda: _write(naskah))


def _write(naskah: Naskah) -> WrittenText:
    text = read_satuan(naskah)
    html = tuple(render_to_string("_bunyi.html", {"satuan": satuan}) for satuan in text)
    return WrittenText(naskah, text, html, tuple(_outline(text)))


_LEVELS = {"buku": 0, "bab": 0, "bagian": 1, "paragraf": 1, "pasal": 2}
_PARTS = {"judul": "Judul", "menimbang": "Menimbang", "mengingat": "Mengingat", "lampiran": "Lampiran"}


def _outline(text: tuple[Satuan, ...]) -> list[Heading]:
    found, explained = [], False
    for number, satuan in enumerate(text):
        first = satuan.lines[0]
        if satuan.address.startswith("Penjelasan"):
            if not explained:
                found.append(Heading(number, satuan.anchor, "Penjelasan", "", 0))
            explained = True
        elif satuan.kind in _LEVELS:
            found.append(Heading(number, satuan.anchor, first.number, first.text, _LEVELS[satuan.kind]))
        elif satuan.kind in _PARTS and satuan.anchor:
            label = first.number.capitalize() if satuan.kind == "lampiran" else _PARTS[satuan.kind]
            if satuan.anchor == anchor_of(satuan.address):
                found.append(Heading(number, satuan.anchor, label or "Lampiran", "", 0))
    return found
