"""Personal links: a random token in a chat message lets one person in, to one draft and the acts it names."""

from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db.models import Q
from django.utils import timezone

from perdes_flow.domain.values import DraftId, PersonId, VillageId
from perdes_flow.web.access.pins import account_of
from perdes_flow.web.access.refusals import LinkRefused
from perdes_flow.web.models import PersonalLink

READ, COMMENT = "baca", "catatan"  # what a link may open, beside pages that anybody sees
LASTS = timedelta(days=14)
FIRST_LOGIN_LASTS = timedelta(hours=1)


def make_link(
    village: VillageId,
    person: PersonId,
    *,
    made_by: PersonId,
    draft: DraftId,
    acts: Iterable[str] = (READ, COMMENT),
    lasts: timedelta = LASTS,
) -> str:
    """A link to one draft; the token, which is told once: only its hash is kept."""
    return _make(village, person, made_by, draft, " ".join(acts), lasts, single_use=False)


def make_login_link(village: VillageId, person: PersonId, *, made_by: PersonId) -> str:
    """A link that logs a person in once, with all that his or her office may do; for the one who starts the server."""
    return _make(village, person, made_by, "", "", FIRST_LOGIN_LASTS, single_use=True)


def link_of(token: str) -> PersonalLink:
    """The link that is in force; LinkRefused for any other, whatever the reason."""
    now = timezone.now()
    found = PersonalLink.objects.select_related("account").filter(
        Q(single_use=False) | Q(last_used=None),
        token_sha256=_hash(token),
        revoked=None,
        expires__gt=now,
    )
    link = found.first()
    if link is None:
        raise LinkRefused
    return link


def use_link(token: str) -> PersonalLink:
    """As `link_of`, and used: a link for one login serves no second, also not in the same moment."""
    link = link_of(token)
    unused = PersonalLink.objects.filter(pk=link.pk)
    if link.single_use:
        unused = unused.filter(last_used=None)
    if not unused.update(last_used=timezone.now()):
        raise LinkRefused
    return link


def revoke_link(link: PersonalLink) -> None:
    """The link lets nobody in any more, and those whom it let in are out."""
    PersonalLink.objects.filter(pk=link.pk, revoked=None).update(revoked=timezone.now())


def in_force(link_id: int) -> PersonalLink | None:
    """The link of a running session, while it is neither revoked nor expired."""
    return PersonalLink.objects.filter(pk=link_id, revoked=None, expires__gt=timezone.now()).first()


def _make(
    village: VillageId,
    person: PersonId,
    made_by: PersonId,
    draft: DraftId,
    acts: str,
    lasts: timedelta,
    *,
    single_use: bool,
) -> str:
    token, now = token_urlsafe(24), timezone.now()
    PersonalLink.objects.create(
        token_sha256=_hash(token),
        account=account_of(village, person),
        draft=draft,
        acts=acts,
        made_by=made_by,
        made=now,
        expires=now + lasts,
        single_use=single_use,
    )
    return token


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
