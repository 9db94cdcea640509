"""The facts of the village: its name, its rules, its people, their offices and how they are reached."""

from datetime import date
from typing import Literal

from perdes_flow.domain.events.fact import Count, Fact
from perdes_flow.domain.values import (
    Label,
    Mail,
    PersonId,
    Phone,
    Role,
    Sex,
    Slug,
    VillageId,
    Zone,
)


class VillageRegistered(Fact):
    type: Literal["village_registered"] = "village_registered"
    village: VillageId
    desa: Label  # "Sumberagung"
    kecamatan: Label
    kabupaten: Label  # "Kabupaten Blitar"
    zone: Zone = "WIB"


class SettingsChanged(Fact):
    """Local rules that the law leaves to the village or the kabupaten."""

    type: Literal["settings_changed"] = "settings_changed"
    # "½ + 1 of those present" (Permendagri 110/2016 Pasal 37 ayat (3) huruf e) for an odd number:
    # down: floor(n/2) + 1; up: ceil(n/2 + 1)
    half_plus_one: Literal["down", "up"] = "down"
    max_postponements: Count = 2
    overlay: Slug | None = None


class PersonAdded(Fact):
    type: Literal["person_added"] = "person_added"
    person: PersonId
    nickname: Slug  # what one types after --as
    name: Label


class OfficeAssigned(Fact):
    type: Literal["office_assigned"] = "office_assigned"
    person: PersonId
    office: Role
    since: date
    until: date | None = None
    decree: Label | None = None
    acting: bool = False  # Plt. or Pj.: needs the decree


class OfficeEnded(Fact):
    type: Literal["office_ended"] = "office_ended"
    person: PersonId
    office: Role
    on: date
    reason: Label


class PersonDescribed(Fact):
    """How a person in office is reached, and L or P for lists; a later one replaces the earlier."""

    type: Literal["person_described"] = "person_described"
    person: PersonId
    sex: Sex | None = None
    phone: Phone | None = None
    mail: Mail | None = None
