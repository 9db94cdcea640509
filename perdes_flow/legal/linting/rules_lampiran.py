"""PD-77 to PD-79: annexes and the explanation."""

import re
from collections.abc import Iterator

from perdes_flow.legal.linting.case import Case, is_blank
from perdes_flow.legal.linting.finding import ERROR, WARNING, Found
from perdes_flow.legal.linting.rule import LII, rule
from perdes_flow.legal.units import Unit


@rule("PD-77", source=LII, severity=ERROR)
def annex_and_text_agree(case: Case) -> Iterator[Found]:
    annexes = case.naskah.parts("lampiran")
    mentions = [found for found in case.references if found.internal and found.shown.startswith("Lampiran")]
    for found in mentions:
        if not found.resolved:
            yield Found(
                str(found.at),
                f"“{found.shown}” disebut tetapi tidak ada.",
                "Lampirkan, atau hapus penyebutannya.",
                found.shown,
            )
            return
    if annexes and not mentions:
        yield Found(
            case.at(annexes[0]),
            "Lampiran tidak disebut dalam batang tubuh.",
            f"Tambahkan “tercantum dalam Lampiran {_FORMULA}”.",
        )
    elif mentions and not any(_INSEPARABLE.search(found.unit.text) for found in mentions):
        first = mentions[0]
        yield Found(
            str(first.at),
            "Lampiran disebut tanpa rumusan baku.",
            f"Tulis “… Lampiran {_FORMULA}”.",
            first.shown,
        )


_FORMULA = "yang merupakan bagian yang tidak terpisahkan dari Peraturan Desa ini"
_INSEPARABLE = re.compile(r"merupakan\s+bagian\s+(?:yang\s+)?tidak\s+terpisahkan\s+dari\s+Peraturan\b")


@rule("PD-78", source=LII, severity=WARNING)
def head_of_annex(case: Case) -> Iterator[Found]:
    annexes = case.naskah.parts("lampiran")
    for annex in annexes:
        at = case.at(annex)
        lines = _head(annex)
        heading = " ".join(lines)
        if len(annexes) > 1 and not re.fullmatch(r"LAMPIRAN [IVX]+", annex.number):
            yield Found(
                at,
                f"Ada {len(annexes)} lampiran, yang ini bernomor “{annex.number}”.",
                "Beri nomor Romawi: LAMPIRAN I, LAMPIRAN II.",
                annex.number,
            )
        number = re.search(r"NOMOR\b.*?TAHUN\s*\S+", heading)
        if _digits(case.judul.nomor) and _digits(number[0] if number else "") != _digits(case.judul.nomor):
            message = (
                f"Nomor pada lampiran “{number[0]}”, pada judul “{case.judul.nomor}”."
                if number
                else "Kepala lampiran tidak memuat nomor peraturan."
            )
            yield Found(
                at,
                message,
                f"Tulis “{case.judul.nomor}”.",
                number[0] if number else "",
                case.judul.nomor if number else None,
            )
        elif (
            case.judul.nama
            and not is_blank(case.judul.nama)
            and case.judul.nama.rstrip(".,;: ").casefold() not in heading.casefold()
        ):
            yield Found(
                at, "Nama peraturan pada lampiran tidak sama dengan judul.", f"Tulis “{case.judul.nama}”."
            )


def _digits(number: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", number)]


def _head(annex: Unit) -> list[str]:
    judul = annex.child("judul")
    return [line.text for line in judul.children] if judul else []


@rule("PD-79", source=LII, severity=WARNING)
def form_of_explanation(case: Case) -> Iterator[Found]:
    for explanation in case.naskah.parts("penjelasan"):
        at = case.at(explanation)
        if explanation.child("umum") is None:
            yield Found(at, "Penjelasan tidak memuat bagian I. UMUM.", "Tambahkan “I. UMUM”.")
        if not any(re.search(r"PASAL\s+DEMI\s+PASAL", child.text) for child in explanation.children):
            yield Found(
                at,
                "Penjelasan tidak memuat bagian II. PASAL DEMI PASAL.",
                "Tambahkan “II. PASAL DEMI PASAL”.",
            )
        explained = {child.number for child in explanation.children if child.kind == "pasal"}
        missing = [pasal.number for pasal in case.pasal if pasal.number not in explained]
        if missing and explained:
            yield Found(
                at,
                f"Penjelasan tidak memuat {', '.join(missing)}.",
                "Tambahkan, sekurang-kurangnya “Cukup jelas.”.",
            )

    yield from _nothing_to_explain(case)


def _nothing_to_explain(case: Case) -> Iterator[Found]:
    """ "Cukup jelas." in another dress: told once, however often it stands there."""
    careless = [
        unit
        for explanation in case.naskah.parts("penjelasan")
        for unit in explanation.walk()
        if unit.text != "Cukup jelas." and _CLEAR.fullmatch(unit.text)
    ]
    if careless:
        where = f" (di {len(careless)} tempat)" if len(careless) > 1 else ""
        first = careless[0]
        yield Found(
            case.at(first),
            f"Ditulis “{first.text}”{where}.",
            "Tulis “Cukup jelas.”.",
            first.text,
            "Cukup jelas.",
        )


_CLEAR = re.compile(r"Cukup\s+jelas\s*[.;]?", re.IGNORECASE)

RULES = (annex_and_text_agree, head_of_annex, form_of_explanation)
