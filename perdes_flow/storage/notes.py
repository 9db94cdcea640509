"""The private notes of one village's people: a table apart from the record, whose rows may be thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import transaction
from django.db.models import Max

from perdes_flow.ports import PrivateNote
from perdes_flow.storage.apps import LABEL
from perdes_flow.storage.transactions import refusing

if TYPE_CHECKING:
    from perdes_flow.domain.values import DraftId, PersonId, VillageId

_NAMES = ("number", "draft", "person", "version", "address", "quote", "text", "at")


class DjangoNotes:
    """ports.NoteShelf on the database `using`. Raises StorageBusy or StorageFailed where the database will not."""

    def __init__(self, village: VillageId, *, using: str = "default") -> None:
        self.village = village
        self._using = using

    def of(self, draft: DraftId, person: PersonId) -> tuple[PrivateNote, ...]:
        """A person's notes on a draft, oldest first."""
        with refusing():
            return tuple(map(_note, self._rows(draft=draft, person=person).order_by("number")))

    def keep(self, note: PrivateNote, *, key: str) -> PrivateNote:
        """Put a note aside under the person's next number; with a used key, the one that is there."""
        with refusing(), transaction.atomic(using=self._using):
            kept = self._rows(key=key).first()
            if kept is None:
                number = self._next(note)
                given = {name: getattr(note, name) for name in _NAMES if name != "number"}
                kept = self._rows().create(village=self.village, number=number, key=key, **given)
            return _note(kept)

    def drop(self, note: PrivateNote) -> None:
        """Throw a note away."""
        with refusing():
            self._rows(draft=note.draft, person=note.person, number=note.number).delete()

    def _next(self, note: PrivateNote) -> int:
        theirs = self._rows(draft=note.draft, person=note.person)
        return int(theirs.aggregate(last=Max("number"))["last"] or 0) + 1

    def _rows(self, **conditions: Any) -> Any:
        # By name, not by import: a model can only be imported once Django is configured.
        notes = apps.get_model(LABEL, "Note").objects.using(self._using)
        return notes.filter(village=self.village, **conditions)


def _note(row: Any) -> PrivateNote:
    return PrivateNote(*(getattr(row, name) for name in _NAMES))
