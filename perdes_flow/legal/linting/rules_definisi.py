"""PD-44 to PD-50: Ketentuan Umum, the terms and their use."""

import re
from collections.abc import Iterator

from perdes_flow.legal.definitions import Definition
from perdes_flow.legal.linting.case import Case, is_blank
from perdes_flow.legal.linting.finding import ERROR, WARNING, Found
from perdes_flow.legal.linting.rule import LII, rule
from perdes_flow.legal.linting.sequence import slips
from perdes_flow.legal.linting.terms import higher_term, in_words_of_the_village, same_meaning
from perdes_flow.legal.numbering import roman_value
from perdes_flow.legal.units import LIST_ITEMS, Unit


@rule("PD-44", source=LII, severity=ERROR)
def ketentuan_umum(case: Case) -> Iterator[Found]:
    first = next((root for root in case.naskah.roots if root.kind == "bab"), None)
    if first and first.number == "BAB I" and first.text and first.text.upper() != "KETENTUAN UMUM":
        yield Found(
            case.at(first), f"BAB I berjudul “{first.text}”.", "BAB I memuat KETENTUAN UMUM.", first.text
        )
    due = f"Dalam {case.name} ini yang dimaksud dengan:"
    for owner in _introductions(case):
        if owner.text != due:
            yield Found(
                case.at(owner),
                f"Pengantar definisi ditulis “{owner.text}”.",
                f"Tulis “{due}”.",
                owner.text,
                due,
            )


def _introductions(case: Case) -> Iterator[Unit]:
    """The unit that introduces the definitions."""
    return (unit for unit in case.introducing if any(child.kind == "definisi" for child in unit.children))


@rule("PD-45", source=LII, severity=ERROR)
def form_of_definitions(case: Case) -> Iterator[Found]:
    for owner in _introductions(case):
        items = [child for child in owner.children if child.kind == "definisi"]
        wrong = {} if _of_another(case, owner) else dict(slips([item.number for item in items], "{}.".format))
        for place, item in enumerate(items):
            if is_blank(item.text):
                continue
            at = case.at(item)
            if due := wrong.get(place):
                yield Found(
                    at,
                    f"Definisi ke-{place + 1} bertanda “{item.number}”.",
                    f"Urutkan nomornya tanpa jeda: di sini “{due}”.",
                    item.number,
                    due,
                )
            if item.text[:1].islower():
                yield Found(
                    at,
                    "Definisi diawali huruf kecil.",
                    "Awali dengan huruf kapital.",
                    item.text[:1],
                    item.text[:1].upper(),
                )
            if not item.text.endswith((".", ":")):
                yield Found(at, "Definisi tidak diakhiri titik.", "Akhiri dengan titik.", item.text[-1:])


def _of_another(case: Case, unit: Unit) -> bool:
    """It stands in a Pasal of another regulation, which this one changes: numbers fall out there, and 8a comes after 8."""
    return sum(above.kind == "pasal" for above in case.naskah.trail(unit)) > 1


@rule("PD-46", source=LII, severity=WARNING)
def short_form_introduced(case: Case) -> Iterator[Found]:
    for item in case.of_kind("definisi"):
        head = re.split(r"\badalah\b", item.text, maxsplit=1)[0]
        if bracketed := re.search(r"\(([^)]{2,20})\)\s*$", head):
            yield Found(
                case.at(item),
                f"Singkatan ditulis dalam kurung: “{bracketed[0].strip()}”.",
                f"Tulis “yang selanjutnya disingkat {bracketed[1]}”.",
                bracketed[0].strip(),
            )
        elif loose := re.search(r"(?<!yang )\bselanjutnya\s+(?:disebut|disingkat)", head):
            yield Found(
                case.at(item),
                f"Ditulis “{loose[0]}” tanpa “yang”.",
                f"Tulis “yang {loose[0]}”.",
                loose[0],
                f"yang {loose[0]}",
            )


@rule("PD-47", source=LII, severity=WARNING)
def terms_used_and_defined_once(case: Case) -> Iterator[Found]:
    if not case.definitions:
        return
    seen: dict[str, Definition] = {}
    words = " ".join(unit.text for unit in case.norms.units if unit.kind != "definisi")
    words += "\n" + " ".join(
        unit.text for lampiran in case.naskah.parts("lampiran") for unit in lampiran.walk()
    )
    for definition in case.definitions:
        if len([step for step in definition.at.steps if step.kind == "pasal"]) > 1:
            continue  # quoted in a change: the terms are used in the regulation that is changed
        folded = definition.term.casefold()
        if folded in seen:
            yield Found(
                str(definition.at),
                f"“{definition.term}” sudah didefinisikan pada {seen[folded].at}.",
                "Hapus salah satunya.",
                definition.term,
            )
            continue
        seen[folded] = definition
        others = " ".join(other.meaning for other in case.definitions if other is not definition)
        if not any(
            _occurs(form[:1].upper() + form[1:], words) or _occurs(form, words) or _occurs(form, others)
            for form in {definition.used, definition.term}
        ):
            yield Found(
                str(definition.at),
                f"“{definition.used}” didefinisikan tetapi tidak dipakai.",
                "Hapus definisi ini.",
                definition.term,
            )


def _occurs(term: str, text: str) -> bool:
    """The term stands in the text as a word of its own."""
    start = text.find(term)
    while start >= 0:
        end = start + len(term)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return True
        start = text.find(term, end)
    return False


