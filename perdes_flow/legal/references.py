"""Every place where the text points to a part of itself, and whether that part is there.

"Pasal 42 Undang-Undang Nomor 18 Tahun 2017" points outside: such citations are found too, but not resolved.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from perdes_flow.legal.addresses import Address, Step
from perdes_flow.legal.numbering import misread_value, roman_value
from perdes_flow.legal.searching import Searchable
from perdes_flow.legal.swift import swift
from perdes_flow.legal.units import LIST_ITEMS, Naskah, Unit


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of a unit.

    unit      where it is written, `at` its address; start and end are characters in unit.text
    shown     the words, e.g. "Pasal 4 huruf a", or "huruf b" in "huruf a dan huruf b"
    target    the address meant, with what the words leave out; None for another regulation
    resolved  the target is there
    after     the words of enumeration before it ("dan", "sampai dengan"), "" for the first
    """

    unit: Unit
    at: Address
    start: int
    end: int
    shown: str
    target: Address | None
    resolved: bool
    after: str = ""

    @property
    def internal(self) -> bool:
        return self.target is not None


def references(naskah: Naskah, text: Searchable | None = None) -> tuple[Reference, ...]:
    """All references in reading order; those of the lampiran and of what stands beside the text are not looked for.

    `text` is the whole text, where the caller searches it too.
    """
    found: list[Reference] = []
    for unit, starts in (text or Searchable(naskah.units)).standing(*_ANYWHERE, words=_WORDS):
        if unit.kind in _TEXTS:
            trail = naskah.trail(unit)
            if trail[0].kind not in _NO_TEXT:
                found += _in_text(naskah, trail, starts)
    return tuple(found)


def unresolved(naskah: Naskah) -> tuple[Reference, ...]:
    """The internal references that lead nowhere."""
    return tuple(found for found in references(naskah) if found.internal and not found.resolved)


# ---- where texts stand

_TEXTS = frozenset({"ayat", "lanjutan", "larik", "menimbang", "mengingat", "pasal", *LIST_ITEMS})
_NO_TEXT = frozenset(
    {"judul", "lampiran", "penutup", "kepala halaman", "kaki halaman", "catatan kaki", "kotak teks", "lain"}
)


# ---- what the words say

_MENTION = r"""
    [Pp]asal\s*(?P<pasal>\d{1,4}(?:[A-Z]{0,2}|[a-z])|[IVXLC]+|(?=[lIOoL]*\d)[\dlIOoL]{2,4}|l)(?![\w/])
  | [Pp]asal\s*\(\s*(?P<pasal_in_brackets>\d{1,3})\s*\)
  | [Aa]yat\.?\s*\(\s*(?P<ayat>\d{1,3}[a-z]?)\s*\)
  | [Aa]yat\s+(?P<bracketless_ayat>\d{1,2})(?!\w|[.,]\d|\))
  | [Aa]yat\s*[(l](?P<scanned_ayat>[\dlIr]{1,2}?)\s?[1lI)](?![\w)])
  | [Hh]uruf\s*(?P<huruf>[a-z]\d?|(?P<twice>[a-z])(?P=twice)|a[b-z])(?!\w)\)?
  | [Aa]ngka\s+(?P<angka>\d{1,3}[a-z]?)(?!\w|,\d)\)?
  | (?<!^)(?:BAB|Bab)\s+(?P<bab>[IVXLC]+)(?!\w)(?!\s+(?!Buku|Peraturan|Undang)[A-Z][a-z])
  | Buku\s+(?P<buku>Ke(?:satu|dua|tiga|empat|lima))\b
  | Lampiran(?!\s*-)(?:\s+(?P<lampiran>[IVX]+)(?!\w))?
"""
TOKEN = re.compile(rf"(?:\b|(?<=[a-z])(?=Pasal))(?:{_MENTION})", re.VERBOSE)


def _after(before: str = "", opened: str = "", also: str = "") -> re.Pattern[str]:
    """What goes on with an enumeration: the joining words and the next mention."""
    return re.compile(
        rf"""{before}(?P<joint>\s*(?:,|;)?\s*
          (?:dan\s*/\s*atau|dan|atau|serta|maupun|kecuali|juncto|jo\.?|sampai\s+dengan|s\s*/\s*d|s\.d\.?)?\s*)
        (?:{opened}\b(?:{_MENTION})
          | (?<=[\s,])\((?P<bare_ayat>\d{{1,3}})\)
          | (?<=[\s,])(?P<bare_huruf>[a-z])(?![\w/)]|\.\s*\S)
          {also})""",
        re.VERBOSE,
    )


