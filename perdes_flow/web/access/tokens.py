"""Keys of programs: a random token acts in the API as the person who made it, until it expires or is revoked."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db.models import Q
from django.utils import timezone

from perdes_flow.web.access import tries
from perdes_flow.web.access.refusals import TokenRefused
from perdes_flow.web.models import AccessToken, Account

DEFAULT_DAYS, MOST_DAYS = 90, 366
_PREFIX = "perdes_"  # so that a key that was posted somewhere by mistake is found and known for what it is
_REMEMBER = timedelta(minutes=1)  # how exactly "last used" is kept


def make_token(account: Account, label: str, *, days: int = DEFAULT_DAYS) -> str:
    """A new key, which is told once: only its hash is kept."""
    token, now = _PREFIX + token_urlsafe(32), timezone.now()
    lasts = timedelta(days=min(max(days, 1), MOST_DAYS))
    AccessToken.objects.create(
        token_sha256=_hash(token),
        account=account,
        label=label.strip()[:100] or "Program",
        made=now,
        expires=now + lasts,
    )
    return token


def account_with(token: str, address: str) -> Account:
    """The account that a key in force belongs to; TokenRefused, and TooManyTries for an address with many wrong ones.

    A right key is never kept waiting: a whole village often shares one address.
    """
    now = timezone.now()
    found = (
        AccessToken.objects.select_related("account")
        .filter(token_sha256=_hash(token), revoked=None, expires__gt=now)
        .first()
    )
    if found is None:
        key = tries.key_of("kunci", address)
        tries.check([key])
        tries.failed([key])
        raise TokenRefused
    _remember(found, now)
    return found.account


def tokens_of(account: Account) -> list[AccessToken]:
    """The keys of a person that are in force, the newest first."""
    return list(account.tokens.filter(revoked=None, expires__gt=timezone.now()).order_by("-made", "-pk"))


def revoke_token(account: Account, number: int) -> AccessToken | None:
    """The key of that number in the list of `tokens_of` (from 1) opens nothing any more; None where there is none."""
    tokens = tokens_of(account)
    if not 0 < number <= len(tokens):
        return None
    AccessToken.objects.filter(pk=tokens[number - 1].pk).update(revoked=timezone.now())
    return tokens[number - 1]


def _remember(token: AccessToken, now: datetime) -> None:
    unused = Q(last_used=None) | Q(last_used__lt=now - _REMEMBER)
    AccessToken.objects.filter(unused, pk=token.pk).update(last_used=now)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
