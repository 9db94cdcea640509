"""Redlines of a folder of real Word files, judged by the shared judge: each with itself, with its neighbour, with itself changed.

python tests/benchmarks/real_files.py FOLDER [--jobs 2] [--seed 1] [--only same|neighbours|changed]

Neighbours are files that follow each other by name: two texts that have next to nothing in common. Needs the shared test programs
(PERDES_SHARED); nothing is written outside a temporary folder. It prints the judge's line for each kind, and every pair that is
refused or not right.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from perdes_flow.errors import Refusal
from perdes_flow.word.redline import redline

TESTS = Path(__file__).parents[1]
JUDGE = Path(os.environ.get("PERDES_SHARED", TESTS.parents[1] / "shared")) / "tools" / "redline_check.py"
AT = datetime(2026, 1, 1, tzinfo=UTC)
RIGHT = "reject + accept + fmt ++ ppr ++"
Pair = dict[str, str | bool]


def engine(old: bytes, new: bytes) -> bytes:
    """What the judge calls."""
    return redline(old, new, author="A", at=AT).docx


def same(files: Sequence[Path], *_: object) -> list[Pair]:
    return [{"id": f.name, "old": str(f), "new": str(f), "identity": True} for f in files]


def neighbours(files: Sequence[Path], *_: object) -> list[Pair]:
    return [{"id": f"{a.name}+{b.name}", "old": str(a), "new": str(b)} for a, b in pairwise(files)]


def changed(files: Sequence[Path], folder: Path, seed: int) -> list[Pair]:
    """One to eight random changes a file."""
    sys.path.insert(0, str(TESTS))
    from word.test_redline_mutations import mutated

    rnd, pairs = random.Random(seed), []
    for number, file in enumerate(files):
        try:
            new = mutated(rnd, file.read_bytes())
        except Refusal:
            continue
        made = folder / f"{number}.docx"
        made.write_bytes(new)
        pairs.append(Pair({"id": file.name, "old": str(file), "new": str(made)}))
    return pairs


KINDS: dict[str, Callable[..., list[Pair]]] = {"same": same, "neighbours": neighbours, "changed": changed}


def judged(pairs: list[Pair], folder: Path, jobs: int) -> list[str]:
    """What the judge prints: a line a pair, then its summary."""
    (folder / "pairs.json").write_text(json.dumps(pairs), encoding="utf-8")
    where = os.pathsep.join([str(Path(__file__).parent), str(TESTS.parent)])
    words = [
        sys.executable,
        str(JUDGE),
        str(folder / "pairs.json"),
        "--python",
        "real_files:engine",
        "--jobs",
        str(jobs),
    ]
    run = subprocess.run(
        words, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": where}
    )
    return run.stdout.splitlines()


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", choices=KINDS)
    asked = options.parse_args()
    files = sorted(asked.folder.resolve().glob("*.docx"))
    for name, kind in KINDS.items():
        if asked.only not in (None, name):
            continue
        with tempfile.TemporaryDirectory() as place:
            lines = judged(kind(files, Path(place), asked.seed), Path(place), asked.jobs)
        told = [line for line in lines if " opens " in line or " no answer" in line]
        wrong = [line for line in told if RIGHT not in line or "REVISIONS" in line]
        sys.stdout.write("\n".join([f"== {name}", *wrong, *lines[len(told) :], ""]))


if __name__ == "__main__":
    main()
