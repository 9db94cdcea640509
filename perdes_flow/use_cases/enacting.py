"""Steps of the procedure: all conditions are looked at before anything is written, and the text is the agreed one."""

from collections.abc import Mapping
from dataclasses import dataclass

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Actor
from perdes_flow.domain.values import DraftId, Prakarsa, Role, Sha256, Slug
from perdes_flow.errors import FileDamaged, MigrationUnsafe, StepRefused, StepUnknown
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, once, open_case, person_named, write
from perdes_flow.use_cases.drafting import put_document
from perdes_flow.use_cases.legal_acts import Particulars, lacking_particulars, legal_act, numbers_used
from perdes_flow.use_cases.versions import version_docx, version_file
from perdes_flow.word.gate import admit
from perdes_flow.word.naskah_text import text_sha256
from perdes_flow.word.reader import read
from perdes_flow.workflow import engine, migration
from perdes_flow.workflow.definition import Transition
from perdes_flow.workflow.guards import Missing, Situation

_CONSENTERS: Mapping[Role, Prakarsa] = {Role.KADES: "pemdes", Role.KETUA_BPD: "bpd"}
# Papers that are the regulation itself: handed in as a Word file, their text is compared with the agreed one.
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

    StepRefused names every unmet condition; FileDamaged where the stored text is not the recorded one; DocxRefused.
    """
    case = open_case(desk, draft_id)
    given, handed_in = particulars or Particulars(), papers or {}
    transition = _transition(case, step)
    signer = _signer(case, by, transition)
    missing = _missing(desk, case, transition, signer, given, handed_in)
    if any(item.severity == "block" for item in missing):
        raise StepRefused(step, tuple(item for item in missing if item.severity == "block"))
    if transition.binds_text:
        _recheck_text(desk, case)
    filed = [
        put_document(desk, case, kind, paper.data, suffix=paper.suffix, nomor=given.nomor)
        for kind, paper in handed_in.items()
    ]
    act = legal_act(case, transition, given)
    taken = _step_taken(desk, case, transition, given, signer, tuple(item.code for item in missing))
    return write(desk, case, [*filed, *([act] if act else []), taken], by=signer)


def warnings(desk: Desk, draft_id: DraftId, step: Slug, *, by: str) -> tuple[Missing, ...]:
    """What is not met for a step and yet refuses nothing, since its law was not seen in a published copy."""
    case = open_case(desk, draft_id)
    transition = _transition(case, step)
    missing = _missing(desk, case, transition, _signer(case, by, transition), Particulars(), {})
    return tuple(item for item in missing if item.severity == "warning")


@once
def withdraw(
    desk: Desk, draft_id: DraftId, *, by: str, reason: str, papers: Mapping[Slug, Paper] | None = None
) -> Written:
    """Take the draft back, by the step of the procedure that leads to its withdrawal; StepRefused as any step."""
    case = open_case(desk, draft_id)
    ways = [t for t in case.procedure.transitions if t.to == "ditarik"]
    here = next((t for t in ways if case.draft.state in t.source), ways[0])
    return take_step(desk, draft_id, here.id, by=by, particulars=Particulars(reason=reason), papers=papers)


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


def situation(desk: Desk, case: Case, by: Actor) -> Situation:
    """What the guards look at when nothing is handed in."""
    return Situation(case.draft, case.village, case.procedure, desk.calendar, case.today, by)


def _missing(
    desk: Desk,
    case: Case,
    transition: Transition,
    by: Actor,
    given: Particulars,
    papers: Mapping[Slug, Paper],
) -> tuple[Missing, ...]:
    """Every unmet condition, those that only warn among them."""
    seen = Situation(
        case.draft,
        case.village,
        case.procedure,
        desk.calendar,
        case.today,
        by,
        supplied=frozenset(papers),
        nomor=given.nomor or None,
        numbers_used=numbers_used(desk, case, transition, given.on or case.today),
        text_sha256=_handed_in_text(papers),
    )
    return (*engine.missing(seen, transition.id), *lacking_particulars(case, transition, given))


def _handed_in_text(papers: Mapping[Slug, Paper]) -> Sha256 | None:
    """The fingerprint of the regulation's text, where a Word file of it comes with the step; DocxRefused."""
    for kind, paper in papers.items():
        if kind in _TEXT_PAPERS and paper.suffix == ".docx":
            return text_sha256(read(admit(paper.data)))
    return None


def _recheck_text(desk: Desk, case: Case) -> None:
    """The stored file still gives the recorded text: whoever signs relies on it. FileMissing, FileDamaged."""
    version = case.draft.latest
    if version is None:
        return
    docx = version_docx(desk, case, version.number)
    if text_sha256(read(admit(docx))) != version.text_sha256:
        raise FileDamaged(version_file(case, version))


def _step_taken(
    desk: Desk, case: Case, transition: Transition, given: Particulars, by: Actor, warned: tuple[Slug, ...]
) -> e.StepTaken:
    procedure = case.procedure
    target = engine.fire(procedure, case.draft.state, transition.id)
    # from the day it is recorded, not the day claimed: nobody's time may be cut short by writing late
    due = engine.due_of(procedure, target, case.draft.jenis, case.today, desk.calendar, via=transition.id)
    return e.StepTaken(
        step=transition.id,
        source=case.draft.state,
        target=target,
        on=given.on or case.today,
        counted_from=case.today,
        law=tuple(procedure.law[key].text for key in transition.law if key in procedure.law),
        checked=tuple(guard.name for guard in transition.guards),
        warned=warned,
        documents=tuple(use.doc for use in transition.docs),
        by_silence=Role.SISTEM in transition.by and by.role not in transition.by,
        due=due[0].date if due else None,
        calendar=desk.calendar.version,
        reason=given.reason,
    )


def _transition(case: Case, step: Slug) -> Transition:
    transition = case.procedure.transition(step)
    if transition is None:
        raise StepUnknown(step, tuple(t.id for t in case.procedure.transitions))
    return transition


def _signer(case: Case, by: str, transition: Transition) -> Actor:
    """The person in the office that may take the step; otherwise in any office, and the engine says what is wrong."""
    person = person_named(case.village, by)
    allowed = (*transition.by, *transition.confirm)
    role = next((role for role in allowed if person.holds(role, case.today)), None)
    held = person.roles_on(case.today)
    return Actor(person.id, role or (held[0] if held else Role.PENYUSUN))
