"""Who am I: the owner of the key, and the village."""

from datetime import date

from ninja import Router
from pydantic import BaseModel

from perdes_flow.domain.values import Role, Zone
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.operations import reads

router = Router()


class VillageView(BaseModel):
    id: str
    desa: str
    kecamatan: str
    kabupaten: str
    zone: Zone


class Me(BaseModel):
    """The person, today's offices, and whether binding acts are possible (they need a PIN of one's own)."""

    person: str
    nickname: str
    name: str
    roles: list[Role]
    own_pin: bool
    today: date
    village: VillageView


@reads(router, "/me", Me, "Siapa saya. Pemilik kunci, jabatannya hari ini, dan desanya.")
def show_me(request: Ask) -> Me:
    visitor, village = request.who, request.who.village
    return Me(
        person=visitor.person.id,
        nickname=visitor.person.nickname,
        name=visitor.person.name,
        roles=sorted(visitor.roles),
        own_pin=visitor.account.own_pin,
        today=visitor.today,
        village=VillageView(
            id=village.id,
            desa=village.desa,
            kecamatan=village.kecamatan,
            kabupaten=village.kabupaten,
            zone=village.zone,
        ),
    )
