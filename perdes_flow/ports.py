"""What has state, as the use cases see it: the log, the files, the clock; and the desk on which they lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, cast

if TYPE_CHECKING:  # names for readers only: a list of drafts must come without loading facts and workflows
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime, timedelta

    from perdes_flow.domain.acts import Act
    from perdes_flow.domain.chain import Record
    from perdes_flow.domain.values import DraftId, PersonId, Role, Sha256, Slug, VillageId, WorkflowPin
    from perdes_flow.workflow.definition import Procedure


@dataclass(frozen=True, slots=True)
class Entry:
    """An act read back from the log, with its place and hash there."""

    seq: int
    hash: Sha256
    act: Act

    @property
    def receipt(self) -> str:
        """What its author takes home: number and first digits of the hash, "31-7F3A9C1E"."""
        return f"{self.seq}-{self.hash[:8].upper()}"


@dataclass(frozen=True, slots=True)
class PrivateNote:
    """What a person wrote for his or her own eyes: no part of the record until it is shared. `number` counts per person."""

    number: int
    draft: DraftId
    person: PersonId
    version: int
    address: str
    quote: str
    text: str
    at: datetime


#: the next step; work on the text; comments on it; answers to residents
Asked = Literal["langkah", "naskah", "catatan", "masukan"]


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One draft in the register: a derived view for lists and search. Nothing is ever decided from it."""

    village: VillageId
    draft: DraftId
    title: str
    jenis: Slug
    workflow: Slug
    state: Slug
    state_label: str
    final: bool
    waiting_for: str  # offices, as people read them
    due: date | None
    due_law: str  # the rule that sets the date; "" where none is due
    versions: int
    open_comments: int
    updated: datetime
    due_what: str = ""  # what is to be done by then
    due_unit: str = ""  # how that time is counted: "kalender" or "kerja"
    waiting: str = ""  # the codes of the offices waited for, with blanks between; for what: see `asked`

    @property
    def asked(self) -> Mapping[str, Asked]:
        """Office -> what is asked of it: the next step ("kades"), or something before it ("anggota_bpd:catatan")."""
        every = (one.partition(":") for one in self.waiting.split())
        return {office: cast("Asked", what or "langkah") for office, _, what in every}


def waiting_code(asked: Mapping[Role, Asked]) -> str:
    """`RegisterRow.waiting` for what is asked of these offices."""
    return " ".join(role.value + (f":{what}" if what != "langkah" else "") for role, what in asked.items())


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """A part of a list; `following` leads to the next part, "" at the end."""

    rows: tuple[RegisterRow, ...]
    following: str


GROUP = ""  # the recipient of what goes to everybody: the village's chat group


@dataclass(frozen=True, slots=True)
class Message:
    """Something that a person is to be told: what, who has to act, until when, by which law.

    `key` names it for ever: a message whose key was in the outbox once is never put there again. `person` is an id, or
    GROUP. `kind`: kabar, undangan, pengingat, lewat, eskalasi.
    """

    key: str
    draft: DraftId
    kind: str
    person: str
    what: str
    who: str
    until: date | None
    law: str
    at: datetime


class Outbox(Protocol):
    """What people are still to be told."""

    def put(self, messages: Sequence[Message]) -> int:
        """Put messages in; those whose key was ever there are left as they are. How many are new."""
        ...

    def waiting(self) -> tuple[Message, ...]:
        """What was not sent yet, oldest first."""
        ...

    def every(self) -> tuple[Message, ...]:
        """All messages there ever were."""
        ...

    def take(self, messages: Sequence[Message], at: datetime, again_after: timedelta) -> tuple[Message, ...]:
        """Begin to send: those that nobody else began to send within that time; only these may go out."""
        ...

    def done(self, messages: Sequence[Message], at: datetime, way: str) -> tuple[Message, ...]:
        """Mark messages as sent, and say which of them nobody else had marked."""
        ...


class Mailer(Protocol):
    def send(
        self, to: Sequence[str], subject: str, text: str, attachments: Mapping[str, tuple[str, bytes]]
    ) -> None:
        """One mail; `attachments`: name -> (type, bytes). MailRefused."""
        ...


