"""PD-41 to PD-43: the levels of lists, and how their items begin and end."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from perdes_flow.legal.linting.case import Case, is_blank
from perdes_flow.legal.linting.finding import ERROR, WARNING, Found
from perdes_flow.legal.linting.rule import LII, rule
from perdes_flow.legal.numbering import MAX_LEVELS, Marker, marker_of, roman_value
from perdes_flow.legal.units import LIST_ITEMS, Unit


@rule("PD-41", source=f"{LII} butir 85–90", severity=ERROR)
def levels_of_lists(case: Case) -> Iterator[Found]:
    last_words = _last_words_of_a_change(case)
    for unit in case.introducing:
        if unit.kind in ("ayat", "pasal") and id(unit) not in last_words:
            yield from _levels(case, unit, 0)


def _last_words_of_a_change(case: Case) -> set[int]:
    """What Pasal II of a change lists, by identity: sentences of their own, numbered 1., 2."""
    if not case.changes_another:
        return set()
    last = [pasal for pasal in case.pasal if (roman_value(pasal.number.rpartition(" ")[2]) or 0) > 1]
    return {id(ayat) for pasal in last for ayat in (pasal, *pasal.children) if ayat.kind in ("pasal", "ayat")}


def _levels(case: Case, owner: Unit, level: int) -> Iterator[Found]:
    items = [child for child in owner.children if child.kind in LIST_ITEMS]
    counts_anew = _introduces_changes(owner) or (bool(items) and items[0].kind == "definisi")
    if items and items[0].kind != "definisi":
        yield from _style(case, owner, items, level)
    for item in items:
        yield from _levels(case, item, 0 if counts_anew else level + 1)


def _style(case: Case, owner: Unit, items: list[Unit], level: int) -> Iterator[Found]:
    at, first = case.at(owner), items[0].number
    if level >= len(MAX_LEVELS):
        yield Found(
            at, "Rincian melebihi empat tingkat.", "Ringkas rincian, paling banyak empat tingkat.", first
        )
        return
    due = "1." if _introduces_changes(owner) else MAX_LEVELS[level]
    marker = marker_of(first)
    wanted = marker_of(due)
    if marker and wanted and (marker.style != wanted.style or _begins_roman(marker)):
        yield Found(
            at,
            f"Rincian tingkat {level + 1} bertanda “{first}”, seharusnya “{due}”.",
            f"Tulis rincian tingkat {level + 1} dengan {due}",
            first,
            due,
        )
        return
    for before, item in pairwise(items):
        one, two = marker_of(before.number), marker_of(item.number)
        if one and two and not two.follows(one) and not (two.first and _interrupted(owner, before, item)):
            yield Found(
                case.at(item),
                f"Setelah “{before.number}” berdiri “{item.number}”.",
                "Urutkan tanda rincian tanpa jeda.",
                item.number,
            )


def _begins_roman(marker: Marker) -> bool:
    """ "i." at the head of a list: a roman one, not the ninth letter."""
    return marker.as_roman is not None and marker.as_roman.first


def _interrupted(owner: Unit, before: Unit, item: Unit) -> bool:
    """Something stands between the two, so a second list begins."""
    places = [i for i, child in enumerate(owner.children) if child is before or child is item]
    return places[1] - places[0] > 1


_JOINS = re.compile(r"(?P<sign>[;,.])?\s*\b(?P<word>dan\s*/\s*atau|dan\s+atau|dan|atau)$")


_LONGEST_JOIN = 12  # characters


@rule("PD-42", source=LII, severity=WARNING)
def form_of_items(case: Case) -> Iterator[Found]:
    for owner, items in _lists_of(case):
        if owner.text and not owner.text.endswith(":"):
            yield Found(
                case.at(owner),
                "Kalimat pengantar rincian tidak diakhiri titik dua.",
                "Akhiri dengan “:”.",
                owner.text[-1:],
            )
        for place, item in enumerate(items):
            if is_blank(item.text) or not item.text:
                continue
            yield from _beginning(case, item)
            yield from _ending(case, owner, items, place)


def _beginning(case: Case, item: Unit) -> Iterator[Found]:
    if not item.text[0].isupper():
        return
    first, second = (*re.split(r"[\s,/;:.]+", item.text, maxsplit=2), "")[:2]
    if second[:1].isupper() and not _BEGINS_A_SENTENCE.match(first):
        return  # "Karang Taruna": a name
    if first[1:].islower() and first not in _names(case):
        yield Found(
            case.at(item),
            f"Rincian diawali huruf kapital: “{first}”.",
            f"Tulis “{first.lower()}”.",
            first,
            first.lower(),
        )


_BEGINS_A_SENTENCE = re.compile(
    r"(?:Me[mnlrwy]|Ber|Di|Ter)[a-z]{3}|(?:Setiap|Semua|Seluruh|Bagi|Untuk|Dalam|Pada|Dengan|Apabila|Jika|Para|Adanya|Tidak)\b"
)


def _ending(case: Case, owner: Unit, items: list[Unit], place: int) -> Iterator[Found]:
    item = items[place]
    text = item.text
    if any(child.kind in LIST_ITEMS for child in item.children):
        return  # its own list is looked at by itself
    joined = _JOINS.search(text[-_LONGEST_JOIN:])
    if place < len(items) - 1:
        if joined and joined["sign"] != ";":
            yield Found(
                case.at(item),
                "Rincian tidak diakhiri titik koma sebelum kata penghubung.",
                f"Tulis “; {joined['word']}”.",
                joined[0],
                f"; {joined['word']}",
            )
        elif not joined and not text.endswith(";"):
            yield Found(case.at(item), "Rincian tidak diakhiri titik koma.", "Akhiri dengan “;”.", text[-1:])
    elif (
        owner.kind == "ayat"
        and not any(child.kind == "lanjutan" for child in owner.children)
        and not text.endswith(".")
    ):
        yield Found(
            case.at(item), "Rincian terakhir tidak diakhiri titik.", "Akhiri dengan titik.", text[-1:]
        )


def _names(case: Case) -> frozenset[str]:
    """Words that the text writes with a capital in the middle of a sentence, and the first words of what it defines."""
    found = {
        form.split()[0] for definition in case.definitions for form in (definition.term, definition.used)
    }
    return frozenset(found | case.capitalised | _OFFICES)


_OFFICES = frozenset(
    [
        "Kepala",
        "Sekretaris",
        "Desa",
        "Badan",
        "Bupati",
        "Camat",
        "Menteri",
        "Pemerintah",
        "Perangkat",
        "Ketua",
        "Anggota",
        "Undang",
        "Peraturan",
        "Indonesia",
    ]
)


@rule("PD-43", source=LII, severity=WARNING)
def joining_word(case: Case) -> Iterator[Found]:
    for _, items in _lists_of(case):
        if len(items) < 2 or any(is_blank(item.text) for item in items):
            continue
        for place, item in enumerate(items):
            end = _last_words(item)
            joined = _JOINS.search(end[-_LONGEST_JOIN:])
            if place == len(items) - 2 and not joined:
                yield Found(
                    case.at(item),
                    "Rincian kedua dari akhir tidak diakhiri “dan”, “atau”, atau “dan/atau”.",
                    "Tambahkan kata penghubung sesudah titik koma.",
                    end[-1:],
                )
            elif place < len(items) - 2 and joined:
                yield Found(
                    case.at(item),
                    f"Kata “{joined['word']}” berdiri bukan pada rincian kedua dari akhir.",
                    "Hapus kata penghubung ini.",
                    joined[0],
                    ";",
                )


def _last_words(item: Unit) -> str:
    below = [child for child in item.children if child.kind in LIST_ITEMS]
    return _last_words(below[-1]) if below else item.text


def _lists_of(case: Case) -> Iterator[tuple[Unit, list[Unit]]]:
    """Every list but the definitions, with the unit that introduces it; a second list after other text is its own.

    The list of what a regulation changes in another one is written otherwise: "1. Ketentuan Pasal 3 diubah … :".
    """
    last_words = _last_words_of_a_change(case)
    for unit in case.introducing:
        if not _introduces_changes(unit) and id(unit) not in last_words:
            yield from ((unit, items) for items in _runs(unit) if items[0].kind != "definisi")


def _runs(unit: Unit) -> Iterator[list[Unit]]:
    """The list items below a unit, as far as they stand together and are of one sort."""
    for is_item, group in groupby(unit.children, lambda child: _SORT.get(child.kind, 0)):
        if is_item:
            yield list(group)


_SORT = dict.fromkeys(LIST_ITEMS, 1) | {"definisi": 2}


def _introduces_changes(unit: Unit) -> bool:
    return _CHANGES.search(unit.text[-_LONGEST_CHANGES:]) is not None


_LONGEST_CHANGES = 50  # characters
_CHANGES = re.compile(r"\bdiubah\b.{0,20}\bberikut\s*:$", re.IGNORECASE)

RULES = (levels_of_lists, form_of_items, joining_word)
