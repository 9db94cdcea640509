"""Who must, must not, may or is entitled to what, and by when: the task list that a regulation leaves behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from perdes_flow.legal.addresses import Address
from perdes_flow.legal.units import HEADINGS, LIST_ITEMS, Naskah, Unit

Operator = Literal["wajib", "harus", "dilarang", "berhak", "dapat", "bertugas", "berwenang"]


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
    """Every norm with an operator in the batang tubuh, in reading order; a list gives one for each of its items.

    Not what somebody is able to do ("tidak dapat hadir"), nor what only tells who is meant ("warga yang berhak menerima").
    """
    return tuple(
        duty
        for root in naskah.roots
        if root.kind in HEADINGS
        for unit in root.walk()
        if unit.kind in ("ayat", "lanjutan")
        for duty in _duties(naskah, unit)
    )


def _duties(naskah: Naskah, unit: Unit) -> Iterator[Duty]:
    items = [child for child in unit.children if child.kind in LIST_ITEMS and child.kind != "definisi"]
    sentences = _SENTENCE_END.split(unit.text)
    for place, sentence in enumerate(sentences):
        listed = items if place == len(sentences) - 1 and sentence.endswith(":") else []
        norms = list(_norms(sentence))
        if listed and (not norms or not norms[-1].what.endswith(":")):
            yield from (_alone(naskah, unit, norm) for norm in norms)
            yield from _of_items(naskah, listed, norms[-1].who if norms else _subject(sentence.rstrip(": ")))
        elif listed:
            yield from (_alone(naskah, unit, norm) for norm in norms[:-1])
            yield from _completed(naskah, listed, norms[-1])
        else:
            yield from (_alone(naskah, unit, norm) for norm in norms)


@dataclass(frozen=True, slots=True)
class _Norm:
    who: str
    operator: Operator
    what: str


def _alone(naskah: Naskah, unit: Unit, norm: _Norm) -> Duty:
    what = norm.what.strip(" .:;,")
    return Duty(naskah.address_of(unit), norm.who, norm.operator, what, _time_limit(what))


def _completed(naskah: Naskah, items: list[Unit], norm: _Norm) -> Iterator[Duty]:
    """ "Setiap orang dilarang:" and what stands below: one for each item."""
    for item in items:
        words = _words_of(item)
        yield Duty(
            naskah.address_of(item),
            norm.who,
            norm.operator,
            words,
            _time_limit(words) or _time_limit(norm.what),
        )


def _of_items(naskah: Naskah, items: list[Unit], who: str) -> Iterator[Duty]:
    """ "Pemilik Ternak:" and below it items with an operator of their own."""
    for item in items:
        for norm in _norms(_words_of(item)):
            what = norm.what.strip(" .:;,")
            yield Duty(naskah.address_of(item), norm.who or who, norm.operator, what, _time_limit(what))


def _words_of(item: Unit) -> str:
    below = [child.text for child in item.children if child.kind in LIST_ITEMS]
    return _ITEM_END.sub("", " ".join([item.text, *below]))


def _norms(sentence: str) -> Iterator[_Norm]:
    """Each operator of a sentence with its actor and its words; one without an actor of its own has that of the one before."""
    start, who = 0, ""
    found = _CONDITION.match(sentence)
    operators = list(_OPERATOR.finditer(sentence, found.end() if found else 0))
    for place, one in enumerate(operators):
        joint = _last_joint(sentence, start, one.start()) if place else None
        own = sentence[joint.end() if joint else start : one.start()].strip()
        if place and (joint is None or not (own == "" or own[0].isupper() or len(own.split()) <= _SHORT)):
            continue  # part of what the one before says
        who = _subject(own) or who
        end = next(
            (
                j.start()
                for later in operators[place + 1 :]
                if (j := _starts_anew(sentence, one.end(), later))
            ),
            len(sentence),
        )
        operator = "bertugas" if "tugas" in one[0].casefold() else one[0].casefold()
        yield _by_agent(_Norm(who, cast("Operator", operator), sentence[one.end() : end].strip(" .,")))
        start = one.end()


_SHORT = 2  # words: "petugas", "Ketua RT"


def _last_joint(sentence: str, start: int, end: int) -> re.Match[str] | None:
    joints = list(_JOINT.finditer(sentence, start, end))
    return joints[-1] if joints else None


def _starts_anew(sentence: str, start: int, later: re.Match[str]) -> re.Match[str] | None:
    """The joining word before a later operator, where a norm of its own begins behind it."""
    joint = _last_joint(sentence, start, later.start())
    own = sentence[joint.end() : later.start()].strip() if joint else "-"
    return joint if own == "" or own[0].isupper() or (joint and len(own.split()) <= _SHORT) else None


def _by_agent(norm: _Norm) -> _Norm:
    """ "Laporan wajib disampaikan oleh Sekretaris Desa": it is he who must, and what he must is about the report."""
    agent = _AGENT.search(norm.what) if _PASSIVE.match(norm.what) else None
    return (
        _Norm(agent["who"].strip(" ,"), norm.operator, f"{norm.who} {norm.what}".strip()) if agent else norm
    )


_SENTENCE_END = re.compile(r"(?<=[a-z)]\.)\s+(?=[A-Z])")
_OPERATOR = re.compile(
    r"(?<!\byang )(?<!\btidak )(?<!\bbelum )(?<!\bagar )(?<!\buntuk )(?<!\bsehingga )(?<!\bsupaya )"
    r"\b(?:wajib|harus|dilarang|berhak|dapat|bertugas|mempunyai tugas|berwenang)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r",\s*(?:dan|serta|sedangkan|tetapi)\s|\s(?:dan|serta)\s|[,;]\s")
_PASSIVE = re.compile(r"(?:\w+\s)?di[a-z]{3,}")
_AGENT = re.compile(
    r"\boleh\s+(?P<who>.+?)(?=\s+(?:kepada|paling|setiap|dalam|sebagaimana|untuk|dengan|pada|di|secara|sebelum|setelah)\b|[,.;:]|$)"
)
_ITEM_END = re.compile(r"\s*(?:[;.,]\s*(?:dan/atau|dan|atau)?|:)$")
_CONDITION = re.compile(
    r"(?:Dalam|Untuk|Selain|Apabila|Jika|Bila|Pada saat|Setelah|Sebelum)\b[^.;]*?,\s*(?=\w)", re.IGNORECASE
)
_POINTER = re.compile(r"\s+sebagaimana\s+dimaksud\s+(?:dalam|pada)\b.*$")


def _subject(words: str) -> str:
    """The actor: without the condition before it and the reference behind it."""
    return _POINTER.sub("", _CONDITION.sub("", words)).strip(" ,")


_TIME_LIMIT = re.compile(
    r"(?:paling\s+(?:lambat|lama)|selambat(?:-lambat)?nya|sebelum\s+tanggal|dalam\s+(?:jangka\s+)?waktu"
    r"|paling\s+sedikit\s+\d+\s*(?:\([^)]*\))?\s*kali|setiap\s+(?:\d+\s*(?:\([^)]*\)\s*)?)?(?:hari|minggu|bulan|tahun|akhir))\b[^.;,]*"
)


def _time_limit(words: str) -> str:
    found = _TIME_LIMIT.search(words)
    return found[0].strip() if found else ""