_NEXT = _after()
_NEXT_OF_SEVERAL = _after(
    also=r"| (?<=[\s,])(?P<bare_pasal>\d{1,3})(?![\w/)]|\.\d)"
)  # "Pasal-pasal 4, 5, dan 9"
_LINK = r"(?:\]\([^\s()]*\))?"  # [Pasal 5](/uu/1999/22/pasal-5), as a text comes from a web page
_NEXT_AFTER_LINK = _after(_LINK, r"\[?")
_ELSEWHERE = re.compile(
    rf"{_LINK}[\s,]*(?:dari\s+|dalam\s+)?(?:Undang-?\s?[Uu]ndang|UU\b|UUD\b|Peraturan|PP\b|Perpres\b|Permen\w*|Perda\b|Perbup\b|Keputusan|Kitab|KUHP|"
    r"KUHAP|KUHPerdata|Anggaran\s+(?:Dasar|Rumah\s+Tangga)\b|Konvensi|Instruksi|Ketetapan|Qanun|Penetapan\s+Presiden|Ordon\w+|Staatsblad|Wetboek|Aturan\s+(?:Peralihan|Tambahan)\b|Perdes\b|pengacuannya\s+diganti\b)(?!(?:\s+(?:Desa|Daerah|Bupati|Pemerintah|Kepala\s+Desa))?\s+ini\b)"
)
_CHANGES = re.compile(
    r"(?:Ketentuan|Di\s+antara|Judul|Penjelasan|Pasal|Bab|BAB|Bagian)\b.*\b(?:diubah|dihapus|disisipkan|ditambahkan?)\b"
)
_RANK = {"buku": 0, "bab": 0, "lampiran": 0, "pasal": 0, "ayat": 1, "huruf": 2, "angka": 3}


@dataclass(slots=True)
class _Mention:
    """A reference while it is read: its steps, and those that the enumeration before it lends."""

    start: int
    end: int
    lent: list[Step]
    own: list[Step]
    after: str = ""

    @property
    def steps(self) -> list[Step]:
        return [*self.lent, *self.own]


def _in_text(naskah: Naskah, trail: tuple[Unit, ...], starts: Iterable[int]) -> Iterator[Reference]:
    unit = trail[-1]
    for chain in _chains(unit.text, starts):
        at = naskah.address_of(unit)
        outside = _points_outside(unit.text, chain, trail)
        if len(chain) > 1:
            _name_book(chain)
        for mention in chain:
            target, resolved = (None, False) if outside else _target(naskah, mention.steps, trail)
            if outside or target is not None:
                shown = unit.text[mention.start : mention.end]
                yield _reference(unit, at, mention.start, mention.end, shown, target, resolved, mention.after)


_reference, _address = swift(Reference), swift(Address)


def _name_book(chain: list[_Mention]) -> None:
    """ "Bab I sampai dengan Bab V Buku Kesatu": each of these Bab is one of that Buku."""
    for mention, book in pairwise(chain):
        if book.own[0].kind == "buku" and not book.after:
            for bab in chain[: chain.index(mention) + 1]:
                bab.lent = book.own[:1] if bab.own[0].kind == "bab" else bab.lent


# no mention without one of these words, in small letters; before the first one a letter may stand: "dalamPasal 5"
_ANYWHERE = ("pasal",)
_WORDS = ("ayat", "huruf", "angka ", "bab ", "buku ", "lampiran")


def _chains(text: str, starts: Iterable[int]) -> Iterator[list[_Mention]]:
    """Enumerations: mentions with nothing between them but commas and joining words. `starts`: where a mention may begin."""
    end = 0
    for start in starts:
        token = TOKEN.match(text, start) if start >= end else None
        if token:
            chain, end = _chain(text, token)
            yield chain


