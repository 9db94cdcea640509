"""Mail through Django, by what PERDES_MAIL says: `konsol`, `folder:/path`, or `smtp://user:password@host:port`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from perdes_flow.errors import MailRefused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.core.mail.backends.base import BaseEmailBackend

_BACKENDS = "django.core.mail.backends"


class DjangoMail:
    """ports.Mailer. MailRefused where nothing is set up, or the server will not."""

    def __init__(self, told: str | None = None) -> None:
        self._told = told if told is not None else os.environ.get("PERDES_MAIL", "")
        self._used: list[BaseEmailBackend] = []

    def send(
        self, to: Sequence[str], subject: str, text: str, attachments: Mapping[str, tuple[str, bytes]]
    ) -> None:
        """One mail; `attachments`: name -> (type, bytes)."""
        if not settings.configured:
            settings.configure(USE_TZ=True)
        connection = self._connection()
        # Django names a file by its backend's place in memory: a second one there would write into the first one's mail
        self._used.append(connection)
        sender = os.environ.get("PERDES_MAIL_DARI", "perdes-flow@localhost")
        mail = EmailMessage(subject, text, sender, list(to), connection=connection)
        for name, (kind, data) in attachments.items():
            mail.attach(name, data, kind)
        try:
            mail.send()
        except (OSError, ValueError) as error:  # smtplib's errors are OSErrors
            raise MailRefused(str(error)) from error

    def _connection(self) -> BaseEmailBackend:
        kind, _, where = self._told.partition(":")
        if kind == "konsol":
            return get_connection(f"{_BACKENDS}.console.EmailBackend")
        if kind == "folder" and where:
            return get_connection(f"{_BACKENDS}.filebased.EmailBackend", file_path=where)
        if kind in ("smtp", "smtps") and where:
            return get_connection(f"{_BACKENDS}.smtp.EmailBackend", **_server(self._told))
        raise MailRefused("")


def _server(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    secure = parts.scheme == "smtps"
    return {
        "host": parts.hostname or "localhost",
        "port": parts.port or (465 if secure else 587),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": secure,
        "use_tls": not secure and bool(parts.username),
        "timeout": 30,
    }
