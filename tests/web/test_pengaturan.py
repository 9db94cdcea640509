"""Pengaturan: offices, PINs and links handed over, rules in use, backups, health, the checkpoint to print."""

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.test import Client
from web.conftest import DRAFT, PIN, VILLAGE, Office
from web.test_pages import text_of

from perdes_flow.domain.values import Role, sha256_of
from perdes_flow.use_cases.desk import open_village
from perdes_flow.use_cases.exporting import export_log
from perdes_flow.web import backups
from perdes_flow.web.access.pins import account_of
from perdes_flow.web.models import PersonalLink
from perdes_flow.web.workspace import desk, workspace

AtStage = Callable[..., Office]


def person(nickname: str) -> Any:
    found = open_village(desk(VILLAGE))[0].person(nickname)
    assert found is not None
    return found


def place(nickname: str, act: str = "") -> str:
    return f"/orang/{person(nickname).id}/{act}"


def test_an_acting_official_comes_with_a_decree_and_an_office_ends(office: AtStage) -> None:
    here = office()
    client = here.client(Role.SEKDES)
    acting = {"jabatan": "kades", "sejak": "2026-05-01", "penjabat": "ya", "keputusan": "141/9/2026"}
    assert client.post(place("penyusun", "jabatan/"), acting).status_code == 303
    assert "141/9/2026" in text_of(client.get(place("penyusun")))
    end = {"jabatan": "kades", "tanggal": "2026-04-30", "alasan": "Masa jabatan berakhir."}
    assert client.post(place("kades", "akhiri/"), end).status_code == 303
    assert not person("kades").holds(Role.KADES, date(2026, 5, 1))
    assert person("penyusun").holds(Role.KADES, date(2026, 5, 1))


def test_an_office_ends_with_a_reason_or_not_at_all(office: AtStage) -> None:
    here = office()
    before = here.heads()
    answer = here.client(Role.SEKDES).post(place("kades", "akhiri/"), {"jabatan": "kades", "alasan": " "})
    assert answer.status_code == 422
    assert "Alasan" in text_of(answer)
    assert here.heads() == before


def test_a_pin_is_handed_over_once_on_a_slip_and_lets_in(office: AtStage) -> None:
    here = office()
    client = here.client(Role.SEKDES)
    slip = client.post(place("anggota-1", "pin/"), {"pin": PIN})
    assert slip["Cache-Control"] == "no-store"
    found = re.search(r'class="pin">(\d{6})<', slip.content.decode())
    assert found
    newcomer = Client()
    entered = newcomer.post("/masuk/pin/", {"desa": VILLAGE, "sapaan": "anggota-1", "pin": found[1]})
    assert entered.status_code == 303
    assert found[1] not in client.get(place("anggota-1")).content.decode()
    assert not account_of(VILLAGE, person("anggota-1").id).own_pin  # known to two: it signs nothing


def test_without_ones_own_pin_nobody_hands_over_a_way_in(office: AtStage) -> None:
    here = office()
    client, account = here.client(Role.SEKDES), here.account("anggota-1")
    wanted = {"rancangan": DRAFT, "guna": "catatan", "hari": "14", "pin": "000001"}
    assert client.post(place("anggota-1", "pin/"), {"pin": "000001"}).status_code == 422
    assert client.post(place("anggota-1", "tautan/"), wanted).status_code == 422
    account.refresh_from_db()
    assert account.check_password(PIN)
    assert PersonalLink.objects.count() == 0


def test_a_link_on_a_slip_opens_the_draft_until_it_is_revoked(office: AtStage) -> None:
    here = office("pembahasan_internal")
    client = here.client(Role.SEKDES)
    client.post(place("anggota-1", "hubungan/"), {"hp": "6281234567890", "kelamin": "P"})
    wanted = {"rancangan": DRAFT, "guna": "catatan", "hari": "7", "pin": PIN}
    slip = client.post(place("anggota-1", "tautan/"), wanted)
    found = re.search(r'href="http://testserver(/t/[^"]+)"', slip.content.decode())
    assert found
    assert "<svg" in slip.content.decode()
    assert "https://wa.me/6281234567890?text=" in slip.content.decode()
    member = Client()
    assert member.post(f"{found[1]}masuk/").status_code == 303
    assert member.get(f"/rancangan/{DRAFT}/").status_code == 200
    assert "belum dipakai" not in text_of(client.get(place("anggota-1")))
    link = PersonalLink.objects.get()
    assert client.post(f"/orang/tautan/{link.pk}/cabut/").status_code == 303
    assert member.get(f"/rancangan/{DRAFT}/").status_code == 302
    assert "dicabut" in text_of(client.get(place("anggota-1")))