class RecordLog(Protocol):
    """The log of one village."""

    village: VillageId

    def read(self, draft: DraftId | None) -> tuple[Entry, ...]:
        """The entries of one draft, oldest first; None: those of the village itself."""
        ...

    def append(
        self,
        acts: Sequence[Act],
        *,
        after: int,
        key: str,
        row: RegisterRow | None = None,
        news: Sequence[Message] = (),
    ) -> tuple[Entry, ...]:
        """Write acts of one stream (one draft, or the village) in one transaction with the register row and the messages.

        `after` is the sequence number of the last entry of that stream which the caller knows (0: none): DraftMovedOn
        if there is a later one. `key` makes the write happen once: where it was used, the entries written then come back.
        """
        ...

    def of_type(self, type: str) -> tuple[Entry, ...]:
        """The entries of one type of fact in the whole village, oldest first."""
        ...

    def erase(self, seq: int) -> None:
        """Remove what was said in a record, for good; the chain holds without it. An unknown number changes nothing."""
        ...

    def written_with(self, key: str) -> tuple[Entry, ...]:
        """The entries written with that key; empty where it was never used."""
        ...

    def records(self, after: int = 0) -> Iterator[Record]:
        """The raw chain, for verification and export."""
        ...

    def head(self) -> tuple[int, Sha256]:
        """Sequence number and hash of the last record; (0, GENESIS) for an empty log."""
        ...


class Register(Protocol):
    """The register of one village."""

    def rows(self) -> tuple[RegisterRow, ...]: ...

    def row(self, draft: DraftId) -> RegisterRow | None: ...

    def due_until(self, day: date) -> tuple[RegisterRow, ...]:
        """The drafts in work that something is to be done about by that day, or was."""
        ...

    def waiting(self, role: str, limit: int) -> tuple[RegisterRow, ...]:
        """The drafts that wait for an office, the most pressing first, those without a date last."""
        ...

    def page(
        self, *, state: Slug | None = None, words: str = "", after: str = "", limit: int = 20
    ) -> RegisterPage:
        """The drafts in one stage (None: all) that hold all the words, those changed last first."""
        ...

    def counts(self, at_most: int) -> tuple[tuple[Slug, str, int], ...]:
        """Stage, its label, and how many drafts are in it; counted no further than `at_most`."""
        ...

    def replace_all(self, rows: Iterable[RegisterRow]) -> None:
        """Rebuild: the rows given take the place of all rows of the village."""
        ...


class NoteShelf(Protocol):
    """The private notes of one village's people. They may be thrown away: they are nobody's record."""

    def of(self, draft: DraftId, person: PersonId) -> tuple[PrivateNote, ...]:
        """A person's notes on a draft, oldest first."""
        ...

    def keep(self, note: PrivateNote, *, key: str) -> PrivateNote:
        """Put a note aside under the person's next number (that of `note` does not count); with a used key, the old one."""
        ...

    def drop(self, note: PrivateNote) -> None:
        """Throw a note away; one that is not there changes nothing."""
        ...


class ProcedureShelf(Protocol):
    """The workflow files of a workspace. A draft keeps the file that it started on, whatever comes after."""

    def current(self, id: Slug, overlay: Slug | None = None) -> Procedure:
        """The procedure as its file says today, checked; ProcedureMissing, WorkflowRefused."""
        ...

    def pinned(self, pin: WorkflowPin) -> Procedure:
        """The very file that a draft was started on; ProcedureMissing where no file has that hash."""
        ...

    def keep(self, pin: WorkflowPin) -> None:
        """Put the current file aside, so that a draft pinned to it can go on after the file was changed."""
        ...


class TemplateShelf(Protocol):
    """The Word templates of official papers: those of this release, and those that the village put in their place."""

    def own(self, kind: Slug) -> bytes | None:
        """The village's own template of that kind; None where it has none."""
        ...

    def shipped(self, kind: Slug) -> bytes:
        """The template of this release."""
        ...

    def put(self, kind: Slug, template: bytes) -> None:
        """Take a template into use."""
        ...

    def remove(self, kind: Slug) -> None:
        """Go back to the template of this release; without one of its own the village loses nothing."""
        ...


class FileStore(Protocol):
    """Files below `drafts/`. A file once there is never changed."""

    def put(self, path: str, data: bytes) -> Sha256:
        """Write and fsync a file, create-only. If it is there already, with the same bytes, that is all right."""
        ...

    def get(self, path: str, sha256: Sha256) -> bytes:
        """The bytes; FileMissing or FileDamaged where they are not those recorded."""
        ...

    def paths(self, prefix: str = "") -> Iterator[str]: ...


class Clock(Protocol):
    def now(self) -> datetime:
        """Aware, in UTC, whole seconds."""
        ...
