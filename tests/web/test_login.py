"""Coming in by PIN or link, staying, and going out again."""

import re
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils import timezone
from web.conftest import DRAFT, PIN, VILLAGE, Office

from perdes_flow.domain.values import Role
from perdes_flow.web.access.links import make_link, make_login_link, revoke_link
from perdes_flow.web.access.pins import hand_over_pin
from perdes_flow.web.access.tries import FREE
from perdes_flow.web.models import PersonalLink, Session, Tries

AtStage = Callable[..., Office]
COOKIE = settings.SESSION_COOKIE_NAME


def log_in(client: Client, nickname: str, pin: str) -> int:
    return client.post("/masuk/pin/", {"desa": VILLAGE, "sapaan": nickname, "pin": pin}).status_code


def is_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def test_a_person_comes_in_with_the_pin_and_goes_out(office: AtStage) -> None:
    client = office().client()
    assert not is_in(client)
    assert log_in(client, "sekdes", PIN) == 303
    assert "Sekretaris Desa Sumberagung" in client.get("/").content.decode()
    client.post("/keluar/")
    assert not is_in(client)


def test_coming_in_leads_back_to_the_page_that_was_asked_for(office: AtStage) -> None:
    client = office().client()
    asked = client.get(f"/rancangan/{DRAFT}/")
    form = {"desa": VILLAGE, "sapaan": "sekdes", "pin": PIN}
    assert asked["Location"] == f"/masuk/?lanjut=%2Francangan%2F{DRAFT}%2F"
    assert (
        client.post("/masuk/pin/", {**form, "lanjut": f"/rancangan/{DRAFT}/"})["Location"]
        == f"/rancangan/{DRAFT}/"
    )
    for elsewhere in (
        "https://jahat.example/",
        "//jahat.example/",
        "javascript:alert(1)",
        "\\\\jahat.example",
    ):
        assert client.post("/masuk/pin/", {**form, "lanjut": elsewhere})["Location"] == "/"


def test_an_unknown_name_gets_the_same_answer_as_a_wrong_pin(office: AtStage) -> None:
    client = office().client()
    answers = []
    for name in ("sekdes", "tidak-ada"):
        answer = client.post("/masuk/pin/", {"desa": VILLAGE, "sapaan": name, "pin": "000001"})
        text = re.sub(r'value="[^"]*"', "", answer.content.decode())
        answers.append((answer.status_code, text))
    assert answers[0] == answers[1]
    assert answers[0][0] == 422


def test_a_new_session_begins_under_a_new_name(office: AtStage) -> None:
    client = office().client()
    log_in(client, "sekdes", PIN)
    first = client.cookies[COOKIE].value
    log_in(client, "sekdes", PIN)
    assert client.cookies[COOKIE].value != first
    old = Client()
    old.cookies[COOKIE] = first
    assert not is_in(old)


@pytest.mark.parametrize("since", ["_seen", "_begun"])
def test_a_session_ends_without_use_and_after_a_working_day(office: AtStage, since: str) -> None:
    client = office().client()
    log_in(client, "sekdes", PIN)
    assert is_in(client)
    longest = {"_seen": 30 * 60, "_begun": 8 * 60 * 60}[since]
    for seconds, stays in ((longest - 60, True), (longest + 1, False)):
        session = client.session
        session[since] = int(timezone.now().timestamp()) - seconds
        session.save()
        assert is_in(client) == stays


def test_five_wrong_pins_close_the_door_for_a_while_also_to_the_right_one(office: AtStage) -> None:
    client = office().client()
    for _ in range(FREE["akun"]):
        assert log_in(client, "sekdes", "000001") == 422
    answer = client.post("/masuk/pin/", {"desa": VILLAGE, "sapaan": "sekdes", "pin": PIN})
    assert answer.status_code == 422
    assert "Terlalu banyak percobaan" in answer.content.decode()
    assert log_in(client, "kades", PIN) == 303, "others of the same address are not shut out"


def test_failures_of_another_day_are_forgotten(office: AtStage) -> None:
    client = office().client()
    for _ in range(FREE["akun"] - 1):
        log_in(client, "sekdes", "000001")
    Tries.objects.update(closed_until=timezone.now() - timedelta(hours=25))
    assert log_in(client, "sekdes", "000001") == 422
    assert log_in(client, "sekdes", PIN) == 303


def test_each_further_failure_closes_the_door_for_twice_as_long(office: AtStage) -> None:
    client, waits = office().client(), []
    for _ in range(FREE["akun"] + 3):
        Tries.objects.filter(closed_until__gt=timezone.now()).update(closed_until=timezone.now())
        log_in(client, "sekdes", "000001")
        row = Tries.objects.order_by("-closed_until").first()
        assert row is not None
        waits.append(round((row.closed_until - timezone.now()).total_seconds()))
    assert waits[: FREE["akun"] - 1] == [0] * (FREE["akun"] - 1)
    assert waits[FREE["akun"] - 1 :] == [pytest.approx(w, abs=3) for w in (30, 60, 120, 240)]


