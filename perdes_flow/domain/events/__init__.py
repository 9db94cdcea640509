"""The facts: what happened, in the past tense. Once released a fact keeps its fields for ever.

A fact holds what the log's payload holds. Who did it, when, and to which draft stands beside it (`acts.Act`).
`on` is the date that people claim; when it was written down is another matter.
"""

from typing import Annotated, TypeAlias

from pydantic import Field, TypeAdapter

from perdes_flow.domain.events.consultation import (
    InputAnswered,
    InputReceived,
    PhotoFiled,
)
from perdes_flow.domain.events.drafting import (
    ConsentGiven,
    DocumentFiled,
    DraftStarted,
    StepTaken,
    VersionSubmitted,
    WorkflowMigrated,
)
from perdes_flow.domain.events.enacting import (
    AgreementReached,
    ClarificationDecided,
    EvaluationDecided,
    PenetapanRecorded,
    PengundanganRecorded,
    ReportedToBupati,
)
from perdes_flow.domain.events.erasing import PersonErased, WordsErased
from perdes_flow.domain.events.fact import Count, Fact, Number, SizeBytes
from perdes_flow.domain.events.meetings import (
    AttendanceRecorded,
    GuestsAttended,
    MeetingCalled,
    MeetingClosed,
    MeetingOpened,
    MinutesRecorded,
    MufakatReached,
    OpinionRecorded,
    PasalMufakatReached,
    PasalVoteCast,
    ProblemRecorded,
    SessionOpened,
    VoteCast,
)
from perdes_flow.domain.events.review import (
    CommentAnswered,
    CommentHidden,
    CommentOpened,
    CommentReceived,
    CommentReopened,
    CommentReplied,
    CommentResolved,
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
from perdes_flow.domain.events.village import (
    OfficeAssigned,
    OfficeEnded,
    PersonAdded,
    PersonDescribed,
    SettingsChanged,
    VillageRegistered,
)

__all__ = [
    "AgreementReached",
    "AnyFact",
    "AttendanceRecorded",
    "ClarificationDecided",
    "CommentAnswered",
    "CommentHidden",
    "CommentOpened",
    "CommentReceived",
    "CommentReopened",
    "CommentReplied",
    "CommentResolved",
    "CommentWithdrawn",
    "ConsentGiven",
    "ConsultationFact",
    "Count",
    "DocumentFiled",
    "DraftFact",
    "DraftStarted",
    "EndorsementTakenBack",
    "EvaluationDecided",
    "Fact",
    "FileReceived",
    "GuestsAttended",
    "InputAnswered",
    "InputReceived",
    "LegalAct",
    "MeetingCalled",
    "MeetingClosed",
    "MeetingOpened",
    "MinutesRecorded",
    "MufakatReached",
    "Number",
    "OfficeAssigned",
    "OfficeEnded",
    "OpinionRecorded",
    "PasalMufakatReached",
    "PasalVoteCast",
    "PenetapanRecorded",
    "PengundanganRecorded",
    "PersonAdded",
    "PersonDescribed",
    "PersonErased",
    "PhotoFiled",
    "ProblemRecorded",
    "ReplyReceived",
    "ReportedToBupati",
    "ReviewFact",
    "SessionOpened",
    "SettingsChanged",
    "SittingFact",
    "SizeBytes",
    "StepTaken",
    "SuggestionMade",
    "SuggestionRefused",
    "SuggestionTaken",
    "SuggestionWithdrawn",
    "UnitEndorsed",
    "VersionSubmitted",
    "VillageFact",
    "VillageRegistered",
    "VoteCast",
    "WordsErased",
    "WorkflowMigrated",
    "fact_from_json",
]

VillageFact: TypeAlias = (
    VillageRegistered
    | SettingsChanged
    | PersonAdded
    | OfficeAssigned
    | OfficeEnded
    | PersonDescribed
    | PersonErased
)
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
    | WordsErased
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
