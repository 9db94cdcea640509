"""Every route at every stage of the procedure, by every office, in one's own village and in another's.

Who may reach what is the hand-made table of test_routes.py. In the CI run the offices take turns over the routes that
they may reach; the nightly run lets each office try each of them.
"""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from web.conftest import FOREIGN_DRAFT, FOREIGN_VILLAGE, PEOPLE, VILLAGE
from web.every_stage import STAGES, AtStage, Standing, village_at
from web.test_routes import (
    ANYBODY,
    FORMS,
    OFFICES,
    PERMITTED,
    REACHED_BY,
    WAITING,
    WRITING,
    address,
    call,
    forgeries,
    names_in,
)

from perdes_flow.bootstrap.workspace import shipped
from perdes_flow.domain.values import Role
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.routes import ROUTES
from perdes_flow.web.workspace import desk
from perdes_flow.workflow.definition import load

PATHS = {route.name: names_in(route.path) for route in ROUTES}
# the people are asked at this stage alone (UU 6/2014 Pasal 69 ayat (9)); a regulation is public once it is promulgated
PUBLIC_AT = {
    "publik.rancangan": {"konsultasi_publik"},
    "publik.masukan": {"konsultasi_publik"},
    "publik.peraturan": {"diundangkan", "klarifikasi", "berlaku"},
}
# what an empty form does all the same: it says the whole act
WRITES_WITHOUT_WORDS = {"utas.selesai", "rapat.hadir", "rapat.tamu", "rapat.tutup", "orang.hubungan"}
LOGS_OUT = {"keluar", "akun.pin", "akun.akhiri", "masuk.pin", "tautan.masuk"}


def test_the_walk_knows_every_stage_of_the_procedure() -> None:
    assert set(STAGES) == set(load(shipped("workflows") / "perdes.yaml").states)


class Walk:
    """The people of both villages with their windows, at one stage."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self._windows: dict[tuple[Role, str], Client] = {}
        self.things = _things(standing.draft)

    def client(self, role: Role, village: str = VILLAGE) -> Client:
        if (role, village) not in self._windows:
            self._windows[role, village] = self.standing.office.client(role, village=village)
        return self._windows[role, village]

    def call(self, role: Role, name: str, draft: str, village: str = VILLAGE) -> int:
        client = self.client(role, village)
        if name in LOGS_OUT:
            del self._windows[role, village]
        return call(client, name, draft=draft)

    def there(self, name: str, stage: str) -> bool:
        """Whether what the address names is there at this stage."""
        if name in PUBLIC_AT:
            return stage in PUBLIC_AT[name]
        return all(part in self.things for part in PATHS[name] if part in _THINGS)


_THINGS = {"version", "old", "new", "meeting", "comment", "suggestion", "document"}


def _things(name: str) -> set[str]:
    """Which of the samples in PLACES the draft has so far."""
    draft = open_case(desk(VILLAGE), name).draft
    found = {
        "version": len(draft.versions) >= 1,
        "old": len(draft.versions) >= 1,
        "new": len(draft.versions) >= 2,
        "meeting": 1 in draft.meetings,
        "comment": 1 in draft.comments,
        "suggestion": 1 in draft.suggestions,
        "document": len(draft.documents) >= 1,
    }
    return {part for part, there in found.items() if there}


def may(role: Role, name: str) -> bool:
    who = REACHED_BY[name]
    return who == ANYBODY or role in who


def turns(stage: str, every: bool) -> Iterator[tuple[str, Role]]:
    """Each route with each office that may not reach it, and with one that may (`every`: with all that may)."""
    chance = random.Random(stage)
    for name in REACHED_BY:
        able = sorted(role for role in PEOPLE if may(role, name))
        for role in able if every else [chance.choice(able)]:
            yield name, role
        for role in sorted(OFFICES - set(able)):
            yield name, role


def walk(standing: Standing, stage: str, *, every: bool) -> list[Any]:
    """What was not as the tables say."""
    here, wrong = Walk(standing), []
    before = standing.office.heads()
    for name, role in turns(stage, every):
        code = here.call(role, name, standing.draft)
        if not may(role, name):
            right = code == 403
        elif here.there(name, stage):
            right = code in PERMITTED or (name in {"tautan", *WAITING} and code == 404)
        else:
            right = code in (404, 422)
        after = standing.office.heads()
        if not right or (after != before and name not in WRITES_WITHOUT_WORDS):
            wrong.append((name, role.value, code, after != before))
        before = after
    return wrong


def walk_abroad(standing: Standing, stage: str, *, every: bool) -> list[Any]:
    """What is found of a foreign village's draft, and what of it is found in one's own pages."""
    here, wrong = Walk(standing), []
    before = standing.office.heads()
    for name, role in turns(stage, every):
        if "draft" not in PATHS[name]:
            continue
        codes = (
            here.call(role, name, FOREIGN_DRAFT),
            here.call(role, name, standing.draft, FOREIGN_VILLAGE) if name not in PUBLIC_AT else 404,
        )
        if set(codes) - ({404} if may(role, name) else {403, 404}):
            wrong.append((name, role.value, codes))
    if standing.office.heads() != before:
        wrong.append("written")
    return wrong


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_every_route_at_every_stage(office: AtStage, stage: str) -> None:
    standing = village_at(stage, office)
    assert walk_abroad(standing, stage, every=False) == []
    assert forged(standing, sorted(PEOPLE)[STAGES.index(stage) % len(PEOPLE)]) == []
    assert walk(standing, stage, every=False) == []


@pytest.mark.nightly
@pytest.mark.parametrize("stage", STAGES)
def test_every_route_at_every_stage_by_every_office(office: AtStage, stage: str) -> None:
    standing = village_at(stage, office)
    assert walk_abroad(standing, stage, every=True) == []
    for role in PEOPLE:
        assert forged(standing, role) == []
    assert walk(standing, stage, every=True) == []


def forged(standing: Standing, role: Role) -> list[Any]:
    """Writing routes that a form without our token, one from another site, or a mere address gets through."""
    before, wrong = standing.office.heads(), []
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(standing.office.account(role))
    for name in sorted(WRITING | FORMS):
        where = address(name, draft=standing.draft)
        wrong += [
            (name, kind) for kind, send in forgeries().items() if send(strict, where).status_code != 403
        ]
        if name in WRITING and strict.get(where).status_code != 405:
            wrong.append((name, "GET"))
    if standing.office.heads() != before:
        wrong.append(("written", ""))
    return wrong
