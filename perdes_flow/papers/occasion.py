"""What a paper is made from: the draft as recorded, the day, the number the office gives it, and who signs."""

from dataclasses import dataclass
from datetime import date

from perdes_flow.domain.draft import Draft
from perdes_flow.domain.events import ConsentGiven
from perdes_flow.domain.meetings import Meeting
from perdes_flow.domain.values import PersonId, Role, Sha256, sidik
from perdes_flow.domain.village import Person, Village
from perdes_flow.domain.words import OFFICES
from perdes_flow.papers.words import sentence_case, without_degrees

_IN_FULL = {
    Role.KADES: "Kepala Desa {}",
    Role.SEKDES: "Sekretaris Desa {}",
    Role.KETUA_BPD: "Ketua Badan Permusyawaratan Desa {}",
    Role.SEKRETARIS_BPD: "Sekretaris Badan Permusyawaratan Desa {}",
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """The last record that the paper was made from; `size` and `root` of the whole log where they were asked for."""

    seq: int
    hash: Sha256
    size: int = 0
    root: Sha256 = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    village: Village
    draft: Draft
    today: date
    receipt: Receipt
    nomor: str = ""

    @property
    def is_perdes(self) -> bool:
        """A Peraturan Desa; else a Peraturan Kepala Desa. The procedure's own id says which."""
        return self.draft.workflow.id.startswith("perdes")

    @property
    def regulation(self) -> str:
        return "Peraturan Desa" if self.is_perdes else "Peraturan Kepala Desa"

    @property
    def name(self) -> str:
        """What the draft is called in full."""
        return f"Rancangan {self.regulation} {self.village.desa} tentang {self.draft.title}"

    @property
    def was_deliberated(self) -> bool:
        """The BPD has begun with it, by a meeting or by consenting that it be withdrawn."""
        held = any(meeting.kind != "konsultasi" for meeting in self.draft.meetings.values())
        return held or any(consent.party == "bpd" for consent in self.withdrawal_consents)

    @property
    def withdrawal_consents(self) -> tuple[ConsentGiven, ...]:
        """Consents to a withdrawal, since the stage was entered."""
        return tuple(
            c for c in self.draft.consents if c.to.startswith("tarik") and c.on >= self.draft.entered
        )

    def meeting(self, kind: str = "") -> Meeting | None:
        """The last meeting, or the last of a kind."""
        held = [m for m in self.draft.meetings.values() if kind in ("", m.kind)]
        return held[-1] if held else None


def holder(village: Village, role: Role, day: date) -> Person | None:
    """Who holds an office on a day; an acting official before the one that he or she stands in for."""
    people = village.holders(role, day)
    acting = [person for person in people if (office := person.office_on(role, day)) and office.acting]
    return next(iter(acting or people), None)


def office_words(village: Village, person: Person, role: Role, day: date) -> str:
    """ "Kepala Desa Sumberagung", "Penjabat Ketua Badan Permusyawaratan Desa Sumberagung", "Anggota BPD"."""
    words = _IN_FULL.get(role, sentence_case(OFFICES[role])).format(village.desa)
    return f"{_acting(village, person, role, day)}{words}"


def offices_words(village: Village, person: Person, day: date) -> str:
    """All offices of a person on a day, as a list shows them."""
    words = []
    for role in person.roles_on(day):
        acting = _acting(village, person, role, day)
        words.append(acting + (sentence_case(OFFICES[role]) if not acting else OFFICES[role]))
    return ", ".join(words)


def _acting(village: Village, person: Person, role: Role, day: date) -> str:
    """ "Penjabat " in an office that is vacant, "Pelaksana Tugas " in one whose holder only cannot act, else nothing."""
    office = person.office_on(role, day)
    if office is None or not office.acting:
        return ""
    terms = (one.office_on(role, day) for one in village.holders(role, day))
    held = any(term is not None and not term.acting for term in terms)
    return "Pelaksana Tugas " if held else "Penjabat "


def shown_name(village: Village, person: PersonId) -> str:
    """A person's name without degrees; the opaque number of one whose name was erased."""
    known = village.people.get(person)
    return without_degrees(known.name) if known else person


def receipt_line(receipt: Receipt) -> str:
    """The line at the foot of a paper: the record that it was made from."""
    return (
        f"Dibuat dari catatan no. {receipt.seq}, sidik {sidik(receipt.hash)}; periksa dengan `perdes verify`."
    )
