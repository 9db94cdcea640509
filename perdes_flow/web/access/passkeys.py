"""Passkeys: the lock of one's own phone (finger, face, its code) in the place of the PIN before an act that binds.

The secret never leaves the phone; what is kept here opens nothing. The log-in itself stays as it is.
"""

import json
import time
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    UserVerificationRequirement,
)

from perdes_flow.web.access.refusals import PasskeyWrong
from perdes_flow.web.models import Account, Passkey

_ASKED, _SECONDS = "_kunci_layar", 300  # in the session: what was asked, and for how long it may be answered
_LONGEST = 20_000  # letters of an answer
MOST = 10  # passkeys of one person


def offer(request: HttpRequest, account: Account) -> dict[str, Any]:
    """What the browser needs to make a passkey."""
    who = PublicKeyCredentialUserEntity(
        name=account.name, id=str(account.pk).encode(), display_name=account.name
    )
    options, state = _server(request).register_begin(
        who, _known(account), user_verification=UserVerificationRequirement.REQUIRED
    )
    return _asked(request, "baru", options, state)


def keep(request: HttpRequest, account: Account, answer: str, label: str) -> None:
    """Keep the passkey that the browser made; PasskeyWrong."""
    state = _state(request, "baru")
    try:
        made = _server(request).register_complete(state, _read(answer)).credential_data
    except (ValueError, KeyError, TypeError) as error:
        raise PasskeyWrong from error
    if made is None or account.passkeys.count() >= MOST:
        raise PasskeyWrong
    name = label.strip()[:60] or "HP"
    account.passkeys.create(credential=bytes(made), label=name, made=timezone.now())


def challenge(request: HttpRequest, account: Account) -> dict[str, Any]:
    """What the browser needs to ask for one of the person's passkeys; PasskeyWrong where there is none."""
    if not (known := _known(account)):
        raise PasskeyWrong
    options, state = _server(request).authenticate_begin(
        known, user_verification=UserVerificationRequirement.REQUIRED
    )
    return _asked(request, "lagi", options, state)


def check(request: HttpRequest, account: Account, answer: str) -> None:
    """The same person again, by a passkey and the challenge just asked, which serves once; PasskeyWrong."""
    state = _state(request, "lagi")
    rows = {_data(row).credential_id: row for row in account.passkeys.all()}
    try:
        said = AuthenticationResponse.from_dict(_read(answer))
        used = _server(request).authenticate_complete(state, [_data(row) for row in rows.values()], said)
        count = said.response.authenticator_data.counter
    except (ValueError, KeyError, TypeError) as error:
        raise PasskeyWrong from error
    row = rows[used.credential_id]
    if 0 < count <= row.counter:  # a copy of the passkey is about
        raise PasskeyWrong
    Passkey.objects.filter(pk=row.pk).update(counter=count, last_used=timezone.now())


def _server(request: HttpRequest) -> Fido2Server:
    host = request.get_host().partition(":")[0]
    return Fido2Server(PublicKeyCredentialRpEntity(name="perdes-flow", id=host))


def _known(account: Account) -> list[AttestedCredentialData]:
    return [_data(row) for row in account.passkeys.all()]


def _data(row: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(bytes(row.credential))


def _asked(request: HttpRequest, what: str, options: Any, state: Any) -> dict[str, Any]:
    request.session[_ASKED] = {"apa": what, "pada": int(time.time()), "keadaan": state}
    return dict(options)


def _state(request: HttpRequest, what: str) -> Any:
    """What was asked, taken out: an answer serves once."""
    asked = request.session.pop(_ASKED, None)
    if not asked or asked["apa"] != what or time.time() - asked["pada"] > _SECONDS:
        raise PasskeyWrong
    return asked["keadaan"]


def _read(answer: str) -> dict[str, Any]:
    found = json.loads(answer) if len(answer) <= _LONGEST else None
    if not isinstance(found, dict):
        raise PasskeyWrong
    return found
