"""Masuk dengan surel: an address, a code in the mail, the code on the page. The work is allauth's."""

from allauth.account.internal.decorators import login_stage_required
from allauth.account.stages import LoginByCodeStage
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

_ask = RequestLoginCodeView.as_view(template_name="masuk_surel.html")
_check = login_stage_required(stage=LoginByCodeStage.key, redirect_urlname="masuk")(
    ConfirmLoginCodeView.as_view(template_name="masuk_kode.html")
)


def begin(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("masuk"))


def ask_code(request: HttpRequest) -> HttpResponse:
    """Ask for the address; an unknown one gets the same answer as a known one."""
    return _when_mail_works(_ask(request))


def check_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code that was sent; three tries, three minutes."""
    return _when_mail_works(_check(request))


def _when_mail_works(answer: HttpResponse) -> HttpResponse:
    if "dummy" in settings.EMAIL_BACKEND:
        raise Http404
    return answer
