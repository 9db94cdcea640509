"""A place in a version's text, as people name it: it must be there."""

from perdes_flow.errors import PlaceUnknown
from perdes_flow.legal.addresses import Address
from perdes_flow.legal.parser import parse
from perdes_flow.use_cases.desk import Case, Desk
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.word.gate import admit
from perdes_flow.word.reader import read


def unit_in(desk: Desk, case: Case, version: int, address: str) -> str:
    """The address in its proper form ("Pasal 5 ayat (2)"); AddressNotUnderstood, VersionUnknown, PlaceUnknown."""
    wanted = Address.parse(address)
    if parse(read(admit(version_docx(desk, case, version)))).find(wanted) is None:
        raise PlaceUnknown(str(wanted), version)
    return str(wanted)


def place_in(desk: Desk, case: Case, address: str) -> str:
    """The same in the latest version; "" stays "": the text as a whole."""
    if not address.strip():
        return ""
    return unit_in(desk, case, len(case.draft.versions), address)
