"""The phone's own lock in the place of the PIN, with Chromium's virtual authenticator."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from web.browser import PHONE, Screen
from web.conftest import DRAFT, PIN, VILLAGE, Office

from perdes_flow.domain.values import Role
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.models import Passkey
from perdes_flow.web.workspace import desk

Window = Callable[..., Screen]
STEP = f"/rancangan/{DRAFT}/langkah/klarifikasi_selesai/"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
ANSWER = """async (address) => {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  const said = await (await fetch(address, { method: "POST", body })).json();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(said.publicKey);
  return JSON.stringify(await navigator.credentials.get({ publicKey }));
}"""


@pytest.fixture
def phone(office: Callable[..., Office], screen: Window) -> tuple[Office, Screen]:
    """An evaluator's phone with a lock, on localhost: passkeys belong to a name, never to an IP address."""
    here = office("klarifikasi")
    window = screen(PHONE)
    window.base = window.base.replace("127.0.0.1", "localhost")
    window.log_in(here.account(Role.EVALUATOR))
    session = window.context.new_cdp_session(window.page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return here, window


def enrol(window: Screen) -> Any:
    page = window.open("/akun/")
    page.get_by_label("Nama HP ini").fill("HP Redmi")
    page.locator("#pin_kunci_layar").fill(PIN)
    page.get_by_role("button", name="Pakai kunci layar HP ini").click()
    page.get_by_text("Kunci layar HP itu dapat dipakai").wait_for()
    return page


def test_a_step_that_binds_is_taken_with_the_phones_lock_and_no_pin(phone: tuple[Office, Screen]) -> None:
    _, window = phone
    enrol(window)
    assert Passkey.objects.get().label == "HP Redmi"
    page = window.open(STEP)
    page.locator("#dokumen-surat_hasil_klarifikasi").set_input_files(
        {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\nsurat\n%%EOF\n"}
    )
    page.locator("#nomor").fill("188/45/2026")
    page.get_by_role("button", name="Pakai kunci layar HP ini, tanpa PIN").click()
    page.locator(".tercatat").first.wait_for()
    assert open_case(desk(VILLAGE), DRAFT).draft.state == "berlaku"
    assert Passkey.objects.get().last_used is not None


def test_an_answer_of_the_lock_serves_once_and_for_its_own_challenge(phone: tuple[Office, Screen]) -> None:
    here, window = phone
    page = enrol(window)
    first, second = (page.evaluate(ANSWER, "/akun/kunci-layar/tantangan/") for _ in range(2))
    client = Client(headers={"host": window.base.removeprefix("http://")})
    client.cookies[settings.SESSION_COOKIE_NAME] = next(
        one["value"] for one in window.context.cookies() if one["name"] == settings.SESSION_COOKIE_NAME
    )
    before = here.heads()
    assert "Kunci layar itu tidak cocok" in take(client, first)  # asked before the second
    client.post("/akun/kunci-layar/tantangan/")
    assert "Kunci layar itu tidak cocok" in take(client, second)  # asked before this one
    assert here.heads() == before
    mine = page.evaluate(ANSWER, "/akun/kunci-layar/tantangan/")
    assert "Kunci layar itu tidak cocok" not in take(client, mine)
    assert "Kunci layar itu tidak cocok" in take(client, mine)  # the same answer again


def take(client: Client, answer: str) -> str:
    return client.post(f"{STEP}ambil/", {"kunci_layar": answer}, follow=True).content.decode()


def test_without_the_own_pin_no_lock_is_taken_on(phone: tuple[Office, Screen]) -> None:
    _, window = phone
    page = window.open("/akun/")
    page.get_by_label("Nama HP ini").fill("HP lain")
    page.locator("#pin_kunci_layar").fill("000001")
    page.get_by_role("button", name="Pakai kunci layar HP ini").click()
    page.get_by_text("PIN Anda tidak cocok").wait_for()
    assert Passkey.objects.count() == 0


def test_nonsense_is_refused_like_a_wrong_lock(office: Callable[..., Office]) -> None:
    here = office("klarifikasi")
    client = here.client(Role.EVALUATOR)
    before = here.heads()
    for answer in (
        "x",
        "[]",
        "{}",
        '{"id": 1}',
        "{" * 30_000,
        '{"id":"a","rawId":"a","type":"public-key","response":{}}',
    ):
        assert "Kunci layar itu tidak cocok" in take(client, answer)
        client.post("/akun/kunci-layar/tantangan/")
        assert client.post("/akun/kunci-layar/", {"jawaban": answer}).status_code == 422
    assert here.heads() == before
