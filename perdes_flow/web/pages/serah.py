"""Serah naskah: choose a Word file, see how it stands, then hand it in. Nothing is recorded before the second step."""

from functools import partial

from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from perdes_flow.domain.values import DraftId
from perdes_flow.errors import Refusal
from perdes_flow.messages.files import sentence
from perdes_flow.publication.lint_sheet import as_docx
from perdes_flow.use_cases.desk import Written, open_case
from perdes_flow.use_cases.drafting import submit_version
from perdes_flow.use_cases.linting import sheet_of
from perdes_flow.use_cases.previewing import preview, redline_to, refuse_early
from perdes_flow.web import pending
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import UNPROCESSABLE, Problems, act, problems
from perdes_flow.web.downloads import WORD, attachment
from perdes_flow.web.models import PendingUpload
from perdes_flow.web.rendering import page
from perdes_flow.web.uploads import docx_of
from perdes_flow.word.gate.limits import FILE_BYTES

GONE = gettext_noop("Berkas itu tidak lagi disimpan (paling lama satu jam); pilih berkasnya sekali lagi.")


def show(ask: Ask, draft: DraftId, wrong: Problems = ()) -> HttpResponse:
    """Choose a file."""
    case = open_case(ask.desk, draft)
    return page(
        ask,
        "serah.html",
        wrong,
        draft=case.draft,
        state=case.procedure.states[case.draft.state],
        largest_bytes=FILE_BYTES,
    )


def look(ask: Ask, draft: DraftId) -> HttpResponse:
    """Take the file in, look at it, and keep it aside; nothing is recorded."""
    file = ask.FILES.get("naskah")
    try:
        docx, name = docx_of(file), _label(file.name if file else None)
        refuse_early(ask.desk, draft, docx, by=ask.who.person.id)
    except Refusal as refusal:
        answer = show(ask, draft, problems(refusal))
        answer.status_code = UNPROCESSABLE
        return answer
    token = pending.keep(ask.who.account, draft, name, docx)
    where = reverse("serah.hasil", kwargs={"draft": draft, "upload": token})
    if ask.headers.get("Accept") == "application/json":  # serah.js goes there itself
        return JsonResponse({"ke": where})
    return HttpResponseRedirect(where, status=303)


def result(ask: Ask, draft: DraftId, upload: str, wrong: Problems = ()) -> HttpResponse:
    """How the file stands: the gate's verdict, its form, what it changes; and the button that hands it in."""
    file = _kept(ask, draft, upload)
    if file is None:
        return show(ask, draft, (gettext(GONE),))
    try:
        seen = preview(ask.desk, draft, bytes(file.data), name=file.name, by=ask.who.person.id)
    except Refusal as refusal:  # e.g. the stage moved on while the person was reading
        return show(ask, draft, problems(refusal))
    return page(
        ask,
        "serah_hasil.html",
        wrong,
        draft=seen.case.draft,
        seen=seen,
        upload=upload,
        file=file,
        number=len(seen.case.draft.versions) + 1,
        cautions=[sentence(warning.code, warning.facts) for warning in seen.warnings],
        findings=seen.checked.findings,
        typed=ask.POST,
    )


def sheet(ask: Ask, draft: DraftId, upload: str) -> HttpResponse:
    """The findings as a Word sheet to print and tick off."""
    file = _needed(ask, draft, upload)
    seen = preview(ask.desk, draft, bytes(file.data), name=file.name, by=ask.who.person.id)
    return attachment(as_docx(sheet_of(seen.checked)), f"{draft}-lembar-pemeriksaan.docx", WORD)


def marked(ask: Ask, draft: DraftId, upload: str) -> HttpResponse:
    """The file with its differences from the latest version as tracked changes."""
    file = _needed(ask, draft, upload)
    return attachment(
        redline_to(ask.desk, draft, bytes(file.data), name=file.name).docx, f"{draft}-perubahan.docx", WORD
    )


def hand_in(ask: Ask, draft: DraftId, upload: str) -> HttpResponse:
    """Record the file as the next version."""
    file = _kept(ask, draft, upload)
    if file is None and not ask.desk.log.written_with(ask.desk.key):
        answer = show(ask, draft, (gettext(GONE),))
        answer.status_code = UNPROCESSABLE
        return answer
    return act(
        ask,
        partial(_handed_in, ask, draft, file),
        then=reverse("draf", kwargs={"draft": draft}),
        again=partial(result, ask, draft, upload),
    )


def _handed_in(ask: Ask, draft: DraftId, file: PendingUpload | None) -> Written:
    written = submit_version(
        ask.desk,
        draft,
        bytes(file.data) if file else b"",  # handed in before: `submit_version` looks at the key first
        file_name=file.name if file else "",
        by=ask.who.person.id,
        note=ask.POST.get("keterangan", "").strip(),
    )
    pending.drop(ask.who.account, draft)
    return written


def _kept(ask: Ask, draft: DraftId, upload: str) -> PendingUpload | None:
    return pending.kept(ask.who.account, draft, upload)


def _needed(ask: Ask, draft: DraftId, upload: str) -> PendingUpload:
    file = _kept(ask, draft, upload)
    if file is None:
        raise Http404
    return file


def _label(name: str | None) -> str:
    """What the sender called the file: a label, never a path."""
    return (name or "").strip()[:300] or "naskah.docx"
