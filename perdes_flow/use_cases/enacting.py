"""Steps of the procedure: all conditions are looked at before anything is written, and the text is the agreed one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Actor
from perdes_flow.domain.draft import Version
from perdes_flow.domain.values import DraftId, Prakarsa, Role, Slug, version_path
from perdes_flow.errors import Lacking, MigrationUnsafe, StepRefused, StepUnknown, TextDiffers
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, once, open_case, person_named, write
from perdes_flow.use_cases.drafting import put_document
from perdes_flow.use_cases.legal_acts import Particulars, lacking_particulars, legal_act
from perdes_flow.word.naskah_text import text_sha256
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.workflow import engine, migration
from perdes_flow.workflow.definition import Transition
from perdes_flow.workflow.guards import Situation

_CONSENTERS: Mapping[Role, Prakarsa] = {Role.KADES: "pemdes", Role.KETUA_BPD: "bpd"}
# The stage's papers that are Word files of the regulation itself: their text must be the agreed one.
_TEXT_PAPERS = frozenset({"naskah_final", "naskah_bertanda_tangan", "salinan_resmi"})


@dataclass(frozen=True, slots=True)
class Paper:
    """A file handed in with a step; `suffix` with its dot."""

    data: bytes
    suffix: str


@once
def take_step(
    desk: Desk,
    draft_id: DraftId,
    step: Slug,
    *,
    by: str,
    particulars: Particulars | None = None,
    papers: Mapping[Slug, Paper] | None = None,
) -> Written:
    """Take a step: papers, the legal act that goes with it, and the move, in one transaction.

    StepRefused names every unmet condition; FileDamaged and TextDiffers where the text is not the recorded one.
    """
    case = open_case(desk, draft_id)
    given, handed_in = particulars or Particulars(), papers or {}
    transition = _transition(case, step)
    signer = _signer(case, by, transition)
    missing = _missing(desk, case, transition, signer, given, frozenset(handed_in))
    if missing:
        raise StepRefused(step, missing)
    if transition.binds_text:
        _recheck_text(desk, case, handed_in)
    facts: list[e.Fact] = [
        put_document(desk, case, kind, paper.data, suffix=paper.suffix, nomor=given.nomor)
        for kind, paper in handed_in.items()
    ]
    act = legal_act(case, transition, given)
    facts += [act] if act else []
    facts.append(_step_taken(desk, case, transition, given, tuple(handed_in)))
    return write(desk, case, facts, by=signer)


@once
def give_consent(desk: Desk, draft_id: DraftId, to: Slug, *, by: str) -> Written:
    """One party's consent to a joint act, e.g. to withdraw a draft under deliberation; NotInOffice."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, tuple(_CONSENTERS), "memberi persetujuan")
    fact = e.ConsentGiven(party=_CONSENTERS[signer.role], to=to, on=case.today)
    return write(desk, case, (fact,), by=signer)


def plan_migration(desk: Desk, draft_id: DraftId) -> migration.MigrationPlan:
    """Whether the draft could go on under today's version of its procedure, and why not."""
    case = open_case(desk, draft_id)
    new = desk.procedures.current(case.draft.workflow.id, case.village.settings.overlay)
    return migration.plan(case.draft, case.procedure, new)


@once
def migrate(desk: Desk, draft_id: DraftId, *, reason: str, by: str) -> Written:
    """Move the draft to today's version of its procedure; MigrationUnsafe, NotInOffice."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, (Role.SEKDES,), "memindahkan alur")
    new = desk.procedures.current(case.draft.workflow.id, case.village.settings.overlay)
    plan = migration.plan(case.draft, case.procedure, new)
    if not plan.safe:
        raise MigrationUnsafe(draft_id, plan.reasons)
    desk.procedures.keep(new.pin)
    fact = e.WorkflowMigrated(old=case.draft.workflow, new=new.pin, reason=reason)
    return write(desk, case, (fact,), by=signer)


def situation(desk: Desk, case: Case, by: Actor, supplied: frozenset[str] = frozenset(), **more: object) -> Situation:
    """What the guards look at."""
    return Situation(
        draft=case.draft,
        village=case.village,
        procedure=case.procedure,
        calendar=desk.calendar,
        today=case.today,
        actor=by,
        supplied=supplied,
    )


def _transition(case: Case, step: Slug) -> Transition:
    for transition in case.procedure.transitions:
        if transition.id == step:
            return transition
    raise StepUnknown(step, tuple(t.id for t in case.procedure.transitions))


def _signer(case: Case, by: str, transition: Transition) -> Actor:
    """The person in the office that may take the step; otherwise in any office, and the engine says what is wrong."""
    person = person_named(case.village, by)
    allowed = (*transition.by, *transition.confirm)
    role = next((role for role in allowed if person.holds(role, case.today)), None)
    held = person.roles_on(case.today)
    return Actor(person.id, role or (held[0] if held else Role.PENYUSUN))
