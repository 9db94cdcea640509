"""The facts: what happened, in the past tense. Once released a fact keeps its fields for ever.

A fact holds what the log's payload holds. Who did it, when, and to which draft stands beside it (`acts.Act`).
`on` is the date that people claim; when it was written down is another matter. Facts of sittings and of the
consultation stand in files of their own, and are found here too.
"""

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, TypeAdapter

from perdes_flow.domain.consultation_events import InputAnswered, InputReceived, PersonDescribed, PhotoFiled
from perdes_flow.domain.fact import Count, Fact, Number, SizeBytes
from perdes_flow.domain.review_events import (
    CommentHidden,
    CommentReceived,
    CommentWithdrawn,
    EndorsementTakenBack,
    FileReceived,
    ReplyReceived,
    SuggestionMade,
    SuggestionRefused,
    SuggestionTaken,
    SuggestionWithdrawn,
    UnitEndorsed,
)
from perdes_flow.domain.sitting_events import (
    GuestsAttended,
    MeetingCalled,
    OpinionRecorded,
    PasalMufakatReached,
    PasalVoteCast,
    ProblemRecorded,
    SessionOpened,
)
from perdes_flow.domain.values import (
    AnswerOutcome,
    Asal,
    Choice,
    Gazette,
    Jenis,
    Label,
    MeetingKind,
    MeetingOutcome,
    PersonId,
    Prakarsa,
    Role,
    Sha256,
    Slug,
    Text,
    VillageId,
    Weight,
    WorkflowPin,
    Zone,
)

# ---- the village


class VillageRegistered(Fact):
    type: Literal["village_registered"] = "village_registered"
    village: VillageId
    desa: Label  # "Sumberagung"
    kecamatan: Label
    kabupaten: Label  # "Kabupaten Blitar"
    zone: Zone = "WIB"


class SettingsChanged(Fact):
    """Local rules that the law leaves to the village or the kabupaten."""

    type: Literal["settings_changed"] = "settings_changed"
    # "½ + 1 of those present" (Permendagri 110/2016 Pasal 37 ayat (3) huruf e) for an odd number:
    # down: floor(n/2) + 1; up: ceil(n/2 + 1)
    half_plus_one: Literal["down", "up"] = "down"
    max_postponements: Count = 2
    overlay: Slug | None = None


class PersonAdded(Fact):
    type: Literal["person_added"] = "person_added"
    person: PersonId
    nickname: Slug  # what one types after --as
    name: Label


class OfficeAssigned(Fact):
    type: Literal["office_assigned"] = "office_assigned"
    person: PersonId
    office: Role
    since: date
    until: date | None = None
    decree: Label | None = None
    acting: bool = False  # Plt. or Pj.: needs the decree


class OfficeEnded(Fact):
    type: Literal["office_ended"] = "office_ended"
    person: PersonId
    office: Role
    on: date
    reason: Label


# ---- the draft and its versions


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


# ---- comments


class CommentOpened(Fact):
    type: Literal["comment_opened"] = "comment_opened"
    comment: Number
    version: Number
    address: Label  # "Pasal 5 ayat (2)"
    quote: str = ""
    text: Text
    weight: Weight = "penting"


class CommentReplied(Fact):
    type: Literal["comment_replied"] = "comment_replied"
    comment: Number
    text: Text


class CommentAnswered(Fact):
    type: Literal["comment_answered"] = "comment_answered"
    comment: Number
    outcome: AnswerOutcome
    reason: Text


class CommentResolved(Fact):
    type: Literal["comment_resolved"] = "comment_resolved"
    comment: Number


class CommentReopened(Fact):
    type: Literal["comment_reopened"] = "comment_reopened"
    comment: Number
    reason: Text


# ---- meetings


class MeetingOpened(Fact):
    type: Literal["meeting_opened"] = "meeting_opened"
    meeting: Number
    kind: MeetingKind
    on: date
    place: Label
    version: Number  # the text on the table
    docx_sha256: Sha256
    text_sha256: Sha256


class AttendanceRecorded(Fact):
    """Who is there; a later one replaces the earlier."""

    type: Literal["attendance_recorded"] = "attendance_recorded"
    meeting: Number
    present: tuple[PersonId, ...]
    residents: Count = 0


class MufakatReached(Fact):
    type: Literal["mufakat_reached"] = "mufakat_reached"
    meeting: Number
    version: Number
    text_sha256: Sha256


