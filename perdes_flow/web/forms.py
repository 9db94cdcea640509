"""What people type and choose, as the use cases take it."""

from collections.abc import Iterator
from datetime import date

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from perdes_flow.domain.values import Slug
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases.enacting import Paper
from perdes_flow.web.uploads import paper_of

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


def papers_of(files: "MultiValueDict[str, object]") -> Iterator[tuple[Slug, Paper]]:
    """The papers in a form by their kind; ValueUnfit, DocxRefused."""
    for name, file in files.items():
        if name.startswith(PAPER):
            yield name.removeprefix(PAPER), paper_of(file)  # type: ignore[arg-type]
