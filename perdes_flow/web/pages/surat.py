"""Surat: make an official paper from the record, and take one that is on file home as a download."""

import re
from functools import partial

from django.http import Http404, HttpResponse
from django.urls import reverse

from perdes_flow.domain.values import DraftId, Slug, document_path
from perdes_flow.use_cases.desk import open_case
from perdes_flow.use_cases.issuing import issue_paper
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import Problems, act
from perdes_flow.web.downloads import WORD, attachment
from perdes_flow.web.papers_on_file import label_of, on_file
from perdes_flow.web.rendering import page

_MEDIA = {".docx": WORD, ".pdf": "application/pdf", ".jpg": "image/jpeg", ".png": "image/png"}


def show(ask: Ask, draft: DraftId, wrong: Problems = ()) -> HttpResponse:
    """All papers of the draft that are on file."""
    case = open_case(ask.desk, draft)
    return page(ask, "surat.html", wrong, draft=case.draft, papers=on_file(case)[::-1])


def make(ask: Ask, draft: DraftId, paper: Slug) -> HttpResponse:
    """Make a paper and file it; then back to the page that it was asked for on."""
    return act(
        ask,
        lambda: issue_paper(
            ask.desk, draft, paper, nomor=ask.POST.get("nomor", "").strip(), by=ask.who.person.id
        ),
        then=_back(ask, draft),
        again=partial(_again, ask, draft, paper),
    )


def download(ask: Ask, draft: DraftId, document: int) -> HttpResponse:
    """A paper, to be saved: whatever it holds, it is never opened as a page of ours. They count from 1."""
    case = open_case(ask.desk, draft)
    if not 0 < document <= len(case.draft.documents):
        raise Http404
    filed = case.draft.documents[document - 1]
    path = document_path(case.village.id, draft, filed.kind, filed.file_sha256, filed.suffix)
    data = ask.desk.files.get(path, filed.file_sha256)
    suffix = filed.suffix if filed.suffix in _MEDIA else ".bin"
    name = f"{draft}-{filed.kind}-{filed.file_sha256[:8]}{suffix}"
    return attachment(data, name, _MEDIA.get(suffix, "application/octet-stream"))


def _again(ask: Ask, draft: DraftId, paper: Slug, wrong: Problems) -> HttpResponse:
    """Why it was not made, with the number to be typed again."""
    case = open_case(ask.desk, draft)
    return page(
        ask,
        "surat_ulang.html",
        wrong,
        draft=case.draft,
        kind=paper,
        label=label_of(case, paper),
        back=_back(ask, draft),
        typed=ask.POST,
    )


def _back(ask: Ask, draft: DraftId) -> str:
    """The page named in the form: one of ours, about this very draft."""
    about = reverse("draf", kwargs={"draft": draft})
    wanted = ask.POST.get("kembali", "")
    return wanted if wanted.startswith(about) and re.fullmatch(r"[a-z0-9_/-]+", wanted) else about
