"""What residents asked for, what became of it, and pictures of the meetings."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.comments import Answer
from perdes_flow.domain.events import consultation as e
from perdes_flow.domain.values import InputWay, Sha256


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a resident; `name` is empty where he or she is not named."""

    number: int
    meeting: int | None
    name: str
    unsur: str
    way: InputWay
    address: str
    text: str
    by: Actor  # who wrote it down
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    meeting: int
    file_sha256: Sha256
    suffix: str
    caption: str


def evolve_inputs(inputs: Mapping[int, Input], act: Act) -> Mapping[int, Input]:
    """The inputs after one more act; the very same mapping if the act is about something else."""
    match act.fact:
        case e.InputReceived() as fact:
            return {**inputs, fact.input: _received(fact, act.by)}
        case e.InputAnswered() as fact if old := inputs.get(fact.input):
            return {
                **inputs,
                old.number: replace(old, answer=Answer(act.by, fact.outcome, fact.reason, act.at)),
            }
    return inputs


def photo_of(fact: e.PhotoFiled) -> Photo:
    return Photo(fact.meeting, fact.file_sha256, fact.suffix, fact.caption)


def _received(fact: e.InputReceived, by: Actor) -> Input:
    return Input(fact.input, fact.meeting, fact.name, fact.unsur, fact.way, fact.address, fact.text, by)
