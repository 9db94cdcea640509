"""A page from its template, with what every page shows: the village, who is logged in, what went wrong."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from perdes_flow.web.acts import Problems


def page(
    request: HttpRequest, template: str, problems: Problems = (), status: int = 200, **context: Any
) -> HttpResponse:
    """`template` below web/templates; `problems` stand on top; `context` is the page's own."""
    visitor = getattr(request, "visitor", None)
    shared = {"visitor": visitor, "village": visitor.village if visitor else None, "problems": problems}
    answer = render(request, template, {**shared, **context}, status=status)
    if visitor is not None:
        answer["Cache-Control"] = "private, no-cache"
    return answer
