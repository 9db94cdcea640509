"""The promulgated text as a reader expects it: numbered, dated, signed, where the agreed text still has blanks.

Only what the record says goes into a blank, marked as such; the agreed words and their sidik stay what they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from perdes_flow.domain.local_time import tanggal
from perdes_flow.use_cases.publishing import Promulgated
from perdes_flow.web.text.satuan import Line, Run, Satuan
from perdes_flow.web.text.written import WrittenText

FILLED = "terisi"  # the kind of a line with something from the record in it
_WHERE = ("judul", "penutup", "lampiran", "penjelasan")
_BLANK = r"(?:[.…_‥]+(?:[ \t]*[.…_‥]+)*)"
_NUMBER = re.compile(rf"(\bNOMOR\s*:?\s*){_BLANK}", re.IGNORECASE)
_YEAR = re.compile(rf"(\bTAHUN\s*:?\s*)(?:20)?{_BLANK}", re.IGNORECASE)
_DATE = re.compile(rf"(\bpada tanggal\s*:?\s*){_BLANK}(?:\s*20{_BLANK})?", re.IGNORECASE)
_NAME = re.compile(rf"\(?{_BLANK}\)?")
_DRAFT = re.compile(r"RANCANGAN\b\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signers:
    """Who signed, and who promulgated, by name; "" where nobody did."""

    head: str
    secretary: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The text to be shown, satuan by satuan; `agreed`: what stands in the agreed text where something was filled in."""

    text: tuple[tuple[Satuan, SafeString], ...]
    agreed: tuple[str, ...]


def shown(text: WrittenText, one: Promulgated, signers: Signers) -> Shown:
    """The text with its number, its dates and its signatures, as the record knows them."""
    pieces: list[tuple[Satuan, SafeString]] = []
    agreed: list[str] = []
    for satuan, html in zip(text.satuan, text.html, strict=True):
        if _has_blanks(satuan):
            filled = tuple(_filled(satuan, one, signers))
            agreed += [old.text for old, new in filled if new is None or new.text != old.text]
            made = _with_lines(satuan, [new for _, new in filled if new is not None])
            pieces.append((made, render_to_string("_bunyi.html", {"satuan": made})))
        else:
            pieces.append((satuan, html))
    return Shown(tuple(pieces), tuple(dict.fromkeys(agreed)))


def _has_blanks(satuan: Satuan) -> bool:
    """The heads of the text, of its Penjelasan and its annexes, and the signatures: never a form inside a provision."""
    head = satuan.kind in _WHERE or (satuan.kind == "larik" and satuan.address == "Penjelasan")
    return head and not any(run.table for run in satuan.runs)


def _with_lines(satuan: Satuan, lines: list[Line]) -> Satuan:
    return replace(satuan, runs=(Run(table=False, lines=tuple(lines)),))


def _filled(satuan: Satuan, one: Promulgated, signers: Signers) -> Iterator[tuple[Line, Line | None]]:
    """Each line with what is shown for it; None: left out."""
    day, name = one.signed, signers.head
    for before, line in pairwise([None, *satuan.lines]):
        assert line is not None  # only the first of the pairs has nothing before it
        if re.match("diundangkan", line.text, re.IGNORECASE):
            day, name = one.promulgated, signers.secretary
        text = _numbered(line.text, one)
        if day is not None:
            text = _DATE.sub(rf"\g<1>{tanggal(day)}", text)
        if name and before is not None and before.text.rstrip().endswith(",") and _NAME.fullmatch(text):
            text = f"ttd. {name}"
        if satuan.kind == "judul":
            text = _DRAFT.sub("", text, count=1) if _DRAFT.match(text) else text
        if not text and line.text:
            yield line, None
        else:
            yield line, line if text == line.text else replace(line, text=text, kind=FILLED)


def _numbered(text: str, one: Promulgated) -> str:
    """ "NOMOR … TAHUN …" with the regulation's own numbers, "LEMBARAN DESA … TAHUN … NOMOR …" with the gazette's."""
    gazette = re.search("lembaran desa|berita desa", text, re.IGNORECASE) and "TAHUN" in text.upper()
    number, year = (one.gazette_nomor, one.gazette_tahun) if gazette else (one.nomor, one.tahun)
    return _YEAR.sub(rf"\g<1>{year}", _NUMBER.sub(rf"\g<1>{number}", text))
