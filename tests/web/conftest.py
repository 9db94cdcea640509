"""Pages in a village's office: the demo's workspace at any of its stages, its people logged in, a real browser."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import django
import pytest
from django.conf import settings as django_settings

from perdes_flow.web import settings as web_settings

# Once for the whole process, before anything opens a database: Django takes its settings only once.
if not django_settings.configured:
    django_settings.configure(
        **{name: getattr(web_settings, name) for name in dir(web_settings) if name.isupper()}
    )
    django_settings.ALLOWED_HOSTS = ["*"]
    django_settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    django.setup()

import logging

from django.core.cache import cache
from django.core.management import call_command
from django.db import connections
from django.test import Client

from perdes_flow.bootstrap.workspace import create_workspace
from perdes_flow.cli.demo.play import play
from perdes_flow.domain.values import Role
from perdes_flow.storage.database import settings_for
from perdes_flow.use_cases import drafting, registering, suggesting
from perdes_flow.use_cases.desk import open_village
from perdes_flow.web.access.pins import account_of, choose_pin
from perdes_flow.web.workspace import desk, workspace

logging.getLogger("django.request").setLevel(logging.ERROR)  # refusals are what these tests ask for

VILLAGE, DRAFT = "sumberagung", "pelindungan-pmi"
FOREIGN_VILLAGE, FOREIGN_DRAFT = "sukamaju", "ketertiban"
TWO_VILLAGES = "dua-desa"  # a stage of its own: internal deliberation here, a draft just begun there
PIN = "271828"  # of everybody, where a test asks for it
# who holds which office in the demo
PEOPLE = {
    Role.PENYUSUN: "penyusun",
    Role.KADES: "kades",
    Role.SEKDES: "sekdes",
    Role.KETUA_BPD: "ketua-bpd",
    Role.SEKRETARIS_BPD: "sekretaris-bpd",
    Role.ANGGOTA_BPD: "anggota-1",
    Role.EVALUATOR: "evaluator",
}


@dataclass
class Stages:
    """Copies of the demo's workspace, as it was when it had just come to each stage, and the time it was then."""

    folder: Path
    at: dict[str, str] = field(default_factory=dict)  # stage -> instant


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Stages:
    """Played once for all processes of a test run: whoever makes the folder plays, the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "tahap"
    done = folder / "waktu.json"
    try:
        folder.mkdir()
    except FileExistsError:
        until = time.monotonic() + 600
        while not done.exists() and time.monotonic() < until:
            time.sleep(0.2)
    else:
        written = folder / "waktu.baru"
        written.write_text(json.dumps(_played(folder).at), "utf-8")
        written.rename(done)
    return Stages(folder, json.loads(done.read_text("utf-8")))


def _played(folder: Path) -> Stages:
    found = Stages(folder)
    building = folder / "sedang-dibuat"
    create_workspace(building).close()
    _point_at(building, "")
    call_command("migrate", interactive=False, verbosity=0)
    for played in play(building):
        if not played.state:
            _give_pins(VILLAGE)
            connections.close_all()
        else:  # the last moment of the stage: everything said and filed in it is there
            target = folder / played.state
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(building, target)
            found.at[played.state] = played.scene.at
    _add_two_villages(found)
    return found


def _give_pins(village: str, nicknames: Iterable[str] = tuple(PEOPLE.values())) -> None:
    """Everybody has chosen the same PIN; here, because hashing it takes its time."""
    for nickname in nicknames:
        person = open_village(desk(village))[0].person(nickname)
        assert person is not None
        choose_pin(account_of(village, person.id), PIN)


def _add_two_villages(stages: Stages) -> None:
    stages.at[TWO_VILLAGES] = stages.at["pembahasan_internal"]
    shutil.copytree(stages.folder / "pembahasan_internal", stages.folder / TWO_VILLAGES)
    _point_at(stages.folder / TWO_VILLAGES, stages.at[TWO_VILLAGES])
    suggesting.suggest(
        desk(VILLAGE), DRAFT, address="Pasal 2", quote="keterpaduan", text="persatuan", by="anggota-1"
    )
    add_foreign_village()
    _give_pins(FOREIGN_VILLAGE)
    connections.close_all()


def add_foreign_village() -> None:
    """Another village in the workspace of the moment, with a person for each office and a draft just begun."""
    registering.register_village(
        desk(FOREIGN_VILLAGE),
        village=FOREIGN_VILLAGE,
        desa="Sukamaju",
        kecamatan="Sale",
        kabupaten="Kabupaten Rembang",
        zone="WIB",
    )
    for role, nickname in sorted(PEOPLE.items(), key=lambda held: held[0] != Role.SEKDES):
        registering.add_person(
            desk(FOREIGN_VILLAGE),
            nickname=nickname,
            name=f"{nickname} Sukamaju",
            offices=(role,),
            since=date(2025, 1, 1),
            by="sekdes",
        )
    drafting.start_draft(
        desk(FOREIGN_VILLAGE),
        FOREIGN_DRAFT,
        title="Ketertiban",
        workflow="perdes",
        jenis="umum",
        asal="pemdes",
        prakarsa="pemdes",
        by="sekdes",
    )


@dataclass
class Office:
    """A workspace that the pages serve, and its people."""

    home: Path

    def client(self, person: Role | str | None = None, *, village: str = VILLAGE, **headers: Any) -> Client:
        """A browser without scripts; logged in as the holder of an office (or by nickname), or nobody."""
        client = Client(headers=headers or None)
        if person is not None:
            client.force_login(self.account(person, village))
        return client

    def account(self, person: Role | str, village: str = VILLAGE) -> Any:
        nickname = PEOPLE[person] if isinstance(person, Role) else person
        found = open_village(desk(village))[0].person(nickname)
        assert found is not None
        return account_of(village, found.id)

    def heads(self) -> dict[str, tuple[int, str]]:
        """The last record of every village: the same before and after what must write nothing."""
        return {village: workspace().log(village).head() for village in workspace().villages()}


@pytest.fixture
def office(stages: Stages, tmp_path: Path) -> Iterator[Callable[..., Office]]:
    """`office("pembahasan")`: the demo at that stage, at that time, to do anything with."""

    def at(stage: str = "berlaku", now: str = "") -> Office:
        home = tmp_path / "kerja"
        shutil.copytree(stages.folder / stage, home)
        _point_at(home, now or stages.at[stage])
        return Office(home)

    yield at
    connections.close_all()


@pytest.fixture
def two_villages(office: Callable[..., Office]) -> Office:
    """The demo, and another village in the same workspace with a draft and a person for each office."""
    return office(TWO_VILLAGES)


def _point_at(home: Path, now: str) -> None:
    """Let the pages serve another workspace."""
    connections.close_all()
    connections.settings["default"] = connections.configure_settings({"default": settings_for(home)})[
        "default"
    ]
    if hasattr(connections._connections, "default"):
        del connections["default"]
    django_settings.PERDES_HOME, django_settings.PERDES_NOW = str(home), now
    cache.clear()


from web.browser import chromium, screen  # noqa: E402 fixtures for everybody

__all__ = ["chromium", "office", "screen", "stages", "two_villages"]
