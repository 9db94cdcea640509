"""Trying to come in tells nobody whom the village knows: the same work is done for whoever is named."""

import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from web.conftest import PIN, VILLAGE, Office
from web.test_login import until_mail_is_sent, with_email

from perdes_flow.web.access.pins import choose_pin
from perdes_flow.web.access.tries import FREE

AtStage = Callable[..., Office]
RUNS = 31
LEAST_DIFFERENCE_SECONDS = 0.005
WRONG = "314159"

# whom the village knows or not; anggota-3 has never had a PIN, warga nobody knows
NAMED = {
    "a person": (VILLAGE, "sekdes"),
    "a person without a PIN": (VILLAGE, "anggota-3"),
    "nobody": (VILLAGE, "warga"),
    "another village": ("sukamaju", "sekdes"),
}


def tried(client: Client, village: str, nickname: str, pin: str = WRONG, **headers: Any) -> Any:
    return client.post("/masuk/pin/", {"desa": village, "sapaan": nickname, "pin": pin}, **headers)


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each time that a PIN is hashed; that alone takes long enough to be seen."""
    seen: list[str] = []
    for name in ("encode", "verify"):
        kept = getattr(Argon2PasswordHasher, name)

        def counted(self: Any, *words: Any, kept: Any = kept, name: str = name, **more: Any) -> Any:
            seen.append(name)
            return kept(self, *words, **more)

        monkeypatch.setattr(Argon2PasswordHasher, name, counted)
    return seen


@pytest.mark.parametrize("who", NAMED)
def test_one_pin_is_hashed_whoever_is_named(office: AtStage, hashed: list[str], who: str) -> None:
    here = office()
    client = here.client()
    here.account("anggota-3")  # somebody who has an account, and no PIN
    hashed.clear()
    assert tried(client, *NAMED[who]).status_code == 422
    assert len(hashed) == 1


def medians(try_: Callable[[str], None], names: list[str]) -> dict[str, float]:
    """The processor's time for each name, tried in turns: other programs on the machine do not count."""
    taken: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(RUNS):
        for name in names:
            begun = time.process_time()
            try_(name)
            taken[name].append(time.process_time() - begun)
    return {name: statistics.median(times) for name, times in taken.items()}


def test_all_else_takes_as_long_for_somebody_as_for_nobody(
    office: AtStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a hash that costs nothing, so that nothing hides behind it."""
    for name, value in {"time_cost": 1, "memory_cost": 8, "parallelism": 1}.items():
        monkeypatch.setattr(Argon2PasswordHasher, name, value)
    here = office()
    choose_pin(here.account("sekdes"), PIN)
    client = here.client()
    monkeypatch.setitem(FREE, "akun", 10_000)  # so that each try comes to the PIN
    monkeypatch.setitem(FREE, "alamat", 10_000)
    found = medians(lambda who: tried(client, *NAMED[who]) and None, list(NAMED))
    assert max(found.values()) - min(found.values()) < LEAST_DIFFERENCE_SECONDS, found


class SlowServer(EmailBackend):
    """A mail server at the end of a bad line."""

    def send_messages(self, messages: Any) -> int:
        time.sleep(0.2)
        return int(super().send_messages(messages))


def test_asking_for_a_code_takes_as_long_for_a_known_address_as_for_another(
    office: AtStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = with_email(office())
    monkeypatch.setattr(settings, "EMAIL_BACKEND", f"{__name__}.SlowServer")
    monkeypatch.setattr(settings, "ACCOUNT_RATE_LIMITS", False, raising=False)
    taken: dict[str, list[float]] = {known: [], "tidak-ada@sumberagung.example": []}
    for _ in range(9):
        for address, times in taken.items():
            begun = time.perf_counter()
            assert Client().post("/masuk/surel/", {"email": address}).status_code == 302
            times.append(time.perf_counter() - begun)
            until_mail_is_sent()
    found = {address: statistics.median(times) for address, times in taken.items()}
    assert abs(found[known] - found["tidak-ada@sumberagung.example"]) < 0.1, (
        "nobody waits for the mail server"
    )


def test_tries_are_counted_for_each_person_and_each_address(office: AtStage) -> None:
    here = office()
    client = here.client()
    for _ in range(FREE["akun"]):
        tried(client, VILLAGE, "sekdes", REMOTE_ADDR="10.0.0.1")
    assert tried(client, VILLAGE, "sekdes", PIN, REMOTE_ADDR="10.0.0.2").status_code == 422, "also elsewhere"
    assert tried(client, VILLAGE, "kades", PIN, REMOTE_ADDR="10.0.0.1").status_code == 303, "not for others"


def closed_to(client: Client, **headers: Any) -> bool:
    return tried(client, VILLAGE, "kades", PIN, **headers).status_code == 422


@pytest.fixture
def quick_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perdes_flow.web.access.pins.make_password", lambda pin: "x")


@pytest.mark.usefixtures("quick_hash")
def test_nobody_names_the_address_of_somebody_else(office: AtStage) -> None:
    """Without a server of ours before it, X-Forwarded-For is what any visitor writes."""
    client = office().client()
    for number in range(FREE["alamat"]):
        tried(
            client,
            VILLAGE,
            f"warga-{number}",
            REMOTE_ADDR="10.0.0.9",
            HTTP_X_FORWARDED_FOR=f"10.1.0.{number}",
        )
    assert closed_to(client, REMOTE_ADDR="10.0.0.9", HTTP_X_FORWARDED_FOR="10.2.0.1")
    assert not closed_to(client, REMOTE_ADDR="10.0.0.8", HTTP_X_FORWARDED_FOR="10.1.0.1")


@pytest.mark.usefixtures("quick_hash")
def test_behind_our_own_proxy_each_visitor_is_counted_alone(
    office: AtStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = office().client()
    monkeypatch.setattr(settings, "BEHIND_PROXY", True)
    # what stands before the last entry the visitor wrote: it changes nothing
    for number in range(FREE["alamat"]):
        forged = f"10.1.0.{number}, 203.0.113.5"
        tried(client, VILLAGE, f"warga-{number}", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=forged)
    assert closed_to(client, REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="10.9.9.9, 203.0.113.5")
    assert not closed_to(client, REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.6")
