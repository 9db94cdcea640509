"""References that a renumbering left behind: they have the old number of what is called otherwise now."""

from collections.abc import Mapping
from dataclasses import dataclass

from perdes_flow.legal.addresses import Address, Step
from perdes_flow.legal.references import TOKEN, references
from perdes_flow.legal.units import Naskah, Unit


@dataclass(frozen=True, slots=True)
class Correction:
    """A reference that a renumbering left behind: `shown` at start..end of unit.text should become `corrected`.

    `corrected` is "" where what it meant is gone, and its number now is that of another unit.
    """

    unit: Unit
    at: Address
    start: int
    end: int
    shown: str
    corrected: str


def left_behind(old: Naskah, new: Naskah, moved: Mapping[Address, Address]) -> tuple[Correction, ...]:
    """References of the new text that still have the old number of what was renumbered.

    `moved` says for every unit of the old text that lives on where it is now. A reference is offered for correction
    where the same unit had the same words before, and what they meant then has another address now; it is reported without
    a correction where what they meant is gone and another unit has got its address.
    """
    taken = set(moved.values())
    before = {
        (moved[found.at], found.shown, found.target): found.target
        for found in references(old)
        if found.target is not None and found.resolved and found.at in moved
    }
    corrections = []
    for found in references(new):
        target = before.get((found.at, found.shown, found.target)) if found.target else None
        now = moved.get(target) if target else None
        if target and not now and target in taken:
            corrections.append(Correction(found.unit, found.at, found.start, found.end, found.shown, ""))
        if target and now and now != target:
            corrected = _reworded(found.shown, target, now)
            if corrected == found.shown:  # "ayat (2)" after a Pasal that moved as a whole
                continue
            corrections.append(
                Correction(found.unit, found.at, found.start, found.end, found.shown, corrected)
            )
    return tuple(corrections)


def _reworded(shown: str, target: Address, now: Address) -> str:
    """The same words with the new numbers; the whole address where the depth changed."""
    if [step.kind for step in target.steps] != [step.kind for step in now.steps]:
        return str(now)
    words = len(list(TOKEN.finditer(shown)))
    if not words:  # "(2)" after "ayat (1) dan", "3" after "Pasal 1, 2, dan"
        return _written(now.steps[-1]).split(" ")[-1]
    return str(now) if words == len(now.steps) else " ".join(_written(step) for step in now.steps[-words:])


def _written(step: Step) -> str:
    return f"ayat ({step.value})" if step.kind == "ayat" else f"{step.kind} {step.value}"
