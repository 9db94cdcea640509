"""Failed tries of a secret: five are free, then each doubles the time in which no further try is looked at.

Counted by account and, more generously, by address: a whole village often shares one address. In the database, so
that every server counts the same.
"""

from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from perdes_flow.web.access.refusals import TooManyTries
from perdes_flow.web.models import Tries

FREE = {"akun": 5, "alamat": 50, "kunci": 50}  # "kunci": wrong keys of programs, by address
_FORGOTTEN = timedelta(hours=24)  # without a further failure: an office must not pile them up over months
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=30), timedelta(hours=12)


def key_of(kind: str, name: str) -> str:
    """`kind` is one of FREE."""
    return f"{kind}:{sha256(name.encode()).hexdigest()[:48]}"


def check(keys: Iterable[str]) -> None:
    """TooManyTries while one of the keys is closed."""
    now = timezone.now()
    closed = Tries.objects.filter(key__in=list(keys), closed_until__gt=now).order_by("-closed_until").first()
    if closed:
        raise TooManyTries(int((closed.closed_until - now).total_seconds()))


def failed(keys: Iterable[str]) -> None:
    """Count a failure; from the free number on the key closes, each time for twice as long."""
    now = timezone.now()
    for key in keys:
        with transaction.atomic():
            tries, _ = Tries.objects.select_for_update().get_or_create(
                key=key, defaults={"closed_until": now}
            )
            tries.failures = 1 if tries.closed_until < now - _FORGOTTEN else tries.failures + 1
            over = tries.failures - FREE[key.partition(":")[0]]
            wait = min(_FIRST_WAIT * 2 ** min(over, 12), _LONGEST_WAIT) if over >= 0 else timedelta()
            tries.closed_until = now + wait
            tries.save()


def succeeded(key: str) -> None:
    """Forget the failures of an account."""
    Tries.objects.filter(key=key).delete()