class VoteCast(Fact):
    type: Literal["vote_cast"] = "vote_cast"
    meeting: Number
    member: PersonId
    choice: Choice
    version: Number
    text_sha256: Sha256


class MinutesRecorded(Fact):
    type: Literal["minutes_recorded"] = "minutes_recorded"
    meeting: Number
    text: Text


class MeetingClosed(Fact):
    type: Literal["meeting_closed"] = "meeting_closed"
    meeting: Number
    outcome: MeetingOutcome


# ---- acts with legal effect


class AgreementReached(Fact):
    """Kesepakatan bersama: the very text that BPD and Kepala Desa agreed to."""

    type: Literal["agreement_reached"] = "agreement_reached"
    version: Number
    docx_sha256: Sha256
    text_sha256: Sha256
    meeting: Number
    nomor: Label  # of the Keputusan BPD
    on: date
    members: Count
    present: Count
    yes: Count
    by_mufakat: bool


class EvaluationDecided(Fact):
    type: Literal["evaluation_decided"] = "evaluation_decided"
    outcome: Literal["sesuai", "koreksi", "dibatalkan"]
    nomor: Label  # of the Keputusan Bupati
    on: date


class PenetapanRecorded(Fact):
    type: Literal["penetapan_recorded"] = "penetapan_recorded"
    version: Number
    docx_sha256: Sha256
    text_sha256: Sha256
    nomor: Number
    tahun: Number
    on: date


class PengundanganRecorded(Fact):
    type: Literal["pengundangan_recorded"] = "pengundangan_recorded"
    version: Number
    docx_sha256: Sha256
    text_sha256: Sha256
    gazette: Gazette
    nomor: Number  # of the regulation
    gazette_nomor: Number
    tahun: Number
    on: date
    unsigned: bool = False  # promulgated although the Kepala Desa did not sign


class ReportedToBupati(Fact):
    type: Literal["reported_to_bupati"] = "reported_to_bupati"
    about: Literal["evaluasi", "klarifikasi", "buntu"]
    nomor: Label
    on: date


class ClarificationDecided(Fact):
    type: Literal["clarification_decided"] = "clarification_decided"
    outcome: Literal["sesuai", "dibatalkan"]
    nomor: Label
    on: date


VillageFact: TypeAlias = (
    VillageRegistered | SettingsChanged | PersonAdded | OfficeAssigned | OfficeEnded | PersonDescribed
)
# ---- sittings and consultation (sitting_events, consultation_events)
SittingFact: TypeAlias = (
    MeetingCalled
    | SessionOpened
    | GuestsAttended
    | OpinionRecorded
    | PasalMufakatReached
    | PasalVoteCast
    | ProblemRecorded
)
ConsultationFact: TypeAlias = InputReceived | InputAnswered | PhotoFiled
# ---- the review (review_events)
ReviewFact: TypeAlias = (
    CommentWithdrawn
    | CommentHidden
    | FileReceived
    | CommentReceived
    | ReplyReceived
    | SuggestionMade
    | SuggestionWithdrawn
    | SuggestionTaken
    | SuggestionRefused
    | UnitEndorsed
    | EndorsementTakenBack
)
LegalAct: TypeAlias = (
    AgreementReached
    | EvaluationDecided
    | PenetapanRecorded
    | PengundanganRecorded
    | ReportedToBupati
    | ClarificationDecided
)
DraftFact: TypeAlias = (
    DraftStarted
    | VersionSubmitted
    | DocumentFiled
    | StepTaken
    | ConsentGiven
    | WorkflowMigrated
    | CommentOpened
    | CommentReplied
    | CommentAnswered
    | CommentResolved
    | CommentReopened
    | MeetingOpened
    | AttendanceRecorded
    | MufakatReached
    | VoteCast
    | MinutesRecorded
    | MeetingClosed
    | SittingFact
    | ConsultationFact
    | ReviewFact
    | LegalAct
)
AnyFact: TypeAlias = Annotated[VillageFact | DraftFact, Field(discriminator="type")]

_facts: TypeAdapter[Fact] = TypeAdapter(AnyFact)


def fact_from_json(payload: str | bytes) -> Fact:
    """The fact that a payload holds; pydantic's ValidationError where it is none."""
    return _facts.validate_json(payload)
