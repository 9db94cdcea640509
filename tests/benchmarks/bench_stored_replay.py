"""From the database to the draft: every payload and leaf checked against its hash on the way."""

from pathlib import Path

from ratio import Ratio, compare
from record import AT, BY, DRAFT, REPLAYED, VILLAGE, facts

from perdes_flow.bootstrap.workspace import create_workspace
from perdes_flow.domain.acts import Act
from perdes_flow.domain.draft import replay
from perdes_flow.domain.events import fact_from_json


def measure(folder: Path) -> Ratio:
    """200 facts of a draft read from the log and folded, against parsing and folding them from memory."""
    with create_workspace(folder / "kerja") as workspace:
        log, each = workspace.log(VILLAGE), facts()
        log.append([Act(AT, BY, DRAFT, next(each)) for _ in range(REPLAYED)], after=0, key="semua")
        payloads = [record.payload or b"" for record in log.records()]
        return compare(
            f"read and replay {REPLAYED} facts from the log",
            lambda: replay(entry.act for entry in log.read(DRAFT)),
            lambda: replay(Act(AT, BY, DRAFT, fact_from_json(payload)) for payload in payloads),
            floor_name="the same from memory",
            rounds=50,
            limit_seconds=0.005,
        )
