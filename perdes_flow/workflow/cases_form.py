"""The form of a cases file: short stories of drafts, told act by act, with what must come of them."""

import datetime
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from perdes_flow.domain.values import AnswerOutcome, Jenis, Label, MeetingKind, Prakarsa, Role, Slug, Weight
from perdes_flow.workflow.definition_spelling import as_list

Slugs = Annotated[tuple[Slug, ...], BeforeValidator(as_list, json_schema_input_type=Slug | list[Slug])]
Count = Annotated[int, Field(ge=0, le=1000)]


class Lines(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NewVersion(Lines):
    """A version comes in. Versions with the same `text` have the same fingerprint."""

    text: Label
    pasal: Count = 10
    revisions: Count = 0


class Held(Lines):
    """A meeting on the latest version. `present`, `yes` and `no` count BPD members."""

    kind: MeetingKind
    present: Count = 0
    residents: Count = 0
    mufakat: bool = False
    yes: Count = 0
    no: Count = 0
    minutes: bool = True
    closed: bool = True


class Commented(Lines):
    weight: Weight = "penting"


class Answered(Lines):
    comment: Count
    outcome: AnswerOutcome = "diterima"


class Heard(Lines):
    """A resident's input."""

    answered: bool = False


class Consented(Lines):
    party: Prakarsa
    to: Slug


class Taken(Lines):
    """A step that succeeds, leading to `state`; `warned`: the warnings it is taken in spite of."""

    step: Slug
    by: Role
    state: Slug
    nomor: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,5}$")] | None = None
    warned: Slugs = ()


class Refused(Lines):
    """A step that is refused, for these reasons and no others."""

    step: Slug
    by: Role
    missing: Slugs
    nomor: str | None = None


class Line(Lines):
    """One line of a story: exactly one of these."""

    version: NewVersion | None = None
    meeting: Held | None = None
    file: Slugs = ()
    comment: Commented | None = None
    answer: Answered | None = None
    resolve: Count | None = None
    input: Heard | None = None
    answer_input: Count | None = None
    consent: Consented | None = None
    take: Taken | None = None
    refuse: Refused | None = None
    wait: Count | None = None  # days
    due: datetime.date | None = None  # the earliest last day that runs now
    proposed: Slugs | None = None  # the steps of silence that are proposed now, no others

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("satu baris memuat satu hal saja")
        return self

    @property
    def thing(self) -> tuple[str, Any]:
        """What the line is, and its particulars."""
        (name,) = self.model_fields_set
        return name, getattr(self, name)


class Story(Lines):
    """A draft from its start to the stage in which the story leaves it. `after`: an earlier story that is told first."""

    name: Label
    after: Label | None = None
    jenis: Jenis = "umum"
    prakarsa: Prakarsa = "pemdes"
    start: datetime.date
    members: Annotated[int, Field(ge=0, le=30)] = 9  # of the BPD
    rounding: Literal["down", "up"] = "down"
    lines: tuple[Line, ...]
    ends: Slug


class CasesFile(Lines):
    form: Annotated[Literal[1], Field(alias="schema")]
    workflow: Slug
    holidays: Mapping[datetime.date, Label] = Field(default_factory=dict)
    cases: tuple[Story, ...]
