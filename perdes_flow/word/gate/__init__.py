"""The gate: what every Word file passes before anything else reads it.

It answers, it never crashes: a file is accepted, perhaps with warnings, or refused with a code and its facts. Nothing
is fetched, opened or run; every part is inflated within bounds and parsed once, and the package keeps those trees.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from perdes_flow.errors import DocxRefused
from perdes_flow.word.gate.active import refuse_active_elements, refuse_active_parts
from perdes_flow.word.gate.bindings import check_bindings
from perdes_flow.word.gate.content import parse_parts
from perdes_flow.word.gate.fields import check_fields
from perdes_flow.word.gate.hidden import hidden_text
from perdes_flow.word.gate.letters import deceiving_letters
from perdes_flow.word.gate.limits import ARCHIVE, FILE_BYTES
from perdes_flow.word.gate.links import check_references, refuse_fetching_elements
from perdes_flow.word.gate.notices import notices
from perdes_flow.word.gate.oddities import oddities
from perdes_flow.word.gate.parts import Reference, check_document, references_in
from perdes_flow.word.gate.sizes import refuse_no_text, refuse_oversize
from perdes_flow.word.gate.story import Story, stories_of
from perdes_flow.word.gate.verdict import Inspection, Warning
from perdes_flow.word.package import Package

__all__ = ["Inspection", "Warning", "admit", "inspect"]


def inspect(data: bytes) -> Inspection:
    """Judge the bytes of an upload; never raises for anything that stands in them."""
    try:
        return Inspection("accept", "OK", warnings=_answering(lambda: _warnings(_admit(data))))
    except DocxRefused as refusal:
        return Inspection("reject", refusal.reason, dict(refusal.facts))


def admit(data: bytes) -> Package:
    """The package of a file that passes, its XML parsed; DocxRefused with the gate's code otherwise."""
    return _answering(lambda: _admit(data).package)


@dataclass(frozen=True, slots=True)
class _Admitted:
    """A file that passed; `warnings` are those that were found on the way."""

    package: Package
    references: tuple[Reference, ...]
    stories: tuple[Story, ...]
    warnings: tuple[Warning, ...]


def _admit(data: bytes) -> _Admitted:
    """Every refusal, the cheapest first: a later check may rely on what an earlier one made sure of."""
    if len(data) > FILE_BYTES:
        raise DocxRefused("TOO_BIG", {"size": len(data), "limit": FILE_BYTES})
    package = Package.open(data, ARCHIVE)
    check_document(package)
    references = references_in(package)
    refuse_active_parts(package, references)
    warnings = check_references(references)
    unknown = parse_parts(package, references)
    stories = stories_of(package)
    refuse_oversize(package, stories)
    parts = (*(story.part for story in stories), *package.related("comments"))
    refuse_active_elements(package, parts)
    refuse_fetching_elements(package, package.parsed())
    warnings += check_fields(
        package, (*package.stories(), *(("comment", part) for part in package.related("comments")))
    )
    warnings += check_bindings(package, parts)
    refuse_no_text(stories)
    warnings += tuple(Warning("CUSTOM_XML", {"part": part}) for part in unknown)
    return _Admitted(package, references, stories, warnings)


def _warnings(admitted: _Admitted) -> tuple[Warning, ...]:
    package, stories = admitted.package, admitted.stories
    return (
        *admitted.warnings,
        *hidden_text(package, stories),
        *deceiving_letters(stories),
        *notices(package, stories, admitted.references),
        *oddities(package, stories),
    )


_Answer = TypeVar("_Answer")


def _answering(check: Callable[[], _Answer]) -> _Answer:
    try:
        return check()
    except DocxRefused:
        raise
    except Exception as error:  # whatever a hostile file may provoke: an answer, never a traceback
        raise DocxRefused("UNEXPECTED", {"problem": type(error).__name__}) from error
