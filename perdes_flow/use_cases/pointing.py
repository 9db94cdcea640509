"""From a place as people name it ("Pasal 5 ayat (2)", some words) to the place in a version's file."""

import unicodedata

from perdes_flow.domain.draft import Version
from perdes_flow.domain.values import Sha256
from perdes_flow.errors import PlaceUnknown
from perdes_flow.legal.addresses import Address
from perdes_flow.legal.parser import parse
from perdes_flow.legal.units import Naskah
from perdes_flow.use_cases.desk import Case, Desk
from perdes_flow.use_cases.kept import Kept
from perdes_flow.use_cases.versions import known_version, version_docx
from perdes_flow.word.gate import admit
from perdes_flow.word.reader import read

WHOLE = "Naskah"  # the address of a comment on the draft as a whole


_NASKAH: Kept[Sha256, Naskah] = Kept(32)


def naskah_of(desk: Desk, case: Case, version: int) -> Naskah:
    """The text of a version, read once; VersionUnknown, FileMissing, FileDamaged, DocxRefused."""
    docx = version_docx(
        desk, case, version
    )  # also where the text is known: a damaged file is not passed over
    sha256 = known_version(case, version).docx_sha256
    return _NASKAH.get(sha256, lambda: parse(read(admit(docx))))


def place_in(desk: Desk, case: Case, version: Version, address: str, quote: str) -> str:
    """The address in its proper form, if the version has such a unit and the unit holds the quote.

    AddressNotUnderstood, PlaceUnknown.
    """
    naskah = naskah_of(desk, case, version.number)
    if is_whole(address):
        place, text = WHOLE, " ".join(block.shown for block in naskah.blocks)
    else:
        wanted = Address.parse(address)
        place, unit = str(wanted), naskah.find(wanted)
        if unit is None:
            raise PlaceUnknown(place, version.number)
        text = " ".join(part.shown for part in unit.walk())
    if folded(quote) not in folded(text):
        raise PlaceUnknown(place, version.number, quote)
    return place


def is_whole(address: str) -> bool:
    return address.strip().casefold() == WHOLE.casefold()


def folded(text: str) -> str:
    """Letters in Unicode's form NFC, blanks as one."""
    return " ".join(unicodedata.normalize("NFC", text).split())
