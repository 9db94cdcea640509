"""Where a request comes from, for counting tries: one answer for every door."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The visitor's address. X-Forwarded-For is anybody's to write: only its last entry, and only of our own proxy."""
    beside = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.BEHIND_PROXY:
        return beside
    named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(named))
    except ValueError:
        return beside
