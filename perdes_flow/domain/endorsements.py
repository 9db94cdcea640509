"""Marks of "setuju" on single units: a member finds the words good. No vote, no consent; no guard ever asks for them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.values import Sha256


@dataclass(frozen=True, slots=True)
class Endorsement:
    """It is bound to the unit's words: where a version words the unit differently, the mark does not count."""

    number: int
    version: int
    address: str
    words_sha256: Sha256
    by: Actor
    at: datetime
    taken_back: bool = False


def evolve_endorsements(endorsements: Mapping[int, Endorsement], act: Act) -> Mapping[int, Endorsement]:
    """The marks after one more act; the very same mapping if the act is about something else."""
    match act.fact:
        case e.UnitEndorsed() as fact:
            made = Endorsement(
                fact.endorsement, fact.version, fact.address, fact.words_sha256, act.by, act.at
            )
            return {**endorsements, made.number: made}
        case e.EndorsementTakenBack(endorsement=number) if old := endorsements.get(number):
            return {**endorsements, number: replace(old, taken_back=True)}
    return endorsements
