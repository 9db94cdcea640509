"""The village as its facts tell it: its people, who holds which office on which day, and its local rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from perdes_flow.domain.acts import Act
from perdes_flow.domain.events import (
    OfficeAssigned,
    OfficeEnded,
    PersonAdded,
    PersonDescribed,
    PersonErased,
    SettingsChanged,
    VillageRegistered,
)
from perdes_flow.domain.values import BPD_ROLES, PersonId, Role, Sex, Slug, VillageId, Zone


@dataclass(frozen=True, slots=True)
class Office:
    """One term of one person in one office; `until` is its last day."""

    role: Role
    since: date
    until: date | None
    decree: str | None
    acting: bool

    def held_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Person:
    id: PersonId
    nickname: Slug
    name: str
    offices: tuple[Office, ...] = ()
    sex: Sex | None = None
    phone: str | None = None
    mail: str | None = None

    def office_on(self, role: Role, day: date) -> Office | None:
        """The term in which the person holds that office on that day."""
        return next((o for o in self.offices if o.role == role and o.held_on(day)), None)

    def holds(self, role: Role, day: date) -> bool:
        return any(office.role == role and office.held_on(day) for office in self.offices)

    def roles_on(self, day: date) -> tuple[Role, ...]:
        return tuple(office.role for office in self.offices if office.held_on(day))


@dataclass(frozen=True, slots=True)
class Village:
    """A village after all its own facts so far."""

    id: VillageId = ""
    desa: str = ""
    kecamatan: str = ""
    kabupaten: str = ""
    zone: Zone = "WIB"
    settings: SettingsChanged = field(default_factory=SettingsChanged)
    people: Mapping[PersonId, Person] = field(default_factory=dict)

    def person(self, nickname_or_id: str) -> Person | None:
        """The person behind a nickname or an id."""
        found = self.people.get(nickname_or_id)
        return found or next((p for p in self.people.values() if p.nickname == nickname_or_id), None)

    def holders(self, role: Role, day: date) -> tuple[Person, ...]:
        return tuple(person for person in self.people.values() if person.holds(role, day))

    def bpd_on(self, day: date) -> tuple[Person, ...]:
        """All members of the BPD on that day, chair and secretary among them."""
        return tuple(p for p in self.people.values() if any(p.holds(role, day) for role in BPD_ROLES))


def evolve_village(village: Village, act: Act) -> Village:
    """The village after one more act. Believes every fact; what it does not know it leaves."""
    match act.fact:
        case VillageRegistered() as fact:
            return replace(
                village,
                id=fact.village,
                desa=fact.desa,
                kecamatan=fact.kecamatan,
                kabupaten=fact.kabupaten,
                zone=fact.zone,
            )
        case SettingsChanged() as fact:
            return replace(village, settings=fact)
        case PersonAdded() as fact:
            return _with(village, Person(fact.person, fact.nickname, fact.name))
        case OfficeAssigned() as fact:
            # a person whose name was erased is known by the number
            person = village.people.get(fact.person) or Person(fact.person, fact.person, fact.person)
            office = Office(fact.office, fact.since, fact.until, fact.decree, fact.acting)
            return _with(village, replace(person, offices=(*person.offices, office)))
        case OfficeEnded() as fact if fact.person in village.people:
            person = village.people[fact.person]
            return _with(village, replace(person, offices=tuple(_ended(o, fact) for o in person.offices)))
        case PersonDescribed() as fact if fact.person in village.people:
            person = village.people[fact.person]
            return _with(village, replace(person, sex=fact.sex, phone=fact.phone, mail=fact.mail))
        case PersonErased(person=id) if id in village.people:
            return _with(village, Person(id, id, id, village.people[id].offices))
    return village


def replay_village(acts: Iterable[Act]) -> Village:
    """The village after its acts, oldest first."""
    village = Village()
    for act in acts:
        village = evolve_village(village, act)
    return village


def _with(village: Village, person: Person) -> Village:
    return replace(village, people={**village.people, person.id: person})


def _ended(office: Office, fact: OfficeEnded) -> Office:
    return (
        replace(office, until=fact.on) if office.role == fact.office and office.held_on(fact.on) else office
    )
