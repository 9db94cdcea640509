"""The closed list of guards: a name, typed arguments, and a function that says what is lacking or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict

from perdes_flow.workflow.guards.situation import Situation

A = TypeVar("A", bound="Args")


class Args(BaseModel):
    """The arguments of a guard, as they stand in the workflow file."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def weaker_than(self, other: Self) -> bool:
        """Whether whoever meets `other` meets this too, so that a kabupaten that writes it means to loosen."""
        return False


class NoArgs(Args):
    """A guard without arguments."""


@dataclass(frozen=True, slots=True)
class Guard:
    """`split` names what the guard sorts drafts by, where it sorts them: kinds ("jenis") or initiative ("prakarsa").

    `names_step`: its argument `dengan` is a step of the procedure.
    """

    name: str
    args: type[Args]
    lacks: Callable[[Situation, Any], str | None]
    split: str | None = None
    names_step: bool = False

    def missing(self, situation: Situation, args: Mapping[str, object]) -> str | None:
        """What is lacking, as a sentence; None where the condition is met. pydantic's ValidationError for bad arguments."""
        return self.lacks(situation, self.args.model_validate(args))


GUARDS: dict[str, Guard] = {}


def guard(
    args: type[A], *, split: str | None = None, names_step: bool = False
) -> Callable[[Callable[[Situation, A], str | None]], Callable[[Situation, A], str | None]]:
    """Put a function on the list, under its own name."""

    def listed(function: Callable[[Situation, A], str | None]) -> Callable[[Situation, A], str | None]:
        GUARDS[function.__name__] = Guard(function.__name__, args, function, split, names_step)
        return function

    return listed
