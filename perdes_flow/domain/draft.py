"""A draft as its facts tell it. The fold believes, it never refuses: refusing is done before a fact is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.comments import Comment, evolve_comments
from perdes_flow.domain.consultation import Input, Photo, evolve_inputs, photo_of
from perdes_flow.domain.endorsements import Endorsement, evolve_endorsements
from perdes_flow.domain.meetings import Call, Meeting, call_of, evolve_meetings
from perdes_flow.domain.suggestions import Suggestion, evolve_suggestions
from perdes_flow.domain.values import Asal, DraftId, Jenis, Prakarsa, Sha256, Slug, WorkflowPin


@dataclass(frozen=True, slots=True)
class Version:
    """One submitted file and the fingerprint of its text."""

    number: int
    docx_sha256: Sha256
    text_sha256: Sha256
    file_name: str
    open_revisions: int
    pasal: int
    by: Actor
    state: Slug  # the stage in which it came
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """An official paper on file."""

    kind: Slug
    file_sha256: Sha256
    suffix: str
    nomor: str
    dated: date | None
    issued: bool
    visit: int  # the visit (see Draft.visit) in which it was filed


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way so far."""

    id: Slug
    source: Slug
    target: Slug
    on: date
    by: Actor
    by_silence: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft after all its facts so far.

    `visit` counts the stages entered; papers and versions of this visit are those that came since the last step.
    """

    id: DraftId
    title: str
    jenis: Jenis
    asal: Asal
    prakarsa: Prakarsa
    workflow: WorkflowPin
    state: Slug
    entered: date
    started: date
    visit: int = 1
    due: date | None = None
    versions: tuple[Version, ...] = ()
    versions_before_visit: int = 0
    documents: tuple[Document, ...] = ()
    comments: Mapping[int, Comment] = field(default_factory=dict)
    suggestions: Mapping[int, Suggestion] = field(default_factory=dict)
    endorsements: Mapping[int, Endorsement] = field(default_factory=dict)
    received: tuple[e.FileReceived, ...] = ()  # Word files that came back
    meetings: Mapping[int, Meeting] = field(default_factory=dict)
    calls: Mapping[int, Call] = field(default_factory=dict)  # invitations, by the number of their meeting
    inputs: Mapping[int, Input] = field(default_factory=dict)
    photos: tuple[Photo, ...] = ()
    consents: tuple[e.ConsentGiven, ...] = ()
    path: tuple[Step, ...] = ()
    agreement: e.AgreementReached | None = None
    evaluation: e.EvaluationDecided | None = None
    penetapan: e.PenetapanRecorded | None = None
    pengundangan: e.PengundanganRecorded | None = None
    reports: tuple[e.ReportedToBupati, ...] = ()
    clarification: e.ClarificationDecided | None = None

    @property
    def latest(self) -> Version | None:
        return self.versions[-1] if self.versions else None

    def version(self, number: int) -> Version | None:
        return self.versions[number - 1] if 0 < number <= len(self.versions) else None

    @property
    def open_comments(self) -> tuple[Comment, ...]:
        """Comments that wait for something, in the order they were made."""
        return tuple(comment for comment in self.comments.values() if comment.open)

    @property
    def unanswered_comments(self) -> tuple[Comment, ...]:
        return tuple(comment for comment in self.open_comments if comment.answer is None)

    @property
    def open_suggestions(self) -> tuple[Suggestion, ...]:
        """Suggested wordings that nobody has decided on."""
        return tuple(suggestion for suggestion in self.suggestions.values() if suggestion.open)

    @property
    def unanswered_inputs(self) -> tuple[Input, ...]:
        return tuple(one for one in self.inputs.values() if one.answer is None)

    @property
    def meeting(self) -> Meeting | None:
        """The last meeting called."""
        return self.meetings[max(self.meetings)] if self.meetings else None


def evolve(draft: Draft | None, act: Act) -> Draft | None:
    """The draft after one more act; None before it was started. What it does not know it leaves."""
    match act.fact:
        case e.DraftStarted() as fact if act.draft is not None:
            return _started(act.draft, fact)
    return _evolve(draft, act) if draft is not None else None


def replay(acts: Iterable[Act]) -> Draft | None:
    """The draft after its acts, oldest first; None if it was never started."""
    draft: Draft | None = None
    for act in acts:
        draft = evolve(draft, act)
    return draft


def _started(id: DraftId, fact: e.DraftStarted) -> Draft:
    return Draft(
        id, fact.title, fact.jenis, fact.asal, fact.prakarsa, fact.workflow, fact.state, fact.on, fact.on
    )


def _evolve(draft: Draft, act: Act) -> Draft:
    match act.fact:
        case e.VersionSubmitted() as fact:
            versions = (*draft.versions, _version(fact, act.by, draft.state))
            meetings = evolve_meetings(draft.meetings, act, draft.visit)
            return replace(draft, versions=versions, meetings=meetings)
        case e.DocumentFiled() as fact:
            return replace(draft, documents=(*draft.documents, _document(fact, draft.visit)))
        case e.StepTaken() as fact:
            return _moved(draft, fact, act.by)
        case e.ConsentGiven() as fact:
            return replace(draft, consents=(*draft.consents, fact))
        case e.WorkflowMigrated() as fact:
            return replace(draft, workflow=fact.new)
        case e.AgreementReached() as fact:
            return replace(draft, agreement=fact)
        case e.EvaluationDecided() as fact:
            return replace(draft, evaluation=fact)
        case e.PenetapanRecorded() as fact:
            return replace(draft, penetapan=fact)
        case e.PengundanganRecorded() as fact:
            return replace(draft, pengundangan=fact)
        case e.ReportedToBupati() as fact:
            return replace(draft, reports=(*draft.reports, fact))
        case e.ClarificationDecided() as fact:
            return replace(draft, clarification=fact)
        case e.MeetingCalled() as fact:
            return replace(draft, calls={**draft.calls, fact.meeting: call_of(fact)})
        case e.PhotoFiled() as fact:
            return replace(draft, photos=(*draft.photos, photo_of(fact)))
        case e.FileReceived() as fact:
            return replace(draft, received=(*draft.received, fact))
    inputs = evolve_inputs(draft.inputs, act)
    if inputs is not draft.inputs:
        return replace(draft, inputs=inputs)
    comments = evolve_comments(draft.comments, act, draft.visit)
    if comments is not draft.comments:
        return replace(draft, comments=comments)
    suggestions = evolve_suggestions(draft.suggestions, act, draft.visit)
    if suggestions is not draft.suggestions:
        return replace(draft, suggestions=suggestions)
    endorsements = evolve_endorsements(draft.endorsements, act)
    if endorsements is not draft.endorsements:
        return replace(draft, endorsements=endorsements)
    meetings = evolve_meetings(draft.meetings, act, draft.visit)
    return draft if meetings is draft.meetings else replace(draft, meetings=meetings)


def _version(fact: e.VersionSubmitted, by: Actor, state: Slug) -> Version:
    return Version(
        fact.version,
        fact.docx_sha256,
        fact.text_sha256,
        fact.file_name,
        fact.open_revisions,
        fact.pasal,
        by,
        state,
        fact.note,
    )


def _document(fact: e.DocumentFiled, visit: int) -> Document:
    return Document(fact.kind, fact.file_sha256, fact.suffix, fact.nomor, fact.dated, fact.issued, visit)


def _moved(draft: Draft, fact: e.StepTaken, by: Actor) -> Draft:
    step = Step(fact.step, fact.source, fact.target, fact.on, by, fact.by_silence)
    return replace(
        draft,
        state=fact.target,
        entered=fact.counted_from,
        due=fact.due,
        visit=draft.visit + 1,
        versions_before_visit=len(draft.versions),
        path=(*draft.path, step),
    )
