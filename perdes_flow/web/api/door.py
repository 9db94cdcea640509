"""Who asks: a key of a person, in the offices of today. Cookies open nothing here, so no page can act through them."""

from typing import cast

from django.http import HttpRequest
from ninja.security import HttpBearer

from perdes_flow.web.access.address import address_of
from perdes_flow.web.access.gate import EVERYONE
from perdes_flow.web.access.pins import step_up
from perdes_flow.web.access.refusals import NoOffice, TokenRefused
from perdes_flow.web.access.sending import key_of
from perdes_flow.web.access.tokens import account_with
from perdes_flow.web.access.visitor import Ask, Visitor, visitor_as
from perdes_flow.web.workspace import desk

ONCE = "Idempotency-Key"


class Door(HttpBearer):
    """The person behind the key, at the desk of his or her own village; TokenRefused, NoOffice, TooManyTries."""

    def __call__(self, request: HttpRequest) -> Visitor:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.casefold() != self.openapi_scheme:
            raise TokenRefused
        return self.authenticate(request, token.strip())

    def authenticate(self, request: HttpRequest, token: str) -> Visitor:
        visitor = visitor_as(account_with(token, address_of(request)))
        if visitor is None or not visitor.roles & EVERYONE:
            raise NoOffice
        ask = cast(Ask, request)
        ask.visitor = ask.who = visitor
        named = request.headers.get(ONCE, "")
        ask.desk = desk(
            visitor.village.id, key_of(request, visitor.account.name, named=named) if named else ""
        )
        return visitor


def binding(ask: Ask, pin: str) -> None:
    """Before a vote, an agreement, a signature: the person's own PIN; OwnPinMissing, StepUpWrong, TooManyTries."""
    step_up(ask.who.account, pin)
