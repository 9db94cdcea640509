"""The gate: what every Word file passes before anything else reads it.

It answers, it never crashes: a file is accepted, perhaps with warnings, or refused with a code and its facts.
"""

from perdes_flow.errors import DocxRefused
from perdes_flow.word.gate.verdict import Inspection, Warning
from perdes_flow.word.package import Package

__all__ = ["Inspection", "Warning", "admit", "inspect"]

_FILE_BYTES = 20 << 20


def inspect(data: bytes) -> Inspection:
    """Judge the bytes of an upload; never raises for anything that stands in them."""
    try:
        admit(data)
    except DocxRefused as refusal:
        return Inspection("reject", refusal.reason, dict(refusal.facts))
    return Inspection("accept", "OK")


def admit(data: bytes) -> Package:
    """The package of a file that passes; DocxRefused with the gate's code otherwise."""
    if len(data) > _FILE_BYTES:
        raise DocxRefused("TOO_BIG", {"size": len(data), "limit": _FILE_BYTES})
    package = Package.open(data)
    for _, part in package.stories():
        package.tree(part)
    return package
