"""From the address of a unit to the place on a page: "Pasal 5 ayat (2)" -> "pasal-5-ayat-2"."""

import re

_OTHER = re.compile(r"[^a-z0-9]+")


def anchor_of(address: str) -> str:
    """What stands behind # in a link; "naskah" for no address at all."""
    return _OTHER.sub("-", address.casefold()).strip("-") or "naskah"
