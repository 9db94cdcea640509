"""The visitor's own private notes."""

from perdes_flow.domain.values import DraftId
from perdes_flow.errors import NotInOffice
from perdes_flow.ports import PrivateNote
from perdes_flow.use_cases.noting import own_notes
from perdes_flow.web.access.visitor import Ask


def notes_of(ask: Ask, draft: DraftId) -> tuple[PrivateNote, ...]:
    """One's own notes on a draft; none for whoever holds no office that comments."""
    try:
        return own_notes(ask.desk, draft, by=ask.who.person.id)
    except NotInOffice:
        return ()
