"""Official papers: what can be made now, made from the record, filed as a scan, taken home."""

from typing import Annotated

from django.http import HttpResponse
from ninja import File, Form, Path, Router, UploadedFile
from pydantic import BaseModel, Field

from perdes_flow.domain.values import Slug
from perdes_flow.use_cases import issuing
from perdes_flow.use_cases.bookkeeping import make_book
from perdes_flow.use_cases.desk import open_case
from perdes_flow.use_cases.drafting import file_document
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.answers import Entered, entered
from perdes_flow.web.api.operations import DRAFT, Count, Draft, Said, acts, downloads, reads
from perdes_flow.web.downloads import WORD, attachment
from perdes_flow.web.pages.surat import download as paper_download
from perdes_flow.web.papers_on_file import on_file
from perdes_flow.web.uploads import paper_of

router = Router()
Kind = Annotated[Slug, Path(description="Jenis dokumen, misalnya undangan.")]
_PAPERS = f"{DRAFT}/papers"


class Numbered(Said):
    """The number that the office gave, where the paper bears one."""

    nomor: Annotated[str, Field(max_length=300)] = ""


class PaperView(BaseModel):
    """A paper on file; `issued`: made here from the record."""

    paper: int
    kind: str
    label: str
    nomor: str
    suffix: str
    file_sha256: str
    issued: bool


class KindView(BaseModel):
    """A kind of paper that can be made from the record; `lacking` says what must come first."""

    kind: str
    label: str
    lacking: list[str]


class Papers(BaseModel):
    on_file: list[PaperView]
    can_be_made: list[KindView]


@reads(router, _PAPERS, Papers, "Dokumen resmi. Yang tersimpan, dan yang dapat diterbitkan dari catatan.")
def list_papers(request: Ask, draft: Draft) -> Papers:
    filed = on_file(open_case(request.desk, draft))
    return Papers(
        on_file=[
            PaperView(
                paper=one.number,
                label=one.label,
                **{name: getattr(one.document, name) for name in _COPIED},
            )
            for one in filed
        ],
        can_be_made=[
            KindView(kind=one.kind, label=one.label, lacking=list(one.lacking))
            for one in issuing.papers_ready(request.desk, draft)
        ],
    )


@acts(
    router,
    f"{_PAPERS}/{{slug:kind}}/issue",
    "Terbitkan dokumen resmi dari catatan. Ditolak bila ada yang belum tercatat.",
)
def issue(request: Ask, draft: Draft, kind: Kind, said: Numbered) -> list[Entered]:
    by = request.who.person.id
    return entered(issuing.issue_paper(request.desk, draft, kind, nomor=said.nomor.strip(), by=by))


@acts(router, f"{_PAPERS}/{{slug:kind}}", "Simpan dokumen resmi. Pindaian PDF, JPG, PNG, atau berkas Word.")
def file_paper(
    request: Ask,
    draft: Draft,
    kind: Kind,
    file: Annotated[UploadedFile, File(description="Dokumen, paling besar 20 MB.")],
    nomor: Annotated[str, Form(max_length=300)] = "",
) -> list[Entered]:
    paper, by = paper_of(file), request.who.person.id
    return entered(
        file_document(request.desk, draft, kind, paper.data, suffix=paper.suffix, nomor=nomor.strip(), by=by)
    )


@downloads(
    router,
    f"{_PAPERS}/{{int:paper}}/file",
    "Unduh dokumen. Nomornya seperti dalam daftar.",
    WORD,
    "application/pdf",
    "image/jpeg",
    "image/png",
    "application/octet-stream",
)
def download(request: Ask, draft: Draft, paper: Count) -> HttpResponse:
    return paper_download(request, draft, paper)


@downloads(
    router,
    "/books/{slug:kind}",
    "Buku BPD sebagai berkas Word. Jenisnya buku_peraturan, buku_keputusan, buku_notulen.",
)
def book(request: Ask, kind: Kind) -> HttpResponse:
    return attachment(make_book(request.desk, kind), f"{kind}.docx", WORD)


_COPIED = ("kind", "nomor", "suffix", "file_sha256", "issued")
