"""A measurement of web_pages.py in a process of its own."""

import subprocess
import sys
from pathlib import Path

from ratio import Ratio


def measured(name: str, folder: Path, what: str, *, floor_name: str, limit: float) -> Ratio:
    program = Path(__file__).with_name("web_pages.py")
    run = subprocess.run(
        [sys.executable, str(program), str(folder), what], capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise RuntimeError(run.stderr.strip().splitlines()[-1:])
    task, floor = map(float, run.stdout.split())
    return Ratio(name, floor_name, task, floor, limit)
