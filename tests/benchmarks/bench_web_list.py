"""The first page (what waits, all drafts) in a village with 100,000 drafts: as fast as in one with 1,000."""

from pathlib import Path

from measured_apart import measured
from ratio import Ratio

_KEPT = 1.3


def measure(folder: Path) -> Ratio:
    return measured("Beranda with 100,000 drafts", folder, "many", floor_name="with 1,000", limit=_KEPT)
