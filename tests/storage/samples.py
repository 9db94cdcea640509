"""Acts and register rows to store, and a way to store them all at once."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from threading import Barrier, Thread

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.values import DraftId, Role
from perdes_flow.ports import RegisterRow
from perdes_flow.storage.database import disconnect

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
SULIYATI = Actor("o001", Role.PENYUSUN)
VILLAGE, DRAFT = "sumberagung", "pelindungan-pmi"


def act(number: int = 1, *, draft: DraftId | None = DRAFT, text: str = "Mohon diperjelas.") -> Act:
    """Somebody's comment on a draft."""
    fact = e.CommentOpened(comment=number, version=1, address="Pasal 5 ayat (2)", text=text)
    return Act(AT, SULIYATI, draft, fact)


def submission(version: int = 1) -> Act:
    fact = e.VersionSubmitted(
        version=version,
        docx_sha256="7f3a" * 16,
        text_sha256="9c1e" * 16,
        size_bytes=48_213,
        file_name="Rancangan (final).docx",
        open_revisions=0,
        open_comments=0,
        pasal=34,
    )
    return Act(AT, SULIYATI, DRAFT, fact)


def village_act() -> Act:
    fact = e.VillageRegistered(
        village=VILLAGE, desa="Sumberagung", kecamatan="Gandusari", kabupaten="Kabupaten Blitar"
    )
    return Act(AT, SULIYATI, None, fact)


def row(draft: DraftId = DRAFT, *, state: str = "penyusunan", versions: int = 1) -> RegisterRow:
    return RegisterRow(
        village=VILLAGE,
        draft=draft,
        title="Pelindungan Pekerja Migran Indonesia",
        jenis="umum",
        workflow="perdes",
        state=state,
        state_label="Penyusunan",
        final=False,
        waiting_for="Penyusun, Kepala Desa",
        due=date(2026, 12, 15),
        due_law="Permendagri 111/2014 Pasal 6",
        versions=versions,
        open_comments=2,
        updated=AT,
    )


def at_once(database: str, *works: Callable[[], object]) -> list[object]:
    """Run all works at the same moment, each in a thread of its own; the results or exceptions, in their order."""

    def closing(work: Callable[[], object]) -> Callable[[], object]:
        def run() -> object:
            try:
                return work()
            finally:
                disconnect(database)

        return run

    return at_once_in_threads(*map(closing, works))


def at_once_in_threads(*works: Callable[[], object]) -> list[object]:
    """The same for works that need no database."""
    results: list[object] = [None] * len(works)
    start = Barrier(len(works))

    def run(place: int, work: Callable[[], object]) -> None:
        start.wait()
        try:
            results[place] = work()
        except Exception as problem:  # handed to the test, which says what it expects
            results[place] = problem

    threads = [Thread(target=run, args=(place, work)) for place, work in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results