@rule("PD-48", source=LII, severity=WARNING)
def terms_with_capitals(case: Case) -> Iterator[Found]:
    small = {
        form.lower(): form for definition in case.definitions for form in (definition.term, definition.used)
    }
    small = {low: form for low, form in small.items() if low != form}
    sure = {low for low, form in small.items() if " " in form or form == "Desa" or _is_usual(case, form, low)}
    if not sure:
        return
    longest_first = sorted(sure, key=len, reverse=True)
    pattern = re.compile(
        r"(?<![\w-])(?<!bersih )(?<!merti )(?<!ruwat )(?:"
        + "|".join(map(re.escape, longest_first))
        + r")(?![\w-])"
    )
    for unit in case.norms.holding(*longest_first):
        if unit.kind == "definisi":
            continue
        for wrong in dict.fromkeys(found[0] for found in pattern.finditer(unit.text)):
            yield Found(
                case.at(unit),
                f"Istilah “{wrong}” ditulis dengan huruf kecil.",
                f"Tulis “{small[wrong]}” seperti dalam definisinya.",
                wrong,
                small[wrong],
            )


def _is_usual(case: Case, form: str, low: str) -> bool:
    """The text writes a term of one word with its capital far more often than without, where no sentence begins."""
    capital = len(re.findall(rf"(?<=[a-z,] ){re.escape(form)}\b", case.norms.words))
    return capital >= _USUAL * len(re.findall(rf"(?<![\w-]){re.escape(low)}(?![\w-])", case.norms.words)) > 0


_USUAL = 4  # times as often


@rule("PD-49", source=LII, severity=WARNING)
def same_as_higher_law(case: Case) -> Iterator[Found]:
    short_forms = {definition.short: definition.term for definition in case.definitions if definition.short}
    for definition in case.definitions:
        higher = higher_term(definition.term)
        if higher and not same_meaning(definition.meaning, higher.meaning, short_forms):
            due = in_words_of_the_village(higher.meaning, definition.meaning)
            yield Found(
                str(definition.at),
                f"Definisi “{definition.term}” berbeda dari {higher.law}.",
                f"Tulis: “{due}”.",
                definition.meaning.rstrip(".;"),
                due,
            )


@rule("PD-50", source=LII, severity=WARNING)
def abbreviations_defined(case: Case) -> Iterator[Found]:
    known = {definition.used for definition in case.definitions} | _EVERYBODY_KNOWS
    known |= {word for definition in case.definitions for word in definition.used.split()}
    vocabulary = "\n".join(case.norms.different_words)
    words = sorted(set(_IN_CAPITALS.findall(vocabulary)) - known)
    if not words:
        return
    known |= set(re.findall(r"\(([A-Z]{2,}\d*)\)", vocabulary))
    if case.norms.says("disingkat", "disebut"):
        known |= set(re.findall(r"dis(?:ingkat|ebut)\s+([A-Z][\w]+)", case.norms.words))
    for word in words:
        if word in known or roman_value(word) is not None:
            continue
        standing = case.norms.found(re.compile(rf"{word}(?<=\b{word})\b"))
        unit = next(
            (unit for unit, found in standing if _abbreviates(unit, found) and not _is_quoted(case, unit)),
            None,
        )
        if unit:
            fix = "Tulis kepanjangannya atau tambahkan definisi di Pasal 1."
            yield Found(case.at(unit), f"Singkatan “{word}” dipakai tanpa definisi.", fix, word)


_IN_CAPITALS = re.compile(r"\b[A-Z][A-Z][A-Z0-9]*\b")


def _is_quoted(case: Case, unit: Unit) -> bool:
    """The unit is one of the regulation that is changed: its terms are defined there."""
    return case.changes_another and any(
        around.kind in LIST_ITEMS and "berikut:" in around.text for around in case.naskah.trail(unit)
    )


def _abbreviates(unit: Unit, found: re.Match[str]) -> bool:
    """The word stands there as an abbreviation: not among other words in capitals, as in a heading or a quoted title."""
    if unit.kind == "larik":
        return False
    before = found.string[max(0, found.start() - _LONGEST_BESIDE) : found.start()].rpartition("\n")[2]
    after = found.string[found.end() : found.end() + _LONGEST_BESIDE]
    return not (_CAPITALS_BEFORE.search(before) or _CAPITALS_AFTER.match(after))


_CAPITALS_BEFORE = re.compile(r"[A-Z]{2,} $")
_CAPITALS_AFTER = re.compile(r" [A-Z]{2,}\b")
_LONGEST_BESIDE = 40  # characters
# papers, hours, schools, things of technique and names that nobody writes out
_EVERYBODY_KNOWS = frozenset((
    "RT", "RW", "BAB", "KTP", "KK", "NIK", "NPWP", "WIB", "WITA", "WIT", "SIM", "STNK", "BPKB", "TK", "SD", "SMP", "SMA",
    "SMK", "PAUD", "TNI", "POLRI", "PLN", "PDAM", "BPJS", "LED", "CCTV", "GPS", "PVC", "LPG", "HIV", "AIDS", "HP", "WA",
))  # fmt: skip

RULES = (
    ketentuan_umum, form_of_definitions, short_form_introduced, terms_used_and_defined_once, terms_with_capitals,
    same_as_higher_law, abbreviations_defined,
)  # fmt: skip