def test_a_link_shows_whom_it_is_for_and_lets_in_only_by_the_button(office: AtStage) -> None:
    member = office("pembahasan_internal").account(Role.ANGGOTA_BPD)
    token = make_link(VILLAGE, member.person, made_by="o013", draft=DRAFT)
    client = Client()
    page = client.get(f"/t/{token}/").content.decode()
    assert "Anggota BPD 1" in page
    assert "Pelindungan Pekerja Migran Indonesia" in page
    assert not Session.objects.exists()  # a chat program that looks at the link starts nothing
    assert client.post(f"/t/{token}/masuk/")["Location"] == f"/rancangan/{DRAFT}/baca/"
    assert client.get(f"/rancangan/{DRAFT}/").status_code == 200


def test_only_the_hash_of_a_link_is_kept(office: AtStage) -> None:
    member = office().account(Role.ANGGOTA_BPD)
    token = make_link(VILLAGE, member.person, made_by="o013", draft=DRAFT)
    kept = PersonalLink.objects.values().get()
    assert token not in repr(kept)


def test_a_revoked_link_throws_out_whom_it_let_in(office: AtStage) -> None:
    member = office().account(Role.ANGGOTA_BPD)
    token = make_link(VILLAGE, member.person, made_by="o013", draft=DRAFT)
    client = Client()
    client.post(f"/t/{token}/masuk/")
    revoke_link(PersonalLink.objects.get())
    assert client.get(f"/rancangan/{DRAFT}/").status_code == 302
    assert Client().get(f"/t/{token}/").status_code == 404


def test_an_expired_link_is_not_there(office: AtStage) -> None:
    member = office().account(Role.ANGGOTA_BPD)
    token = make_link(VILLAGE, member.person, made_by="o013", draft=DRAFT, lasts=timedelta(seconds=-1))
    assert Client().get(f"/t/{token}/").status_code == 404
    assert Client().post(f"/t/{token}/masuk/").status_code == 422


def test_a_login_link_serves_once(office: AtStage) -> None:
    token = make_login_link(VILLAGE, office().account(Role.SEKDES).person, made_by="sistem")
    assert Client().post(f"/t/{token}/masuk/")["Location"] == "/"
    assert Client().post(f"/t/{token}/masuk/").status_code == 422


def test_a_new_pin_ends_all_sessions_and_signs_nothing_until_it_is_ones_own(office: AtStage) -> None:
    here = office("klarifikasi")
    client = here.client(Role.EVALUATOR)
    assert is_in(client)
    pin = hand_over_pin(VILLAGE, here.account(Role.EVALUATOR).person, by="sistem")
    assert not is_in(client)
    log_in(client, "evaluator", pin)
    step = f"/rancangan/{DRAFT}/langkah/klarifikasi_selesai/ambil/"
    assert "Anda belum membuat PIN sendiri" in client.post(step, {"pin": pin}).content.decode()
    assert client.post("/akun/pin/", {"pin_lama": pin, "pin_baru": "314159"}).status_code == 303
    assert "Anda belum membuat PIN sendiri" not in client.post(step, {"pin": "314159"}).content.decode()


def test_whoever_comes_in_with_a_handed_pin_learns_from_whom_and_chooses_an_own_one_first(
    office: AtStage,
) -> None:
    here = office("pembahasan_internal")
    keeper = here.account(Role.SEKDES).person
    pin = hand_over_pin(VILLAGE, here.account(Role.ANGGOTA_BPD).person, by=keeper)
    client = Client()
    log_in(client, "anggota-1", pin)
    wanted = f"/rancangan/{DRAFT}/baca/"
    answer = client.get(wanted)
    assert answer["Location"] == f"/akun/pin/sendiri/?lanjut=%2Francangan%2F{DRAFT}%2Fbaca%2F"
    page = client.get(answer["Location"]).content.decode()
    assert "dibuat dan diserahkan oleh Sekretaris Desa Sumberagung pada " in page
    assert f'name="lanjut" value="{wanted}"' in page
    form = {"pin_lama": pin, "lanjut": wanted}
    weak = client.post("/akun/pin/", form | {"pin_baru": "123456"})
    assert (weak.status_code, "tidak berurutan" in weak.content.decode()) == (422, True)
    assert client.get(wanted).status_code == 302, "still not one's own"
    assert client.post("/akun/pin/", form | {"pin_baru": "314159"})["Location"] == wanted
    assert client.get(wanted).status_code == 200
    seen = here.client(Role.SEKDES).get(f"/orang/{here.account(Role.ANGGOTA_BPD).person}/").content.decode()
    assert "sudah membuat PIN sendiri" in seen
    assert "PIN diserahkan oleh Sekretaris Desa Sumberagung" in seen


