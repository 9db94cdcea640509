"""Measure a task against a floor in the same run, so that a slow or busy machine slows both.

Task and floor take turns; of each the best time counts (noise only ever adds), or the median where the disk is asked.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Work = Callable[[], object]


class NotYet(Exception):
    """The task cannot be measured: the part it needs is not there, or does not work. Says why."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """What was measured; seconds for one run of each. `limit` is in floors, `limit_seconds` for the task alone."""

    name: str
    floor_name: str
    task_seconds: float
    floor_seconds: float
    limit: float | None = None
    limit_seconds: float | None = None

    @property
    def ratio(self) -> float:
        return self.task_seconds / self.floor_seconds

    @property
    def within(self) -> bool:
        return (self.limit is None or self.ratio <= self.limit) and (
            self.limit_seconds is None or self.task_seconds <= self.limit_seconds
        )

    @property
    def text(self) -> str:
        """ "perdes --help: 1.23 × the floor (limit 1.6 ×); 251 ms over import click, pydantic 204 ms"."""
        limit = f" (limit {self.limit:g} ×)" if self.limit is not None else ""
        alone = f" (limit {_span(self.limit_seconds)})" if self.limit_seconds is not None else ""
        verdict = "" if self.within else "  ** over the limit **"
        return (
            f"{self.name}: {self.ratio:.2f} × the floor{limit}; {_span(self.task_seconds)}{alone}"
            f" over {self.floor_name} {_span(self.floor_seconds)}{verdict}"
        )


def compare(
    name: str,
    task: Work,
    floor: Work,
    *,
    floor_name: str,
    rounds: int = 7,
    by: Literal["best", "median"] = "best",
    limit: float | None = None,
    limit_seconds: float | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> Ratio:
    """Run both once to warm caches, then in turns `rounds` times.

    `clock` is time.process_time where the work is the processor's alone: what others do on the machine then counts less.
    """
    times: tuple[list[float], list[float]] = ([], [])
    task(), floor()
    for turn in range(rounds):
        # who goes first changes, so that neither always finds the machine as the other left it
        for which in (0, 1) if turn % 2 else (1, 0):
            begun = clock()
            (task, floor)[which]()
            times[which].append(clock() - begun)
    pick = min if by == "best" else statistics.median
    return Ratio(name, floor_name, pick(times[0]), pick(times[1]), limit, limit_seconds)


def _span(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.3g} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.3g} µs"
