"""How often something may be done from one address, counted in the cache: for pages that need no login."""

from hashlib import sha256

from django.core.cache import cache
from django.http import HttpRequest

from perdes_flow.web.access.address import address_of
from perdes_flow.web.access.refusals import TooOften


def count(request: HttpRequest, what: str, most: int, seconds: int) -> None:
    """One more `what` from where the request comes; TooOften beyond `most` within that time."""
    count_in(f"{what} {address_of(request)}", most, seconds)


def count_in(where: str, most: int, seconds: int) -> None:
    """As `count`, whoever asks."""
    key = f"sering-{sha256(where.encode()).hexdigest()[:40]}"
    cache.add(key, 0, seconds)
    try:
        times = cache.incr(key)
    except ValueError:  # it ran out in between
        return
    if times > most:
        raise TooOften
