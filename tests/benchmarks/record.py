"""Reading the record: replaying a draft's facts, verifying a long chain."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from ratio import Ratio, Work, compare

from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.canonical import canonical_json
from perdes_flow.domain.chain import GENESIS, Break, Record, breaks, link
from perdes_flow.domain.draft import replay
from perdes_flow.domain.events import (
    CommentAnswered,
    CommentOpened,
    CommentReplied,
    DraftStarted,
    Fact,
    fact_from_json,
)
from perdes_flow.domain.export import lines
from perdes_flow.domain.values import Role, WorkflowPin
from perdes_flow.domain.verification import verify_lines

VILLAGE, DRAFT = "sumberagung", "pelindungan-pmi"
AT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
BY = Actor("o001", Role.PENYUSUN)
REPLAYED = 200
CHAINED = 100_000  # in one turn: a tenth of the million that is promised, in a tenth of its time


def replay_200(_folder: Path) -> Ratio:
    """From the payloads of 200 facts to the draft, against only parsing them as JSON."""
    each = facts()
    payloads = [canonical_json(next(each).model_dump(mode="json")) for _ in range(REPLAYED)]
    return compare(
        f"replay {REPLAYED} facts from their JSON",
        lambda: replay(Act(AT, BY, DRAFT, fact_from_json(payload)) for payload in payloads),
        lambda: [json.loads(payload) for payload in payloads],
        floor_name="json.loads of the same",
        rounds=50,
        limit_seconds=0.005,
    )


def verify(_folder: Path) -> Ratio:
    """The chain itself, as the office checks its own log, against the two SHA-256 that each record is bound by."""
    chain = tuple(_records(CHAINED))

    def task() -> None:
        _whole(tuple(breaks(chain)))

    def floor() -> None:
        for record in chain:
            hashlib.sha256(record.payload or b"").digest()
            hashlib.sha256(record.hash.encode()).digest()

    return _promised(f"verify {CHAINED:,} chained facts", task, floor, "two SHA-256 a record", CHAINED)


def verify_log(folder: Path, chained: int = CHAINED) -> Ratio:
    """An exported log on disk, as an outsider checks it: every line, and what leaf and payload say of each other."""
    path = folder / "log.jsonl"
    with path.open("wb") as file:
        file.writelines(lines(_records(chained), log=VILLAGE))

    def task() -> None:
        with path.open("rb") as file:
            _whole(verify_lines(file, None, ()))

    def floor() -> None:
        with path.open("rb") as file:
            for line in file:
                hashlib.sha256(line).digest()

    return _promised(f"verify-log of {chained:,} lines", task, floor, "one SHA-256 a line", chained)


def verify_log_full(folder: Path) -> Ratio:
    return verify_log(folder, 1_000_000)


def _promised(name: str, task: Work, floor: Work, floor_name: str, chained: int) -> Ratio:
    seconds = 10 * chained / 1_000_000
    return compare(name, task, floor, floor_name=floor_name, rounds=3, limit_seconds=seconds)


def _whole(found: tuple[Break, ...]) -> None:
    if found:
        raise AssertionError(f"a whole log was refused: {found[:3]}")


def _records(count: int) -> Iterator[Record]:
    each, prev = facts(), GENESIS
    for seq in range(1, count + 1):
        at = AT + timedelta(seconds=seq)
        # fixed salts: a benchmark needs no secrets, and the same bytes each time
        record = link(
            Act(at, BY, DRAFT, next(each)), log=VILLAGE, seq=seq, prev=prev, salt=seq.to_bytes(32, "big")
        )
        yield record
        prev = record.hash


def facts() -> Iterator[Fact]:
    """A draft's life as facts without end: it starts, and comments come and are answered."""
    yield DraftStarted(
        title="Pelindungan Pekerja Migran Indonesia",
        jenis="umum",
        asal="lembaga",
        prakarsa="pemdes",
        workflow=WorkflowPin(id="perdes", version="2026.1", sha256="7f3a" * 16),
        state="penyusunan",
        on=date(2026, 11, 24),
    )
    comment = 0
    while True:
        comment += 1
        yield CommentOpened(
            comment=comment, version=1, address="Pasal 5 ayat (2)", text="Mohon disebut tenggatnya."
        )
        yield CommentReplied(comment=comment, text="Setuju, akan ditambahkan.")
        yield CommentAnswered(comment=comment, outcome="diterima", reason="Tenggat tujuh hari ditambahkan.")