def test_a_link_is_not_made_for_what_is_not_there(office: AtStage) -> None:
    client = office().client(Role.SEKDES)
    good = {"rancangan": DRAFT, "guna": "catatan", "hari": "14", "pin": PIN}
    for wrong in ({"rancangan": "tidak-ada"}, {"guna": "semua"}, {"hari": "0"}, {"hari": "9" * 40}):
        assert client.post(place("anggota-1", "tautan/"), good | wrong).status_code == 422, wrong
    assert PersonalLink.objects.count() == 0


def test_a_link_of_another_village_is_neither_listed_nor_revoked(two_villages: Office) -> None:
    client = two_villages.client(Role.SEKDES, village="sukamaju")
    ours = two_villages.client(Role.SEKDES)
    wanted = {"rancangan": DRAFT, "guna": "baca", "hari": "7", "pin": PIN}
    ours.post(place("anggota-1", "tautan/"), wanted)
    link = PersonalLink.objects.get()
    client.post(f"/orang/tautan/{link.pk}/cabut/")
    link.refresh_from_db()
    assert link.revoked is None


def test_rules_in_use_are_named_with_the_hash_of_their_file(office: AtStage) -> None:
    here = office()
    page = text_of(here.client(Role.KADES).get("/pengaturan/"))
    assert sha256_of((here.home / "workflows/perdes.yaml").read_bytes()) in page
    assert sha256_of((here.home / "workflows/holidays/2026.yaml").read_bytes()) in page
    assert "2026.1" in page


def test_a_local_rule_is_changed_and_recorded(office: AtStage) -> None:
    client = office().client(Role.SEKDES)
    assert client.post("/pengaturan/ubah/", {"pembulatan": "up"}).status_code == 303
    assert open_village(desk(VILLAGE))[0].settings.half_plus_one == "up"
    assert client.post("/pengaturan/ubah/", {"pembulatan": "sideways"}).status_code == 422


def test_a_backup_is_made_listed_and_restored_and_never_handed_out(office: AtStage, tmp_path: Path) -> None:
    here = office()
    client = here.client(Role.SEKDES)
    assert client.post("/pengaturan/cadangan/buat/", {"pin": "000001"}).status_code == 422
    assert backups.kept(here.home) == []
    made = client.post("/pengaturan/cadangan/buat/", {"pin": PIN})
    [saved] = backups.kept(here.home)
    assert saved.name in text_of(made)
    file = backups.folder(here.home) / saved.name
    assert os.name != "posix" or stat.S_IMODE(file.stat().st_mode) == 0o600
    again = client.post("/pengaturan/cadangan/buat/", {"pin": PIN})
    assert (again.status_code, len(backups.kept(here.home))) == (422, 1)
    for path in (f"/pengaturan/cadangan/{saved.name}", f"/cadangan/{saved.name}"):
        assert client.get(path).status_code == 404
    said = subprocess.run(
        [sys.executable, "-m", "perdes_flow", "restore", str(file), str(tmp_path / "pulih")], check=False
    )
    assert said.returncode == 0
    shutil.rmtree(tmp_path / "pulih")


def test_health_says_that_all_is_whole_and_names_what_is_not(office: AtStage) -> None:
    here = office()
    client = here.client(Role.SEKDES)
    assert "✓ Utuh" in text_of(client.post("/pengaturan/kesehatan/periksa/"))
    file = next((here.home / "drafts" / VILLAGE / DRAFT).glob("v002-*.docx"))
    file.chmod(0o644)
    file.write_bytes(file.read_bytes()[:-1])
    page = text_of(client.post("/pengaturan/kesehatan/periksa/"))
    assert "Utuh" not in page.replace("Ada yang tidak utuh", "")
    assert file.name in page


def test_the_printed_checkpoint_fits_the_exported_record(office: AtStage, tmp_path: Path) -> None:
    page = office().client(Role.KADES).get("/pengaturan/titik-periksa/").content.decode()
    note = re.search(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL)
    key = re.search(r'sha">(perdes-flow/[^<]+)<', page)
    assert note
    assert key
    (tmp_path / "catatan.jsonl").write_bytes(export_log(desk(VILLAGE)))
    (tmp_path / "titik.txt").write_text(note[1], encoding="utf-8", newline="\n")
    (tmp_path / "kunci.txt").write_text(key[1] + "\n", encoding="utf-8", newline="\n")
    words = ["catatan.jsonl", "--key", "kunci.txt", "--checkpoint", "titik.txt"]
    said = subprocess.run(
        [sys.executable, "-m", "perdes_flow", "verify-log", *words],
        cwd=tmp_path,
        check=False,
        capture_output=True,
    )
    assert said.returncode == 0, said.stderr
    assert f"{workspace().log(VILLAGE).head()[0]}</strong>" in page
