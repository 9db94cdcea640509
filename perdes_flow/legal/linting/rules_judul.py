"""PD-01, PD-02 and PD-04 to PD-11: the heading."""

import re
from collections.abc import Iterator

from perdes_flow.legal.heading import KADES, closed_up
from perdes_flow.legal.linting.case import Case, is_blank
from perdes_flow.legal.linting.finding import ERROR, WARNING, Found
from perdes_flow.legal.linting.rule import LII, P111, rule
from perdes_flow.legal.units import Unit

JUDUL = "Judul"
_ORDER = (
    ("KEPALA DESA …", re.compile(rf"{KADES}\b")),
    # beside the kecamatan: PD-02
    ("KABUPATEN …", re.compile(r"(?:KEC(?:AMATAN|\.)\s*\S.*?)?(?:KABUPATEN|\bKOTA)\b")),
    (
        "PERATURAN DESA …",
        re.compile(rf"(?:RANCANGAN\s+|DRAFT?\s+)?PERATURAN\s+(?:BERSAMA\s+)?(?:DESA|{KADES})\b"),
    ),
    ("NOMOR … TAHUN …", re.compile(r"(?:NOMOR|NO)\b")),
    ("TENTANG", re.compile(r"T ?E ?N ?T ?A ?N ?G\b")),
)


@rule("PD-01", source=P111, severity=ERROR)
def order_of_lines(case: Case) -> Iterator[Found]:
    whole = _lines_of_heading(case)
    lines = [closed_up(line) for line in case.judul.own if line in whole]  # blanks between letters: PD-10
    if not lines or case.is_joint:
        return
    places = [next((i for i, line in enumerate(lines) if pattern.match(line)), -1) for _, pattern in _ORDER]
    missing = [name for (name, _), place in zip(_ORDER, places, strict=True) if place < 0]
    if any(re.search(r"\bTENTANG\b", line) for line in lines):
        missing = [name for name in missing if name != "TENTANG"]  # on another line: PD-11
    present = [place for place in places if place >= 0]
    if missing:
        shown = ", ".join(missing)
        yield Found(
            JUDUL,
            f"Baris judul ini tidak ada atau menyatu dengan baris lain: {shown}.",
            "Susun judul: " + _FORM,
        )
    elif present != sorted(present):
        yield Found(JUDUL, "Urutan baris judul tidak sesuai dengan bentuk resmi.", "Susun judul: " + _FORM)


_FORM = "KEPALA DESA X / KABUPATEN Y / PERATURAN DESA X / NOMOR n TAHUN t / TENTANG / nama peraturan, masing-masing pada baris sendiri."


@rule("PD-02", source=P111, severity=WARNING)
def no_kecamatan(case: Case) -> Iterator[Found]:
    for line in _lines_of_heading(case):
        if found := _KECAMATAN.match(line):
            after = found["after"] or ""
            yield Found(
                JUDUL,
                f"Judul memuat baris “{line}”; bentuk resmi tidak memuat kecamatan.",
                f"Tulis “{after}” saja." if after else "Hapus baris kecamatan.",
                line,
                after,
            )
            return


_KECAMATAN = re.compile(
    r"KEC(?:AMATAN\b|\.)\s*(?:KOTA\s)?.*?(?P<after>(?:KABUPATEN\b|KAB\.|(?<=\s)KOTA\b).*)?$"
)  # a kecamatan may be called KOTA itself


@rule("PD-04", source=P111, severity=ERROR)
def form_of_number(case: Case) -> Iterator[Found]:
    line = case.judul.nomor
    if not line or is_blank(line) or _NUMBER_LEFT_OUT.fullmatch(line):
        return
    if not _NUMBER.match(line):
        fixed = _repaired_number(line)
        yield Found(
            JUDUL,
            f"Baris nomor “{line}” tidak berbentuk “NOMOR n TAHUN tttt”.",
            f"Tulis “{fixed or 'NOMOR n TAHUN tttt'}”.",
            line,
            fixed,
        )


_NUMBER = re.compile(r"NOMOR\s+\d+\s+TAHUN\s+\d{4}(?:\s+TENTANG\b.*)?$")  # TENTANG on the same line is PD-11
_NUMBER_LEFT_OUT = re.compile(r"NOMOR\s*:?[\s.…_-]*TAHUN[\s.…_-]*(?:\d{4})?")


