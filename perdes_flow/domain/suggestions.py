"""Suggested wordings for a draft: made, then taken over, refused with a reason, or taken back; all of them stay."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor

Fate = Literal["diambil", "ditolak", "ditarik"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of it; `version` is the new one where it was taken over."""

    fate: Fate
    by: Actor
    at: datetime
    reason: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Other words for paragraphs of one version; see events.SuggestionMade."""

    number: int
    version: int
    address: str
    paragraph: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    reason: str
    by: Actor
    at: datetime
    visit: int
    word_author: str = ""
    silent: bool = False
    decision: Decision | None = None

    @property
    def open(self) -> bool:
        return self.decision is None


def evolve_suggestions(
    suggestions: Mapping[int, Suggestion], act: Act, visit: int
) -> Mapping[int, Suggestion]:
    """The suggestions after one more act in a visit; the very same mapping if the act is about something else."""
    match act.fact:
        case e.SuggestionMade() as fact:
            return {**suggestions, fact.suggestion: _made(fact, act, visit)}
        case e.SuggestionTaken() | e.SuggestionRefused() | e.SuggestionWithdrawn() as fact if (
            old := suggestions.get(fact.suggestion)
        ):
            return {**suggestions, old.number: replace(old, decision=_decision(fact, act))}
    return suggestions


def lines_of(wording: str) -> tuple[str, ...]:
    """The paragraphs of a wording."""
    return tuple(wording.split("\n")) if wording else ()


def _made(fact: e.SuggestionMade, act: Act, visit: int) -> Suggestion:
    return Suggestion(
        fact.suggestion,
        fact.version,
        fact.address,
        fact.paragraph,
        lines_of(fact.quote),
        lines_of(fact.text),
        fact.reason,
        act.by,
        act.at,
        visit,
        fact.word_author,
        fact.silent,
    )


def _decision(fact: e.SuggestionTaken | e.SuggestionRefused | e.SuggestionWithdrawn, act: Act) -> Decision:
    match fact:
        case e.SuggestionTaken(version=version):
            return Decision("diambil", act.by, act.at, version=version)
        case e.SuggestionRefused(reason=reason):
            return Decision("ditolak", act.by, act.at, reason)
        case e.SuggestionWithdrawn(reason=reason):
            return Decision("ditarik", act.by, act.at, reason)
