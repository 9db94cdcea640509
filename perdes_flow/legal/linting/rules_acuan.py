"""PD-54 to PD-58: references inside the text."""

import re
from collections.abc import Iterator

from perdes_flow.legal.linting.case import Case, searched
from perdes_flow.legal.linting.finding import ERROR, WARNING, Found
from perdes_flow.legal.linting.rule import LII, rule


@rule("PD-54", source=LII, severity=WARNING)
def reference_leads_somewhere(case: Case) -> Iterator[Found]:
    for found in case.references:
        if (
            found.internal
            and not found.resolved
            and found.at.steps[0].kind != "menimbang"
            and not _is_annex(found.shown)
        ):
            yield Found(
                str(found.at),
                f"Acuan “{found.shown}” tidak ada dalam naskah ini.",
                "Perbaiki nomornya.",
                found.shown,
            )


def _is_annex(shown: str) -> bool:
    return shown.startswith("Lampiran")  # a missing annex is PD-77


@rule("PD-55", source=LII, severity=ERROR)
def form_of_reference(case: Case) -> Iterator[Found]:
    for pattern, hints, message, right in _MISFORMED:
        for unit, found in searched(case, pattern, *hints):
            replacement = found.expand(right)
            message_here, fix = message.format(found[0]), f"Tulis “{replacement}”."
            yield Found(case.at(unit), message_here, fix, found[0], replacement)


_MISFORMED = (
    (
        re.compile(r"\b(?:[Pp]asal)\s*\((\d+)\)"),
        ("pasal (", "pasal("),
        "Nomor Pasal ditulis dalam kurung: “{}”.",
        r"Pasal \1",
    ),
    (
        re.compile(r"\bayat\s+(\d+)\b(?!\))"),
        tuple(f"ayat {digit}" for digit in range(10)),
        "Nomor ayat ditulis tanpa kurung: “{}”.",
        r"ayat (\1)",
    ),
    (
        re.compile(r"\bdimaksud\s+pada\s+(Pasal\s+\d+)"),
        ("dimaksud pada pasal",),
        "Pasal diacu dengan “pada”: “{}”.",
        r"dimaksud dalam \1",
    ),
    (
        re.compile(r"\bdimaksud\s+(Pasal\s+\d+)"),
        ("dimaksud pasal",),
        "Pasal diacu tanpa “dalam”: “{}”.",
        r"dimaksud dalam \1",
    ),
    (
        re.compile(r"\bdimaksud\s+(ayat\s*\(\d+\))"),
        ("dimaksud ayat",),
        "Ayat diacu tanpa “pada”: “{}”.",
        r"dimaksud pada \1",
    ),
    (
        re.compile(r"\bdimaksud\s+dalam\s+(ayat\s*\(\d+\))"),
        ("dimaksud dalam ayat",),
        "Ayat dalam Pasal yang sama diacu dengan “dalam”: “{}”.",
        r"dimaksud pada \1",
    ),
)


@rule("PD-56", source=LII, severity=WARNING)
def no_vague_pointer(case: Case) -> Iterator[Found]:
    for unit, found in searched(
        case, _VAGUE_POINTER, "pasal ini", "ayat ini", "tersebut di", "di atas", "berikut ini"
    ):
        yield Found(
            case.at(unit),
            f"Acuan “{found[0]}” tidak menyebut nomor.",
            "Sebut Pasal atau ayat dengan nomornya.",
            found[0],
        )


_VAGUE_POINTER = re.compile(
    r"\b(?:[Pp]asal ini|ayat ini|tersebut di (?:atas|bawah)|(?:seperti|sebagaimana) di atas|berikut ini)\b"
)


@rule("PD-57", source=LII, severity=WARNING)
def no_forward_reference(case: Case) -> Iterator[Found]:
    for found in case.references:
        here, target = found.at.steps[0], found.target.steps[0] if found.target else None
        if target is None or target == here:  # nearly always
            continue
        if not (found.resolved and here.kind == target.kind == "pasal") or found.after in _RANGES:
            continue
        place = case.place_of_pasal
        if place.get(target.value, 0) > place.get(here.value, 0):
            yield Found(
                str(found.at),
                f"Acuan “{found.shown}” menunjuk ke Pasal sesudahnya.",
                "Hindari acuan ke Pasal yang belum dibaca; pindahkan ketentuannya.",
                found.shown,
            )


_RANGES = frozenset({"sampai dengan", "s/d", "s.d.", "s.d"})


_SHORT_RANGE = re.compile(r"(?<!\w)s\s?/\s?d(?!\w)|(?<!\w)s\.d\.?(?!\w)")


@rule("PD-58", source=LII, severity=WARNING)
def range_in_words(case: Case) -> Iterator[Found]:
    for unit, found in searched(case, _SHORT_RANGE, "/d", "/ d", "s.d"):
        message = f"Rentang ditulis “{found[0]}”."
        yield Found(case.at(unit), message, "Tulis “sampai dengan”.", found[0], "sampai dengan")


RULES = (reference_leads_somewhere, form_of_reference, no_vague_pointer, no_forward_reference, range_in_words)
