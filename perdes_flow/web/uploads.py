"""Files that people send: never more than we read, and of the kind that their own bytes say, whatever their name says."""

from collections.abc import Callable
from typing import Protocol

from django.http import HttpRequest, HttpResponse

from perdes_flow.errors import DocxRefused, ValueUnfit
from perdes_flow.use_cases.enacting import Paper
from perdes_flow.web.pages import galat
from perdes_flow.word.gate import admit
from perdes_flow.word.gate.limits import FILE_BYTES

REQUEST_BYTES = 48 << 20  # a form with several papers
_DRAINED_BYTES = 256 << 20  # read and thrown away, so that the browser gets to see the answer
_CHUNK = 1 << 16
_ACCEPTED = "kirim pindaian PDF, JPG, atau PNG, atau berkas Word (DOCX)"


class Sent(Protocol):
    """A file of a form, as Django hands it over."""

    name: str | None
    size: int | None

    def read(self) -> bytes: ...


class BoundedRequests:
    """Middleware: what is larger than any form of ours is refused before anything reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) <= REQUEST_BYTES:
            return self._get_response(request)
        left = min(int(length), _DRAINED_BYTES)
        while left and (chunk := request.read(min(left, _CHUNK))):
            left -= len(chunk)
        return galat.too_large(request)


def docx_of(file: Sent | None) -> bytes:
    """The bytes of a Word file that was sent, not yet looked at; ValueUnfit where there is none, DocxRefused by size."""
    if file is None:
        raise ValueUnfit("Berkas Word", "", "pilih berkas naskah (DOCX)")
    _refuse_oversize(file)
    return file.read()


def paper_of(file: Sent) -> Paper:
    """An official paper: a whole PDF, JPG or PNG, or a Word file that passes the gate; ValueUnfit, DocxRefused."""
    _refuse_oversize(file)
    data, name = file.read(), (file.name or "")[:100]
    for start, end, suffix in _SCANS:
        if data.startswith(start):
            if end not in data[-_TAIL_BYTES:]:
                raise ValueUnfit(
                    "Berkas", name, "isinya terpotong; pindai atau simpan ulang, lalu kirim lagi"
                )
            return Paper(data, suffix)
    if data.startswith(b"PK"):
        admit(data)
        return Paper(data, ".docx")
    raise ValueUnfit("Berkas", name, _ACCEPTED)


_TAIL_BYTES = 1 << 16  # phones write more behind the end of a picture
_SCANS = (
    (b"%PDF-", b"%%EOF", ".pdf"),
    (b"\xff\xd8\xff", b"\xff\xd9", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", b"IEND", ".png"),
)


def _refuse_oversize(file: Sent) -> None:
    if (file.size or 0) > FILE_BYTES:
        raise DocxRefused("TOO_BIG", {"size": file.size or 0, "limit": FILE_BYTES})
