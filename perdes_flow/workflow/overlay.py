"""A kabupaten's own rules over the national procedure. They may tighten it, never loosen it.

Tighten: more papers, more guards, shorter terms, other names, an office's work given to the Camat.
A term whose passing has legal effect stays as it is: shortening it would take time away from somebody.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from perdes_flow.domain.values import Label, Role, Slug
from perdes_flow.workflow.checks_finding import CheckFinding, Sheet
from perdes_flow.workflow.checks_laws import law_findings
from perdes_flow.workflow.checks_uses import built_in_findings, use_findings
from perdes_flow.workflow.definition_model import (
    Deadline,
    Delegation,
    DocumentEntry,
    DocUse,
    Form,
    GuardUse,
    LawEntry,
    LawKey,
    Procedure,
    Requirement,
    State,
    Transition,
)
from perdes_flow.workflow.definition_spelling import as_doc, as_guard, as_law, as_list
from perdes_flow.workflow.overlay_strength import weaker_findings

_DELEGABLE = frozenset({Role.EVALUATOR})


class StateChange(Form):
    """Another name, shorter terms. A term is the base's term for the same kinds and steps."""

    label: Label | None = None
    deadlines: Annotated[
        tuple[Deadline, ...],
        Field(alias="deadline"),
        BeforeValidator(as_list, json_schema_input_type=Deadline | list[Deadline]),
    ] = ()


class StepChange(Form):
    """More papers, more guards, another name for a step of the base."""

    id: Slug
    label: Label | None = None
    docs: tuple[Annotated[DocUse, BeforeValidator(as_doc, json_schema_input_type=Slug | DocUse)], ...] = ()
    guards: tuple[Annotated[GuardUse, BeforeValidator(as_guard)], ...] = ()

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        return (*self.docs, *self.guards)


class OverlayFile(Form):
    """An overlay as it is written. `extends` names the base: "perdes@2026.1"."""

    form: Annotated[Literal[1], Field(alias="schema")]
    id: Slug
    extends: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+@[^@]+$")]
    title: Label
    law: Mapping[
        LawKey, Annotated[LawEntry, BeforeValidator(as_law, json_schema_input_type=Label | LawEntry)]
    ]
    documents: Mapping[Slug, DocumentEntry] = Field(default_factory=dict)
    delegations: Mapping[Role, Delegation] = Field(default_factory=dict)
    states: Mapping[Slug, StateChange] = Field(default_factory=dict)
    transitions: tuple[StepChange, ...] = ()


def tightened(base: Procedure, overlay: OverlayFile) -> Procedure:
    """The procedure with the overlay over it. Fingerprints are not its business; nor whether it may (`findings`)."""
    changes = {change.id: change for change in overlay.transitions}
    return base.model_copy(
        update={
            "overlay": overlay.id,
            "law": {**base.law, **overlay.law},
            "documents": {**base.documents, **overlay.documents},
            "delegations": {**base.delegations, **overlay.delegations},
            "states": {id: _stage(state, overlay.states.get(id)) for id, state in base.states.items()},
            "transitions": tuple(_step(step, changes.get(step.id)) for step in base.transitions),
        }
    )


def findings(base: Procedure, overlay: OverlayFile, sheet: Sheet) -> Iterator[CheckFinding]:
    """Everything that the overlay loosens, or names and is not there."""
    if overlay.extends != f"{base.id}@{base.version}":
        yield sheet.finding(
            "overlay_induk_berbeda",
            ("extends",),
            f"Overlay ini untuk {overlay.extends}, bukan {base.id}@{base.version}; sesuaikan extends.",
        )
    for kind, mine, theirs in (
        ("law", overlay.law, base.law),
        ("documents", overlay.documents, base.documents),
    ):
        for key in mine.keys() & theirs.keys():
            yield sheet.finding(
                "overlay_mengubah_induk",
                (kind, key),
                f"“{key}” sudah ada dalam alur induk dan tidak boleh diubah; beri nama lain.",
            )
    yield from built_in_findings(overlay.documents, sheet)
    merged = tightened(base, overlay)
    yield from _delegations(merged, overlay, sheet)
    yield from _stages(base, merged, overlay, sheet)
    yield from _steps(base, merged, overlay, sheet)
    cited = {key for _, keys in _citations(overlay) for key in keys}
    for key in overlay.law:
        if key not in cited:
            yield sheet.finding(
                "dasar_hukum_tidak_dipakai",
                ("law", key),
                f"Dasar hukum “{key}” tidak dirujuk; rujuk atau hapus.",
            )


