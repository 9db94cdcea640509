"""Who may come in: accounts, the personal links that open one draft, keys of programs, the sessions that run, failed tries; and who read what.

Nothing here is the record: who did what stands in the log alone, under the person's number in the village.
"""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils.module_loading import import_string


class Account(AbstractBaseUser):
    """The login of one person of one village. The password is the PIN, hashed."""

    name = models.CharField(max_length=60, unique=True)  # "sumberagung/o005"
    village = models.CharField(max_length=40)
    person = models.CharField(max_length=16)
    email = models.EmailField(blank=True)
    own_pin = models.BooleanField(default=False)  # chosen by the person; a PIN handed over is known to two
    pin_since = models.DateTimeField(null=True)  # when the present PIN was chosen, or handed over
    pin_from = models.CharField(
        max_length=16, blank=True
    )  # who handed it over last; "sistem": whoever keeps the server
    is_active = True

    objects: ClassVar[BaseUserManager] = BaseUserManager()
    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        db_table = "perdes_account"
        constraints = (
            models.UniqueConstraint(fields=("village", "person"), name="perdes_account_person"),
            # a code sent to an address lets one person in, not one of two
            models.UniqueConstraint(
                fields=("email",), condition=~models.Q(email=""), name="perdes_account_email"
            ),
        )


class PersonalLink(models.Model):
    """A link that lets one person in. With a draft it opens that draft alone, and only the acts it names."""

    token_sha256 = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="links")
    draft = models.CharField(max_length=60, blank=True)
    acts = models.CharField(max_length=200, blank=True)  # e.g. "baca catatan"
    made_by = models.CharField(max_length=16)
    made = models.DateTimeField()
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True)
    last_used = models.DateTimeField(null=True)
    single_use = models.BooleanField(default=False)

    class Meta:
        db_table = "perdes_personal_link"


class AccessToken(models.Model):
    """A key with which a program of one person uses the API, in that person's offices. Only its hash is kept."""

    token_sha256 = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="tokens")
    label = models.CharField(max_length=100)  # what it is for, in the person's own words
    made = models.DateTimeField()
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True)
    last_used = models.DateTimeField(null=True)

    class Meta:
        db_table = "perdes_access_token"


class Passkey(models.Model):
    """What a phone's lock signs with, its public half: it may stand for the PIN before an act that binds."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="passkeys")
    credential = models.BinaryField()
    label = models.CharField(max_length=60)
    made = models.DateTimeField()
    last_used = models.DateTimeField(null=True)
    counter = models.BigIntegerField(default=0)  # as the phone counts; one that goes back is a copy

    class Meta:
        db_table = "perdes_passkey"


class Session(AbstractBaseSession):
    """A running session, so that a person sees where he or she is logged in and can end it."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="sessions")
    agent = models.CharField(max_length=200, blank=True)
    begun = models.DateTimeField(null=True)
    seen = models.DateTimeField(null=True)

    objects: ClassVar[BaseSessionManager] = BaseSessionManager()

    class Meta:
        db_table = "perdes_session"

    @classmethod
    def get_session_store_class(cls) -> type:
        return import_string("perdes_flow.web.access.sessions.SessionStore")


class PendingUpload(models.Model):
    """A Word file between looking at it and handing it in: of one person, for one draft, for an hour.

    Outside the record, and never sent to anybody as it came.
    """

    token = models.CharField(max_length=43, unique=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="pending")
    draft = models.CharField(max_length=60)
    name = models.CharField(max_length=300)
    data = models.BinaryField()
    expires = models.DateTimeField()

    class Meta:
        db_table = "perdes_pending_upload"


class Tries(models.Model):
    """Failed tries of a secret, by a key that names nobody to whoever reads the table."""

    key = models.CharField(max_length=64, primary_key=True)
    failures = models.IntegerField(default=0)
    closed_until = models.DateTimeField()

    class Meta:
        db_table = "perdes_tries"


class LastRead(models.Model):
    """The version of a draft that a person said to have read, so that the next one can show what is new to him or her."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="readings")
    draft = models.CharField(max_length=60)
    version = models.IntegerField()

    class Meta:
        db_table = "perdes_last_read"
        constraints = (models.UniqueConstraint(fields=("account", "draft"), name="perdes_last_read_once"),)
