"""PD-35 to PD-41 and PD-51: how the batang tubuh is divided and numbered."""

import re
from collections.abc import Iterator
from itertools import pairwise

from perdes_flow.legal.linting.case import Case, is_blank
from perdes_flow.legal.linting.finding import ERROR, WARNING, Found
from perdes_flow.legal.linting.rule import LII, rule
from perdes_flow.legal.numbering import (
    MAX_LEVELS,
    Marker,
    ordinal,
    ordinal_value,
    read_marker,
    roman,
    roman_value,
)
from perdes_flow.legal.units import LIST_ITEMS, Unit


@rule("PD-35", source=f"{LII} butir 72", severity=ERROR)
def bab_in_roman_capitals(case: Case) -> Iterator[Found]:
    due = 0
    for bab in _of_kind(case, "bab"):
        shown = bab.number.partition(" ")[2]
        at = case.at(bab)
        if is_blank(shown):
            continue
        value = roman_value(re.sub(r"(?<=[IVXLC])[A-Z]$", "", shown) if roman_value(shown) is None else shown)
        if value is None:
            due += 1
            yield Found(
                at,
                f"Bab bernomor “{bab.number}”.",
                f"Tulis BAB {roman(due)}.",
                bab.number,
                f"BAB {roman(due)}",
            )
        elif roman_value(shown) is not None:
            if value not in (due + 1, 1 if _starts_buku(case, bab) else due + 1):
                yield Found(
                    at,
                    f"{bab.number} seharusnya BAB {roman(due + 1)}.",
                    "Urutkan nomor bab tanpa jeda.",
                    bab.number,
                    f"BAB {roman(due + 1)}",
                )
            due = value
        if (
            any(letter.islower() for letter in bab.text)
            and not is_blank(bab.text)
            and not _TO_BE_CONTINUED.match(bab.text)
        ):
            yield Found(
                at,
                f"Judul bab “{bab.text}” tidak seluruhnya huruf kapital.",
                f"Tulis “{bab.text.upper()}”.",
                bab.text,
                bab.text.upper(),
            )


_TO_BE_CONTINUED = re.compile(r"\(dan seterusnya\)")


def _starts_buku(case: Case, bab: Unit) -> bool:
    return any(root.kind == "buku" and root.children[:1] == (bab,) for root in case.naskah.roots)


@rule("PD-36", source=f"{LII} butir 67–70", severity=WARNING)
def grouping(case: Case) -> Iterator[Found]:
    for unit in case.body:
        for child in unit.children:
            if child.kind == "paragraf" and unit.kind != "bagian":
                yield Found(
                    case.at(child),
                    "Paragraf berdiri langsung di bawah bab.",
                    "Tambahkan Bagian di atasnya.",
                    child.number,
                )
    for root in case.naskah.roots:
        if root.kind in ("bagian", "paragraf"):
            yield Found(
                case.at(root),
                f"{root.kind.capitalize()} berdiri di luar bab.",
                "Letakkan di dalam bab.",
                root.number,
            )


@rule("PD-37", source=LII, severity=WARNING)
def bagian_in_words(case: Case) -> Iterator[Found]:
    for place, bagian in _counted(case, "bagian"):
        at, shown = case.at(bagian), bagian.number.partition(" ")[2]
        if shown != ordinal(ordinal_value(shown) or 0) or ordinal_value(shown) != place:
            yield Found(
                at,
                f"“{bagian.number}” seharusnya “Bagian {ordinal(place)}”.",
                f"Tulis “Bagian {ordinal(place)}”.",
                bagian.number,
                f"Bagian {ordinal(place)}",
            )
        elif bagian.text and not _is_title_case(bagian.text):
            yield Found(
                at,
                f"Judul bagian “{bagian.text}” tidak diawali huruf kapital pada setiap kata.",
                f"Tulis “{_title_case(bagian.text)}”.",
                bagian.text,
                _title_case(bagian.text),
            )


_SMALL = frozenset(
    [
        "dan",
        "atau",
        "di",
        "ke",
        "dari",
        "dalam",
        "pada",
        "dengan",
        "untuk",
        "yang",
        "bagi",
        "oleh",
        "antara",
        "serta",
        "terhadap",
        "atas",
        "tentang",
        "sebagai",
    ]
)


def _title_case(text: str) -> str:
    words = (word.lower() if word.isupper() and len(word) > 5 else word for word in text.split())
    return " ".join(
        word if word in _SMALL and i else word[:1].upper() + word[1:] for i, word in enumerate(words)
    )


def _is_title_case(text: str) -> bool:
    words = text.split()
    return not text.isupper() and all(
        not word[:1].islower() or (i and word in _SMALL) for i, word in enumerate(words)
    )


@rule("PD-38", source=LII, severity=WARNING)
def paragraf_in_digits(case: Case) -> Iterator[Found]:
    for place, paragraf in _counted(case, "paragraf"):
        if paragraf.number != f"Paragraf {place}":
            yield Found(
                case.at(paragraf),
                f"“{paragraf.number}” seharusnya “Paragraf {place}”.",
                f"Tulis “Paragraf {place}”.",
                paragraf.number,
                f"Paragraf {place}",
            )


def _counted(case: Case, kind: str) -> Iterator[tuple[int, Unit]]:
    """Units of a kind with their place below the unit around them, from 1."""
    for unit in case.body:
        same = [child for child in unit.children if child.kind == kind]
        yield from enumerate(same, 1)


