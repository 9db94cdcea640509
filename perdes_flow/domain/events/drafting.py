"""The facts of a draft on its way: begun, handed in version by version, its papers, its steps."""

from datetime import date
from typing import Literal

from perdes_flow.domain.events.fact import Count, Fact, Number, SizeBytes
from perdes_flow.domain.values import (
    Asal,
    Jenis,
    Label,
    Prakarsa,
    Sha256,
    Slug,
    Text,
    WorkflowPin,
)


class DraftStarted(Fact):
    type: Literal["draft_started"] = "draft_started"
    title: Label
    jenis: Jenis
    asal: Asal
    prakarsa: Prakarsa
    workflow: WorkflowPin
    state: Slug
    on: date


class VersionSubmitted(Fact):
    type: Literal["version_submitted"] = "version_submitted"
    version: Number  # 1, 2, 3 … within the draft
    docx_sha256: Sha256
    text_sha256: Sha256
    text_form: Literal[1] = 1
    size_bytes: SizeBytes
    file_name: Label  # a label only: what the sender called the file
    open_revisions: Count  # tracked changes that nobody has accepted or rejected
    open_comments: Count  # Word comments in the file
    pasal: Count  # how many Pasal the parser found
    note: str = ""


class DocumentFiled(Fact):
    """An official paper came in as a file, or was issued by us."""

    type: Literal["document_filed"] = "document_filed"
    kind: Slug
    file_sha256: Sha256
    suffix: Label  # ".pdf"
    nomor: str = ""
    dated: date | None = None
    issued: bool = False  # made by papers/ from the record


class StepTaken(Fact):
    """The draft went from one stage to the next."""

    type: Literal["step_taken"] = "step_taken"
    step: Slug
    source: Slug
    target: Slug
    on: date
    counted_from: date  # terms run from here: the later of the day claimed and the day recorded
    law: tuple[Label, ...]
    checked: tuple[Slug, ...] = ()  # the conditions that were looked at
    warned: tuple[
        Slug, ...
    ] = ()  # those not met whose law was not seen in a published copy: they refuse nothing
    documents: tuple[Slug, ...] = ()  # the papers that were there
    by_silence: bool = False  # the law gave effect to somebody's silence; a person confirmed it
    due: date | None = None  # of the stage entered
    calendar: Label  # the version of the holiday tables that `due` was counted with
    reason: str = ""


class ConsentGiven(Fact):
    """One party agrees to a joint act, e.g. the withdrawal of a draft under deliberation."""

    type: Literal["consent_given"] = "consent_given"
    party: Prakarsa
    to: Slug
    on: date


class WorkflowMigrated(Fact):
    """The draft goes on under another version of the procedure."""

    type: Literal["workflow_migrated"] = "workflow_migrated"
    old: WorkflowPin
    new: WorkflowPin
    reason: Text
    undoes: Number | None = None  # sequence number of the migration taken back
