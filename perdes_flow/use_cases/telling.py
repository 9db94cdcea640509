"""Clocks speak: reminders and escalation as rows, found by a sweep; a digest to each person instead of a flood."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import quote

from perdes_flow.domain.values import PersonId, Role
from perdes_flow.domain.village import Village
from perdes_flow.errors import MailRefused
from perdes_flow.messages.outgoing import digest, subject
from perdes_flow.ports import GROUP, Mailer, Message, RegisterRow
from perdes_flow.publication.calendar_file import calendar_file
from perdes_flow.use_cases.desk import Desk, open_case, open_village
from perdes_flow.use_cases.news import holders, waited_for

REMIND_DAYS = (1, 3)  # before the last day; the nearest that has come speaks, the others stay silent
ESCALATE_DAYS = 3  # after the last day: heads of both sides are told too
AGAIN_AFTER = timedelta(minutes=15)  # a mail that was begun and not confirmed
_HEADS = (Role.KADES, Role.SEKDES, Role.KETUA_BPD)


@dataclass(frozen=True, slots=True)
class Told:
    """What went out to a person: how many messages, by which way."""

    person: PersonId
    count: int


def sweep(desk: Desk) -> int:
    """Put reminders and escalations of today into the outbox, each once however often the sweep runs; how many are new."""
    village, _, today = open_village(desk)
    pressing = desk.register.due_until(today + timedelta(days=max(REMIND_DAYS)))
    return desk.outbox.put([m for row in pressing for m in _of_row(desk, village, row, today)])


def send_mail(desk: Desk, mailer: Mailer, *, link: str = "") -> tuple[Told, ...]:
    """One mail to each person for whom something waits and whose address is known.

    At least once: what was begun and not confirmed is sent again after AGAIN_AFTER. What one server refuses does not keep
    the others waiting; MailRefused where nothing at all could be sent.
    """
    village, _, _ = open_village(desk)
    told, refused = [], None
    for person, messages in _by_person(desk.outbox.waiting()).items():
        known = village.people.get(person)
        if known is None or not known.mail:
            continue
        mine = desk.outbox.take(messages, desk.clock.now(), AGAIN_AFTER)
        if not mine:
            continue
        try:
            mailer.send((known.mail,), subject(mine), digest(mine, link), _calendar(desk, village, mine))
        except MailRefused as error:
            refused = error
            continue
        desk.outbox.done(mine, desk.clock.now(), "surel")
        told.append(Told(person, len(mine)))
    if refused is not None and not told:
        raise refused
    return tuple(told)


def group_text(desk: Desk, *, link: str = "", posted: bool = False) -> str:
    """What is to be pasted into the village's group now, "" where there is nothing; `posted`: it was, and comes no more."""
    waiting = [message for message in desk.outbox.waiting() if message.person == GROUP]
    if posted:
        waiting = list(desk.outbox.done(waiting, desk.clock.now(), "grup"))
    return digest(waiting, link) if waiting else ""


def wa_links(desk: Desk, *, link: str = "") -> Mapping[str, str]:
    """A wa.me link for each person for whom something waits and whose number is known: nickname -> address."""
    village, _, _ = open_village(desk)
    found = {}
    for person, messages in _by_person(desk.outbox.waiting()).items():
        known = village.people.get(person)
        if known is not None and known.phone:
            found[known.nickname] = f"https://wa.me/{known.phone}?text={quote(digest(messages, link))}"
    return found


def meeting_calendar(desk: Desk, draft_id: str) -> bytes:
    """The last invitation of a draft as a calendar file; DraftUnknown, MeetingNotOpen."""
    return calendar_file(open_case(desk, draft_id).village, open_case(desk, draft_id).draft)


def _of_row(desk: Desk, village: Village, row: RegisterRow, today: date) -> Iterator[Message]:
    if row.final or row.due is None:
        return
    left = (row.due - today).days
    people = (GROUP, *waited_for(village, row, today))
    name = f"{row.draft}:{row.state}:{row.due}"
    if left < 0:
        late = f"{row.title}: tenggat {row.due_what or row.state_label} telah lewat."
        yield from _messages(desk, row, "lewat", f"lewat:{name}", people, late)
        if left <= -ESCALATE_DAYS:
            yield from _messages(
                desk, row, "eskalasi", f"eskalasi:{name}", holders(village, _HEADS, today), late
            )
        return
    nearest = next((days for days in REMIND_DAYS if left <= days), None)
    if nearest is not None:
        what = f"{row.title}: {row.due_what or row.state_label}."
        yield from _messages(desk, row, "pengingat", f"ingat-{nearest}:{name}", people, what)


def _messages(
    desk: Desk, row: RegisterRow, kind: str, name: str, people: Sequence[PersonId], what: str
) -> Iterator[Message]:
    at = desk.clock.now()
    for person in people:
        yield Message(
            f"{name}:{person}", row.draft, kind, person, what, row.waiting_for, row.due, row.due_law, at
        )


def _by_person(messages: Sequence[Message]) -> Mapping[PersonId, list[Message]]:
    found: dict[PersonId, list[Message]] = {}
    for message in messages:
        if message.person != GROUP:
            found.setdefault(message.person, []).append(message)
    return found


def _calendar(desk: Desk, village: Village, messages: Sequence[Message]) -> Mapping[str, tuple[str, bytes]]:
    drafts = dict.fromkeys(message.draft for message in messages if message.kind == "undangan")
    return {
        f"{draft}.ics": ("text/calendar", calendar_file(village, open_case(desk, draft).draft))
        for draft in drafts
    }
