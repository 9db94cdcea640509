"""Comparing two drafts of 100 pages with a tenth of the lines changed, against reading both files and writing one.

Run it alone for the whole table: python tests/benchmarks/bench_redline.py
"""

import importlib
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from ratio import NotYet, Ratio, compare

from perdes_flow.word.redline import redline

AT = datetime(2026, 1, 1, tzinfo=UTC)
GOALS = {
    (1, 10): 1.5,
    (10, 10): 2.0,
    (100, 10): 3.0,
    (1000, 10): 4.0,
    (100, 50): 6.0,
}  # pages, percent: floors


def measure(folder: Path) -> Ratio:
    """100 pages, 10 % changed, without the proof."""
    return _measured(_speed_docs(), folder, 100, 10, prove=False)


def _measured(speed_docs: ModuleType, folder: Path, pages: int, percent: int, *, prove: bool) -> Ratio:
    speed_docs.make(str(folder), [pages], [percent], 1)
    old, new = ((folder / name).read_bytes() for name in (f"b{pages}.docx", f"b{pages}_{percent}.docx"))
    return compare(
        f"redline, {pages} pages, {percent} % changed{', with the proof' if prove else ''}",
        lambda: redline(old, new, author="A", at=AT, prove=prove),
        lambda: speed_docs.floor(old, new),
        floor_name="reading both, writing one",
        rounds=3 if pages > 100 else 9,
        limit=GOALS[pages, percent] + prove,
        clock=time.process_time,
    )


def _speed_docs() -> ModuleType:
    """The program that makes long regulations."""
    shared = Path(os.environ.get("PERDES_SHARED", Path(__file__).parents[3] / "shared"))
    if not (shared / "tools" / "speed_docs.py").is_file():
        raise NotYet(f"no shared test programs in {shared}; set PERDES_SHARED")
    sys.path.insert(0, str(shared / "tools"))
    return importlib.import_module("speed_docs")


def main(folder: Path) -> None:
    speed_docs = _speed_docs()
    for pages, percent in GOALS:
        for prove in (False, True):
            print(_measured(speed_docs, folder, pages, percent, prove=prove).text, flush=True)


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as temporary:
        main(Path(temporary))
