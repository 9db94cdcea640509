"""The gate in front of every page: method, login, office, link, and the desk of the visitor's own village.

The village comes from the session alone. What belongs to another village, and what is not there, look the same: 404.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import cast
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from perdes_flow.domain.values import Role
from perdes_flow.errors import DraftUnknown, Refusal, VersionUnknown
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.web.access.form_key import key_of
from perdes_flow.web.access.visitor import BY_PIN, Ask, visitor_of
from perdes_flow.web.page_words import on_page
from perdes_flow.web.pages import galat
from perdes_flow.web.workspace import desk

View = Callable[..., HttpResponse]

PUBLIC: frozenset[Role] = frozenset()  # everybody, logged in or not
EVERYONE = frozenset(Role) - {Role.SISTEM}  # everybody who holds an office in the village


@dataclass(frozen=True, slots=True)
class Route:
    """A page or an act: where it is, who may reach it, whether it writes.

    `link` names the act that a personal link must open for it ("" = never by link). `login_only`: reached without
    any office too, by whoever is logged in. `form`: shown by GET and sent to the same address by POST (allauth's forms).
    `bare`: the same for everybody; who asks is not even looked up (styles, scripts).
    """

    name: str
    path: str
    view: View
    roles: frozenset[Role]
    writes: bool = False
    link: str = ""
    login_only: bool = False
    form: bool = False
    bare: bool = False

    @property
    def public(self) -> bool:
        return not self.roles and not self.login_only


def guarded(route: Route) -> View:
    """The route's view behind the gate."""
    methods = ["POST"] if route.writes else ["GET", "HEAD", "POST"] if route.form else ["GET", "HEAD"]

    @wraps(route.view)
    def answered(request: HttpRequest, **where: str | int) -> HttpResponse:
        if request.method not in methods:
            return galat.only_by_form(request) if route.writes else HttpResponseNotAllowed(methods)
        if route.bare:
            return route.view(request, **where)
        ask = cast(Ask, request)
        ask.visitor = visitor_of(request)
        refused = None if route.public else _refused(ask, route, where)
        if refused is not None:
            return refused
        if ask.visitor is not None:
            ask.who = ask.visitor
            ask.desk = desk(ask.visitor.village.id, key_of(ask, ask.visitor.account.name))
        try:
            return route.view(ask, **where)
        except (DraftUnknown, VersionUnknown) as unknown:
            raise Http404 from unknown
        except Refusal as refusal:  # e.g. a damaged file: said in its own words, on a page of its own
            return galat.refused(ask, on_page(refusal_sentence(refusal)))

    return answered


def _refused(ask: Ask, route: Route, where: dict[str, str | int]) -> HttpResponse | None:
    visitor = ask.visitor
    if visitor is None:
        if route.writes:
            return galat.session_over(ask)
        return HttpResponseRedirect(_asking(ask, "masuk"))
    if visitor.scope is not None:
        if where.get("draft", visitor.scope.draft) != visitor.scope.draft:
            raise Http404
        if route.link not in visitor.scope.acts:
            return galat.not_by_link(ask)
    if (
        ask.session.get(BY_PIN)
        and not visitor.account.own_pin
        and not route.writes
        and route.name not in _FIRST
    ):
        return HttpResponseRedirect(_asking(ask, "akun.pin.pertama"))
    if not (route.login_only or visitor.roles & route.roles):
        return galat.not_your_office(ask, route.roles)
    return None


_FIRST = (
    "akun.pin.pertama",
    "akun",
)  # what a PIN that was handed over opens, until one has chosen an own one


def _asking(ask: Ask, name: str) -> str:
    """The address of a page that leads back here afterwards."""
    return f"{reverse(name)}?{urlencode({'lanjut': ask.get_full_path()})}"
