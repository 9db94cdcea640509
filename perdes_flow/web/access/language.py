"""The language that the person chose; Indonesian otherwise, whatever language the phone itself is set to."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


class ChosenLanguage:
    """Middleware: the cookie decides, not the browser's own list (many phones in a village are set to English)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = dict(settings.LANGUAGES)
        for_programs = request.path.startswith(
            "/api/"
        )  # they read Indonesian, whoever set a cookie in the browser
        with translation.override(chosen if chosen in known and not for_programs else settings.LANGUAGE_CODE):
            answer = self._get_response(request)
            answer.headers.setdefault("Content-Language", translation.get_language())
        return answer
