"""PD-35 to PD-40 and PD-51: how the batang tubuh is divided and numbered."""

import re
from collections.abc import Iterator

from perdes_flow.legal.linting.case import Case, is_blank
from perdes_flow.legal.linting.finding import ERROR, WARNING, Found
from perdes_flow.legal.linting.rule import LII, rule
from perdes_flow.legal.linting.sequence import breaks
from perdes_flow.legal.numbering import marker_of, misread_value, ordinal, ordinal_value, roman, roman_value
from perdes_flow.legal.units import Unit


@rule("PD-35", source=f"{LII} butir 72", severity=ERROR)
def bab_in_roman_capitals(case: Case) -> Iterator[Found]:
    for group in _bab_groups(case):
        values = [_bab_value(bab) for bab in group]
        for place, (bab, value) in enumerate(zip(group, values, strict=True), 1):
            if value is None:
                due = f"BAB {roman(place)}"
                yield Found(case.at(bab), f"Bab bernomor “{bab.number}”.", f"Tulis {due}.", bab.number, due)
        numbered = [(bab, value) for bab, value in zip(group, values, strict=True) if value]
        if len(numbered) == len(group):
            for i, due_value in breaks([value for _, value in numbered]):
                bab, due = numbered[i][0], f"BAB {roman(due_value)}"
                yield Found(
                    case.at(bab),
                    f"{bab.number} seharusnya {due}.",
                    "Urutkan nomor bab tanpa jeda.",
                    bab.number,
                    due,
                )
        for bab in group:
            if bab.number[:3] in ("Bab", "bab") and _bab_value(bab):
                shown = f"BAB{bab.number[3:]}"
                yield Found(case.at(bab), f"Ditulis “{bab.number}”.", f"Tulis “{shown}”.", bab.number, shown)
            if (
                not bab.text.isupper()
                and any(letter.islower() for letter in bab.text)
                and not _TO_BE_CONTINUED.match(bab.text)
            ):
                yield Found(
                    case.at(bab),
                    f"Judul bab “{bab.text}” tidak seluruhnya huruf kapital.",
                    f"Tulis “{bab.text.upper()}”.",
                    bab.text,
                    bab.text.upper(),
                )


def _bab_groups(case: Case) -> Iterator[list[Unit]]:
    """The Bab that are numbered together: all of them, or those of one Buku; inserted ones (IIA) and blanks left out."""
    roots = [root for root in case.naskah.roots if root.kind == "bab"]
    for group in (roots, *(root.children for root in case.naskah.roots if root.kind == "buku")):
        yield [
            bab
            for bab in group
            if bab.kind == "bab"
            and not is_blank(bab.number)
            and not re.search(r"\s[IVXLC]+[ABD-H]$", bab.number)
        ]


def _bab_value(bab: Unit) -> int | None:
    return roman_value(bab.number.partition(" ")[2])


_TO_BE_CONTINUED = re.compile(r"\(dan seterusnya\)")


