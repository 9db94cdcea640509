"""Submit three versions in the workspace given as argument, one line "ACK number sha256" each; for fault injection."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # as pytest does

from crash.writers import submit

from perdes_flow.bootstrap.workspace import open_workspace

with open_workspace(Path(sys.argv[1])) as workspace:
    for seed in range(3):
        number, sha256 = submit(workspace, "rancangan", random.Random(seed).randbytes(20_000))
        sys.stdout.write(f"ACK {number} {sha256}\n")
        sys.stdout.flush()