def _repaired_number(line: str) -> str | None:
    digits = re.findall(r"\d+", line)
    return f"NOMOR {digits[0]} TAHUN {digits[1]}" if len(digits) == 2 and len(digits[1]) == 4 else None


@rule("PD-05", source=LII, severity=WARNING)
def no_leading_zero(case: Case) -> Iterator[Found]:
    for line in case.judul.lines:
        if found := re.search(r"(?<!\d)NOMOR\s*:?\s*(0+\d+)\b", line):
            yield Found(
                JUDUL,
                f"Nomor “{found[1]}” diawali angka nol.",
                f"Tulis {found[1].lstrip('0')}.",
                found[1],
                found[1].lstrip("0"),
            )
            return


@rule("PD-06", source=LII, severity=ERROR)
def title_in_capitals(case: Case) -> Iterator[Found]:
    name = case.judul.nama
    if not name or is_blank(name):
        return
    if re.search(r"[.,;:]$", name):
        bare = name.rstrip(".,;: ")
        yield Found(
            JUDUL,
            "Nama peraturan diakhiri tanda baca.",
            f"Hapus “{name[-1]}” di akhir nama peraturan.",
            name,
            bare,
        )
    if any(letter.islower() for letter in name):
        yield Found(
            JUDUL,
            "Nama peraturan tidak seluruhnya huruf kapital.",
            f"Tulis “{name.upper()}”.",
            name,
            name.upper(),
        )


@rule("PD-07", source=LII, severity=WARNING)
def no_abbreviation_in_title(case: Case) -> Iterator[Found]:
    found = _ABBREVIATIONS.search(case.judul.nama) or _NO_WORD.search(case.judul.nama)
    if found:
        yield Found(
            JUDUL, f"Nama peraturan memuat singkatan “{found[0]}”.", "Tulis kepanjangannya.", found[0]
        )


_ABBREVIATIONS = re.compile(
    r"\b(?:RPJM|RPJMDES|RKP|RKPDES|APB|APBDES|BUM|BUMDES|BPD|PMI|CPMI|TKI|PKK|LPMD?|LKD|RT|RW|BLT|SOTK|SPJ|LPJ|ADD|DD|KPM|SID|TPK|KPMD)\b"
)
_NO_WORD = re.compile(r"\b(?![VXLCDM]+\b)[B-DF-HJ-NP-TV-XZ]{3,}\b")  # no vowel, and no Roman number


@rule("PD-08", source=LII, severity=WARNING)
def draft_or_not(case: Case) -> Iterator[Found]:
    heading = " ".join(case.judul.lines)
    is_draft = re.search(r"\bRANCANGAN\b", heading)
    if case.is_promulgated:
        if is_draft:
            with_next = next(filter(None, map(_DRAFT_OF.search, case.judul.lines)), None)
            yield Found(
                JUDUL,
                "Naskah sudah diundangkan, judulnya masih memuat “RANCANGAN”.",
                "Hapus kata RANCANGAN.",
                with_next[0] if with_next else "RANCANGAN",
                with_next[1] if with_next else "",
                ERROR,
            )
        if case.judul.nomor and (is_blank(case.judul.nomor) or _NUMBER_LEFT_OUT.fullmatch(case.judul.nomor)):
            yield Found(
                JUDUL,
                "Naskah sudah diundangkan, nomornya belum diisi.",
                "Isi nomor dan tahun.",
                case.judul.nomor,
                None,
                ERROR,
            )
    elif not case.is_signed and case.judul.lines:
        if wrong := re.search(r"\bDRAFT?\b", heading):
            yield Found(
                JUDUL,
                f"Judul memakai “{wrong[0]}”.",
                "Tulis RANCANGAN di atas PERATURAN DESA.",
                wrong[0],
                "RANCANGAN",
            )
        elif not is_draft:
            yield Found(
                JUDUL,
                "Judul rancangan tidak memuat kata “RANCANGAN”.",
                "Tulis RANCANGAN di atas PERATURAN DESA sampai ditetapkan.",
            )
        if _NUMBER_LEFT_OUT.fullmatch(case.judul.nomor) and not is_blank(case.judul.nomor):
            yield Found(
                JUDUL,
                "Nomor dan tahun dikosongkan.",
                "Tulis “NOMOR ... TAHUN ...” dengan tiga titik sampai ditetapkan.",
                case.judul.nomor,
                "NOMOR ... TAHUN ...",
            )


