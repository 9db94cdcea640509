"""What people type and choose, as the use cases take it."""

from collections.abc import Container, Iterator
from datetime import date

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from perdes_flow.domain.events.meetings import Guest
from perdes_flow.domain.values import Slug
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases.enacting import Paper
from perdes_flow.web.uploads import Sent, paper_of

PAPER = "dokumen-"  # the field of a paper: dokumen-undangan_internal


def day(form: QueryDict, name: str) -> date | None:
    """A date as browsers send it; None where none was chosen; ValueUnfit."""
    text = form.get(name, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueUnfit("Tanggal", text, "tulis tahun-bulan-tanggal, misalnya 2026-11-24") from error


def needed_day(form: QueryDict, name: str) -> date:
    """A date that must be there; ValueUnfit."""
    chosen = day(form, name)
    if chosen is None:
        raise ValueUnfit("Tanggal", "", "pilih harinya")
    return chosen


def hour(form: QueryDict, name: str) -> str:
    """A time of day as papers write it ("19.30"), from the "19:30" that browsers send, or as typed."""
    return form.get(name, "").strip().replace(":", ".")[:5]


def count(form: QueryDict, name: str) -> int:
    """A number of people; 0 where none was typed; ValueUnfit."""
    text = form.get(name, "").strip() or "0"
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise ValueUnfit("Jumlah", text[:40], "tulis bilangan, misalnya 25")
    return int(text)


def lines(form: QueryDict, name: str) -> tuple[str, ...]:
    """What was typed, line by line, empty ones left out."""
    return tuple(line.strip() for line in form.get(name, "").splitlines() if line.strip())


def guests(form: QueryDict, name: str) -> tuple[Guest, ...]:
    """A guest on each line, "Siti Aminah; keluarga PMI; P": the last two may be left out; ValueUnfit."""
    return tuple(_guest(line) for line in lines(form, name))


def one_of(form: QueryDict, name: str, known: Container[str], what: str) -> str:
    """One of a closed list; ValueUnfit."""
    chosen = form.get(name, "")
    if chosen not in known:
        raise ValueUnfit(what, chosen[:40], "pilih salah satu")
    return chosen


def _guest(line: str) -> Guest:
    name, unsur, sex, *rest = [*(part.strip() for part in line.split(";")), "", ""]
    if not name or sex not in ("", "L", "P") or any(rest):
        raise ValueUnfit(
            "Tamu", line[:80], "tulis nama; unsur; L atau P, misalnya “Siti Aminah; keluarga PMI; P”"
        )
    return Guest.model_validate({"name": name, "unsur": unsur, "sex": sex or None})


def papers_of(files: "MultiValueDict[str, Sent]") -> Iterator[tuple[Slug, Paper]]:
    """The papers in a form by their kind; ValueUnfit, DocxRefused."""
    for name, file in files.items():
        if name.startswith(PAPER):
            yield name.removeprefix(PAPER), paper_of(file)
