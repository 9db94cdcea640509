"""The first page against a bare Django view that reads the same rows and renders the same template."""

from pathlib import Path

from measured_apart import measured
from ratio import Ratio

_KEPT = 1 / 0.7  # of the bare view's throughput at least 0.7


def measure(folder: Path) -> Ratio:
    return measured("Beranda", folder, "bare", floor_name="a bare Django view", limit=_KEPT)
