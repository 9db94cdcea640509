"""The form of a workflow file: stages, steps, and the law each rests on.

What pydantic cannot see (stages nobody reaches, guards that do not exist) is looked at in `checks`.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer, StringConstraints, model_validator

from perdes_flow.domain.values import Jenis, Label, Role, Sha256, Slug, Value, WorkflowPin
from perdes_flow.workflow.calendar import Term
from perdes_flow.workflow.definition_spelling import as_bare, as_doc, as_guard, as_law, as_list

# V: seen in a published copy; M: general knowledge; U: a person must check it. Only V may refuse a step.
Mark = Literal["V", "M", "U"]
Record = Literal["kesepakatan", "penetapan", "pengundangan", "laporan", "evaluasi", "klarifikasi"]
LawKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,39}$")]
Argument: TypeAlias = str | int | bool | list[str] | None


# A paper that proves an act with legal effect: a step that asks for it is that act, unless `records` says otherwise.
_PROOF: Mapping[str, Record] = {
    "berita_acara_kesepakatan": "kesepakatan",
    "naskah_bertanda_tangan": "penetapan",
    "lembaran_desa": "pengundangan",
    "berita_desa": "pengundangan",
}

# one law or several: `law: U69` and `law: [U69, P83]` mean what they look like
Laws = Annotated[
    tuple[LawKey, ...],
    BeforeValidator(as_list, json_schema_input_type=LawKey | list[LawKey]),
    PlainSerializer(as_bare),
]


class Form(Value):
    """Base of everything in a workflow file."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class LawEntry(Form):
    """A law that rules rest on, as people cite it, and how sure we are of it."""

    text: Label
    mark: Mark = "V"


class DocumentEntry(Form):
    """A kind of paper that this file adds to the built-in list."""

    label: Label
    by: tuple[Role, ...] = ()
    law: Laws = ()
    per: Literal["tahap", "rancangan"] = "tahap"  # needed anew in every stage, or once for the draft


class Delegation(Form):
    """An office's work that a local rule gives to somebody else, e.g. the evaluation to the Camat."""

    to: Label
    law: Laws = ()


class Deadline(Term):
    """What must be done within a term that runs from the day on which the stage was entered.

    `fires`: the step that the law itself takes when nothing is done. `until`: the steps that meet the term
    (none named: every step out of the stage).
    """

    model_config = ConfigDict(populate_by_name=True)

    label: Label | None = None
    who: Annotated[tuple[Role, ...], Field(alias="for")] = ()
    jenis: tuple[Slug, ...] = ()  # kinds or groups of kinds; none: all
    until: tuple[Slug, ...] = ()
    fires: Slug | None = None
    law: Laws = ()


class State(Form):
    """A stage: who may hand in text, who may comment; frozen: the text stands still."""

    label: str = ""
    edit: tuple[Role, ...] = ()
    comment: tuple[Role, ...] = ()
    frozen: bool = False
    final: bool = False
    deadlines: Annotated[
        tuple[Deadline, ...],
        Field(alias="deadline"),
        BeforeValidator(as_list, json_schema_input_type=Deadline | list[Deadline]),
    ] = ()


class Requirement(Form):
    """What a step asks for; its own law or mark, where they differ from the step's."""

    law: Laws = ()
    mark: Mark | None = None


class GuardUse(Requirement):
    """A guard with its arguments."""

    name: str
    args: Mapping[str, Argument] = Field(default_factory=dict)


class DocUse(Requirement):
    """A kind of paper."""

    doc: Slug


