"""Login by e-mail: whose address it is, and what allauth may do with it (send a code; register nobody)."""

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError
from django.http import HttpRequest

from perdes_flow.web.access.refusals import EmailUnfit
from perdes_flow.web.models import Account


class Adapter(DefaultAccountAdapter):
    """allauth as we use it: people come from the village's record, never from a form."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *args: object, **kwargs: object) -> None:
        """Our pages say what is to be said."""


def set_email(account: Account, email: str) -> None:
    """The address of an account, "" for none; EmailUnfit."""
    try:
        if email:
            validate_email(email)
        account.email = email
        account.save(update_fields=["email"])
    except (ValidationError, IntegrityError) as error:
        raise EmailUnfit from error
