"""The outbox of one village: what people are still to be told, put there with the fact, each message once for ever.

A message waits, is taken by whoever begins to send it, and is sent once it went out. What was taken and neither sent nor
given back (a process that died, a server that refused) is free again after a while: nothing is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from django.apps import apps

from perdes_flow.ports import Message
from perdes_flow.storage.apps import LABEL
from perdes_flow.storage.transactions import Statements, refusing, writing

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from perdes_flow.domain.values import VillageId

_NAMES = tuple(field.name for field in fields(Message))
_PUT = (
    f"INSERT INTO perdes_outbox (village, {', '.join(_NAMES)}, way) VALUES (%s, {', '.join(['%s'] * len(_NAMES))}, '')"
    " ON CONFLICT (village, key) DO NOTHING RETURNING key"
)
_DONE = "UPDATE perdes_outbox SET sent = %s, way = %s WHERE village = %s AND key = %s AND sent IS NULL RETURNING key"
_TAKE = (
    "UPDATE perdes_outbox SET taken = %s, tries = tries + 1 WHERE village = %s AND key = %s AND sent IS NULL"
    " AND (taken IS NULL OR taken <= %s) RETURNING key"
)


class DjangoOutbox:
    """ports.Outbox on the database `using`. Raises StorageBusy or StorageFailed where the database will not."""

    def __init__(self, village: VillageId, *, using: str = "default") -> None:
        self.village = village
        self._using = using

    def put(self, messages: Sequence[Message]) -> int:
        """Put messages in; those whose key was ever there are left as they are. How many are new."""
        with refusing(), writing(self._using) as statements:
            return put_messages(statements, self.village, messages)

    def waiting(self) -> tuple[Message, ...]:
        """What was not sent yet, oldest first."""
        return self._found(sent=None)

    def every(self) -> tuple[Message, ...]:
        """All messages there ever were."""
        return self._found()

    def take(self, messages: Sequence[Message], at: datetime, again_after: timedelta) -> tuple[Message, ...]:
        """Begin to send: those that nobody else began to send within that time; only these may go out."""
        with refusing(), writing(self._using) as statements:
            adapted = statements.connection.ops.adapt_datetimefield_value
            now, free = adapted(at), adapted(at - again_after)
            return tuple(
                message
                for message in messages
                if statements.first(_TAKE, [now, self.village, message.key, free])
            )

    def done(self, messages: Sequence[Message], at: datetime, way: str) -> tuple[Message, ...]:
        """Mark messages as sent, and say which of them nobody else had marked."""
        with refusing(), writing(self._using) as statements:
            moment = statements.connection.ops.adapt_datetimefield_value(at)
            return tuple(
                message
                for message in messages
                if statements.first(_DONE, [moment, way, self.village, message.key])
            )

    def _found(self, **conditions: Any) -> tuple[Message, ...]:
        # By name, not by import: a model can only be imported once Django is configured.
        rows = apps.get_model(LABEL, "OutboxEntry").objects.using(self._using)
        with refusing():
            found = rows.filter(village=self.village, **conditions).order_by("at", "key").values_list(*_NAMES)
            return tuple(Message(*values) for values in found)


def put_messages(statements: Statements, village: VillageId, messages: Sequence[Message]) -> int:
    """Put messages in, within the caller's transaction; how many are new."""
    adapt, new = statements.connection.ops, 0
    for message in messages:
        values = [getattr(message, name) for name in _NAMES]
        values[_NAMES.index("until")] = adapt.adapt_datefield_value(message.until)
        values[_NAMES.index("at")] = adapt.adapt_datetimefield_value(message.at)
        new += statements.first(_PUT, [village, *values]) is not None
    return new