class Transition(Form):
    """A step. `by` may take it; where `by` is the system, a person of `confirm` confirms what the law brings about.

    A step of the system alone is confirmed by the Sekretaris Desa, who keeps the registers, if nobody is named.
    """

    id: Slug
    label: str = ""
    source: Annotated[tuple[Slug, ...], Field(alias="from", min_length=1)]
    to: Slug
    by: Annotated[tuple[Role, ...], Field(min_length=1)]
    confirm: tuple[Role, ...] = ()
    law: Laws = ()
    docs: tuple[Annotated[DocUse, BeforeValidator(as_doc, json_schema_input_type=Slug | DocUse)], ...] = ()
    guards: tuple[Annotated[GuardUse, BeforeValidator(as_guard)], ...] = ()
    records: Record | None = None

    @model_validator(mode="before")
    @classmethod
    def _what_goes_without_saying(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        told = dict(value)
        if told.get("by") == [Role.SISTEM]:
            told.setdefault("confirm", [Role.SEKDES])
        docs = told.get("docs")
        papers = [doc for doc in docs if isinstance(doc, str)] if isinstance(docs, list) else []
        told.setdefault("records", next((_PROOF[paper] for paper in papers if paper in _PROOF), None))
        return told

    @property
    def title(self) -> str:
        """The label, or words made from the id."""
        return self.label or self.id.replace("_", " ").capitalize()

    @property
    def binds_text(self) -> bool:
        """The step stands or falls with the very text that was agreed."""
        return self.records in ("penetapan", "pengundangan") or any(
            g.name == "hash_sama" for g in self.guards
        )

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """Papers, then guards."""
        return (*self.docs, *self.guards)

    def law_text(self, procedure: "Procedure") -> str:
        """The step's legal basis, as people cite it."""
        return procedure.cite(self.law)


class WorkflowFile(Form):
    """A workflow file as it is written."""

    form: Annotated[Literal[1], Field(alias="schema")]
    id: Slug
    version: Label
    title: Label
    initial: Slug
    roles: tuple[Role, ...]
    law: Mapping[
        LawKey, Annotated[LawEntry, BeforeValidator(as_law, json_schema_input_type=Label | LawEntry)]
    ]
    groups: Mapping[Slug, tuple[Jenis, ...]] = Field(default_factory=dict)
    documents: Mapping[Slug, DocumentEntry] = Field(default_factory=dict)
    states: Mapping[Slug, State]
    transitions: tuple[Transition, ...]
    delegations: Mapping[Role, Delegation] = Field(default_factory=dict)


class Procedure(WorkflowFile):
    """A workflow file, read, with the fingerprint that drafts pin.

    `sha256` is of the file's bytes; with an overlay, of both files' bytes, base first, a zero byte between them.
    """

    sha256: Sha256
    overlay: Slug | None = None

    @property
    def pin(self) -> WorkflowPin:
        return WorkflowPin(id=self.id, version=self.version, sha256=self.sha256, overlay=self.overlay)

    @property
    def stand_ins(self) -> Mapping[str, str]:
        """Who does an office's work by delegation."""
        return {str(role): delegation.to for role, delegation in self.delegations.items()}

    def transition(self, id: Slug) -> Transition | None:
        return next((t for t in self.transitions if t.id == id), None)

    def steps_from(self, state: Slug) -> tuple[Transition, ...]:
        """The steps that leave a stage, in the order of the file."""
        return tuple(t for t in self.transitions if state in t.source)

    def kinds(self, names: tuple[str, ...]) -> frozenset[str]:
        """Kinds of regulation, with groups of kinds spelled out."""
        return frozenset(kind for name in names for kind in self.groups.get(name, (name,)))

    def cite(self, keys: tuple[str, ...]) -> str:
        """Laws as people cite them, joined by semicolons."""
        return "; ".join(self.law[key].text for key in keys if key in self.law)

    def mark(self, keys: tuple[str, ...]) -> Mark:
        """How sure the basis is: one law that was seen is enough."""
        marks = {self.law[key].mark for key in keys if key in self.law}
        return "V" if "V" in marks or not marks else "M" if "M" in marks else "U"

    def strength(self, step: Transition, use: Requirement) -> Mark:
        """How sure the basis of a requirement is: its own mark, else that of its law, else that of the step's law."""
        return use.mark or self.mark(use.law or step.law)
