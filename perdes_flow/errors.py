"""Every refusal: one class, one code, its facts as fields. The sentences are in `messages`.

A refusal is an answer, not a crash: the program says what is wrong and what to do, and writes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar


class Refusal(Exception):
    """Base of all refusals. `code` names the reason and never changes once released."""

    code: ClassVar[str]


@dataclass(eq=False)
class DocxRefused(Refusal):
    """The gate, the reader or the redline engine does not accept a file. `reason` is one of the gate's codes."""

    code: ClassVar[str] = "berkas_ditolak"
    reason: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(eq=False)
class RedlineNotProven(Refusal):
    """Accepting or rejecting a redline does not give the new or the old text; it is withheld. `story` says where."""

    code: ClassVar[str] = "redline_tidak_terbukti"
    story: str
