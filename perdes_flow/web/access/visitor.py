"""Who asks: nobody, or a person of one village in the offices of today, perhaps through a link to one draft."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from perdes_flow.domain.values import CLERK_ROLES, DraftId, Role
from perdes_flow.domain.village import Person, Village
from perdes_flow.use_cases.desk import Desk, open_village
from perdes_flow.web.access.links import in_force
from perdes_flow.web.models import Account
from perdes_flow.web.workspace import desk

DRAFTERS = frozenset(
    {Role.PENYUSUN, Role.KADES, Role.SEKDES, Role.KETUA_BPD}
)  # may hand in text, at some stage
MANAGERS = frozenset({Role.SEKDES, Role.KADES})  # of the village's people, links, and backups
STARTERS = DRAFTERS | {Role.ANGGOTA_BPD}
CLERKS = frozenset(CLERK_ROLES)
CALLERS = CLERKS | {Role.KETUA_BPD, Role.SEKRETARIS_BPD}  # hold meetings of one kind or another
FILERS = CALLERS  # make and file official papers
ENACTORS = frozenset({Role.KADES, Role.SEKDES})  # sign and promulgate

LINK = "_tautan"  # in the session: the link that the person came in with
BY_PIN = "_pin"  # in the session: the person came in by typing a PIN


@dataclass(frozen=True, slots=True)
class Scope:
    """What a personal link opens: one draft, and the acts it names."""

    draft: DraftId
    acts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person of a village. `scope` is None for a full login."""

    account: Account
    village: Village
    person: Person
    roles: frozenset[Role]
    today: date
    scope: Scope | None = None

    @property
    def starts_drafts(self) -> bool:
        return self.scope is None and bool(self.roles & STARTERS)

    @property
    def writes_text(self) -> bool:
        return self.scope is None and bool(self.roles & DRAFTERS)

    @property
    def manages(self) -> bool:
        return self.scope is None and bool(self.roles & MANAGERS)

    def holds(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)


class Ask(HttpRequest):
    """A request as pages see it, once the gate has let it through. On public pages `visitor` may be None."""

    visitor: Visitor | None
    desk: Desk  # the visitor's own village, with the request's key
    who: Visitor  # `visitor`, on pages that only officials reach


def visitor_of(request: HttpRequest) -> Visitor | None:
    """The person behind the session; None for a session that has ended, or a link that was revoked."""
    account = request.user
    if not isinstance(account, Account):
        return None
    scope, link_id = None, request.session.get(LINK)
    if link_id is not None:
        link = in_force(link_id)
        if link is None:
            return None
        scope = Scope(link.draft, frozenset(link.acts.split())) if link.draft else None
    return visitor_as(account, scope)


def visitor_as(account: Account, scope: Scope | None = None) -> Visitor | None:
    """The person of an account, in the offices of today; None for one whom the village does not know."""
    village, _, today = open_village(desk(account.village))
    person = village.people.get(account.person)
    if person is None:
        return None
    return Visitor(account, village, person, frozenset(person.roles_on(today)), today, scope)
