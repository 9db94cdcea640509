"""Members mark units whose words they find good: a sign for the discussion, no vote, bound to the exact words."""

from perdes_flow.domain import events as e
from perdes_flow.domain.endorsements import Endorsement
from perdes_flow.domain.values import DraftId, Sha256
from perdes_flow.errors import EndorsementUnfit, PlaceUnknown
from perdes_flow.legal.addresses import Address
from perdes_flow.legal.units import Naskah
from perdes_flow.legal.wording import wording_sha256
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, once, open_case, write
from perdes_flow.use_cases.kept import Kept
from perdes_flow.use_cases.pointing import naskah_of
from perdes_flow.use_cases.reviewing import SPEAKERS, speaking_now
from perdes_flow.use_cases.versions import known_version


@once
def endorse(desk: Desk, draft_id: DraftId, *, address: str, by: str) -> Written:
    """Mark a unit of the latest version as good the way it reads.

    DraftUnknown, VersionUnknown, NotOpenNow, NotInOffice, AddressNotUnderstood, PlaceUnknown, EndorsementUnfit.
    """
    case = open_case(desk, draft_id)
    signer, version = speaking_now(case, by, "menyatakan setuju")
    place, words = _words_at(desk, case, version.number, address)
    if _own(endorsements(desk, case), place, signer.person):
        raise EndorsementUnfit("sudah", place)
    fact = e.UnitEndorsed(
        endorsement=len(case.draft.endorsements) + 1,
        version=version.number,
        address=place,
        words_sha256=words,
    )
    return write(desk, case, (fact,), by=signer)


@once
def take_back_endorsement(desk: Desk, draft_id: DraftId, *, address: str, by: str) -> Written:
    """Take one's own mark on a unit of the latest version back; as `endorse`."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, SPEAKERS, "menarik pernyataan setuju")
    place, _ = _words_at(desk, case, len(case.draft.versions), address)
    mine = _own(endorsements(desk, case), place, signer.person)
    if not mine:
        raise EndorsementUnfit("belum", place)
    return write(desk, case, [e.EndorsementTakenBack(endorsement=mark.number) for mark in mine], by=signer)


def endorsements(desk: Desk, case: Case) -> dict[str, tuple[Endorsement, ...]]:
    """The marks that count on the latest version, by address; FileMissing, FileDamaged.

    A mark follows its words: to the unit of the same address if it still reads so, else to the only one that does.
    """
    marks = [mark for mark in case.draft.endorsements.values() if not mark.taken_back]
    if not marks:
        return {}
    wordings = _wordings_of(desk, case, len(case.draft.versions))
    places: dict[Sha256, list[str]] = {}
    for address, words in wordings.items():
        places.setdefault(words, []).append(address)
    found: dict[str, tuple[Endorsement, ...]] = {}
    for mark in marks:
        if address := _place_of(mark, places.get(mark.words_sha256, ())):
            found[address] = (*found.get(address, ()), mark)
    return found


def _place_of(mark: Endorsement, places: list[str] | tuple[()]) -> str:
    if mark.address in places:
        return mark.address
    return places[0] if len(places) == 1 else ""


def _own(marks: dict[str, tuple[Endorsement, ...]], place: str, person: str) -> list[Endorsement]:
    return [mark for mark in marks.get(place, ()) if mark.by.person == person]


_WORDINGS: Kept[Sha256, dict[str, Sha256]] = Kept(32)


def _wordings_of(desk: Desk, case: Case, version: int) -> dict[str, Sha256]:
    naskah = naskah_of(desk, case, version)
    return _WORDINGS.get(known_version(case, version).docx_sha256, lambda: _wordings(naskah))


def _wordings(naskah: Naskah) -> dict[str, Sha256]:
    """The wording at every address; where an address stands twice, the first, as `Naskah.find` has it."""
    found: dict[str, Sha256] = {}
    for address, unit in naskah.places():
        if str(address) not in found:
            found[str(address)] = wording_sha256(unit)
    return found


def _words_at(desk: Desk, case: Case, version: int, address: str) -> tuple[str, Sha256]:
    wanted = Address.parse(address)
    words = _wordings_of(desk, case, version).get(str(wanted))
    if words is None:
        raise PlaceUnknown(str(wanted), version)
    return str(wanted), words
