"""Two people, two open pages: what one recorded is not overlooked by the other, and nothing typed is lost."""

import re
from collections.abc import Callable
from typing import Any

from django.test import Client
from web.conftest import DRAFT, PIN, Office

from perdes_flow.domain.values import Role

AtStage = Callable[..., Office]
STEP = f"/rancangan/{DRAFT}/langkah/"


def hidden(client: Client, address: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', client.get(address).content.decode())
    assert found
    return found[1]


def comment(client: Client, words: str = "Perlu dijelaskan dahulu") -> Any:
    return client.post(
        f"/rancangan/{DRAFT}/catatan/beri/", {"tempat": "Pasal 2", "isi": words, "bobot": "biasa"}
    )


def test_a_step_from_a_page_that_has_not_seen_what_others_said_is_asked_for_again(office: AtStage) -> None:
    here = office("pembahasan_internal")
    chair = here.client(Role.KETUA_BPD)
    address = f"{STEP}bahas_bersama/"
    seen = hidden(chair, address, "dilihat")
    assert comment(here.client(Role.ANGGOTA_BPD)).status_code == 303
    before = here.heads()
    form = {"pin": PIN, "alasan": "Sudah lengkap semua", "dilihat": seen}
    answer = chair.post(f"{address}ambil/", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Sesudah halaman ini dibuka ada yang tercatat: " in page
    assert "Perlu dijelaskan dahulu" in page
    assert ">Sudah lengkap semua</textarea>" in page
    assert here.heads() == before
    # the page that was just shown knows it: what is said now, if anything, is the step's own condition
    newer = re.search(r'name="dilihat" value="(\d+)"', page)
    assert newer
    assert int(newer[1]) > int(seen)
    again = chair.post(f"{address}ambil/", form | {"dilihat": newer[1]}).content.decode()
    assert "Sesudah halaman ini dibuka" not in again


def test_ones_own_other_page_is_no_surprise(office: AtStage) -> None:
    here = office("pembahasan_internal")
    chair = here.client(Role.KETUA_BPD)
    address = f"{STEP}bahas_bersama/"
    seen = hidden(chair, address, "dilihat")
    assert comment(chair).status_code == 303
    assert (
        "Sesudah halaman ini dibuka" not in chair.post(f"{address}ambil/", {"dilihat": seen}).content.decode()
    )


def test_a_list_of_attendance_does_not_take_back_what_somebody_else_recorded(office: AtStage) -> None:
    here = office("pembahasan_internal")
    chair, clerk = here.client(Role.KETUA_BPD), here.client(Role.SEKRETARIS_BPD)
    opened = chair.post(
        f"/rancangan/{DRAFT}/musyawarah/buka/",
        {"jenis": "internal", "tanggal": "2026-02-09", "tempat": "Balai Desa", "pukul": "19:30"},
    )
    room = opened["Location"].partition("#")[0]
    empty = hidden(chair, room, "semula")
    assert (
        clerk.post(f"{room}hadir/", {"hadir": ["ketua-bpd", "anggota-1"], "semula": empty}).status_code == 303
    )
    before = here.heads()
    answer = chair.post(f"{room}hadir/", {"hadir": ["ketua-bpd"], "semula": empty})
    assert answer.status_code == 422
    assert "Kehadiran sudah dicatat orang lain" in answer.content.decode()
    assert here.heads() == before
    now = hidden(chair, room, "semula")
    form = {"hadir": ["ketua-bpd", "anggota-1", "anggota-2"], "semula": now}
    assert chair.post(f"{room}hadir/", form).status_code == 303
