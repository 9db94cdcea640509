"""The words of a unit, apart from where it stands: the same words are the same wording under any number."""

import unicodedata
from hashlib import sha256

from perdes_flow.legal.units import Unit


def wording(unit: Unit) -> str:
    """All words in a unit in reading order, with the numbers inside it but without its own; blanks as one, NFC."""
    inside = (part.shown for child in unit.children for part in child.walk())
    return " ".join(unicodedata.normalize("NFC", " ".join((unit.text, *inside))).split())


def wording_sha256(unit: Unit) -> str:
    """SHA-256 of the words in UTF-8."""
    return sha256(wording(unit).encode("utf-8", "surrogatepass")).hexdigest()
