"""From what a person wants to read in a place to a proposal on whole paragraphs of a version."""

from collections.abc import Sequence

from perdes_flow.errors import PlaceUnknown, WordingUnfit
from perdes_flow.legal.addresses import Address
from perdes_flow.legal.anchoring import seek_unit
from perdes_flow.legal.matching.lines import read_line
from perdes_flow.legal.proposals import Proposal
from perdes_flow.legal.units import HEADINGS, Naskah, Unit
from perdes_flow.use_cases.pointing import WHOLE, folded, is_whole


def proposal_on(
    naskah: Naskah, version: int, address: str, text: str, *, quote: str = "", behind: bool = False
) -> tuple[str, Proposal]:
    """The unit's proper address, and what is proposed there.

    With `quote` only these words are to become `text`; with `behind` the text is new and stands behind the unit; without
    text the words or the unit go. AddressNotUnderstood, PlaceUnknown, WordingUnfit.
    """
    unit, place = _unit(naskah, version, address)
    if quote:
        return place, _words(naskah, version, unit, place, quote, " ".join(text.split()))
    if unit is None:
        raise WordingUnfit("paragraf", place, len(naskah.blocks))
    if behind:
        return place, _behind(naskah, unit, place, text)
    return place, _whole(naskah, unit, place, text)


def lines_of(naskah: Naskah, unit: Unit) -> list[str]:
    """What stands in a unit, one line a paragraph: changed by a person, it is the `text` of a proposal on the whole unit."""
    shown = (naskah.blocks[block].shown for block in _blocks(unit, with_heading=False))
    return [" ".join(line.split()) for line in shown if line.strip()]


def _unit(naskah: Naskah, version: int, address: str) -> tuple[Unit | None, str]:
    if is_whole(address):
        return None, WHOLE
    wanted = Address.parse(address)
    unit = naskah.find(wanted)
    if unit is None:
        raise PlaceUnknown(str(wanted), version)
    return unit, str(wanted)


def _words(naskah: Naskah, version: int, unit: Unit | None, place: str, quote: str, text: str) -> Proposal:
    found = seek_unit(naskah, unit, folded(quote))
    if not found:
        raise PlaceUnknown(place, version, quote)
    if len(found) > 1:
        raise WordingUnfit("banyak", place, len(found))
    if len(found[0].spans) > 1:
        raise WordingUnfit("melintas", place)
    (span,) = found[0].spans
    old = naskah.blocks[span.block].text
    new = old[: span.start] + text + old[span.end :]
    return _changing(place, Proposal(span.block, (old,), (_tidied(new),)))


def _tidied(text: str) -> str:
    """Where words went, not two blanks in their place."""
    return text.replace("  ", " ").rstrip()


def _whole(naskah: Naskah, unit: Unit, place: str, text: str) -> Proposal:
    lines, blocks = _lines(text), _blocks(unit, with_heading=not text.strip())
    if not blocks:
        raise WordingUnfit("paragraf", place)
    stretch = range(blocks[0], blocks[-1] + 1)
    old = tuple(naskah.blocks[block].text for block in stretch)
    if not lines:
        return Proposal(blocks[0], old, ())
    telling = [block for block in stretch if naskah.blocks[block].text.strip()]
    if len(lines) < len(telling) or (len(lines) > len(telling) and len(telling) > 1):
        raise WordingUnfit("paragraf", place, len(telling))
    worded = dict(zip(telling, lines, strict=False))
    new = [_numbered(naskah, block, worded[block]) if block in worded else "" for block in stretch]
    return _changing(place, Proposal(blocks[0], old, (*new, *lines[len(telling) :])))


def _behind(naskah: Naskah, unit: Unit, place: str, text: str) -> Proposal:
    blocks = _blocks(unit, with_heading=True)
    if not blocks or not text.strip():
        raise WordingUnfit("sama", place)
    return Proposal(blocks[-1], (), tuple(_lines(text)))


def _changing(place: str, proposal: Proposal) -> Proposal:
    if proposal.old == proposal.new:
        raise WordingUnfit("sama", place)
    return proposal


def _lines(text: str) -> Sequence[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _blocks(unit: Unit, *, with_heading: bool) -> list[int]:
    """The paragraphs of a unit; other words for a Pasal are words for its ayat, not for the line "Pasal 5"."""
    heading = set() if with_heading or unit.kind not in HEADINGS else set(unit.blocks)
    return sorted({block for part in unit.walk() for block in part.blocks} - heading)


def _numbered(naskah: Naskah, block: int, line: str) -> str:
    """The line with the number that its paragraph bears as text, and without one that Word puts there itself."""
    old = naskah.blocks[block]
    typed, written = read_line(old.text, old.number).size, read_line(line).size
    if old.number:
        return line[written:] if line[:written].strip() == old.number else line
    return line if written or not typed else old.text[:typed] + line
