"""Where a form may send people on to: a page of ours, never another site."""

from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def own_address(wanted: str) -> str:
    """The address, if it is one of ours; else Beranda."""
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/")
    return wanted if safe else reverse("beranda")
