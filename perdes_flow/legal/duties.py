"""Who must, must not, may or is entitled to what, and by when: the task list that a regulation leaves behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from perdes_flow.legal.addresses import Address
from perdes_flow.legal.units import HEADINGS, LIST_ITEMS, Naskah, Unit

Operator = Literal["wajib", "dilarang", "berhak", "dapat", "bertugas", "berwenang"]


@dataclass(frozen=True, slots=True)
class Duty:
    """One norm addressed to somebody.

    who       the words before the operator, "" where the sentence does not say
    what      the words after it, or those of the list item that completes it
    by_when   the words of the time limit: "paling lambat 3 (tiga) hari sejak diterima"; "" for none
    """

    at: Address
    who: str
    operator: Operator
    what: str
    by_when: str


def duties(naskah: Naskah) -> tuple[Duty, ...]:
    """Every norm with an operator in the batang tubuh, in reading order; a list gives one for each of its items."""
    return tuple(
        duty
        for root in naskah.roots
        if root.kind in HEADINGS
        for unit in root.walk()
        if unit.kind == "ayat"
        for duty in _duties(naskah, unit)
    )


def _duties(naskah: Naskah, ayat: Unit) -> Iterator[Duty]:
    for sentence in _SENTENCE_END.split(ayat.text):
        found = _OPERATOR.search(sentence)
        if not found:
            continue
        who = _subject(sentence[: found.start()])
        operator = cast("Operator", found[0].casefold())
        what = sentence[found.end() :].strip(" .")
        items = [child for child in ayat.children if child.kind in LIST_ITEMS]
        if what.endswith(":") or (not what and items):
            for item in items:
                words = _ITEM_END.sub("", item.text)
                yield Duty(
                    naskah.address_of(item), who, operator, words, _time_limit(words) or _time_limit(what)
                )
        else:
            yield Duty(naskah.address_of(ayat), who, operator, what, _time_limit(sentence))


_SENTENCE_END = re.compile(r"(?<=[a-z)]\.)\s+(?=[A-Z])")
_OPERATOR = re.compile(r"\b(?:wajib|dilarang|berhak|dapat|bertugas|berwenang)\b", re.IGNORECASE)
_ITEM_END = re.compile(r"\s*(?:[;.,]\s*(?:dan/atau|dan|atau)?|:)$")
_CONDITION = re.compile(r"^(?:Dalam|Untuk|Selain|Apabila|Pada saat|Setelah|Sebelum)\b.*?,\s*", re.IGNORECASE)
_POINTER = re.compile(r"\s+sebagaimana\s+dimaksud\s+(?:dalam|pada)\b.*$")


def _subject(words: str) -> str:
    """The actor: without the condition before it and the reference behind it."""
    return _POINTER.sub("", _CONDITION.sub("", words)).strip(" ,")


_TIME_LIMIT = re.compile(
    r"(?:paling\s+(?:lambat|lama)|dalam\s+(?:jangka\s+)?waktu|paling\s+sedikit\s+\d+\s*(?:\([^)]*\))?\s*kali|setiap\s+(?:hari|minggu|bulan|tahun|akhir))\b[^.;,]*"
)


def _time_limit(words: str) -> str:
    found = _TIME_LIMIT.search(words)
    return found[0].strip() if found else ""
