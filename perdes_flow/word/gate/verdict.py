"""What the gate answers: accepted or refused, why, and what a reader should know before trusting their eyes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Warning:
    """Something in an accepted file that people should see before they agree to it."""

    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inspection:
    """`code` says why a file is refused, with its facts; it is "OK" for an accepted one, whatever its warnings."""

    verdict: Literal["accept", "reject"]
    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
    warnings: tuple[Warning, ...] = ()