def _stage(state: State, change: StateChange | None) -> State:
    if change is None:
        return state
    shorter = {_same(term): term for term in change.deadlines}
    terms = tuple(_shortened(term, shorter.get(_same(term))) for term in state.deadlines)
    return state.model_copy(update={"label": change.label or state.label, "deadlines": terms})


def _same(term: Deadline) -> tuple[object, ...]:
    """What makes a term of the overlay the same as one of the base."""
    return (term.jenis, term.until, term.fires)


def _shortened(term: Deadline, change: Deadline | None) -> Deadline:
    if change is None:
        return term
    return term.model_copy(update={"days": change.days, "unit": change.unit, "law": (*term.law, *change.law)})


def _step(step: Transition, change: StepChange | None) -> Transition:
    if change is None:
        return step
    return step.model_copy(
        update={
            "label": change.label or step.label,
            "docs": (*step.docs, *change.docs),
            "guards": (*step.guards, *change.guards),
        }
    )


def _delegations(merged: Procedure, overlay: OverlayFile, sheet: Sheet) -> Iterator[CheckFinding]:
    for role in overlay.delegations:
        if role not in _DELEGABLE or role not in merged.roles:
            yield sheet.finding(
                "overlay_melonggarkan",
                ("delegations", str(role)),
                f"Tugas “{role}” tidak dapat didelegasikan; hanya evaluasi, kepada Camat.",
            )


def _stages(base: Procedure, merged: Procedure, overlay: OverlayFile, sheet: Sheet) -> Iterator[CheckFinding]:
    for id, change in overlay.states.items():
        if id not in base.states:
            yield sheet.finding(
                "overlay_tahap_tidak_dikenal",
                ("states", id),
                f"Tahap “{id}” tidak ada dalam alur induk; overlay tidak menambah tahap.",
            )
            continue
        by_kind = {_same(term): term for term in base.states[id].deadlines}
        for term in change.deadlines:
            yield from _term(by_kind.get(_same(term)), term, sheet, id)
            yield from law_findings(merged, sheet, ("states", id, "deadline"), term.law)


def _term(old: Deadline | None, new: Deadline, sheet: Sheet, id: Slug) -> Iterator[CheckFinding]:
    place = ("states", id, "deadline")
    if old is None:
        yield sheet.finding(
            "overlay_tenggat_tidak_dikenal",
            place,
            f"Tahap “{id}” tidak mempunyai tenggat seperti itu; samakan jenis, until, dan fires dengan induk.",
        )
        return
    if old.fires is not None:
        yield sheet.finding(
            "overlay_melonggarkan",
            place,
            f"Tenggat tahap “{id}” menimbulkan akibat hukum bila lewat, sehingga tidak boleh dipersingkat.",
        )
    # so many hari kerja never end before as many hari
    longer = new.days > old.days or (old.unit == "kalender" and new.unit == "kerja")
    if longer or (new.start, new.roll) != (old.start, old.roll):
        yield sheet.finding(
            "overlay_melonggarkan",
            place,
            f"Tenggat tahap “{id}” hanya boleh dipersingkat (induk: {old.days} hari {old.unit}).",
        )
    if not new.law:
        yield sheet.finding(
            "tanpa_dasar_hukum", place, f"Tenggat tahap “{id}” belum menyebut dasar hukum; tambahkan law."
        )


def _steps(base: Procedure, merged: Procedure, overlay: OverlayFile, sheet: Sheet) -> Iterator[CheckFinding]:
    seen: set[str] = set()
    for index, change in enumerate(overlay.transitions):
        place = ("transitions", index)
        step = base.transition(change.id)
        if step is None:
            yield sheet.finding(
                "overlay_langkah_tidak_dikenal",
                place,
                f"Langkah “{change.id}” tidak ada dalam alur induk; overlay tidak menambah langkah.",
            )
        if change.id in seen:
            yield sheet.finding("id_ganda", place, f"Langkah “{change.id}” ditulis dua kali; gabungkan.")
        seen.add(change.id)
        yield from use_findings(merged, sheet, place, change.docs, change.guards)
        if step is not None:
            yield from weaker_findings(merged, step, sheet, place, change.docs, change.guards)
        for use in change.requirements:
            yield from law_findings(merged, sheet, place, use.law)
            if not use.law:
                yield sheet.finding(
                    "tanpa_dasar_hukum",
                    place,
                    f"Tambahan pada langkah “{change.id}” belum menyebut dasar hukum; tambahkan law.",
                )


def _citations(overlay: OverlayFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((str(role), delegation.law) for role, delegation in overlay.delegations.items())
    yield from ((kind, entry.law) for kind, entry in overlay.documents.items())
    for id, change in overlay.states.items():
        yield from ((id, term.law) for term in change.deadlines)
    for step in overlay.transitions:
        yield from ((step.id, use.law) for use in step.requirements)
