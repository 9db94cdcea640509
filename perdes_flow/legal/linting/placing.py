"""Where in the blocks a finding stands: for a comment at its place, or a mend in the very words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from perdes_flow.legal.linting.finding import Finding
from perdes_flow.legal.units import Naskah, Unit


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text.

    block       an index into Naskah.blocks
    quote       the words there; "" for the paragraph as a whole
    occurrence  which of several equal words in the block it is, from 0
    times       how often they stand in the unit
    is_number   the words are the number of the unit itself
    """

    block: int
    quote: str = ""
    occurrence: int = 0
    times: int = 0
    is_number: bool = False


def places(naskah: Naskah, findings: Sequence[Finding]) -> tuple[Place, ...]:
    """The place of each finding: its words in its unit; the unit's first paragraph where they are not found there.

    Findings with the same words in the same unit get the first, the second … of them. What concerns the text as a whole
    stands at its first line.
    """
    units = _units_by_address(naskah)
    taken: dict[tuple[str, str], int] = {}
    found = []
    for finding in findings:
        key = finding.at, finding.quote
        found.append(_place(naskah, units.get(finding.at, []), finding.quote, taken.get(key, 0)))
        taken[key] = taken.get(key, 0) + 1
    return tuple(found)


def place_in(naskah: Naskah, unit: Unit, quote: str, start: int) -> Place:
    """The place of words that begin at a letter of the unit's text."""
    earlier = sum(1 for found in words(quote).finditer(unit.text) if found.start() < start)
    return _place(naskah, [unit], quote, earlier)


def words(quote: str) -> re.Pattern[str]:
    """Finds words whatever blanks stand between them, and not in the middle of other words."""
    body = r"\s+".join(map(re.escape, quote.split()))
    before = r"(?<!\w)" if quote[:1].isalnum() else ""
    after = r"(?!\w)" if quote[-1:].isalnum() else ""
    return re.compile(f"{before}{body}{after}")


def _units_by_address(naskah: Naskah) -> dict[str, list[Unit]]:
    """The units at each address as shown; several where a number stands twice, or lines have no address of their own."""
    found: dict[str, list[Unit]] = {}
    for address, unit in naskah.places():
        found.setdefault(str(address), []).append(unit)
    return found


def _place(naskah: Naskah, units: Sequence[Unit], quote: str, occurrence: int) -> Place:
    blocks = list(dict.fromkeys(_blocks(units)))
    pattern = words(quote)
    holding = [b for b in blocks for _ in pattern.finditer(naskah.blocks[b].text)] if quote.strip() else []
    if occurrence < len(holding):
        block = holding[occurrence]
        before = occurrence - holding.index(block)
        is_number = not before and any(unit.number == quote and block in unit.blocks[:1] for unit in units)
        return Place(block, quote, before, len(holding), is_number)
    first = next(iter(blocks), None)
    return Place(_first_line(naskah) if first is None else first)


def _blocks(units: Sequence[Unit]) -> Iterator[int]:
    """Their own blocks, then those of what is below them."""
    own = chain.from_iterable(unit.blocks for unit in units)
    below = chain.from_iterable(part.blocks for unit in units for part in unit.walk())
    return chain(own, below)


def _first_line(naskah: Naskah) -> int:
    lines = (i for i, block in enumerate(naskah.blocks) if block.story == "body" and block.shown.strip())
    return next(lines, 0)
