"""Measure Beranda in a process of its own, since Django takes its settings once.

python web_pages.py FOLDER many    a village with 100,000 drafts against one with 1,000
python web_pages.py FOLDER search  the same, searching for a word that few drafts have
python web_pages.py FOLDER bare    the page against a bare Django view that renders the same template from the same rows
Prints the seconds of task and floor.
"""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from ratio import Ratio, compare

from perdes_flow.bootstrap.workspace import create_workspace
from perdes_flow.domain.values import Role
from perdes_flow.ports import RegisterRow

FEW, MANY, ROUNDS, REQUESTS = 1_000, 100_000, 15, 10
SMALL, LARGE = "sukamaju", "sumberagung"
NOW = "2026-11-24T03:00:00+00:00"
_STAGES = ("penyusunan", "konsultasi_publik", "pembahasan_internal", "penetapan", "berlaku")
_OFFICES = ("penyusun", "kades sekdes", "ketua_bpd anggota_bpd", "kades", "")


def rows(village: str, count: int) -> Iterator[RegisterRow]:
    for number in range(count):
        stage = number % 5
        yield RegisterRow(
            village=village,
            draft=f"r{number:06d}",
            title=f"Pungutan Desa atas Pemakaian Tanah Kas Desa, Perubahan Ke-{number}",
            jenis="pungutan",
            workflow="perdes",
            state=_STAGES[stage],
            state_label=_STAGES[stage].replace("_", " ").title(),
            final=stage == 4,
            waiting_for="Kepala Desa",
            due=None if stage == 4 else date(2026, 11, 1) + timedelta(days=number % 90),
            due_law="PP 43/2014 Pasal 84 ayat (3)",
            versions=1 + number % 4,
            open_comments=number % 3,
            updated=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number),
            due_what="Penandatanganan oleh Kepala Desa",
            due_unit="kerja",
            waiting=_OFFICES[stage],
        )


def prepared(folder: Path) -> None:
    """A workspace with both villages, served by Django."""
    create_in = folder / "kerja"
    os.environ |= {"PERDES_HOME": str(create_in), "PERDES_WEB_HOSTS": "testserver", "PERDES_WEB_NOW": NOW}
    os.environ["DJANGO_SETTINGS_MODULE"] = "perdes_flow.web.settings"
    create_workspace(create_in).close()
    from perdes_flow.web.serve import prepare

    prepare(create_in)
    from perdes_flow.use_cases import registering
    from perdes_flow.web.workspace import desk

    for village, count in ((SMALL, FEW), (LARGE, MANY)):
        registering.register_village(
            desk(village),
            village=village,
            desa="Desa",
            kecamatan="Kecamatan",
            kabupaten="Kabupaten",
            zone="WIB",
        )
        for nickname, office in (("sekdes", Role.SEKDES), ("kades", Role.KADES)):
            registering.add_person(
                desk(village),
                nickname=nickname,
                name=nickname,
                offices=(office,),
                since=date(2026, 1, 1),
                by="sekdes",
            )
        desk(village).register.replace_all(rows(village, count))


def page_of(village: str, path: str = "/"):
    """The page as its head of village gets it."""
    from django.test import Client

    from perdes_flow.web.access.pins import account_of

    client = Client()
    client.force_login(account_of(village, "o002"))

    def work() -> None:
        for _ in range(REQUESTS):
            assert client.get(path).status_code == 200

    return work


def bare_page():
    """A view that reads the same rows by the ORM and renders the same template: no login, no middleware."""
    from django.apps import apps
    from django.core.handlers.wsgi import WSGIHandler
    from django.shortcuts import render
    from django.test import RequestFactory, override_settings
    from django.urls import path

    from perdes_flow.web import urls

    entries = apps.get_model("perdes", "RegisterEntry").objects
    waiting = apps.get_model("perdes", "Waiting").objects
    shown = bare_page.context  # what the page itself gave its template

    def view(request):
        pressing = waiting.filter(village=LARGE, role="kades").order_by("due", "draft")[:10]
        list(entries.filter(village=LARGE, draft__in=[one.draft for one in pressing]))
        list(entries.filter(village=LARGE).order_by("-updated", "-draft")[:21])
        return render(request, "beranda.html", shown)

    urls.urlpatterns.append(path("telanjang/", view))
    with override_settings(MIDDLEWARE=[]):
        handler = WSGIHandler()
    factory = RequestFactory()

    def work() -> None:
        for _ in range(REQUESTS):
            assert handler.get_response(factory.get("/telanjang/")).status_code == 200

    return work


def many() -> Ratio:
    return compare("list", page_of(LARGE), page_of(SMALL), floor_name="few", rounds=ROUNDS)


def search() -> Ratio:
    """For a draft that stands near the end of the list."""
    path = "/?cari=pungutan+r000017"
    return compare("search", page_of(LARGE, path), page_of(SMALL, path), floor_name="few", rounds=ROUNDS)


def bare() -> Ratio:
    from perdes_flow.web import rendering

    rendered = rendering.render

    def remembering(request, template, context, status=200):
        bare_page.context = context
        return rendered(request, template, context, status=status)

    rendering.render = remembering
    page = page_of(LARGE)
    page()
    rendering.render = rendered
    return compare("page", page, bare_page(), floor_name="bare", rounds=ROUNDS)


if __name__ == "__main__":
    prepared(Path(sys.argv[1]))
    found = {"many": many, "search": search, "bare": bare}[sys.argv[2]]()
    print(found.task_seconds / REQUESTS, found.floor_seconds / REQUESTS)
