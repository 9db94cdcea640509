"""Long work without the garbage collector: what it makes lives on, and looking for garbage in between only costs time."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def quietly(work: Callable[P, R]) -> Callable[P, R]:
    """The function with the collector off while it runs; on again afterwards, if it was on."""

    @wraps(work)
    def quiet(*args: P.args, **kwargs: P.kwargs) -> R:
        was_on = gc.isenabled()
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            if was_on:
                gc.enable()

    return quiet
