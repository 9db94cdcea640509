"""Whom a fact is news to: the messages that go into the outbox together with it."""

from collections.abc import Iterable, Iterator
from datetime import date

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act
from perdes_flow.domain.draft import Draft
from perdes_flow.domain.values import PersonId, Role
from perdes_flow.domain.village import Village
from perdes_flow.domain.words import MEETINGS
from perdes_flow.ports import GROUP, Message, RegisterRow


def news_of(
    village: Village, draft: Draft, row: RegisterRow, acts: Iterable[Act], today: date
) -> tuple[Message, ...]:
    """The messages of these acts: to whom the draft waits for now, or who is invited, and to the group."""
    return tuple(message for act in acts for message in _news(village, draft, row, act, today))


def waited_for(village: Village, row: RegisterRow, today: date) -> tuple[PersonId, ...]:
    """The people in the offices whose step a draft waits for, each once."""
    return holders(village, (Role(code) for code, what in row.asked.items() if what == "langkah"), today)


def holders(village: Village, roles: Iterable[Role], today: date) -> tuple[PersonId, ...]:
    """The people in any of these offices today, each once."""
    return tuple(dict.fromkeys(person.id for role in roles for person in village.holders(role, today)))


def _news(village: Village, draft: Draft, row: RegisterRow, act: Act, today: date) -> Iterator[Message]:
    match act.fact:
        case e.StepTaken() as fact:
            what = f"{draft.title}: kini {row.state_label}."
            if row.due_what:
                what += f" Berikutnya: {row.due_what}."
            name = f"langkah:{draft.id}:{draft.visit}:{fact.step}"
            for person in (GROUP, *waited_for(village, row, today)):
                yield Message(
                    f"{name}:{person}",
                    draft.id,
                    "kabar",
                    person,
                    what,
                    row.waiting_for,
                    row.due,
                    row.due_law,
                    act.at,
                )
        case e.MeetingCalled() as fact:
            what = (
                f"Undangan {MEETINGS[fact.kind]}: {draft.title}. Pukul {fact.starts} {village.zone} di {fact.place}. "
                f"Acara: {'; '.join(fact.agenda)}."
            )
            # a later call for another day is news again; the same one twice is not
            name = f"undangan:{draft.id}:{fact.meeting}:{fact.on}:{fact.starts}"
            for person in (GROUP, *fact.invited):
                yield Message(
                    f"{name}:{person}",
                    draft.id,
                    "undangan",
                    person,
                    what,
                    "semua undangan",
                    fact.on,
                    "",
                    act.at,
                )