def _chain(text: str, token: re.Match[str]) -> tuple[list[_Mention], int]:
    """The enumeration that begins with a mention, and where it ends."""
    kind, step = _step_of(token)
    several = text.endswith(("Pasal-", "pasal-"), 0, token.start()) or _goes_on(text, token)
    pattern = _NEXT_OF_SEVERAL if several else _NEXT_AFTER_LINK if "](" in text else _NEXT
    chain = [_Mention(token.start(), token.end(), [], [step])]
    while following := pattern.match(text, chain[-1].end):
        kind, step = _step_of(following)
        joins, last = following["joint"].strip(), chain[-1]
        if kind.startswith("bare_"):
            kind = kind.removeprefix("bare_")
            if not joins or last.own[-1].kind != kind:
                break
            step = Step(kind, step.value)
        if not joins and _RANK[kind] < _RANK[last.own[0].kind]:
            last.own.insert(0, step)  # "huruf a ayat (2) Pasal 5": from the inside out
            last.end = following.end()
        elif not joins and _RANK[kind] > 0:
            last.own.append(step)
            last.end = following.end()
        else:
            lent = _lent(last.steps, kind)
            chain.append(_Mention(following.end("joint"), following.end(), lent, [step], joins.strip(" ,")))
    return chain, chain[-1].end


def _goes_on(text: str, token: re.Match[str]) -> bool:
    """ "Pasal 1, 2, dan 3": a row of numbers after a single "Pasal", and no count of anything."""
    return token.lastgroup == "pasal" and _ROW.match(text, token.end()) is not None


_ROW = re.compile(
    r"(?:\s*,\s*\d{1,3})*,?\s*(?:dan|atau|serta|dan\s*/\s*atau)\s+\d{1,3}(?![\w/(%])(?![.,]\d)(?!\s*[(%])"
    r"(?!\s+(?:jam|menit|hari|minggu|bulan|tahun|orang|kali|lembar|rangkap|buah|unit|meter|kilo\w*|persen|rupiah|kepala|warga)\b)"
)


def _step_of(token: re.Match[str]) -> tuple[str, Step]:
    kind = token.lastgroup
    if kind is None or kind == "joint":
        return "lampiran", Step("lampiran")  # without a number
    if kind == "scanned_ayat":
        return "ayat", Step("ayat", token[kind].translate(_SCANNED))
    if kind in _OTHERWISE_WRITTEN:
        return _OTHERWISE_WRITTEN[kind], Step(_OTHERWISE_WRITTEN[kind], token[kind])
    return kind, Step(
        kind, token[kind].upper() if kind == "pasal" and token[kind][0].isdigit() else token[kind]
    )


_SCANNED = str.maketrans("lIr", "111")
_OTHERWISE_WRITTEN = {"pasal_in_brackets": "pasal", "bracketless_ayat": "ayat"}  # "Pasal (3)", "ayat 2"


def _lent(before: list[Step], kind: str) -> list[Step]:
    """What "ayat (2)" inherits in "Pasal 5 ayat (1) dan ayat (2)": the Pasal."""
    if _RANK[kind] == 0:
        return []
    place = next((i for i, step in enumerate(before) if step.kind == kind), None)
    if place is not None:
        return before[:place]
    return [step for step in before if _RANK[step.kind] < _RANK[kind]]


def _points_outside(text: str, chain: list[_Mention], trail: tuple[Unit, ...]) -> bool:
    whole = not _WHOLE.isdisjoint([step.kind for mention in chain for step in mention.own])
    kinds = [unit.kind for unit in trail]
    if "mengingat" in kinds or ("menimbang" in kinds and whole):
        return True
    if "pasal" in kinds:
        number = trail[kinds.index("pasal")].number
        if kinds.count("pasal") > 1 or (not number[-1:].isdigit() and roman_value(number.rpartition(" ")[2])):
            return True  # quoted, or in Pasal I of a change: both speak of the regulation that is changed
    if len(trail) > 1 and "diubah" in trail[-2].text and _CHANGES.match(text):
        return True
    return whole and (
        _ELSEWHERE.match(text, chain[-1].end) is not None or _follows_a_law(text, chain[0].start)
    )


def _follows_a_law(text: str, start: int) -> bool:
    """ "Undang-Undang Dasar 1945 Pasal 33", "PPh Pasal 21": the law stands before its Pasal."""
    before = text[max(0, start - _NAME_OF_A_LAW) : start].rstrip(" ,")
    last = before.rpartition(" ")[2]
    return last[:1] not in _LOWER and _LAW_BEFORE.search(before) is not None


