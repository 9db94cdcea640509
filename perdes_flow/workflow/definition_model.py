"""The form of a workflow file: stages, steps, and the law each rests on.

What pydantic cannot see (stages nobody reaches, guards that do not exist) is looked at in `checks`.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer, StringConstraints

from perdes_flow.domain.values import Jenis, Label, Role, Sha256, Slug, Value, WorkflowPin

# V: seen in a published copy; M: general knowledge; U: a person must check it. Only V may refuse a step.
Mark = Literal["V", "M", "U"]
Record = Literal["kesepakatan", "penetapan", "pengundangan", "laporan", "evaluasi", "klarifikasi"]
Unit = Literal["kalender", "kerja"]
LawKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,39}$")]
Plain: TypeAlias = "str | int | bool | None | list[Plain] | dict[str, Plain]"


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) else [] if value is None else [value]


def _bare(values: tuple[object, ...]) -> object:
    return values[0] if len(values) == 1 else list(values)


# one law or several: `law: U69` and `law: [U69, P83]` mean what they look like
Laws = Annotated[
    tuple[LawKey, ...],
    BeforeValidator(_listed, json_schema_input_type=LawKey | list[LawKey]),
    PlainSerializer(_bare),
]


class _Form(Value):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class LawEntry(_Form):
    """A law that rules rest on, as people cite it, and how sure we are of it."""

    text: Label
    mark: Mark = "V"


class DocumentEntry(_Form):
    """A kind of paper that this file adds to the built-in list."""

    label: Label
    by: tuple[Role, ...] = ()
    law: Laws = ()
    per: Literal["tahap", "rancangan"] = "tahap"  # needed anew in every stage, or once for the draft


class Deadline(_Form):
    """What must be done within `days` after the stage was entered.

    `fires`: the step that the law itself takes when nothing is done. `until`: the steps that meet the term
    (none named: every step out of the stage).
    """

    days: Annotated[int, Field(ge=1, le=3650)]
    unit: Unit
    start: Annotated[int, Field(ge=0, le=30)] = 1  # day 1 is so many days after the stage was entered
    label: Label | None = None
    who: Annotated[tuple[Role, ...], Field(alias="for")] = ()
    jenis: tuple[Slug, ...] = ()  # kinds or groups of kinds; none: all
    until: tuple[Slug, ...] = ()
    fires: Slug | None = None
    law: Laws = ()


class State(_Form):
    """A stage: who may hand in text, who may comment; frozen: the text stands still."""

    label: str = ""
    edit: tuple[Role, ...] = ()
    comment: tuple[Role, ...] = ()
    frozen: bool = False
    final: bool = False
    deadlines: Annotated[
        tuple[Deadline, ...],
        Field(alias="deadline"),
        BeforeValidator(_listed, json_schema_input_type=Deadline | list[Deadline]),
    ] = ()


class GuardUse(_Form):
    """A guard as a step uses it: name, arguments, and its own law or mark where they differ from the step's."""

    name: str
    args: Mapping[str, Plain] = Field(default_factory=dict)
    law: Laws = ()
    mark: Mark | None = None


class DocUse(_Form):
    """A paper that a step needs."""

    doc: Slug
    law: Laws = ()
    mark: Mark | None = None


def _guard(value: object) -> object:
    """`{kuorum: {min: 2/3}, law: B37}` as the fields of a GuardUse; anything else as it is, to be refused."""
    if not isinstance(value, dict):
        return value
    names = [key for key in value if key not in ("law", "mark")]
    if len(names) != 1 or "args" in value:
        return value
    rest = {key: value[key] for key in ("law", "mark") if key in value}
    return {"name": names[0], "args": value[names[0]] or {}, **rest}


def _doc(value: object) -> object:
    return {"doc": value} if isinstance(value, str) else value


class Transition(_Form):
    """A step. `by` may take it; where `by` is the system, a person of `confirm` confirms what the law brings about."""

    id: Slug
    label: str = ""
    source: Annotated[tuple[Slug, ...], Field(alias="from", min_length=1)]
    to: Slug
    by: Annotated[tuple[Role, ...], Field(min_length=1)]
    confirm: tuple[Role, ...] = ()
    law: Laws = ()
    docs: tuple[Annotated[DocUse, BeforeValidator(_doc)], ...] = ()
    guards: tuple[Annotated[GuardUse, BeforeValidator(_guard)], ...] = ()
    records: Record | None = None

    @property
    def title(self) -> str:
        """The label, or words made from the id."""
        return self.label or self.id.replace("_", " ").capitalize()

    @property
    def binds_text(self) -> bool:
        """The step stands or falls with the very text that was agreed."""
        return self.records in ("penetapan", "pengundangan") or any(g.name == "hash_sama" for g in self.guards)

    def law_text(self, procedure: "Procedure") -> str:
        """The step's legal basis, as people cite it."""
        return procedure.cite(self.law)


class WorkflowFile(_Form):
    """A workflow file as it is written."""

    form: Annotated[Literal[1], Field(alias="schema")]
    id: Slug
    version: Label
    title: Label
    initial: Slug
    roles: tuple[Role, ...]
    law: Mapping[LawKey, Annotated[LawEntry, BeforeValidator(lambda v: {"text": v} if isinstance(v, str) else v)]]
    groups: Mapping[Slug, tuple[Jenis, ...]] = Field(default_factory=dict)
    documents: Mapping[Slug, DocumentEntry] = Field(default_factory=dict)
    states: Mapping[Slug, State]
    transitions: tuple[Transition, ...]


class Procedure(WorkflowFile):
    """A workflow file, read, with the fingerprint that drafts pin.

    `sha256` is of the file's bytes; with an overlay, of both files' bytes, base first, a zero byte between them.
    """

    sha256: Sha256
    overlay: Slug | None = None

    @property
    def pin(self) -> WorkflowPin:
        return WorkflowPin(id=self.id, version=self.version, sha256=self.sha256, overlay=self.overlay)

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

