"""Bahasa: the language of the pages, kept on this device for a year. What the engine says and the law stay Indonesian."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect

from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.access.within import own_address


def choose(ask: Ask) -> HttpResponse:
    """From the foot of every page: the same page again, in that language. An unknown one changes nothing."""
    answer = HttpResponseRedirect(own_address(ask.POST.get("lanjut", "")), status=303)
    language = ask.POST.get("bahasa", "")
    if language in dict(settings.LANGUAGES):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        )
    return answer
