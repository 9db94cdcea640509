"""A page about a file that is lost, damaged or cannot be compared says so; what else is known stays reachable."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse

from perdes_flow.domain.values import DraftId
from perdes_flow.errors import DocxRefused, FileDamaged, FileMissing, RedlineNotProven
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import problems
from perdes_flow.web.rendering import page

P = ParamSpec("P")


def readable(
    view: Callable[Concatenate[Ask, DraftId, P], HttpResponse],
) -> Callable[Concatenate[Ask, DraftId, P], HttpResponse]:
    """A view that reads files of versions."""

    @wraps(view)
    def answered(ask: Ask, draft: DraftId, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(ask, draft, *args, **kwargs)
        except (FileMissing, FileDamaged, DocxRefused, RedlineNotProven) as refusal:
            return page(
                ask,
                "tidak_terbaca.html",
                problems(refusal),
                status=422 if isinstance(refusal, RedlineNotProven) else 500,
                draft_id=draft,
            )

    return answered
