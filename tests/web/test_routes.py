"""Every route, with every office, in one's own village and in another's; every writing route against forged forms.

The table below is written by hand from what the offices do. A route that is not in it fails: say here who may reach it.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from web.conftest import DRAFT, FOREIGN_DRAFT, FOREIGN_VILLAGE, PEOPLE, VILLAGE, Office

from perdes_flow.domain.values import Role
from perdes_flow.web.access.links import COMMENT, READ, make_link
from perdes_flow.web.assets import assets
from perdes_flow.web.routes import ROUTES

ANYBODY = "anybody"
OFFICES = frozenset(PEOPLE)
CLERKS = frozenset({Role.PENYUSUN, Role.KADES, Role.SEKDES})
CALLERS = CLERKS | {Role.KETUA_BPD, Role.SEKRETARIS_BPD}  # of meetings, and makers of papers
WRITERS = frozenset({Role.PENYUSUN, Role.KADES, Role.SEKDES, Role.KETUA_BPD})  # of a draft's text
MANAGERS = frozenset({Role.KADES, Role.SEKDES})  # of people, settings and backups

# route -> who may reach it: ANYBODY, or the offices
REACHED_BY: dict[str, str | frozenset[Role]] = {
    "masuk": ANYBODY,
    "masuk.pin": ANYBODY,
    "tautan": ANYBODY,
    "tautan.masuk": ANYBODY,
    "account_login": ANYBODY,
    "account_request_login_code": ANYBODY,
    "account_confirm_login_code": ANYBODY,
    "keluar": ANYBODY,
    "bahasa": ANYBODY,
    "akun": OFFICES,
    "akun.pin": OFFICES,
    "akun.pin.pertama": OFFICES,
    "kunci.mulai": OFFICES,
    "kunci.simpan": OFFICES,
    "kunci.buang": OFFICES,
    "kunci.tantangan": OFFICES,
    "akun.surel": OFFICES,
    "akun.akhiri": OFFICES,
    "akun.kunci": OFFICES,
    "akun.kunci.cabut": OFFICES,
    "pasang": ANYBODY,  # and closed to all once the village has somebody in office
    "pasang.kode": ANYBODY,
    "pasang.desa": ANYBODY,
    "pasang.selesai": ANYBODY,
    "beranda": OFFICES,
    "draf": OFFICES,
    "draf.alur": OFFICES,
    "draf.unduh": OFFICES,
    "langkah": OFFICES,
    "langkah.ambil": OFFICES,
    "mulai": WRITERS | {Role.ANGGOTA_BPD},
    "mulai.kirim": WRITERS | {Role.ANGGOTA_BPD},
    "serah": WRITERS,
    "serah.periksa": WRITERS,
    "serah.hasil": WRITERS,
    "serah.lembar": WRITERS,
    "serah.redline": WRITERS,
    "serah.kirim": WRITERS,
    "musyawarah": OFFICES,
    "undangan": CALLERS,
    "undangan.kirim": CALLERS,
    "rapat.mulai": CALLERS,
    "rapat.buka": CALLERS,
    "rapat": OFFICES,
    "rapat.hadir": CALLERS,
    "rapat.tamu": CALLERS,
    "rapat.sidang": CALLERS,
    "rapat.mufakat": OFFICES,
    "rapat.suara": OFFICES,
    "rapat.pokok.mufakat": OFFICES,
    "rapat.pokok.suara": OFFICES,
    "rapat.notulen": CALLERS,
    "rapat.pendapat": CALLERS,
    "rapat.masalah": CALLERS,
    "rapat.foto": CALLERS,
    "rapat.tutup": CALLERS,
    "masukan": OFFICES,
    "masukan.catat": CLERKS,
    "masukan.jawab": CLERKS,
    "penetapan": OFFICES,
    "penetapan.cocokkan": OFFICES,
    "penetapan.pindaian": CALLERS,
    "penetapan.sahkan": frozenset({Role.KADES, Role.SEKDES}),
    "surat": OFFICES,
    "surat.unduh": OFFICES,
    "surat.buat": CALLERS,
    "orang": MANAGERS,
    "orang.baru": MANAGERS,
    "orang.tambah": MANAGERS,
    "orang.satu": MANAGERS,
    "orang.jabatan": MANAGERS,
    "orang.akhiri": MANAGERS,
    "orang.hubungan": MANAGERS,
    "orang.pin": MANAGERS,
    "orang.tautan": MANAGERS,
    "orang.cabut": MANAGERS,
    "pengaturan": MANAGERS,
    "pengaturan.ubah": MANAGERS,
    "pengaturan.cadangan": MANAGERS,
    "pengaturan.cadangkan": MANAGERS,
    "pengaturan.kesehatan": MANAGERS,
    "pengaturan.periksa": MANAGERS,
    "pengaturan.titik": MANAGERS,
    "sw": ANYBODY,
    "publik.semua": ANYBODY,
    "publik": ANYBODY,
    "publik.rancangan": ANYBODY,
    "publik.masukan": ANYBODY,
    "publik.daftar": ANYBODY,
    "publik.buku": ANYBODY,
    "publik.peraturan": ANYBODY,
    "publik.salinan": ANYBODY,
    "aset": ANYBODY,
}
# what stands there only while somebody's file waits to be handed in
WAITING = {"serah.lembar", "serah.redline"}
# what stands there only while the people are asked, or once the regulation is promulgated; here it is neither
PUBLISHED = {"publik.rancangan", "publik.masukan", "publik.peraturan"}
# routes that a personal link opens (its draft only), and with which act
OPENED_BY_LINK = {"beranda": READ, "draf": READ, "draf.alur": READ, "draf.unduh": READ}
WRITING = {
    "orang.jabatan",
    "orang.akhiri",
    "orang.hubungan",
    "orang.pin",
    "orang.tautan",
    "orang.cabut",
    "pengaturan.ubah",
    "pengaturan.cadangkan",
    "pengaturan.periksa",
    "publik.masukan",
    "pasang.kode",
    "pasang.desa",
    "pasang.selesai",
    "orang.tambah",
    "masuk.pin",
    "tautan.masuk",
    "keluar",
    "kunci.mulai",
    "kunci.simpan",
    "kunci.buang",
    "kunci.tantangan",
    "bahasa",
    "akun.pin",
    "akun.surel",
    "akun.akhiri",
    "akun.kunci",
    "akun.kunci.cabut",
    "langkah.ambil",
    "mulai.kirim",
    "serah.periksa",
    "serah.kirim",
}
# shown by GET and sent by POST to the same address
FORMS = {"publik.salinan", "account_request_login_code", "account_confirm_login_code"}
# reading, talking about the text, comparing versions
READING = ("baca", "baca.versi", "catatan", "utas", "usul", "perubahan", "perubahan.dua", "perubahan.redline")
READING += ("perubahan.matriks",)
TALKING = ("setuju", "setuju.tarik", "catatan.beri", "pribadi.bagikan", "pribadi.buang", "utas.tanggapi")
TALKING += ("utas.selesai", "utas.buka", "utas.tarik", "usul.beri", "usul.tarik")
DECIDING = ("utas.jawab", "utas.sembunyikan", "usul.ambil", "usul.termuat", "usul.tolak")
REACHED_BY |= dict.fromkeys((*READING, "baca.sudah", "catatan.tulis", *TALKING, *DECIDING), OFFICES)
OPENED_BY_LINK |= dict.fromkeys((*READING, "baca.sudah"), READ)
OPENED_BY_LINK |= dict.fromkeys(("catatan.tulis", *TALKING), COMMENT)
WRITING |= {"baca.sudah", *TALKING, *DECIDING}
OPENED_BY_LINK |= dict.fromkeys(("musyawarah", "rapat", "masukan", "penetapan", "surat", "surat.unduh"), READ)
WRITING |= {"undangan.kirim", "rapat.buka", "masukan.catat", "masukan.jawab", "surat.buat"}
WRITING |= {name for name in REACHED_BY if name.startswith(("rapat.", "penetapan."))} - {"rapat.mulai"}

# what stands in the address of a route, for the walk
PLACES: dict[str, Any] = {
    "draft": DRAFT,
    "village": VILLAGE,
    "person": "o001",
    "book": "buku-peraturan",
    "version": 1,
    "step": "tarik_bersama",
    "number": 99,
    "token": "tidak-ada",
    "stamp": assets()["perdes.css"].stamp,
    "name": "perdes.css",
    "upload": "tidak-ada",
    "comment": 1,
    "suggestion": 1,
    "note": 99,
    "old": 1,
    "new": 2,
    "meeting": 1,
    "document": 1,
    "paper": "tidak-ada",
}
NAMES = [route.name for route in ROUTES]
PERMITTED = (200, 302, 303, 422)


def names_in(path: str) -> list[str]:
    return [part.partition(">")[0].rpartition(":")[2] for part in path.split("<")[1:]]


def address(name: str, **instead: Any) -> str:
    """The address of a route; KeyError for a part of it that this test does not know."""
    route = next(route for route in ROUTES if route.name == name)
    return reverse(name, kwargs={part: {**PLACES, **instead}[part] for part in names_in(route.path)})


def call(client: Client, name: str, **instead: Any) -> int:
    if name not in WRITING:
        return client.get(address(name, **instead)).status_code
    # a date that is none: the act is reached, and refused, so that the next office finds the same stage
    return client.post(address(name, **instead), {"tanggal": "bukan tanggal"}).status_code


def test_every_route_stands_in_the_table() -> None:
    assert set(NAMES) == set(REACHED_BY), "say in REACHED_BY who may reach the route"
    assert {route.name for route in ROUTES if route.writes} == WRITING
    assert {route.name for route in ROUTES if route.form} == FORMS
    assert {route.name: route.link for route in ROUTES if route.link} == OPENED_BY_LINK


def test_each_office_reaches_what_the_table_says_and_nothing_else(two_villages: Office) -> None:
    wrong = []
    for role in PEOPLE:
        for name, who in REACHED_BY.items():
            client = two_villages.client(role)  # anew each time: some of the routes log out
            code = call(client, name)
            may = who == ANYBODY or role in who
            # an unknown link says so, and so does a file that waits for nobody
            reached = code in PERMITTED or (name in {"tautan", *WAITING, *PUBLISHED} and code == 404)
            if reached != may:
                wrong.append((role.value, name, code))
    assert wrong == []


def test_whoever_is_not_logged_in_sees_public_pages_only(two_villages: Office) -> None:
    for name, who in REACHED_BY.items():
        client = two_villages.client()
        answer = client.post(address(name)) if name in WRITING else client.get(address(name))
        if who == ANYBODY:
            assert answer.status_code in (*PERMITTED, 404), name
        elif name in WRITING:
            assert answer.status_code == 403, name
        else:
            assert answer.status_code == 302, name
            assert answer["Location"].startswith("/masuk/?lanjut="), name


def test_a_draft_of_another_village_is_not_there(two_villages: Office) -> None:
    before = two_villages.heads()
    for role in PEOPLE:
        ours, theirs = two_villages.client(role), two_villages.client(role, village=FOREIGN_VILLAGE)
        for route in ROUTES:
            if "draft" not in names_in(route.path):
                continue
            may = REACHED_BY[route.name] == ANYBODY or role in REACHED_BY[route.name]
            expected = (404,) if may else (403, 404)
            assert call(ours, route.name, draft=FOREIGN_DRAFT) in expected, (role, route.name)
            assert call(theirs, route.name, draft=DRAFT) in expected, (role, route.name)
            assert call(ours, route.name, draft="tidak-ada") in expected, (role, route.name)
    assert two_villages.heads() == before


@pytest.mark.parametrize("acts", [(READ,), (READ, COMMENT)])
def test_a_link_opens_its_draft_and_its_acts_alone(two_villages: Office, acts: tuple[str, ...]) -> None:
    account = two_villages.account(Role.ANGGOTA_BPD)
    token = make_link(account.village, account.person, made_by="o013", draft=DRAFT, acts=acts)
    client = two_villages.client()
    assert client.post(reverse("tautan.masuk", kwargs={"token": token})).status_code == 303
    for name, who in REACHED_BY.items():
        if who == ANYBODY:
            continue
        code = call(client, name)
        if OPENED_BY_LINK.get(name) in acts and Role.ANGGOTA_BPD in who:
            assert code in PERMITTED, name
        else:
            assert code == 403, name
        if "draft" in address(name).split("/") or DRAFT in address(name):
            assert call(client, name, draft=FOREIGN_DRAFT) == 404, name


def forgeries() -> dict[str, Callable[[Client, str], Any]]:
    return {
        "without our token": lambda client, url: client.post(url, {"nomor": "1"}),
        "from another site": lambda client, url: client.post(
            url, {"csrfmiddlewaretoken": "x" * 32}, headers={"origin": "https://jahat.example"}
        ),
    }


@pytest.mark.parametrize("kind", forgeries())
def test_a_forged_form_is_refused_and_nothing_is_written(two_villages: Office, kind: str) -> None:
    before = two_villages.heads()
    for name in sorted(WRITING | FORMS):
        for role in PEOPLE:
            client = Client(enforce_csrf_checks=True)
            client.force_login(two_villages.account(role))
            assert forgeries()[kind](client, address(name)).status_code == 403, (name, role)
    assert two_villages.heads() == before


def test_an_act_is_not_reached_by_a_mere_address(two_villages: Office) -> None:
    before = two_villages.heads()
    for name in sorted(WRITING):
        for role in PEOPLE:
            assert two_villages.client(role).get(address(name)).status_code == 405, (name, role)
    assert two_villages.heads() == before


def test_a_page_is_not_written_to(two_villages: Office) -> None:
    for route in ROUTES:
        if not (route.writes or route.form):
            assert two_villages.client(Role.SEKDES).post(address(route.name)).status_code == 405, route.name
