"""The numbers of ayat: the usual ones in their order, and those with the word before them."""

import re
from functools import lru_cache

from perdes_flow.legal.numbering import Marker

NO_AYAT = "\n"  # no line begins with it


@lru_cache(maxsize=256)
def ayat_after(value: int) -> str:
    """How the line of the next ayat begins in its usual form."""
    return f"({value + 1}) "


@lru_cache(maxsize=256)
def ayat_marker(shown: str) -> Marker:
    """The number at such a beginning."""
    return Marker(shown.strip(), "decimal", "()", int(shown.strip("() ")))


def read_spelt_ayat(text: str) -> tuple[Marker, str] | None:
    """The number of an ayat and the text after it where the word stands before the number: "Ayat (1)", "ayat 1"."""
    found = _SPELT_AYAT.fullmatch(text)
    if not found:
        return None
    value = found["bare"] or f"({found['value']}{found['inserted']})"
    number = int(found["bare"] or found["value"])
    shown = f"{found['word']} {value}"
    return Marker(shown, "decimal", "()", number, found["inserted"] or ""), found["rest"] or ""


_SPELT_AYAT = re.compile(
    r"(?P<word>(?i:ayat))\s*(?:\(\s*(?P<value>\d{1,2})(?P<inserted>[a-z]?)\s*\)|(?P<bare>\d{1,2}))[.:]?(?:$|\s+(?P<rest>.*))"
)
