"""What changed between two versions: as a list, as a proven Word redline, side by side."""

from django.http import HttpResponse
from ninja import Router
from pydantic import BaseModel

from perdes_flow.publication.sandingan_sheet import as_docx
from perdes_flow.use_cases.comparing import view_versions
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.operations import DRAFT, Count, Draft, downloads, reads
from perdes_flow.web.downloads import WORD, attachment

router = Router()
_PAIR = f"{DRAFT}/versions/{{int:old}}/{{int:new}}"


class ChangeView(BaseModel):
    """One change of one unit; `sentence` says it as a person would."""

    unit: str
    kind: str
    sentence: str
    old: str
    new: str


@reads(
    router,
    f"{_PAIR}/changes",
    list[ChangeView],
    "Perubahan antara dua versi. Per pasal dan ayat, masing-masing dengan satu kalimat.",
)
def list_changes(request: Ask, draft: Draft, old: Count, new: Count) -> list[ChangeView]:
    found = view_versions(request.desk, draft, old, new).redline.changes
    return [ChangeView(**change.as_json()) for change in found]


@downloads(
    router,
    f"{_PAIR}/redline.docx",
    "Redline dua versi sebagai berkas Word. Terbukti: diterima semua menjadi versi baru, ditolak semua menjadi versi lama. "
    "Dengan words_only=true bentuk huruf dan paragraf tidak ditandai.",
)
def redline(request: Ask, draft: Draft, old: Count, new: Count, *, words_only: bool = False) -> HttpResponse:
    made = view_versions(request.desk, draft, old, new).redline
    docx = made.words_only.docx if words_only else made.docx
    return attachment(docx, f"{draft}-redline-v{old}-v{new}.docx", WORD)


@downloads(
    router, f"{_PAIR}/sandingan.docx", "Matriks sandingan dua versi. Lama, baru, dan siapa yang meminta."
)
def sandingan(request: Ask, draft: Draft, old: Count, new: Count) -> HttpResponse:
    sheet = as_docx(view_versions(request.desk, draft, old, new).sheet)
    return attachment(sheet, f"{draft}-sandingan-v{old}-v{new}.docx", WORD)
