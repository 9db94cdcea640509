"""What a guard looks at, and what it answers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from perdes_flow.domain.acts import Actor
from perdes_flow.domain.draft import Draft
from perdes_flow.domain.meetings import Meeting
from perdes_flow.domain.values import MeetingKind, Sha256, Slug
from perdes_flow.domain.village import Village
from perdes_flow.workflow.calendar import Calendar
from perdes_flow.workflow.definition_model import Procedure


@dataclass(frozen=True, slots=True)
class Situation:
    """A draft in its village on a day, and who wants to take a step.

    supplied     kinds of papers handed in together with the step
    nomor        the number that the step gives (of the regulation, or of the gazette), as typed
    numbers_used numbers given so far this year in the same series; empty: not known
    text_sha256  fingerprint of the text of a Word file handed in with the step; None: the latest version's counts
    step         the step that is looked at; the engine fills it in
    """

    draft: Draft
    village: Village
    procedure: Procedure
    calendar: Calendar
    today: date
    actor: Actor
    supplied: frozenset[str] = frozenset()
    nomor: str | None = None
    numbers_used: frozenset[int] = frozenset()
    text_sha256: Sha256 | None = None
    step: Slug = ""

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings since the stage was entered, in their order."""
        return tuple(m for m in self.draft.meetings.values() if m.visit == self.draft.visit)

    def meeting_of(self, kind: MeetingKind | None) -> Meeting | None:
        """The last of them of a kind; None: of any kind."""
        return next((m for m in reversed(self.meetings) if kind in (None, m.kind)), None)


@dataclass(frozen=True, slots=True)
class Missing:
    """One unmet condition: the sentence says what is lacking, with its numbers, and what to do; `law` is its basis.

    A "warning" is shown but refuses nothing: its law was not seen in a published copy.
    """

    code: str
    sentence: str
    law: str
    severity: Literal["block", "warning"] = "block"
