"""Verifying a village's whole chain where it lies, in the database.

python tests/benchmarks/bench_stored_verify.py      measures the million facts of the promise (takes a minute or two)
"""

import hashlib
import sqlite3
import sys
import tempfile
from datetime import timedelta
from itertools import islice
from pathlib import Path

from ratio import Ratio, compare
from record import AT, BY, CHAINED, DRAFT, VILLAGE, facts

from perdes_flow.bootstrap.workspace import create_workspace
from perdes_flow.domain.acts import Act
from perdes_flow.domain.chain import breaks

AT_ONCE = 5_000  # facts appended in one write, to be done with it


def measure(folder: Path, chained: int = CHAINED) -> Ratio:
    """Every record read and checked, against reading the rows with bare sqlite3 and two SHA-256 of each."""
    with create_workspace(folder / "kerja") as workspace:
        log, each = workspace.log(VILLAGE), facts()
        for after in range(0, chained, AT_ONCE):
            at = AT + timedelta(seconds=after)
            some = [Act(at, BY, DRAFT, fact) for fact in islice(each, min(AT_ONCE, chained - after))]
            log.append(some, after=after, key=f"k{after}")

        def task() -> None:
            if found := list(islice(breaks(log.records(), log=VILLAGE), 3)):
                raise AssertionError(f"a whole log was refused: {found}")

        def floor() -> None:
            with sqlite3.connect(workspace.home / ".perdes" / "perdes.sqlite3") as bare:
                for row in bare.execute(_ROWS):
                    hashlib.sha256(row[0].encode() * 6).digest()  # a leaf has about 400 bytes
                    hashlib.sha256(row[13]).digest()
            bare.close()

        return compare(
            f"verify {chained:,} facts in the database",
            task,
            floor,
            floor_name="reading them and two SHA-256 each",
            rounds=2,
            limit_seconds=10 * chained / 1_000_000,
        )


_ROWS = """
    SELECT r.hash, r.prev, r.at, r.actor, r.role, r.type, r.draft, r.version, r.sha256, r.text_sha256, r.payload_hash,
      r.village, r.seq, p.payload, p.salt
    FROM perdes_record r JOIN perdes_payload p ON p.village = r.village AND p.seq = r.seq ORDER BY r.seq
"""

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        sys.stdout.write(measure(Path(place), 1_000_000).text + "\n")
