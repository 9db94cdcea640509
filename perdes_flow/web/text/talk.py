"""What was said about a text, satuan by satuan: threads, suggestions, marks of "setuju", one's own private notes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from perdes_flow.domain.endorsements import Endorsement
from perdes_flow.domain.values import PersonId
from perdes_flow.errors import AddressNotUnderstood
from perdes_flow.legal.addresses import Address
from perdes_flow.ports import PrivateNote
from perdes_flow.use_cases.suggesting import Offered
from perdes_flow.use_cases.threads import Thread
from perdes_flow.web.text.satuan import Satuan


@dataclass(slots=True)
class Spoken:
    """What was said in one place. `settled` counts the threads that wait for nothing more."""

    threads: list[Thread] = field(default_factory=list)
    settled: list[Thread] = field(default_factory=list)
    offers: list[Offered] = field(default_factory=list)
    notes: list[PrivateNote] = field(default_factory=list)
    marks: tuple[Endorsement, ...] = ()
    mine: bool = False  # one of the marks is the reader's

    @property
    def count(self) -> int:
        """What waits here."""
        return len(self.threads) + len(self.offers)


@dataclass(slots=True)
class Talk:
    """`at`: by the place of the satuan in the text; `whole`: on the text as such; `orphans`: its place is gone."""

    at: dict[int, Spoken] = field(default_factory=dict)
    whole: Spoken = field(default_factory=Spoken)
    orphans: list[Thread] = field(default_factory=list)


def place_of(thread: Thread) -> str:
    """The address of a thread on the latest version."""
    return thread.carried.placement.address if thread.carried else thread.comment.address


def status_of(thread: Thread) -> str:
    """ "placed", "doubtful" or "orphan"."""
    return thread.carried.placement.status if thread.carried else "placed"


class Places:
    """Finds the satuan of an address, or the nearest around it."""

    def __init__(self, text: Sequence[Satuan]) -> None:
        self._found: dict[str, int] = {}
        for number, satuan in enumerate(text):
            for address in satuan.addresses:
                known = self._found.get(address)
                if known is None or (satuan.talk and not text[known].talk):
                    self._found[address] = number

    def of(self, address: str) -> int | None:
        """None for the text as a whole, and for what it has not got."""
        found = self._found.get(address)
        if found is not None:
            return found
        try:
            above = Address.parse(address).up()
        except AddressNotUnderstood:
            return None
        return self.of(str(above)) if above else None


def gather(
    text: Sequence[Satuan],
    *,
    threads: Iterable[Thread],
    offers: Iterable[Offered],
    notes: Iterable[PrivateNote],
    marks: Mapping[str, tuple[Endorsement, ...]],
    reader: PersonId,
) -> Talk:
    """All that was said, at its place in the text."""
    talk, places = Talk(), Places(text)

    def here(address: str) -> Spoken:
        number = places.of(address)
        return talk.whole if number is None else talk.at.setdefault(number, Spoken())

    for thread in threads:
        if not thread.comment.open:
            here(place_of(thread)).settled.append(thread)
        elif status_of(thread) == "orphan":
            talk.orphans.append(thread)
        else:
            here(place_of(thread)).threads.append(thread)
    for offer in offers:
        if offer.suggestion.open:
            here(offer.fitted.address if offer.fitted else offer.suggestion.address).offers.append(offer)
    for note in notes:
        here(note.address).notes.append(note)
    for address, ones in marks.items():
        spoken = here(address)
        spoken.marks = (*spoken.marks, *ones)
        spoken.mine = spoken.mine or any(mark.by.person == reader for mark in ones)
    return talk
