"""Where a row of numbers breaks: each slip once, not every number after it."""

from collections.abc import Callable, Iterator, Sequence

from perdes_flow.legal.linting.case import Case
from perdes_flow.legal.linting.finding import Found
from perdes_flow.legal.units import Unit


def breaks(values: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(index, number due) for each number that does not follow; the row begins with 1."""
    due = 1
    for i, value in enumerate(values):
        if value == due:
            due += 1
            continue
        yield i, due
        goes_on = i + 1 < len(values) and values[i + 1] == due + 1  # only this one is wrong
        due = due + 1 if goes_on else value + 1


def misnumbered(
    case: Case, items: Sequence[Unit], written: Callable[[int], str], what: str
) -> Iterator[Found]:
    """A finding for each item of a list whose number is not the one due; `what` an item is."""
    for place, due in slips([item.number for item in items], written):
        item = items[place]
        message = f"{what} ke-{place + 1} bertanda “{item.number}”, seharusnya “{due}”."
        fix = f"Urutkan tanpa jeda: di sini “{due}”."
        yield Found(case.at(item), message, fix, item.number, due)


def slips(shown: Sequence[str], written: Callable[[int], str]) -> Iterator[tuple[int, str]]:
    """(index, number due) for each number that does not follow, or is none of its kind; `written` gives the n-th one."""
    known = {written(value): value for value in range(1, len(shown) + _FURTHER)}
    values: list[int] = []
    for number in shown:
        values.append(known.get(number) or (values[-1] + 1 if values else 1))
    wrong = dict(breaks(values))
    for i, number in enumerate(shown):
        if i in wrong or number not in known:
            yield i, written(wrong.get(i, values[i]))


_FURTHER = 30  # how far a number may lie beyond the row's length and still be known


def out_of_order(ranks: Sequence[tuple[int, int]]) -> list[int]:
    """The indices of the fewest ranks that have to move so that the rest never falls."""
    chains: list[list[int]] = []
    for i, rank in enumerate(ranks):
        fitting = [chain for chain in chains if ranks[chain[-1]] <= rank]
        chains.append([*_longest(fitting), i])
    kept = set(_longest(chains))
    return [i for i in range(len(ranks)) if i not in kept]


def _longest(chains: list[list[int]]) -> list[int]:
    return max(chains, key=len, default=[])
