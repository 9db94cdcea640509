"""What may be mended without asking: wrong words whose right form is certain. Numbers are left to the drafter.

A number that changes takes others with it (the numbers after it, the references to it), so it is never certain alone.
Neither are words that stand in their unit more often than they were found wrong.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from perdes_flow.legal.linting.finding import Finding
from perdes_flow.legal.linting.placing import Place, places
from perdes_flow.legal.units import Naskah


@dataclass(frozen=True, slots=True)
class Mend:
    """The words at a place, and what they should be."""

    finding: Finding
    place: Place
    replacement: str


def mends(naskah: Naskah, findings: Sequence[Finding]) -> tuple[Mend, ...]:
    """The certain mends among the findings, in the order of the findings; their words were found in the text."""
    certain = [finding for finding in findings if finding.quote and finding.replacement is not None]
    wrong = Counter((finding.rule, finding.at, finding.quote) for finding in certain)
    return tuple(
        Mend(finding, place, finding.replacement or "")
        for finding, place in zip(certain, places(naskah, certain), strict=True)
        if place.times == wrong[finding.rule, finding.at, finding.quote]
        and not place.is_number
        and finding.rule not in _NUMBERS
    )


_NUMBERS = frozenset({"PD-41"})  # its words are the number of an item, its address that of the list
