"""The first login: whoever starts the server gets a link for the secretary, as long as nobody has a PIN."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

from perdes_flow.domain.values import SISTEM, Role, VillageId
from perdes_flow.domain.village import Person
from perdes_flow.use_cases.desk import open_village
from perdes_flow.web.access.links import make_login_link
from perdes_flow.web.models import Account
from perdes_flow.web.workspace import desk, workspace


@dataclass(frozen=True, slots=True)
class FirstLogin:
    """A person of a village, and the path of a link that lets him or her in once."""

    desa: str
    person: Person
    path: str


def first_logins(*, everybody: bool) -> Iterator[FirstLogin]:
    """A link for each village's secretary (else its head) until somebody there has a PIN; or one for everybody."""
    for village_id in workspace().villages():
        village, _, today = open_village(desk(village_id))
        keepers = village.holders(Role.SEKDES, today) or village.holders(Role.KADES, today)
        people = tuple(village.people.values()) if everybody else keepers[:1]
        if everybody or not _pins_in(village_id):
            for person in people:
                token = make_login_link(village_id, person.id, made_by=SISTEM)
                yield FirstLogin(village.desa, person, f"/t/{token}/")


def _pins_in(village: VillageId) -> bool:
    accounts = Account.objects.filter(village=village)
    return bool(accounts.exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX).exists())
