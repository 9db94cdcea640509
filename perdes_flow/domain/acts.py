"""An act: a fact with who did it, in which office, when it was written down, and to which draft."""

from dataclasses import dataclass
from datetime import datetime

from perdes_flow.domain.events import Fact
from perdes_flow.domain.values import SISTEM, DraftId, PersonId, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in an office."""

    person: PersonId
    role: Role


THE_SYSTEM = Actor(SISTEM, Role.SISTEM)


@dataclass(frozen=True, slots=True)
class Act:
    """What goes into the log. `at` is aware and in UTC; `draft` is None for what concerns the whole village."""

    at: datetime
    by: Actor
    draft: DraftId | None
    fact: Fact
