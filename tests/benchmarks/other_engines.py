"""Our redlines beside those of docx-trackdiff and python-redlines[docxodus]: same files, same judge, same run.

python tests/benchmarks/other_engines.py [--pages 100] [--rounds 3] [--only-speed]

An engine that is not installed is left out and said so. Needs the shared test programs (PERDES_SHARED).
"""

import argparse
import contextlib
import importlib
import importlib.util
import io
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from perdes_flow.word.redline import redline

Engine = Callable[[bytes, bytes], bytes]
AT = datetime(2026, 1, 1, tzinfo=UTC)
SHARED = Path(os.environ.get("PERDES_SHARED", Path(__file__).parents[3] / "shared"))


def ours(old: bytes, new: bytes) -> bytes:
    return redline(old, new, author="A", at=AT).docx


def unproven(old: bytes, new: bytes) -> bytes:
    return redline(old, new, author="A", at=AT, prove=False).docx


def trackdiff(old: bytes, new: bytes) -> bytes:
    """docx-trackdiff has only a command line."""
    program = importlib.import_module("docx_trackdiff.compare")
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("old.docx", "new.docx", "out.docx")]
        paths[0].write_bytes(old)
        paths[1].write_bytes(new)
        words, sys.argv = sys.argv, ["docx-trackdiff", *map(str, paths)]
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                program.main()
        finally:
            sys.argv = words
        return paths[2].read_bytes()


def docxodus(old: bytes, new: bytes) -> bytes:
    """One process of its .NET program a comparison: it offers nothing else to Python."""
    engine = importlib.import_module("python_redlines.engines").DocxodusEngine()
    return bytes(engine.run_redline("A", old, new)[0])


ENGINES: dict[str, Engine] = {
    "perdes-flow": ours,
    "perdes-flow, not proven": unproven,
    "docx-trackdiff": trackdiff,
    "docxodus": docxodus,
}
MODULES = {"docx-trackdiff": "docx_trackdiff", "docxodus": "python_redlines"}


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=int, default=100)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--only-speed", action="store_true")
    chosen = options.parse_args()
    sys.path.insert(0, str(SHARED / "tools"))
    judge, speed = importlib.import_module("redline_check"), importlib.import_module("speed_docs")
    with tempfile.TemporaryDirectory() as folder:
        corpora = {} if chosen.only_speed else _corpora(judge, Path(folder))
        for name, engine in ENGINES.items():
            if name in MODULES and importlib.util.find_spec(MODULES[name]) is None:
                _say(f"{name}: not installed")
                continue
            for corpus, pairs in corpora.items() if name != "perdes-flow, not proven" else ():
                _say(f"{name}, {corpus}: {_quality(judge, pairs, engine)}")
            _say(f"{name}: {_speed(speed, Path(folder), chosen.pages, chosen.rounds, engine)}")


def _corpora(judge: ModuleType, folder: Path) -> dict[str, list[dict[str, Any]]]:
    program = SHARED / "tools" / "legal_cases.py"
    subprocess.run(
        [sys.executable, str(program), str(folder), "--seed", "7"], check=True, capture_output=True
    )
    legal = json.loads((folder / "pairs.json").read_text(encoding="utf-8"))
    for pair in legal:
        pair["old"], pair["new"] = (str(folder / pair[key]) for key in ("old", "new"))
    return {
        "WmlComparer's pairs": judge.load_pairs(str(SHARED / "corpora" / "wc" / "pairs.json")),
        "regulations, seed 7": legal,
    }


def _quality(judge: ModuleType, pairs: list[dict[str, Any]], engine: Engine) -> str:
    """How many come back on both sides; and for regulations what the structure is worth."""
    right, sizes, seen = 0, [], []
    for pair in pairs:
        old, new = Path(pair["old"]).read_bytes(), Path(pair["new"]).read_bytes()
        try:
            out = engine(old, new)
            verdict = judge.check(old, new, out)
        except Exception:  # an engine that fails on a file has failed on it
            continue
        if not verdict.get("both"):
            continue
        right += 1
        if verdict["optimum"]:
            sizes.append(verdict["marked"] / verdict["optimum"])
        if pair.get("truth"):
            seen.append(judge.judge_structure(out, pair["truth"]))
    said = f"{right} of {len(pairs)} right both ways, {statistics.median(sizes):.2f} of the optimum marked"
    return f"{said}{_structure(seen)}" if seen else said


def _structure(seen: list[dict[str, Any]]) -> str:
    def found(key: str) -> str:
        shares = [one[key] for one in seen if key in one]
        return f"{sum(a for a, _ in shares)}/{sum(b for _, b in shares)}"

    return (
        f"; noise {sum(one['noise'] for one in seen)}, false moves {sum(one['false_moves'] for one in seen)}, "
        f"moves {found('true_moves')}, new headings {found('headings')}, renumbering {found('renumbered')}"
    )


def _speed(speed: ModuleType, folder: Path, pages: int, rounds: int, engine: Engine) -> str:
    speed.make(str(folder), [pages], [10], 1)
    old, new = ((folder / name).read_bytes() for name in (f"b{pages}.docx", f"b{pages}_10.docx"))
    engine(old, new)
    times = list(_times(lambda: speed.floor(old, new), lambda: engine(old, new), rounds))
    floor, taken = (min(one[k] for one in times) for k in (0, 1))
    return f"{taken * 1000:.0f} ms for {pages} pages, 10 % changed: {taken / floor:.1f} times the floor of {floor * 1000:.0f} ms"


def _times(
    floor: Callable[[], object], work: Callable[[], object], rounds: int
) -> Iterator[tuple[float, float]]:
    for _ in range(rounds):
        start = _processor_time()
        floor()
        between = _processor_time()
        work()
        yield between - start, _processor_time() - between


def _processor_time() -> float:
    """Of this process and those that it started: on a busy machine the clock would tell of others."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
