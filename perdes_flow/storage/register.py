"""The register of one village: a derived table for lists and search, written with the log and rebuilt from it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from django.apps import apps

from perdes_flow.ports import RegisterRow
from perdes_flow.storage.apps import LABEL
from perdes_flow.storage.transactions import Statements, refusing, writing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perdes_flow.domain.values import DraftId, VillageId

_NAMES = tuple(field.name for field in fields(RegisterRow))
_DUE, _UPDATED = _NAMES.index("due"), _NAMES.index("updated")
_COLUMNS = (*_NAMES, "search")
_WRITE = (
    f"INSERT INTO perdes_register ({', '.join(_COLUMNS)}) VALUES ({', '.join(['%s'] * len(_COLUMNS))})"
    " ON CONFLICT (village, draft) DO UPDATE SET "
    + ", ".join(f"{name} = EXCLUDED.{name}" for name in _COLUMNS if name not in ("village", "draft"))
)


class DjangoRegister:
    """ports.Register on the database `using`. Raises StorageBusy or StorageFailed where the database will not."""

    def __init__(self, village: VillageId, *, using: str = "default") -> None:
        self.village = village
        self._using = using

    def rows(self) -> tuple[RegisterRow, ...]:
        """All drafts of the village, by name."""
        return self._rows()

    def row(self, draft: DraftId) -> RegisterRow | None:
        """One draft; None where there is no such draft."""
        return next(iter(self._rows(draft=draft)), None)

    def replace_all(self, rows: Iterable[RegisterRow]) -> None:
        """The rows given take the place of all rows of the village, all or nothing."""
        with refusing(), writing(self._using) as statements:
            statements.run("DELETE FROM perdes_register WHERE village = %s", [self.village])
            for row in rows:
                write_row(statements, row)

    def _rows(self, **conditions: Any) -> tuple[RegisterRow, ...]:
        # By name, not by import: a model can only be imported once Django is configured.
        entries = apps.get_model(LABEL, "RegisterEntry").objects.using(self._using)
        with refusing():
            found = entries.filter(village=self.village, **conditions).order_by("draft").values_list(*_NAMES)
            return tuple(RegisterRow(*values) for values in found)


def write_row(statements: Statements, row: RegisterRow) -> None:
    """Put one draft's row in, or in the place of its old one; within the caller's transaction."""
    adapt = statements.connection.ops
    values = [getattr(row, name) for name in _NAMES]
    values[_DUE] = adapt.adapt_datefield_value(row.due)
    values[_UPDATED] = adapt.adapt_datetimefield_value(row.updated)
    statements.run(_WRITE, [*values, _search_text(row)])


def _search_text(row: RegisterRow) -> str:
    return " ".join((row.draft, row.title, row.jenis, row.state_label, row.waiting_for)).casefold()
