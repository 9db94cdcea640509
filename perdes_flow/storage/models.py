"""The tables: the record (never changed), the payloads (only ever erased), the register (derived), people's private notes.

Hashes and times stand as the text that was hashed, so that a leaf is rebuilt to the byte without any conversion.
"""

from django.db import models


class Record(models.Model):
    """One leaf of a village's chain. The database itself refuses UPDATE and DELETE (see append_only)."""

    pk = models.CompositePrimaryKey("village", "seq")
    village = models.CharField(max_length=40)
    seq = models.BigIntegerField()
    prev = models.CharField(max_length=64)
    at = models.CharField(max_length=20)
    actor = models.CharField(max_length=16)
    role = models.CharField(max_length=32)
    type = models.CharField(max_length=60)
    draft = models.CharField(max_length=60, null=True)
    version = models.IntegerField(null=True)
    sha256 = models.CharField(max_length=64, null=True)
    text_sha256 = models.CharField(max_length=64, null=True)
    payload_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    key = models.CharField(
        max_length=200
    )  # the write that it came with, so that a retry writes nothing twice
    part = models.IntegerField()  # 0, 1, 2 … within that write

    class Meta:
        db_table = "perdes_record"
        constraints = (
            models.UniqueConstraint(fields=("village", "key", "part"), name="perdes_record_written_once"),
        )
        indexes = (models.Index(fields=("village", "draft", "seq"), name="perdes_record_stream"),)


class Payload(models.Model):
    """What a leaf's payload_hash stands for. Both columns are NULL once erased; nothing else may happen to a row."""

    pk = models.CompositePrimaryKey("village", "seq")
    village = models.CharField(max_length=40)
    seq = models.BigIntegerField()
    payload = models.BinaryField(null=True)  # the very bytes that were hashed: canonical JSON in UTF-8
    salt = models.BinaryField(null=True)

    class Meta:
        db_table = "perdes_payload"


class RegisterEntry(models.Model):
    """One draft in the lists; rebuilt from the log at any time, and nothing is decided from it."""

    pk = models.CompositePrimaryKey("village", "draft")
    village = models.CharField(max_length=40)
    draft = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    jenis = models.CharField(max_length=60)
    workflow = models.CharField(max_length=60)
    state = models.CharField(max_length=60)
    state_label = models.TextField()
    final = models.BooleanField()
    waiting_for = models.TextField()
    due = models.DateField(null=True)
    due_law = models.TextField(default="")  # the rule that sets the date
    versions = models.IntegerField()
    open_comments = models.IntegerField()
    updated = models.DateTimeField()
    due_what = models.TextField(default="")
    due_unit = models.CharField(max_length=10, default="")
    waiting = models.TextField(default="")
    search = models.TextField()  # its words, each behind a blank (see storage.search)

    class Meta:
        db_table = "perdes_register"
        indexes = (
            models.Index(fields=("village", "state", "updated", "draft"), name="perdes_register_by_state"),
            models.Index(fields=("village", "updated", "draft"), name="perdes_register_by_time"),
            models.Index(fields=("village", "due"), name="perdes_register_due"),
        )


class Waiting(models.Model):
    """A draft that waits for an office: so that "what waits for me" is found at once among any number of drafts."""

    pk = models.CompositePrimaryKey("village", "role", "draft")
    village = models.CharField(max_length=40)
    role = models.CharField(max_length=32)
    draft = models.CharField(max_length=60)
    due = models.DateField(null=True)

    class Meta:
        db_table = "perdes_waiting"
        indexes = (
            models.Index(fields=("village", "role", "due", "draft"), name="perdes_waiting_by_due"),
            models.Index(fields=("village", "draft"), name="perdes_waiting_of_draft"),
        )


class SearchWord(models.Model):
    """A word of a draft in the register, so that a rare one is found at once among any number of drafts."""

    pk = models.CompositePrimaryKey("village", "word", "draft")
    village = models.CharField(max_length=40)
    word = models.CharField(max_length=60)
    draft = models.CharField(max_length=60)

    class Meta:
        db_table = "perdes_search_word"
        indexes = (models.Index(fields=("village", "draft"), name="perdes_search_word_of_draft"),)


class Note(models.Model):
    """A private note: no part of the record, thrown away when it was shared or when its author likes."""

    pk = models.CompositePrimaryKey("village", "draft", "person", "number")
    village = models.CharField(max_length=40)
    draft = models.CharField(max_length=60)
    person = models.CharField(max_length=16)
    number = models.IntegerField()
    version = models.IntegerField()
    address = models.CharField(max_length=300)
    quote = models.TextField()
    text = models.TextField()
    at = models.DateTimeField()
    key = models.CharField(max_length=200)  # of the request, so that a retry keeps nothing twice

    class Meta:
        db_table = "perdes_note"
        constraints = (models.UniqueConstraint(fields=("village", "key"), name="perdes_note_kept_once"),)


class OutboxEntry(models.Model):
    """Something that a person is still to be told, or was told; its key keeps it from being told twice."""

    pk = models.CompositePrimaryKey("village", "key")
    village = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    draft = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    person = models.CharField(max_length=16)
    what = models.TextField()
    who = models.TextField()
    until = models.DateField(null=True)
    law = models.TextField()
    at = models.DateTimeField()
    sent = models.DateTimeField(null=True)
    way = models.CharField(max_length=20, default="")
    taken = models.DateTimeField(null=True)  # when somebody last began to send it
    tries = models.IntegerField(default=0, db_default=0)

    class Meta:
        db_table = "perdes_outbox"
        indexes = (models.Index(fields=("village", "sent", "person"), name="perdes_outbox_waiting"),)
