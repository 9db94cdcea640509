"""What people type and choose, as the use cases take it."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from perdes_flow.domain.values import Slug
from perdes_flow.errors import ValueUnfit

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


def papers_of(files: "MultiValueDict[str, object]") -> Iterator[tuple[Slug, bytes, str]]:
    """The papers in a form: kind, bytes, and the suffix of the name that the file had."""
    for name, file in files.items():
        if name.startswith(PAPER):
            suffix = PurePosixPath(str(file.name)).suffix.lower() or ".bin"  # type: ignore[attr-defined]
            yield name.removeprefix(PAPER), file.read(), suffix  # type: ignore[attr-defined]
