"""The whole API: its subjects, and how what goes wrong is said."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from perdes_flow import __version__
from perdes_flow.errors import Refusal
from perdes_flow.web.access.refusals import TooManyTries
from perdes_flow.web.api import (
    changes,
    comments,
    consultation,
    drafts,
    me,
    meetings,
    notes,
    papers,
    record,
    sittings,
    steps,
    suggestions,
    versions,
    votes,
)
from perdes_flow.web.api.answers import Problem, problem_of, status_of
from perdes_flow.web.api.door import Door
from perdes_flow.web.api.unfit import unfit
from perdes_flow.web.pages import galat

SUBJECTS = {
    "Saya": (me,),
    "Rancangan": (drafts,),
    "Versi": (versions, changes),
    "Catatan": (comments, notes),
    "Usul": (suggestions,),
    "Musyawarah": (meetings, sittings, votes),
    "Konsultasi": (consultation,),
    "Langkah": (steps,),
    "Dokumen": (papers,),
    "Pemeriksaan": (record,),
}
_WORDS = (
    "Semua yang dapat dilakukan di halaman perdes-flow, untuk program. Setiap permintaan membawa kunci seseorang "
    "(`Authorization: Bearer …`) dan dilakukan atas nama dan dalam jabatannya; kunci dibuat di halaman Akun atau dengan "
    "`perdes access token`. Penolakan berbunyi sama dengan di halaman: `code` tidak pernah berubah, `message` untuk "
    "dibaca orang, `missing` syarat yang belum terpenuhi beserta dasar hukumnya."
)


def _service() -> NinjaAPI:
    # no page of its own for trying it out: that would load scripts from elsewhere
    made = NinjaAPI(
        title="perdes-flow",
        version=__version__,
        description=_WORDS,
        docs_url=None,
        auth=Door(),
        urls_namespace="api",
    )
    for subject, modules in SUBJECTS.items():
        for module in modules:
            made.add_router("", module.router, tags=[subject])
    for kind, answer in (
        (Refusal, _refused),
        (ValidationError, _unfit),
        (HttpError, _unread),
        (Http404, _unknown),
    ):
        made.add_exception_handler(kind, partial(answer, made))
    return made


def _refused(made: NinjaAPI, request: HttpRequest, refusal: Refusal) -> HttpResponse:
    answer = _answer(made, request, status_of(refusal), problem_of(refusal))
    if isinstance(refusal, TooManyTries):
        answer["Retry-After"] = str(refusal.wait_seconds)
    if answer.status_code == 401:
        answer["WWW-Authenticate"] = "Bearer"
    return answer


def _unfit(made: NinjaAPI, request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What was sent does not have the form that the operation asks for."""
    return _answer(made, request, 422, unfit(error))


def _unread(made: NinjaAPI, request: HttpRequest, error: HttpError) -> HttpResponse:
    said = "Kiriman ini tidak dapat dibaca; kirim JSON yang utuh, atau formulir bila ada berkas."
    return _answer(made, request, error.status_code, Problem(code="tidak_terbaca", message=said))


def _unknown(_: NinjaAPI, request: HttpRequest, unknown: Http404) -> HttpResponse:
    return galat.not_there(request, unknown)


def _answer(made: NinjaAPI, request: HttpRequest, status: int, problem: Problem) -> HttpResponse:
    return made.create_response(request, problem.model_dump(), status=status)


api = _service()