_DRAFT_OF = re.compile(r"\bRANCANGAN\s+(\w+)")  # with the word after it, so that no blank is left


@rule("PD-09", source=LII, severity=ERROR)
def amending_title(case: Case) -> Iterator[Found]:
    found = _REVISES.search(case.judul.nama)
    if found:
        yield Found(
            JUDUL,
            f"Judul perubahan ditulis “{found[0]}”.",
            "Tulis “PERUBAHAN ATAS PERATURAN DESA …” (atau PERUBAHAN KEDUA ATAS …).",
            found[0],
        )


_REVISES = re.compile(
    r"\bREVISI\b[^,]*|\bPERUBAHAN(?:\s+(?:PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA))?\s+(?:PERATURAN|PERDES)\b"
)


@rule("PD-10", source=LII, severity=WARNING)
def no_spaced_letters(case: Case) -> Iterator[Found]:
    for line in _lines_in_capitals(case):
        if found := re.search(r"(?:\b[A-Z] ){3,}[A-Z]\b", line.text):
            joined = _joined(case, line, found[0])
            certain = joined if len(joined) < _LONGEST_WORD or " " in joined else None
            fix = f"Tulis {joined}." if certain else "Tulis kata-katanya tanpa spasi di antara huruf."
            yield Found(case.at(line), f"Huruf direnggangkan: “{found[0]}”.", fix, found[0], certain)
    for part in ("menimbang", "mengingat", "memperhatikan", "menetapkan"):
        if (unit := case.naskah.part(part)) and re.fullmatch(
            r"(?:[A-Z] ){3,}[A-Z]", label := _label(case, unit)
        ):
            joined = label.replace(" ", "").capitalize()
            yield Found(case.at(unit), f"Huruf direnggangkan: “{label}”.", f"Tulis {joined}.", label, joined)


_LONGEST_WORD = 16  # letters; more of them may be two words


def _joined(case: Case, line: Unit, spaced: str) -> str:
    """The words without the blanks between their letters; wider blanks part words, as far as they were typed."""
    typed = re.compile(r"\s+".join(map(re.escape, spaced.split())))
    blocks = [case.naskah.blocks[block].shown for block in line.blocks if block < len(case.naskah.blocks)]
    found = next(filter(None, map(typed.search, blocks)), None)
    words = re.split(r"\s{2,}", found[0] if found else spaced)
    return " ".join(re.sub(r"\s", "", word) for word in words)


def _lines_in_capitals(case: Case) -> Iterator[Unit]:
    """The heading, the formulas, and the heads of what follows the text."""
    for part in ("judul", "kesepakatan", "memutuskan", "menetapkan"):
        if unit := case.naskah.part(part):
            yield from (unit, *unit.children)
    yield from case.of_kind("bab")
    yield from case.later_heads


def _label(case: Case, unit: Unit) -> str:
    """What stands at the margin before the text of a part: "Menimbang"."""
    shown = [case.naskah.blocks[block].shown for block in unit.blocks[:1] if block < len(case.naskah.blocks)]
    return shown[0].partition(":")[0].strip() if shown else ""


@rule("PD-11", source=LII, severity=ERROR)
def tentang_alone(case: Case) -> Iterator[Found]:
    lines = _lines_of_heading(case)
    if "TENTANG" in lines:
        return
    for line in lines:
        if re.search(r"\bTENTANG\b", line):
            yield Found(
                JUDUL,
                f"Kata TENTANG tidak berdiri sendiri: “{line}”.",
                "Tulis TENTANG pada baris sendiri.",
                line,
            )
            return


def _lines_of_heading(case: Case) -> list[str]:
    """The lines above the phrase of God's grace."""
    lines = case.judul.lines
    end = lines.index(case.judul.frasa) if case.judul.frasa in lines else len(lines)
    return (
        list(lines[:end])
        if case.judul.frasa
        else [line for line in lines if line != case.judul.jabatan or line == lines[0]]
    )


RULES = (
    order_of_lines, no_kecamatan, form_of_number, no_leading_zero, title_in_capitals,
    no_abbreviation_in_title, draft_or_not, amending_title, no_spaced_letters, tentang_alone,
)  # fmt: skip
