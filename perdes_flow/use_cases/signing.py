"""How a person who acted is called where others read it: the name, with the office in which he or she acted."""

from perdes_flow.domain.acts import Actor
from perdes_flow.domain.village import Village
from perdes_flow.domain.words import OFFICES


def signature(village: Village, by: Actor) -> str:
    """ "Anggota BPD 2"; "Suliyati (Ketua BPD)"."""
    person, office = village.people.get(by.person), OFFICES[by.role]
    if person is None:
        return office
    return person.name if office.casefold() in person.name.casefold() else f"{person.name} ({office})"
