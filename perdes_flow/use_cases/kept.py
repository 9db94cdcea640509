"""Results that follow from files alone are kept by the files' fingerprints: a file never changes, so neither do they."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Kept(Generic[K, V]):
    """The last results, by key. Who asks while one is being made waits for it instead of making it again."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[K, V] = {}
        self._making = Lock()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """What is known under the key, else what `make` gives; its refusals go through and nothing is kept."""
        if key in (known := self._known):
            return known[key]
        with self._making:
            if key in self._known:  # somebody else made it while we waited
                return self._known[key]
            made = make()
            # a new dictionary each time: who reads the old one in another thread is not disturbed
            rest = list(self._known.items())[-(self._most - 1) :]
            self._known = dict((*rest, (key, made)))
            return made
