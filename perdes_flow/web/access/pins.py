"""PINs: handed over by the secretary, changed by the person, asked again before a vote, an agreement, a signature."""

from itertools import pairwise
from secrets import randbelow

from django.contrib.auth.hashers import check_password, make_password
from django.utils import timezone

from perdes_flow.domain.values import PersonId, VillageId
from perdes_flow.web.access import tries
from perdes_flow.web.access.refusals import OwnPinMissing, PinUnfit, PinWrong, StepUpWrong
from perdes_flow.web.models import Account

DIGITS = 6


def account_of(village: VillageId, person: PersonId) -> Account:
    """The login of a person, made at its first use; without a PIN nobody can use it."""
    account, _ = Account.objects.get_or_create(
        village=village,
        person=person,
        defaults={"name": f"{village}/{person}", "password": make_password(None)},
    )
    return account


def hand_over_pin(village: VillageId, person: PersonId, *, by: PersonId) -> str:
    """A new PIN for a person, to be told once; it ends all sessions of that person, and the keys of his or her programs.

    Who handed it over stays on record, and is told to the person: two people know such a PIN.
    """
    pin = f"{randbelow(10**DIGITS):0{DIGITS}d}"
    while not fit(pin):
        pin = f"{randbelow(10**DIGITS):0{DIGITS}d}"
    account = account_of(village, person)
    account.set_password(pin)
    account.own_pin, account.pin_from, account.pin_since = False, by, timezone.now()
    account.save()
    account.sessions.all().delete()
    account.tokens.filter(revoked=None).update(revoked=timezone.now())
    return pin


def choose_pin(account: Account, pin: str) -> None:
    """The person's own PIN, which nobody else knows; PinUnfit."""
    if not fit(pin):
        raise PinUnfit
    account.set_password(pin)
    account.own_pin, account.pin_since = True, timezone.now()
    account.save()


def check_pin(account: Account | None, name: str, pin: str, address: str) -> Account:
    """The account, if the PIN is its own. `name` as typed. PinWrong in the same time for unknown names; TooManyTries."""
    keys = [tries.key_of("akun", name), tries.key_of("alamat", address)]
    tries.check(keys)
    # without an account a hash is computed all the same: the time must not tell whether the name exists
    right = check_password(pin, account.password) if account else bool(make_password(pin)) and False
    if account is None or not right:
        tries.failed(keys)
        raise PinWrong
    tries.succeeded(keys[0])
    return account


def step_up(account: Account, pin: str) -> None:
    """The same person again, before an act that binds; OwnPinMissing, StepUpWrong, TooManyTries."""
    if not account.own_pin:
        raise OwnPinMissing
    key = tries.key_of("akun", account.name)
    tries.check([key])
    if not check_password(pin, account.password):
        tries.failed([key])
        raise StepUpWrong
    tries.succeeded(key)


def fit(pin: str) -> bool:
    """Six digits or more, that are neither a row nor all the same."""
    digits = pin.isascii() and pin.isdigit() and DIGITS <= len(pin) <= 12
    steps = {ord(b) - ord(a) for a, b in pairwise(pin)}
    return digits and steps not in ({0}, {1}, {-1})
