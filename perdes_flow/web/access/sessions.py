"""Sessions in our own table: listed by person, ended anywhere at once, dead after half an hour without use."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.utils import timezone

from perdes_flow.web.apps import LABEL

if TYPE_CHECKING:  # Django loads this module before the models are there
    from perdes_flow.web.models import Account, Session

_ACCOUNT, _AGENT, _BEGUN, _SEEN = "_auth_user_id", "_agent", "_begun", "_seen"
_SAME_FOR_ALL = "/aset/"  # styles and scripts ask for no session
_REMEMBER_SECONDS = 60  # how exactly "last seen" is kept: a write at every page would be felt


class SessionStore(DatabaseStore):
    """Django's session in the database, with whose it is and since when in columns of their own."""

    cache_key_prefix = "perdes_sesi"

    @classmethod
    def get_model_class(cls) -> type:
        return apps.get_model(LABEL, "Session")

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row = super().create_model_instance(data)
        row.account_id = data.get(_ACCOUNT)
        row.agent = data.get(_AGENT, "")
        row.begun, row.seen = _instant(data.get(_BEGUN)), _instant(data.get(_SEEN))
        return row


class IdleSessions(SessionMiddleware):
    """Ends a session that was not used for SESSION_IDLE_SECONDS, or is older than a working day."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        session, now = request.session, int(timezone.now().timestamp())
        if request.path.startswith(_SAME_FOR_ALL) or _ACCOUNT not in session:
            return
        begun, seen = session.get(_BEGUN, now), session.get(_SEEN, now)
        if now - seen > settings.SESSION_IDLE_SECONDS or now - begun > settings.SESSION_COOKIE_AGE:
            session.flush()
        elif _BEGUN not in session or now - seen >= _REMEMBER_SECONDS:
            session[_BEGUN], session[_SEEN] = begun, now
            session[_AGENT] = request.headers.get("User-Agent", "")[:200]


def elsewhere(account: Account, here: str | None) -> list[Session]:
    """The person's other sessions that were used within the last half hour: somebody may share the PIN."""
    since = timezone.now() - timedelta(seconds=settings.SESSION_IDLE_SECONDS)
    return list(account.sessions.exclude(session_key=here).filter(seen__gt=since).order_by("-seen"))


def _instant(seconds: int | None) -> Any:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
