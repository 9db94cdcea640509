"""Which steps are open, to whom, and everything that is still lacking for the others.

All conditions are looked at before the machine moves: it stops at the first that fails, and cannot say why.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from perdes_flow.domain.acts import THE_SYSTEM
from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.values import Role, Slug
from perdes_flow.domain.words import any_of, offices
from perdes_flow.errors import StepRefused, StepUnknown
from perdes_flow.workflow.definition_model import DocUse, GuardUse, Procedure, Transition
from perdes_flow.workflow.documents import kind_of, on_file
from perdes_flow.workflow.engine_machine import fire
from perdes_flow.workflow.engine_terms import DueView, due_of, last_day_before
from perdes_flow.workflow.guards import GUARDS, Missing, Situation

__all__ = [
    "DueView",
    "StepView",
    "advance",
    "due_of",
    "fire",
    "missing",
    "open_steps",
    "proposals",
    "refuses",
]


@dataclass(frozen=True, slots=True)
class StepView:
    """A step that leaves the draft's stage, and everything that is still lacking for it."""

    transition: Transition
    missing: tuple[Missing, ...]

    @property
    def open(self) -> bool:
        return not refuses(self.missing)


def missing(situation: Situation, step_id: Slug) -> tuple[Missing, ...]:
    """Every unmet condition of a step at once: stage, office, papers, guards. StepUnknown."""
    step = situation.procedure.transition(step_id)
    if step is None:
        raise StepUnknown(step_id, tuple(t.id for t in situation.procedure.transitions))
    seen = replace(situation, step=step_id)
    office = tuple(_office(seen, step))
    said = {item.code for item in office}  # a term that has not passed need not be said twice
    guards = (item for item in _guards(seen, step) if item.code not in said)
    return (*_stage(seen, step), *office, *_papers(seen, step), *guards)


def refuses(missing: tuple[Missing, ...]) -> bool:
    """Whether a step with these unmet conditions is refused: warnings refuse nothing."""
    return any(item.severity == "block" for item in missing)


def advance(situation: Situation, step_id: Slug) -> Slug:
    """The stage that the draft comes to; StepRefused with every unmet condition, StepUnknown."""
    lacking = missing(situation, step_id)
    if refuses(lacking):
        raise StepRefused(step_id, lacking)
    return fire(situation.procedure, situation.draft.state, step_id)


def open_steps(situation: Situation) -> tuple[StepView, ...]:
    """The steps that leave the draft's stage and are meant for a draft of its kind, each with what is lacking."""
    return tuple(StepView(step, missing(situation, step.id)) for step in _meant(situation))


def proposals(situation: Situation) -> tuple[StepView, ...]:
    """Steps that the law takes because a term has passed in silence, for a person to confirm."""
    steps = (step for step in _meant(situation) if Role.SISTEM in step.by)
    due = (step for step in steps if (last := _last_day(situation, step)) and situation.today > last)
    return tuple(StepView(step, missing(situation, step.id)) for step in due)


def _meant(situation: Situation) -> Iterator[Transition]:
    """Steps out of the stage, without those for other kinds of draft."""
    for step in situation.procedure.steps_from(situation.draft.state):
        sorting = [use for use in step.guards if GUARDS[use.name].split]
        lacking = tuple(_guard(situation, step, use) for use in sorting)
        if not refuses(tuple(item for item in lacking if item)):
            yield step


def _stage(situation: Situation, step: Transition) -> Iterator[Missing]:
    procedure, state = situation.procedure, situation.draft.state
    if state in step.source:
        return
    here = procedure.states[state].label
    there = any_of(f"“{procedure.states[source].label}”" for source in step.source)
    steps = any_of(f"{t.title} ({t.id})" for t in _meant(situation))
    now = (
        f"Langkah yang ada pada tahap ini: {steps}."
        if steps
        else "Tahap ini tahap akhir: tidak ada langkah lagi."
    )
    yield Missing(
        "bukan_tahapnya",
        f"Rancangan berada pada tahap “{here}”; langkah “{step.title}” diambil pada tahap {there}. {now}",
        step.law_text(procedure),
    )


def _office(situation: Situation, step: Transition) -> Iterator[Missing]:
    actor, law = situation.actor, step.law_text(situation.procedure)
    silent = Role.SISTEM in step.by
    people = tuple(role for role in (*step.by, *(step.confirm if silent else ())) if role != Role.SISTEM)
    if silent and (actor == THE_SYSTEM or actor.role in step.confirm):
        yield from _silence(situation, step)
    if silent and actor == THE_SYSTEM:
        return
    if actor.role not in people:
        who = offices(people, situation.procedure.stand_ins) or "sistem"
        yield Missing("bukan_wewenang", f"Langkah “{step.title}” diambil oleh {who}.", law)
    elif not _holds_office(situation):
        day = tanggal(situation.today)
        yield Missing(
            "bukan_pejabat",
            f"Orang ini tidak memangku jabatan {offices([actor.role])} pada {day}. Periksa masa jabatan dan keputusannya.",
            law,
        )


def _silence(situation: Situation, step: Transition) -> Iterator[Missing]:
    """The step has no other ground than that a term has passed, so nobody can confirm it before."""
    last = _last_day(situation, step)
    if situation.draft.state not in step.source or (last and situation.today > last):
        return
    until = f"hari terakhirnya {tanggal(last)}" if last else "tahap ini tidak mempunyai tenggat"
    yield Missing(
        "tenggat_lewat",
        f"Langkah “{step.title}” timbul karena tenggat lewat, dan tenggat itu belum lewat: {until}.",
        step.law_text(situation.procedure),
    )


def _last_day(situation: Situation, step: Transition) -> date | None:
    draft = situation.draft
    return last_day_before(
        situation.procedure, step.id, draft.state, draft.jenis, draft.entered, situation.calendar
    )


def _holds_office(situation: Situation) -> bool:
    person = situation.village.people.get(situation.actor.person)
    return person is not None and person.holds(situation.actor.role, situation.today)


def _papers(situation: Situation, step: Transition) -> Iterator[Missing]:
    for use in step.docs:
        kind = kind_of(situation.procedure, use.doc)
        if kind is None or on_file(situation, kind):
            continue  # the checks let no unknown kind into a procedure
        maker = f" Dibuat oleh {offices(kind.by)}." if kind.by else ""
        yield _lacking(
            situation.procedure, step, use, f"dokumen_{use.doc}", f"Dokumen belum ada: {kind.label}.{maker}"
        )


def _guards(situation: Situation, step: Transition) -> Iterator[Missing]:
    for use in step.guards:
        item = _guard(situation, step, use)
        if item:
            yield item


def _guard(situation: Situation, step: Transition, use: GuardUse) -> Missing | None:
    sentence = GUARDS[use.name].missing(situation, use.args)
    return _lacking(situation.procedure, step, use, use.name, sentence) if sentence else None


def _lacking(
    procedure: Procedure, step: Transition, use: GuardUse | DocUse, code: str, sentence: str
) -> Missing:
    sure = procedure.strength(step, use) == "V"
    return Missing(code, sentence, procedure.cite(use.law or step.law), "block" if sure else "warning")
