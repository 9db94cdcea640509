"""The register of one village: a derived table for lists and search, written with the log and rebuilt from it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from django.apps import apps

from perdes_flow.ports import RegisterRow
from perdes_flow.storage.apps import LABEL
from perdes_flow.storage.register_lists import counted, page_of, waiting_rows
from perdes_flow.storage.search import search_text, words_of, write_words
from perdes_flow.storage.transactions import Statements, refusing, writing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from perdes_flow.domain.values import DraftId, Slug, VillageId
    from perdes_flow.ports import RegisterPage

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

    def due_until(self, day: date) -> tuple[RegisterRow, ...]:
        """The drafts in work that something is to be done about by that day, or was; along an index."""
        return self._rows(due__lte=day, final=False)

    def waiting(self, role: str, limit: int) -> tuple[RegisterRow, ...]:
        """The drafts that wait for an office, the most pressing first, those without a date last."""
        return waiting_rows(self._using, self.village, role, limit)

    def page(
        self, *, state: Slug | None = None, words: str = "", after: str = "", limit: int = 20
    ) -> RegisterPage:
        """The drafts in one stage (None: all) in which words begin with all of these, those changed last first."""
        return page_of(self._using, self.village, state, words, after, limit)

    def counts(self, at_most: int) -> tuple[tuple[Slug, str, int], ...]:
        """Stage, its label, and how many drafts are in it; counted no further than `at_most`."""
        return counted(self._using, self.village, at_most)

    def replace_all(self, rows: Iterable[RegisterRow]) -> None:
        """The rows given take the place of all rows of the village, all or nothing."""
        with refusing(), writing(self._using) as statements:
            statements.run("DELETE FROM perdes_register WHERE village = %s", [self.village])
            statements.run("DELETE FROM perdes_waiting WHERE village = %s", [self.village])
            statements.run("DELETE FROM perdes_search_word WHERE village = %s", [self.village])
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
    search = _search_text(row)
    write_words(statements, row.village, row.draft, search)
    statements.run(_WRITE, [*values, search])
    statements.run("DELETE FROM perdes_waiting WHERE village = %s AND draft = %s", [row.village, row.draft])
    if asked := row.asked:
        marks = ", ".join(["(%s, %s, %s, %s)"] * len(asked))
        each = (value for role in asked for value in (row.village, role, row.draft, values[_DUE]))
        statements.run(f"INSERT INTO perdes_waiting (village, role, draft, due) VALUES {marks}", [*each])


def _search_text(row: RegisterRow) -> str:
    said = " ".join((row.draft, row.title, row.jenis, row.state_label, row.waiting_for))
    return search_text(words_of(said))
