"""What stands on the screen when a page cannot be shown: what happened, and where to go from here."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext

from perdes_flow.web.languages import offices


def not_there(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _said(
        request, 404, gettext("Halaman ini tidak ada"), gettext("Periksa alamatnya, atau mulai dari Beranda.")
    )


def broken(request: HttpRequest) -> HttpResponse:
    return _said(
        request,
        500,
        gettext("Ada yang rusak di pihak kami"),
        gettext("Tidak ada yang tercatat. Coba lagi; bila terulang, beri tahu Sekretaris Desa."),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _said(
        request,
        400,
        gettext("Kiriman ini tidak dapat dibaca"),
        gettext("Kembali ke halaman sebelumnya, lalu ulangi."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _said(request, 403, gettext("Halaman ini bukan untuk Anda"), gettext("Mulai lagi dari Beranda."))


def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without our token, or from another site."""
    return _said(
        request,
        403,
        gettext("Kiriman ini tidak berasal dari halaman kami"),
        gettext("Tidak ada yang tercatat. Buka halamannya lagi, lalu kirim dari sana."),
    )


def too_large(request: HttpRequest) -> HttpResponse:
    return _said(
        request,
        413,
        gettext("Kiriman ini terlalu besar"),
        gettext(
            "Tidak ada yang tercatat. Satu berkas paling besar 20 MB: perkecil gambarnya, lalu kirim lagi."
        ),
    )


def refused(request: HttpRequest, sentence: str) -> HttpResponse:
    return _said(request, 422, gettext("Halaman ini belum dapat ditampilkan"), sentence)


def only_by_form(request: HttpRequest) -> HttpResponse:
    answer = _said(
        request,
        405,
        gettext("Alamat ini hanya menerima kiriman formulir"),
        gettext("Mulai lagi dari Beranda."),
    )
    answer["Allow"] = "POST"
    return answer


def session_over(request: HttpRequest) -> HttpResponse:
    """What was typed is shown, so that nothing is lost."""
    typed = [text for name, text in request.POST.items() if name not in _OURS and len(text) > 20]
    return _said(
        request,
        403,
        gettext("Sesi Anda sudah berakhir"),
        gettext("Belum ada yang tercatat. Masuk lagi, lalu kirim sekali lagi."),
        typed,
    )


def not_by_link(request: HttpRequest) -> HttpResponse:
    return _said(
        request,
        403,
        gettext("Tautan Anda tidak membuka halaman ini"),
        gettext("Tautan pribadi hanya membuka satu rancangan. Untuk selebihnya, masuk dengan PIN Anda."),
    )


def not_your_office(request: HttpRequest, roles: Iterable[str]) -> HttpResponse:
    return _said(
        request,
        403,
        gettext("Halaman ini untuk jabatan lain"),
        gettext("Halaman ini dibuka oleh %(offices)s.") % {"offices": offices(sorted(roles))},
    )


FOR_PROGRAMS = "/api/"  # what is asked there is answered as programs read it
_CODES = {
    400: "tidak_terbaca",
    403: "bukan_wewenang",
    404: "tidak_ada",
    405: "cara_keliru",
    413: "terlalu_besar",
    422: "belum_dapat_ditampilkan",
    500: "rusak",
}
_OURS = ("csrfmiddlewaretoken", "kunci", "pin", "kunci_layar", "jawaban", "lanjut")


def _said(
    request: HttpRequest, status: int, title: str, what_to_do: str, typed: Iterable[str] = ()
) -> HttpResponse:
    if request.path.startswith(FOR_PROGRAMS):
        return JsonResponse(
            {"code": _CODES[status], "message": f"{title}. {what_to_do}", "missing": []},
            status=status,
            json_dumps_params={"ensure_ascii": False},
        )
    context = {"title": title, "what_to_do": what_to_do, "typed": list(typed)}
    return render(request, "galat.html", context, status=status)
