"""PD-42 and PD-43: how the items of a list begin and end."""

import re
from collections.abc import Iterator

from perdes_flow.legal.linting.case import Case, is_blank
from perdes_flow.legal.linting.finding import WARNING, Found
from perdes_flow.legal.linting.rule import LII, rule
from perdes_flow.legal.units import LIST_ITEMS, Unit

_JOINS = re.compile(r"(?P<sign>[;,.])?\s*\b(?P<word>dan/atau|dan|atau)$")


@rule("PD-42", source=LII, severity=WARNING)
def form_of_items(case: Case) -> Iterator[Found]:
    names = _names(case)
    for owner, items in _lists(case):
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
            yield from _beginning(case, item, names)
            yield from _ending(case, owner, items, place)


def _beginning(case: Case, item: Unit, names: frozenset[str]) -> Iterator[Found]:
    first = re.split(r"[\s,/]", item.text, maxsplit=1)[0]
    if first[:1].isupper() and first[1:].islower() and first not in names:
        yield Found(
            case.at(item),
            f"Rincian diawali huruf kapital: “{first}”.",
            f"Tulis “{first.lower()}”.",
            first,
            first.lower(),
        )


def _ending(case: Case, owner: Unit, items: list[Unit], place: int) -> Iterator[Found]:
    item = items[place]
    at, text = case.at(item), item.text
    if any(child.kind in LIST_ITEMS for child in item.children):
        return  # its own list is looked at by itself
    joined = _JOINS.search(text)
    if place < len(items) - 1:
        if joined and joined["sign"] != ";":
            yield Found(
                at,
                "Rincian tidak diakhiri titik koma sebelum kata penghubung.",
                f"Tulis “; {joined['word']}”.",
                joined[0],
                f"; {joined['word']}",
            )
        elif not joined and not text.endswith(";"):
            yield Found(at, "Rincian tidak diakhiri titik koma.", "Akhiri dengan “;”.", text[-1:])
    elif (
        owner.kind == "ayat"
        and not any(child.kind == "lanjutan" for child in owner.children)
        and not text.endswith(".")
    ):
        yield Found(at, "Rincian terakhir tidak diakhiri titik.", "Akhiri dengan titik.", text[-1:])


def _names(case: Case) -> frozenset[str]:
    """Words that the text writes with a capital in the middle of a sentence, and the first words of what it defines."""
    found = {definition.term.split()[0] for definition in case.definitions}
    found |= {definition.used.split()[0] for definition in case.definitions}
    for _, unit in case.norms:
        found.update(re.findall(r"(?<=[a-z,] )([A-Z][a-z]+)", unit.text))
    return frozenset(found | _OFFICES)


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
    for _, items in _lists(case):
        if len(items) < 2 or any(is_blank(item.text) for item in items):
            continue
        for place, item in enumerate(items):
            end = _last_words(item)
            joined = _JOINS.search(end)
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


def _lists(case: Case) -> Iterator[tuple[Unit, list[Unit]]]:
    """Every list but the definitions, with the unit that introduces it; a second list after other text is its own."""
    for unit in case.body:
        items: list[Unit] = []
        for child in unit.children:
            if child.kind in LIST_ITEMS and child.kind != "definisi":
                items.append(child)
            elif items:
                yield unit, items
                items = []
        if items:
            yield unit, items


RULES = (form_of_items, joining_word)
