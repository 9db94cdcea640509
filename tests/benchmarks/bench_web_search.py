"""Searching Beranda for a word that few drafts have, among 100,000 drafts and among 1,000."""

from pathlib import Path

from measured_apart import measured
from ratio import Ratio

_KEPT = 1.3


def measure(folder: Path) -> Ratio:
    return measured("A search among 100,000 drafts", folder, "search", floor_name="with 1,000", limit=_KEPT)
