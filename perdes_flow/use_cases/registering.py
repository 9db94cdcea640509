"""The village, its people and their offices."""

from dataclasses import dataclass
from datetime import date

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import THE_SYSTEM, Actor
from perdes_flow.domain.values import Role, VillageId, Zone
from perdes_flow.domain.village import Village
from perdes_flow.errors import PersonExists, ValueUnfit, VillageExists
from perdes_flow.use_cases.desk import Desk, Written, actor, once, open_village, person_named, write_village

_REGISTRARS = (Role.SEKDES, Role.KADES)


@once
def register_village(
    desk: Desk, *, village: VillageId, desa: str, kecamatan: str, kabupaten: str, zone: Zone
) -> Written:
    """Start a village's log; VillageExists."""
    if desk.log.read(None):
        raise VillageExists(village)
    fact = e.VillageRegistered(
        village=village, desa=desa, kecamatan=kecamatan, kabupaten=kabupaten, zone=zone
    )
    return write_village(desk, (fact,), by=THE_SYSTEM, after=0)


@dataclass(frozen=True, slots=True)
class FirstOfficial:
    """The one with whom a village's record begins."""

    nickname: str
    name: str
    offices: tuple[Role, ...]
    since: date


@once
def found_village(
    desk: Desk,
    *,
    village: VillageId,
    desa: str,
    kecamatan: str,
    kabupaten: str,
    zone: Zone,
    first: FirstOfficial,
) -> Written:
    """Start a village's log together with its first official, whole or not at all; VillageExists, FieldUnfit."""
    if desk.log.read(None):
        raise VillageExists(village)
    facts: list[e.Fact] = [
        e.VillageRegistered(village=village, desa=desa, kecamatan=kecamatan, kabupaten=kabupaten, zone=zone),
        e.PersonAdded(person="o001", nickname=first.nickname, name=first.name),
        *(e.OfficeAssigned(person="o001", office=office, since=first.since) for office in first.offices),
    ]
    return write_village(desk, facts, by=THE_SYSTEM, after=0)


@once
def add_person(
    desk: Desk,
    *,
    nickname: str,
    name: str,
    offices: tuple[Role, ...],
    since: date,
    by: str,
    until: date | None = None,
    decree: str | None = None,
    acting: bool = False,
) -> Written:
    """Add a person, or a further office of a person already there; PersonExists, ValueUnfit, NotInOffice.

    An acting official (Plt., Pj.) needs the decree. Until the village has a secretary or head, anybody may add people.
    """
    village, after, today = open_village(desk)
    signer = _registrar(village, by, today)
    known = village.person(nickname)
    if known is not None and (known.name != name or not offices):
        raise PersonExists(nickname)
    if acting and not decree:
        raise ValueUnfit(
            "Penjabat", nickname, "sebutkan keputusan pengangkatannya (--sk pada baris perintah)"
        )
    person = known.id if known else f"o{len(village.people) + 1:03d}"
    facts: list[e.Fact] = [] if known else [e.PersonAdded(person=person, nickname=nickname, name=name)]
    facts += [
        e.OfficeAssigned(person=person, office=office, since=since, until=until, decree=decree, acting=acting)
        for office in offices
    ]
    return write_village(desk, facts, by=signer, after=after)


@once
def end_office(desk: Desk, *, nickname: str, office: Role, on: date, reason: str, by: str) -> Written:
    """End a person's term in an office; PersonUnknown, ValueUnfit, NotInOffice."""
    village, after, today = open_village(desk)
    signer = _registrar(village, by, today)
    person = person_named(village, nickname)
    if not person.holds(office, on):
        raise ValueUnfit("Jabatan", office, f"{nickname} tidak memegangnya pada tanggal itu")
    fact = e.OfficeEnded(person=person.id, office=office, on=on, reason=reason)
    return write_village(desk, (fact,), by=signer, after=after)


@once
def describe_person(
    desk: Desk,
    *,
    nickname: str,
    by: str,
    sex: str | None = None,
    phone: str | None = None,
    mail: str | None = None,
) -> Written:
    """How a person is reached, and L or P for lists; what is None stays as it was. PersonUnknown, NotInOffice, FieldUnfit."""
    village, after, today = open_village(desk)
    signer = _registrar(village, by, today)
    person = person_named(village, nickname)
    fact = e.PersonDescribed.model_validate(
        {
            "person": person.id,
            "sex": sex or person.sex,
            "phone": phone or person.phone,
            "mail": mail or person.mail,
        }
    )
    return write_village(desk, (fact,), by=signer, after=after)


@once
def change_settings(
    desk: Desk, *, by: str, half_plus_one: str | None = None, overlay: str | None = None
) -> Written:
    """Set local rules of the village, None leaves one as it is; NotInOffice, WorkflowUnknown."""
    village, after, today = open_village(desk)
    wanted = {"half_plus_one": half_plus_one, "overlay": overlay}
    given = {name: value for name, value in wanted.items() if value is not None}
    settings = e.SettingsChanged.model_validate({**village.settings.model_dump(), **given})
    if overlay is not None:
        desk.procedures.current(
            "perdes", overlay
        )  # an overlay that is not there is refused now, not at the next draft
    return write_village(desk, (settings,), by=_registrar(village, by, today), after=after)


def _registrar(village: Village, by: str, today: date) -> Actor:
    if not any(village.holders(role, today) for role in _REGISTRARS):
        return THE_SYSTEM
    return actor(village, by, today, _REGISTRARS, "mengubah data desa")
