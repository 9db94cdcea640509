"""The sample draft at some point of the demo's story, in a workspace of the test's own."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from perdes_flow.bootstrap.workspace import open_workspace
from perdes_flow.cli.demo import deeds
from perdes_flow.cli.demo.deeds import DRAFT, VILLAGE
from perdes_flow.cli.demo.play import play
from perdes_flow.domain.draft import Draft
from perdes_flow.ports import Entry
from perdes_flow.use_cases.desk import Desk, open_case


@dataclass
class Office:
    """A workspace at a moment; `do` calls a use case at its desk."""

    home: Path
    now: datetime

    def do(self, use_case: Callable[..., Any], *args: Any, key: str | None = None, **kwargs: Any) -> Any:
        """A use case on the sample draft."""
        return self.at_desk(lambda desk: use_case(desk, DRAFT, *args, **kwargs), key=key)

    def at_desk(self, act: Callable[[Desk], Any], *, key: str | None = None) -> Any:
        with open_workspace(self.home, now=self.now) as workspace:
            return act(workspace.desk(VILLAGE, key=key))

    @property
    def draft(self) -> Draft:
        draft: Draft = self.at_desk(lambda desk: open_case(desk, DRAFT).draft)
        return draft

    @property
    def log(self) -> tuple[Entry, ...]:
        entries: tuple[Entry, ...] = self.at_desk(lambda desk: desk.log.read(DRAFT))
        return entries

    def send_back(self) -> None:
        """The chair asks for a revision, so that the drafter may hand in versions."""
        for deed in (
            deeds.meeting("bersama", "ketua-bpd", date(2026, 2, 18)),
            deeds.attend("ketua-bpd", deeds.MEMBERS[:8]),
            deeds.minutes("sekretaris-bpd", "Diperbaiki dahulu."),
            deeds.close("ketua-bpd"),
            deeds.paper("daftar_hadir", "sekretaris-bpd"),
            deeds.paper("notulen", "sekretaris-bpd"),
            deeds.step("minta_revisi", "ketua-bpd"),
        ):
            self.at_desk(deed)


@pytest.fixture(scope="session")
def _played(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, datetime]]:
    known: dict[str, tuple[Path, datetime]] = {}

    def until(state: str) -> tuple[Path, datetime]:
        if state not in known:
            home = tmp_path_factory.mktemp(state) / "kerja"
            scene = next(played for played in play(home) if played.state == state).scene
            known[state] = home, datetime.fromisoformat(scene.at)
        return known[state]

    return until


def _copy(played: tuple[Path, datetime], to: Path) -> Office:
    shutil.copytree(played[0], to)
    return Office(to, played[1])


@pytest.fixture
def deliberation(_played: Callable[[str], tuple[Path, datetime]], tmp_path: Path) -> Office:
    """Joint deliberation on version 2; two comments of members are open."""
    return _copy(_played("pembahasan_bersama"), tmp_path / "pembahasan")


@pytest.fixture
def revision(_played: Callable[[str], tuple[Path, datetime]], tmp_path: Path) -> Office:
    """The drafter revises version 2; two comments wait for their answer."""
    office = _copy(_played("pembahasan_bersama"), tmp_path / "perbaikan")
    office.send_back()
    return office