@rule("PD-36", source=f"{LII} butir 67–70", severity=WARNING)
def grouping(case: Case) -> Iterator[Found]:
    for paragraf in case.of_kind("paragraf"):
        around = case.naskah.trail(paragraf)[:-1]
        if around and around[-1].kind != "bagian":
            yield Found(
                case.at(paragraf),
                "Paragraf berdiri langsung di bawah bab.",
                "Tambahkan Bagian di atasnya.",
                paragraf.number,
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
    places: dict[int, int] = {}
    for unit in case.of_kind(kind):
        around = case.naskah.trail(unit)[:-1]
        if around:
            places[id(around[-1])] = places.get(id(around[-1]), 0) + 1
            yield places[id(around[-1])], unit


@rule("PD-39", source=LII, severity=WARNING)
def pasal_unbroken(case: Case) -> Iterator[Found]:
    if all(pasal.number == f"Pasal {place}" for place, pasal in enumerate(case.pasal, 1)):  # nearly always
        return
    for pasal in case.pasal:
        shown = _in_digits(pasal.number).replace("pasal", "Pasal", 1)
        if shown != pasal.number:
            yield Found(
                case.at(pasal), f"Ditulis “{pasal.number}”.", f"Tulis “{shown}”.", pasal.number, shown
            )
    values = [_in_digits(pasal.number).rpartition(" ")[2] for pasal in case.pasal]
    numbered = [pasal for pasal, value in zip(case.pasal, values, strict=True) if value.isdigit()]
    for i, due in breaks([int(value) for value in values if value.isdigit()]):
        shown = numbered[i].number
        yield Found(
            case.at(numbered[i]),
            f"{shown} seharusnya Pasal {due}.",
            "Urutkan nomor Pasal tanpa jeda dan sesuaikan pengacuannya.",
            shown,
            f"Pasal {due}",
        )


def _in_digits(number: str) -> str:
    """The number of a Pasal without the letters that a scan took for digits: "Pasal 1O" is Pasal 10."""
    word, _, value = number.rpartition(" ")
    return number if value.isdigit() else f"{word} {misread_value(value) or value}"


@rule("PD-40", source=LII, severity=WARNING)
def ayat_unbroken(case: Case) -> Iterator[Found]:
    for pasal in case.pasal:
        numbers = [child.number for child in pasal.children if child.kind == "ayat"]
        if numbers != _IN_ORDER[: len(numbers)] or len(numbers) == 1:
            yield from _ayat_broken(case, [child for child in pasal.children if child.kind == "ayat"])


_IN_ORDER = [f"({value})" for value in range(1, 40)]


def _ayat_broken(case: Case, all_ayat: list[Unit]) -> Iterator[Found]:
    numbered = [ayat for ayat in all_ayat if ayat.number]
    for ayat in numbered:
        if ayat.number[0] != "(":
            due = _bracketed(ayat)
            yield Found(case.at(ayat), f"Ayat bernomor “{ayat.number}”.", f"Tulis “{due}”.", ayat.number, due)
    if len(numbered) == 1 and len(all_ayat) == 1:
        yield Found(
            case.at(numbered[0]),
            "Pasal ini hanya memuat satu ayat bernomor.",
            "Hapus nomor ayat.",
            numbered[0].number,
            "",
        )
        return
    plain = [
        (ayat, marker.value)
        for ayat in numbered
        if (marker := marker_of(_bracketed(ayat))) and not marker.suffix
    ]
    for i, due_value in breaks([value for _, value in plain]):
        ayat = plain[i][0]
        yield Found(
            case.at(ayat),
            f"Ayat {_bracketed(ayat)} seharusnya ({due_value}).",
            "Urutkan nomor ayat.",
            ayat.number,
            f"({due_value})",
        )


def _bracketed(ayat: Unit) -> str:
    """The number as the law writes it, also where the drafter wrote "Ayat (2)", "ayat 2", or "2."."""
    return ayat.number if ayat.number[0] == "(" else f"({ayat.number.rpartition(' ')[2].strip('().')})"


@rule("PD-51", source=f"{LII} butir 62", severity=ERROR)
def order_of_bab(case: Case) -> Iterator[Found]:
    titles = {bab.text.upper(): (place, bab) for place, bab in enumerate(case.of_kind("bab"))}
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
    elif penutup and penutup[0] != len(titles) - 1 and len(titles) == len(case.of_kind("bab")):
        yield Found(
            case.at(penutup[1]),
            "Ketentuan Penutup bukan bab terakhir.",
            "Pindahkan ke akhir batang tubuh.",
            penutup[1].text,
        )


RULES = (
    bab_in_roman_capitals, grouping, bagian_in_words, paragraf_in_digits, pasal_unbroken, ayat_unbroken,
    order_of_bab,
)  # fmt: skip