def test_who_came_by_a_login_link_and_has_no_pin_yet_chooses_one(office: AtStage) -> None:
    account = office().account(Role.SEKDES)
    account.set_unusable_password()
    account.own_pin = False
    account.save()
    client = Client()
    client.post(f"/t/{make_login_link(VILLAGE, account.person, made_by='sistem')}/masuk/")
    assert client.get("/").status_code == 200
    assert 'name="pin_lama"' not in client.get("/akun/").content.decode()
    assert client.post("/akun/pin/", {"pin_baru": "314159"}).status_code == 303
    account.refresh_from_db()
    assert account.own_pin
    assert account.check_password("314159")


@pytest.mark.parametrize("pin", ["12345", "123456", "987654", "111111", "31415a", "３１４１５９"])
def test_a_weak_pin_is_not_taken(office: AtStage, pin: str) -> None:
    client = office().client(Role.SEKDES)
    assert client.post("/akun/pin/", {"pin_lama": PIN, "pin_baru": pin}).status_code == 422


def test_a_lost_phone_is_logged_out_from_another_one(office: AtStage) -> None:
    here = office()
    lost, mine = here.client(), here.client()
    log_in(lost, "sekdes", PIN)
    lost.get("/")
    Session.objects.update(seen=timezone.now() - timedelta(minutes=5))
    log_in(mine, "sekdes", PIN)
    mine.get("/")
    assert "sedang dipakai di 1 perangkat lain" in mine.get("/").content.decode()
    page = mine.get("/akun/").content.decode()
    assert page.count("Akhiri") == 1  # the other one; this one has "Keluar"
    mine.post("/akun/sesi/2/akhiri/")
    assert not is_in(lost)
    assert is_in(mine)
    assert "perangkat lain" not in mine.get("/").content.decode()


def test_a_device_that_was_left_half_an_hour_ago_is_no_second_place(office: AtStage) -> None:
    here = office()
    left, mine = here.client(), here.client()
    log_in(left, "sekdes", PIN)
    left.get("/")
    Session.objects.update(seen=timezone.now() - timedelta(minutes=31))
    log_in(mine, "sekdes", PIN)
    assert "perangkat lain" not in mine.get("/").content.decode()


def mail_code(client: Client, address: str) -> str:
    """Ask for a code, and read it in the mail; "" where none came."""
    mail.outbox = []
    answer = client.post("/masuk/surel/", {"email": address})
    until_mail_is_sent()
    assert answer["Location"].startswith("/masuk/surel/kode/")
    if not mail.outbox:
        return ""
    assert mail.outbox[0].to == [address]
    assert mail.outbox[0].subject.strip() == "Kode masuk perdes-flow"
    found = re.search(r"Kode masuk Anda:\s+(\S+)", str(mail.outbox[0].body))
    assert found
    return found[1]


def until_mail_is_sent() -> None:
    for one in threading.enumerate():
        if one.name == "surel":
            one.join()


def with_email(here: Office, address: str = "sekdes@sumberagung.example") -> str:
    answer = here.client(Role.SEKDES).post("/akun/surel/", {"surel": address, "pin": PIN})
    assert answer.status_code == 303
    return address


def test_a_code_in_a_mail_lets_in_whose_address_it_is(office: AtStage) -> None:
    address = with_email(office())
    client = Client()
    code = mail_code(client, address)
    before = client.cookies[COOKIE].value
    assert client.post("/masuk/surel/kode/", {"code": code})["Location"] == "/"
    assert client.cookies[COOKIE].value != before
    assert "Sekretaris Desa Sumberagung" in client.get("/").content.decode()


def test_a_wrong_code_lets_nobody_in_and_three_are_enough(office: AtStage) -> None:
    address = with_email(office())
    client = Client()
    code = mail_code(client, address)
    for _ in range(3):
        assert not is_in(client)
        client.post("/masuk/surel/kode/", {"code": "XXXXXX"})
    client.post("/masuk/surel/kode/", {"code": code})
    assert not is_in(client)


def test_an_unknown_address_gets_the_same_page_and_no_mail(office: AtStage) -> None:
    known = with_email(office())
    pages = []
    for address in (known, "tidak-ada@sumberagung.example"):
        client = Client()
        code = mail_code(client, address)
        assert bool(code) == (address == known)
        text = client.get("/masuk/surel/kode/").content.decode()
        pages.append(re.sub(r'value="[^"]*"', "", text))
    assert pages[0] == pages[1]


def test_an_address_belongs_to_one_person(office: AtStage) -> None:
    here = office()
    address = with_email(here)
    answer = here.client(Role.KADES).post("/akun/surel/", {"surel": address.upper(), "pin": PIN})
    assert answer.status_code == 422


def test_without_a_mail_server_no_code_is_offered(office: AtStage, monkeypatch: pytest.MonkeyPatch) -> None:
    client = office().client()
    assert "/masuk/surel/" in client.get("/masuk/").content.decode()
    monkeypatch.setattr(settings, "EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend")
    assert "/masuk/surel/" not in client.get("/masuk/").content.decode()
    assert client.get("/masuk/surel/").status_code == 404
