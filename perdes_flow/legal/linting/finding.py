"""What the linter says: one finding is one place, one rule, one mend."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]
ERROR: Severity = "error"
WARNING: Severity = "warning"
INFO: Severity = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, in words for a drafter.

    rule         "PD-30"
    at           the address of the unit, "Naskah" for the text as a whole
    message      what is wrong
    fix          how to mend it
    source       the law that asks for it; "" for rules of file hygiene
    quote        the words in the unit that are wrong; "" where something is missing
    replacement  what the quote should be, only where that is certain
    """

    rule: str
    severity: Severity
    at: str
    message: str
    fix: str
    source: str
    quote: str = ""
    replacement: str | None = None


class Found(NamedTuple):
    """What a rule's function gives: a finding without what the rule itself knows. `severity` only where it differs from the rule's."""

    at: str
    message: str
    fix: str
    quote: str = ""
    replacement: str | None = None
    severity: Severity | None = None