def _of_kind(case: Case, kind: str) -> Iterator[Unit]:
    return (unit for unit in case.body if unit.kind == kind)


@rule("PD-39", source=LII, severity=WARNING)
def pasal_unbroken(case: Case) -> Iterator[Found]:
    due = 1
    for pasal in case.pasal:
        shown = pasal.number.split()[-1]
        if shown.isdigit():
            if int(shown) != due:
                yield Found(
                    case.at(pasal),
                    f"{pasal.number} seharusnya Pasal {due}.",
                    "Urutkan nomor Pasal tanpa jeda dan sesuaikan pengacuannya.",
                    pasal.number,
                    f"Pasal {due}",
                )
            due = int(shown) + 1


@rule("PD-40", source=LII, severity=WARNING)
def ayat_unbroken(case: Case) -> Iterator[Found]:
    for pasal in case.pasal:
        numbered = [child for child in pasal.children if child.kind == "ayat" and child.number]
        if len(numbered) == 1 and len([child for child in pasal.children if child.kind == "ayat"]) == 1:
            yield Found(
                case.at(numbered[0]),
                "Pasal ini hanya memuat satu ayat bernomor.",
                "Hapus nomor ayat.",
                numbered[0].number,
                "",
            )
            continue
        before = 0
        for ayat in numbered:
            marker = _marker(ayat)
            if marker and not marker.suffix:
                if marker.value != before + 1:
                    yield Found(
                        case.at(ayat),
                        f"Ayat {ayat.number} seharusnya ({before + 1}).",
                        "Urutkan nomor ayat.",
                        ayat.number,
                        f"({before + 1})",
                    )
                before = marker.value


@rule("PD-41", source=f"{LII} butir 85–90", severity=ERROR)
def levels_of_lists(case: Case) -> Iterator[Found]:
    for unit in case.body:
        if unit.kind in ("ayat", "pasal"):
            yield from _levels(case, unit, 0)


def _levels(case: Case, owner: Unit, level: int) -> Iterator[Found]:
    items = [child for child in owner.children if child.kind in LIST_ITEMS]
    if items and items[0].kind != "definisi":
        yield from _style(case, owner, items, level)
    for item in items:
        yield from _levels(case, item, 0 if item.kind == "definisi" else level + 1)


def _style(case: Case, owner: Unit, items: list[Unit], level: int) -> Iterator[Found]:
    at, first = case.at(owner), items[0].number
    if level >= len(MAX_LEVELS):
        yield Found(
            at, "Rincian melebihi empat tingkat.", "Ringkas rincian, paling banyak empat tingkat.", first
        )
        return
    due = MAX_LEVELS[level]
    marker = _marker(items[0])
    wanted = read_marker(due + " ")
    if marker and wanted and marker.style != wanted[0].style:
        yield Found(
            at,
            f"Rincian tingkat {level + 1} bertanda “{first}”, seharusnya “{due}”.",
            f"Tulis rincian tingkat {level + 1} dengan {due}",
            first,
            due,
        )
        return
    for before, item in pairwise(items):
        one, two = _marker(before), _marker(item)
        if one and two and not two.follows(one) and not (two.first and _interrupted(owner, before, item)):
            yield Found(
                case.at(item),
                f"Setelah “{before.number}” berdiri “{item.number}”.",
                "Urutkan tanda rincian tanpa jeda.",
                item.number,
            )


def _interrupted(owner: Unit, before: Unit, item: Unit) -> bool:
    """Something stands between the two, so a second list begins."""
    places = [i for i, child in enumerate(owner.children) if child is before or child is item]
    return places[1] - places[0] > 1


def _marker(unit: Unit) -> Marker | None:
    found = read_marker(unit.number + " ") if unit.number else None
    return found[0] if found else None


@rule("PD-51", source=f"{LII} butir 62", severity=ERROR)
def order_of_bab(case: Case) -> Iterator[Found]:
    titles = {bab.text.upper(): (place, bab) for place, bab in enumerate(_of_kind(case, "bab"))}
    umum, peralihan, penutup = (titles.get(f"KETENTUAN {name}") for name in ("UMUM", "PERALIHAN", "PENUTUP"))
    if umum and umum[0] != 0:
        yield Found(
            case.at(umum[1]),
            "Ketentuan Umum bukan bab pertama.",
            "Pindahkan ke awal batang tubuh.",
            umum[1].text,
        )
    if peralihan and penutup and peralihan[0] > penutup[0]:
        yield Found(
            case.at(peralihan[1]),
            "Ketentuan Peralihan berdiri sesudah Ketentuan Penutup.",
            "Pindahkan ke atas Ketentuan Penutup.",
            peralihan[1].text,
        )
    elif penutup and penutup[0] != len(titles) - 1 and len(titles) == sum(1 for _ in _of_kind(case, "bab")):
        yield Found(
            case.at(penutup[1]),
            "Ketentuan Penutup bukan bab terakhir.",
            "Pindahkan ke akhir batang tubuh.",
            penutup[1].text,
        )


RULES = (
    bab_in_roman_capitals, grouping, bagian_in_words, paragraf_in_digits, pasal_unbroken, ayat_unbroken, levels_of_lists,
    order_of_bab,
)  # fmt: skip
