"""What people are told outside the program: short enough for one screen of a phone, one digest instead of many messages."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from perdes_flow.domain.local_time import hari_tanggal

SHOWN = 4  # messages in one digest at most; the others are counted
SCREEN = 560  # letters: what a phone shows at once, and the link below
_LONGEST = 400  # letters of one message: a title may be long
_HEADS = {
    "lewat": "TENGGAT LEWAT",
    "eskalasi": "PERLU PERHATIAN",
    "pengingat": "Pengingat",
    "undangan": "Undangan",
}
_URGENT = ("eskalasi", "lewat", "undangan", "pengingat", "kabar")


class Telling(Protocol):
    """A message, as much of it as is told."""

    @property
    def kind(self) -> str: ...
    @property
    def draft(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def until(self) -> date | None: ...
    @property
    def at(self) -> datetime: ...


def digest(messages: Sequence[Telling], link: str = "") -> str:
    """What, who, until when, and where to look; the most urgent first, the newest of a kind before the older."""
    newest = {(message.kind, message.draft, _which(message)): message for message in messages}
    ordered = sorted(newest.values(), key=lambda message: message.at, reverse=True)
    ordered.sort(key=lambda message: _URGENT.index(message.kind))
    parts = _fitting([_paragraph(message) for message in ordered])
    if len(ordered) > len(parts):
        parts.append(f"… dan {len(ordered) - len(parts)} kabar lain.")
    parts.append(_where(ordered, link))
    return "\n\n".join(parts)


def _fitting(paragraphs: Sequence[str]) -> list[str]:
    """As many as fit one screen, and the first one in any case."""
    taken: list[str] = []
    for paragraph in paragraphs[:SHOWN]:
        if taken and sum(map(len, taken)) + len(paragraph) > SCREEN:
            break
        taken.append(paragraph)
    return taken


def _which(message: Telling) -> str:
    """Of a draft only the newest is told: where it stands, what is due; but every invitation that was sent."""
    return message.what if message.kind == "undangan" else ""


def subject(messages: Sequence[Telling]) -> str:
    """The line under which a mail stands in the list."""
    if len(messages) == 1:
        return messages[0].what.split(".")[0][:100]
    return f"Perdes: {len(messages)} hal menunggu"


def _paragraph(message: Telling) -> str:
    head = f"*{_HEADS[message.kind]}*\n" if message.kind in _HEADS else ""
    who = f"\nSiapa: {message.who}" if message.who else ""
    day = "Hari" if message.kind == "undangan" else "Sampai"
    until = f"\n{day}: {hari_tanggal(message.until)}" if message.until else ""
    what = message.what if len(message.what) <= _LONGEST else f"{message.what[:_LONGEST].rstrip()}…"
    return f"{head}{what}{who}{until}"


def _where(messages: Sequence[Telling], link: str) -> str:
    drafts = tuple(dict.fromkeys(message.draft for message in messages))
    if link:
        path = f"/rancangan/{drafts[0]}/" if len(drafts) == 1 else "/"
        return f"Buka: {link.rstrip('/')}{path}"
    return f"Lihat: perdes status {drafts[0] if len(drafts) == 1 else ''}".rstrip()
