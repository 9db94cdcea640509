"""Login by e-mail: whose address it is, and what allauth may do with it (send a code; register nobody)."""

import logging
from smtplib import SMTPException
from threading import Thread
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.db import IntegrityError
from django.http import HttpRequest

from perdes_flow.web.access.address import address_of
from perdes_flow.web.access.refusals import EmailUnfit
from perdes_flow.web.models import Account

_log = logging.getLogger(__name__)


class Adapter(DefaultAccountAdapter):
    """allauth as we use it: people come from the village's record, never from a form."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Sent beside the answer: how long a mail server takes must not tell whose address is known."""
        message = self.render_mail(template_prefix, email, context)
        Thread(target=_send, args=(message,), name="surel", daemon=True).start()

    def add_message(self, *args: object, **kwargs: object) -> None:
        """Our pages say what is to be said."""


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except (OSError, SMTPException):
        _log.exception("Surel dengan kode masuk tidak terkirim; periksa PERDES_EMAIL_HOST dan lainnya.")


def set_email(account: Account, email: str) -> None:
    """The address of an account, "" for none; EmailUnfit."""
    try:
        if email:
            validate_email(email)
        account.email = email
        account.save(update_fields=["email"])
    except (ValidationError, IntegrityError) as error:
        raise EmailUnfit from error
