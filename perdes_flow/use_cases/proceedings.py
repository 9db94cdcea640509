"""What the record says of how a draft came about, as the process rules of the linter ask it."""

from collections.abc import Iterator
from datetime import date

from perdes_flow.domain.draft import Draft, Step
from perdes_flow.domain.events import StepTaken
from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.meetings import Meeting
from perdes_flow.domain.values import PersonId
from perdes_flow.domain.village import Village
from perdes_flow.legal.linting import Proceedings, Sitting, Term
from perdes_flow.ports import Entry
from perdes_flow.use_cases.desk import Case
from perdes_flow.workflow.definition import Procedure
from perdes_flow.workflow.quorum import half_plus_one, quorum

_AT_THE_BPD = frozenset({"disampaikan", "pembahasan_internal"})
_DISCUSSED = frozenset({"pembahasan_internal", "pembahasan_bersama"})
_REPORTED = frozenset({"klarifikasi", "berlaku"})
_KINDS = {
    "konsultasi": "konsultasi publik",
    "internal": "musyawarah internal",
    "bersama": "pembahasan bersama",
}


def proceedings_of(case: Case, entries: tuple[Entry, ...], living: tuple[str, ...] = ()) -> Proceedings:
    """The facts of a draft; `entries` are those of its record, oldest first, `living` the titles that are in force beside it."""
    draft, agreement, signed = case.draft, case.draft.agreement, case.draft.penetapan
    papers = {paper.kind for paper in draft.documents}
    signing, promulgating = _step_to(draft, "ditetapkan"), _step_to(draft, "diundangkan")
    return Proceedings(
        prakarsa=draft.prakarsa,
        submitted=next((step.on for step in draft.path if step.target in _AT_THE_BPD), None),
        consulted=min(
            (m.on for m in draft.meetings.values() if m.kind == "konsultasi" and m.residents), default=None
        ),
        sittings=tuple(
            _sitting(case.village, draft, meeting) for meeting in draft.meetings.values() if meeting.closed
        ),
        decided=agreement.on if agreement else None,
        decision="keputusan_bpd" in papers,
        minutes_annexed="notulen" in papers,
        late=tuple(_late(case, entries)),
        needs_evaluation=draft.jenis in case.procedure.kinds(_evaluated(case.procedure)),
        evaluated=_evaluated_on(draft),
        stipulated=signed.on if signed else None,
        signed_by=signing.by.person if signing else "",
        promulgated_by=promulgating.by.person if promulgating else "",
        acting=any(_acts_for(case.village, step) for step in (signing, promulgating) if step),
        withdrawn=draft.state == "ditarik",
        discussed=any(step.target in _DISCUSSED for step in draft.path),
        consents=frozenset(consent.party for consent in draft.consents),
        unregistered=tuple(_unregistered(draft)) if case.procedure.id == "perdes" else (),
        living=living,
        text=draft.latest.text_sha256 if draft.latest else "",
        agreed=agreement.text_sha256 if agreement else "",
        signed=signed.text_sha256 if signed else "",
    )


def _evaluated(procedure: Procedure) -> tuple[str, ...]:
    return ("wajib_evaluasi",) if "wajib_evaluasi" in procedure.groups else ()


def _sitting(village: Village, draft: Draft, meeting: Meeting) -> Sitting:
    members: frozenset[PersonId] = frozenset(person.id for person in village.bpd_on(meeting.on))
    present = members.intersection(meeting.present)
    votes = sum(1 for member, choice in meeting.votes.items() if choice == "setuju" and member in present)
    filed = any(paper.kind == "notulen" and paper.visit == meeting.visit for paper in draft.documents)
    return Sitting(
        f"{_KINDS[meeting.kind]} {tanggal(meeting.on)}",
        meeting.on,
        of_bpd=meeting.kind != "konsultasi",
        members=len(members),
        present=len(present),
        quorum=quorum(len(members)),
        needed=half_plus_one(len(present), village.settings.half_plus_one),
        votes=votes,
        by_mufakat=meeting.mufakat,
        agreed=meeting.outcome in ("mufakat", "disetujui"),
        minuted=bool(meeting.minutes) or filed,
    )


def _late(case: Case, entries: tuple[Entry, ...]) -> Iterator[Term]:
    """Terms that ran out before the next step was taken; silence that the law gives effect to is not late."""
    before: StepTaken | None = None
    for fact in (entry.act.fact for entry in entries):
        if isinstance(fact, StepTaken):
            if before and before.due and fact.on > before.due and not fact.by_silence:
                yield Term(_stage(case.procedure, before.target), before.due, fact.on)
            before = fact
    if before and before.due and case.today > before.due:
        yield Term(_stage(case.procedure, before.target), before.due, None)


def _stage(procedure: Procedure, state: str) -> str:
    return f"langkah dari tahap {procedure.states[state].label}" if state in procedure.states else state


def _evaluated_on(draft: Draft) -> date | None:
    silent = next((step.on for step in draft.path if step.source == "evaluasi" and step.by_silence), None)
    return draft.evaluation.on if draft.evaluation else silent


def _step_to(draft: Draft, state: str) -> Step | None:
    return next((step for step in reversed(draft.path) if step.target == state and not step.by_silence), None)


def _acts_for(village: Village, step: Step) -> bool:
    """A Pj. or Plt. took the step."""
    person = village.people.get(step.by.person)
    offices = person.offices if person else ()
    return any(o.acting and o.role == step.by.role and o.held_on(step.on) for o in offices)


def _unregistered(draft: Draft) -> Iterator[str]:
    if draft.pengundangan is None:
        return
    if draft.agreement is None:
        yield "tanggal kesepakatan"
    if draft.penetapan is None and not draft.pengundangan.unsigned:
        yield "nomor dan tanggal penetapan"
    if draft.state in _REPORTED and not any(report.about == "klarifikasi" for report in draft.reports):
        yield "nomor dan tanggal laporan kepada Bupati"
