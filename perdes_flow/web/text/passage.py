"""The place that somebody is about to talk about: its words, and the units in it that can be named more exactly."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from perdes_flow.errors import AddressNotUnderstood
from perdes_flow.legal.addresses import Address
from perdes_flow.use_cases.pointing import WHOLE, is_whole
from perdes_flow.use_cases.wordings import lines_of
from perdes_flow.web.text.satuan import Satuan
from perdes_flow.web.text.talk import Places
from perdes_flow.web.text.written import WrittenText

_MOST = 40  # units to choose from: a longer list is no help


@dataclass(frozen=True, slots=True)
class Passage:
    """`address` is the place asked for; `inside` are the addresses around and below it; `lines` are its paragraphs."""

    address: str
    html: SafeString
    inside: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def wording(self) -> str:
        """Its words, to be changed."""
        return "\n".join(self.lines)


def passage_at(text: WrittenText, wanted: str) -> Passage | None:
    """None where the text has no such place."""
    if is_whole(wanted):
        return Passage(WHOLE, SafeString(""), (), ())
    try:
        address = Address.parse(wanted)
    except AddressNotUnderstood:
        return None
    unit, number = text.naskah.find(address), Places(text.satuan).of(str(address))
    if unit is None or number is None:
        return None
    satuan = text.satuan[number]
    return Passage(
        str(address), text.html[number], _named(satuan, address), tuple(lines_of(text.naskah, unit))
    )


def _named(satuan: Satuan, address: Address) -> tuple[str, ...]:
    above = [] if (up := Address.parse(satuan.address).up()) is None else [str(up)]
    return tuple(dict.fromkeys((*above, *satuan.addresses, str(address))))[:_MOST]
