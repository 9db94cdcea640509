"""Versions: hand in a Word file, take it home, read it as a tree, check its form."""

from typing import Annotated, Literal

from django.http import HttpResponse
from ninja import File, Form, Router, UploadedFile
from pydantic import BaseModel

from perdes_flow.legal.linting import Finding
from perdes_flow.legal.outline import Outline, outline
from perdes_flow.use_cases.desk import open_case
from perdes_flow.use_cases.drafting import submit_version
from perdes_flow.use_cases.linting import check_draft
from perdes_flow.use_cases.pointing import naskah_of
from perdes_flow.use_cases.versions import known_version, version_docx
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.answers import Entered, entered
from perdes_flow.web.api.operations import DRAFT, Count, Draft, acts, downloads, reads
from perdes_flow.web.downloads import WORD, attachment
from perdes_flow.web.uploads import docx_of

router = Router()


class FindingView(BaseModel):
    """What is wrong with the form, how to mend it, and the law that asks for it."""

    rule: str
    severity: Literal["error", "warning", "info"]
    at: str
    message: str
    fix: str
    source: str


@acts(
    router,
    f"{DRAFT}/versions",
    "Serahkan versi baru. Berkas Word diperiksa dahulu; yang berbahaya atau rusak ditolak.",
)
def submit(
    request: Ask,
    draft: Draft,
    file: Annotated[UploadedFile, File(description="Berkas naskah (DOCX), paling besar 20 MB.")],
    note: Annotated[str, Form(max_length=2000, description="Keterangan.")] = "",
) -> list[Entered]:
    return entered(
        submit_version(
            request.desk,
            draft,
            docx_of(file),
            file_name=(file.name or "").strip() or "naskah.docx",
            note=note,
            by=request.who.person.id,
        )
    )


@downloads(
    router, f"{DRAFT}/versions/{{int:version}}.docx", "Unduh satu versi. Berkasnya persis seperti diserahkan."
)
def download(request: Ask, draft: Draft, version: Count) -> HttpResponse:
    case = open_case(request.desk, draft)
    known = known_version(case, version).number
    return attachment(version_docx(request.desk, case, version), f"{draft}-v{known:03d}.docx", WORD)


@reads(
    router,
    f"{DRAFT}/versions/{{int:version}}/outline",
    Outline,
    "Naskah satu versi sebagai pohon. Bab, pasal, ayat, huruf, dengan nomor seperti di Word.",
)
def show_outline(request: Ask, draft: Draft, version: Count) -> Outline:
    case = open_case(request.desk, draft)
    return outline(naskah_of(request.desk, case, known_version(case, version).number))


@reads(
    router,
    f"{DRAFT}/lint",
    list[FindingView],
    "Periksa bentuk versi terakhir. Temuan menurut kaidah yang berlaku pada tahap ini, dengan dasar hukumnya.",
)
def lint(request: Ask, draft: Draft) -> list[FindingView]:
    return [_finding(one) for one in check_draft(request.desk, draft).findings]


def _finding(one: Finding) -> FindingView:
    return FindingView(**{name: getattr(one, name) for name in FindingView.model_fields})
