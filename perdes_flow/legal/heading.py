"""The lines of the judul by their meaning: who, what kind, number and year, the name of the regulation."""

import re
from dataclasses import dataclass

from perdes_flow.legal.units import Naskah

FRASA = "DENGAN RAHMAT TUHAN YANG MAHA ESA"
# the head of a village, by the names that he has in different parts of the country
KADES = r"(?:KEPALA\s+DESA|(?:PERBEKEL|KUWU|HUKUM\s+TUA|SANGADI)(?:\s+DESA)?)"


@dataclass(frozen=True, slots=True)
class Judul:
    """What the heading says; a field is "" where the heading lacks it. A heading that stands twice (cover page) is read from its last copy.

    lines    every line as it stands
    own      the lines without a cover page
    jenis    the line "PERATURAN DESA X", with RANCANGAN before it where it stands there
    nomor    the line "NOMOR 3 TAHUN 2026"
    nama     the name after TENTANG, its lines joined
    frasa    the line with the grace of God
    jabatan  the line of the one who stipulates, "KEPALA DESA X,"
    """

    lines: tuple[str, ...]
    own: tuple[str, ...] = ()
    jenis: str = ""
    nomor: str = ""
    nama: str = ""
    frasa: str = ""
    jabatan: str = ""


def read_judul(naskah: Naskah) -> Judul:
    """The heading of a text; all fields empty where there is none."""
    part = naskah.part("judul")
    lines = tuple(line.text for line in part.children) if part else ()
    tentang = _tentang(lines)
    frasa = _last(lines, _FRASA, tentang + 1)
    end = frasa if frasa >= 0 else _last(lines, _JABATAN, tentang + 1)
    if end < 0:
        end = len(lines)
    above = tentang if tentang > 0 else end  # what comes after it may name another regulation
    nomor = _last(lines, _NOMOR, end=above)
    closed = tuple(map(closed_up, lines))
    jenis = _last(closed, _JENIS, end=above)
    return Judul(
        lines=lines,
        own=lines[_first_of_copy(lines, jenis) :],
        jenis=_at(closed, jenis),
        nomor=_at(lines, nomor),
        nama=_nama(lines, tentang, end),
        frasa=_at(lines, frasa),
        jabatan=" ".join(lines[frasa + 1 :]) if frasa >= 0 else _at(lines, end),
    )


def _tentang(lines: tuple[str, ...]) -> int:
    """The TENTANG of the heading: not that in the name of a regulation that this one changes or carries out."""
    pattern = _TENTANG_ALONE if _last(lines, _TENTANG_ALONE) >= 0 else _TENTANG
    found = -1
    for i, line in enumerate(lines):
        if not pattern.match(line):
            continue
        between = lines[found + 1 : i]
        if found < 0 or not _SPEAKS_OF_ANOTHER.match(between[0] if between else "") or _is_new_copy(between):
            found = i
    return found


def _is_new_copy(between: tuple[str, ...]) -> bool:
    """Below a title on a cover page the heading begins anew, with who issues it."""
    return any(_JABATAN.match(line) or _COVER.match(line) for line in between)


def _first_of_copy(lines: tuple[str, ...], jenis: int) -> int:
    """Where the heading begins below a cover page that shows it too: with the last line of who issues it above its kind."""
    if jenis < 0 or not any(_TENTANG.match(line) for line in lines[:jenis]):
        return 0
    return max(_last(lines, _JABATAN, end=jenis), 0) or jenis


def closed_up(line: str) -> str:
    """A line whose words stood with blanks between their letters: "P E R A T U R A N DESA X" says PERATURAN DESA X."""
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), line) if " " in line[1:4] else line


_SPACED = re.compile(r"\b(?:[A-Z] ){3,}[A-Z]\b")
_TENTANG_ALONE = re.compile(r"T ?E ?N ?T ?A ?N ?G$")  # also with its letters spaced
_TENTANG = re.compile(r"(?:.*\s)?TENTANG\b", re.IGNORECASE)
_FRASA = re.compile(r"(?:.*\s)?DENGAN\s+RA(?:KH|H)MAT\b", re.IGNORECASE)
_SPEAKS_OF_ANOTHER = re.compile(r"(?:PERUBAHAN|PENCABUTAN|PETUNJUK|PELAKSANAAN|PERATURAN\s+PELAKSANAAN)\b")
_COVER = re.compile(r"(?:PEMERINTAH|SALINAN)\b")
_JABATAN = re.compile(rf"(?:{KADES}|PRESIDEN|BUPATI|GUBERNUR|WALI\s?KOTA)\b")
_JENIS = re.compile(r"(?:RANCANGAN\s+|DRAFT?\s+)?(?:PERATURAN|UNDANG-UNDANG|KEPUTUSAN|QANUN)\b")
_NOMOR = re.compile(r"(?:NOMOR|NO\b)")


def _last(lines: tuple[str, ...], pattern: re.Pattern[str], start: int = 0, end: int | None = None) -> int:
    found = [i for i, line in enumerate(lines[:end]) if i >= start and pattern.match(line)]
    return found[-1] if found else -1


def _at(lines: tuple[str, ...], i: int) -> str:
    return lines[i] if 0 <= i < len(lines) else ""


def _nama(lines: tuple[str, ...], tentang: int, end: int) -> str:
    if tentang < 0:
        return ""
    same_line = re.split(r"T ?E ?N ?T ?A ?N ?G\b", lines[tentang], maxsplit=1, flags=re.IGNORECASE)[1]
    return " ".join(" ".join((same_line, *lines[tentang + 1 : end])).split())