_NAME_OF_A_LAW = 200  # characters
_LOWER = frozenset("abcdefghijklmnopqrstuvwxyz")  # "dalam Pasal", "ketentuan Pasal", as nearly always
_LAW_BEFORE = re.compile(
    r"\b(?:PPh|Pajak\s+Penghasilan|KUHP|KUHAP|KUHPerdata|UU\s+[A-Z]\w+"
    r"|(?:UUD|Undang-Undang\s+Dasar)(?:\s+(?:Negara|NRI|Republik|RI|Indonesia|Tahun|1945))*"
    r"|(?:[Nn]omor|No\.?)\s*\d+\S*\s+[Tt]ahun\s+\d{4}(?:\s+[Tt]entang(?:\s+(?:[A-Z][\w/’'-]*|dan|di|dari|bagi|atas|untuk|pada|dalam|tentang|\d+))+)?)$"
)


_WHOLE = frozenset({"pasal", "lampiran", "bab", "buku"})


def _target(naskah: Naskah, steps: list[Step], trail: tuple[Unit, ...]) -> tuple[Address | None, bool]:
    """The address meant, and whether it is there, also where a scan or a slip wrote its number otherwise."""
    target, there = _place(naskah, steps, trail)
    if target is not None and not there and (clear := [_cleared(step) for step in steps]) != steps:
        meant, found = _place(naskah, clear, trail)
        return (meant, found) if found else (target, there)
    return target, there


def _cleared(step: Step) -> Step:
    """ "Pasal 2O" is Pasal 20; and after z a list goes on with aa, bb, cc, where some write ab, ac."""
    if step.kind == "pasal" and (value := misread_value(step.value)):
        return Step("pasal", str(value))
    if step.kind == "lampiran" and (value := roman_value(step.value)):
        return Step("lampiran", str(value))  # an annex whose own number is in digits
    if step.kind == "huruf" and len(step.value) == 2:
        first, second = step.value[0], step.value[1]
        return Step("huruf", "a" + second if first == second else second * 2 if first == "a" else step.value)
    return step


def _place(naskah: Naskah, steps: list[Step], trail: tuple[Unit, ...]) -> tuple[Address | None, bool]:
    """The full address, and whether it is there; what the words leave out is taken from where they stand.

    None where they can mean nothing here.
    """
    if _RANK[steps[0].kind] == 0:
        in_book = steps[0].kind == "bab" and trail[0].kind == "buku"  # each Buku counts its Bab anew
        target = Address((*naskah.address_of(trail[0]).steps, *steps) if in_book else tuple(steps))
        return target, _is_there(naskah, target)
    first: Address | None = None
    for unit in reversed(trail):
        if steps[0].kind == "ayat" and unit.number and unit.kind in _BELOW_PASAL:
            continue  # only a Pasal has ayat
        own = naskah.address_of(unit)
        address = _explained(own)
        if _holds(address, steps[0]):
            place = _address((*address.steps, *steps))
            if (address is own and _has_ayat(unit, steps)) or naskah.find(place):
                return place, True
            first = first or place
    return first, False


_BELOW_PASAL = frozenset({"ayat", *LIST_ITEMS})


def _has_ayat(unit: Unit, steps: list[Step]) -> bool:
    """The first look, enough nearly always: one step, to an ayat right below the unit."""
    if len(steps) > 1 or steps[0].kind != "ayat":
        return False
    number = f"({steps[0].value})"
    return any(child.number == number and child.kind == "ayat" for child in unit.children)


def _explained(address: Address) -> Address:
    """The penjelasan of a Pasal speaks of the Pasal: its "ayat (1)" is the one that is explained."""
    return Address(address.steps[1:]) if address.steps[0].kind == "penjelasan" else address


def _is_there(naskah: Naskah, target: Address) -> bool:
    if target.steps == (Step("lampiran"),):
        return bool(naskah.parts("lampiran"))
    return naskah.find(target) is not None


def _holds(address: Address, step: Step) -> bool:
    """Whether a unit at this address can have that step right below it."""
    if not address.steps:
        return False
    last = address.steps[-1].kind
    if step.kind == "ayat":
        return last == "pasal"
    return address.steps[0].kind in ("pasal", "menimbang") and last != step.kind
