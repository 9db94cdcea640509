"""Routes: every stage is reached and leads to an end, and for every draft it is clear which way is open."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import get_args

from perdes_flow.domain.values import Jenis, Prakarsa, Role
from perdes_flow.domain.words import JENIS, PARTIES, all_of
from perdes_flow.workflow.checks_finding import CheckFinding, Sheet
from perdes_flow.workflow.definition_model import Procedure, Transition
from perdes_flow.workflow.guards import GUARDS
from perdes_flow.workflow.guards.perkara import Initiative, Kinds

Sort = tuple[str, str]  # kind of regulation, initiative
_ALL: frozenset[Sort] = frozenset(product(get_args(Jenis), get_args(Prakarsa)))


def route_findings(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    """All findings about routes; stages and guards must be known already."""
    steps = procedure.transitions
    yield from _reached(procedure, sheet)
    yield from _ending(procedure, sheet)
    for index, step in enumerate(steps):
        ends = [source for source in step.source if procedure.states[source].final]
        if ends:
            yield sheet.finding(
                "langkah_dari_tahap_akhir",
                ("transitions", index, "from"),
                f"Langkah “{step.id}” keluar dari tahap akhir “{ends[0]}”; tahap akhir tidak boleh ditinggalkan.",
            )
    yield from _unclear(procedure, sheet)
    yield from _uncovered(procedure, sheet)


def sorts_of(procedure: Procedure, step: Transition) -> frozenset[Sort]:
    """The drafts (by kind and initiative) to which a step is open as far as its sorting guards tell.

    Guards that only warn do not sort: they close the step to nobody.
    """
    sorts = _ALL
    for use in step.guards:
        guard = GUARDS[use.name]
        if guard.split is None or procedure.strength(step, use) != "V":
            continue
        args = guard.args.model_validate(use.args)
        if isinstance(args, Kinds):
            allowed = procedure.kinds(args.within) or JENIS.keys() - procedure.kinds(args.not_in)
            sorts = frozenset(sort for sort in sorts if sort[0] in allowed)
        elif isinstance(args, Initiative):
            sorts = frozenset(sort for sort in sorts if sort[1] in args.within)
    return sorts


def _reached(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    reached = _closure([procedure.initial], _onward(procedure))
    for id in procedure.states:
        if id not in reached:
            yield sheet.finding(
                "tahap_tidak_tercapai",
                ("states", id),
                f"Tahap “{id}” tidak tercapai dari tahap awal; tambahkan langkah ke sana atau hapus tahapnya.",
            )


def _ending(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    back: dict[str, list[str]] = {id: [] for id in procedure.states}
    for step in procedure.transitions:
        back[step.to].extend(step.source)
    ending = _closure([id for id, state in procedure.states.items() if state.final], back)
    for id in procedure.states:
        if id not in ending:
            yield sheet.finding(
                "jalan_buntu",
                ("states", id),
                f"Dari tahap “{id}” tidak ada jalan ke tahap akhir; tambahkan langkah atau tandai final: true.",
            )


def _onward(procedure: Procedure) -> Mapping[str, list[str]]:
    return {id: [step.to for step in procedure.steps_from(id)] for id in procedure.states}


def _closure(start: Iterable[str], ways: Mapping[str, Iterable[str]]) -> frozenset[str]:
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        id = waiting.pop()
        if id not in reached:
            reached.add(id)
            waiting.extend(ways[id])
    return frozenset(reached)


def _unclear(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    """A person chooses a step by its name, so two are one too many only where they lead to the same stage.
    The system does not choose: two of its steps from one stage are always one too many."""
    for (_, one), (index, two) in combinations(enumerate(procedure.transitions), 2):
        shared = set(one.source) & set(two.source)
        roles = set(one.by) & set(two.by)
        same = one.to == two.to or Role.SISTEM in roles
        if shared and roles and same and sorts_of(procedure, one) & sorts_of(procedure, two):
            yield sheet.finding(
                "langkah_rancu",
                ("transitions", index),
                f"Langkah “{one.id}” dan “{two.id}” terbuka bagi peran yang sama dari tahap “{min(shared)}” tanpa syarat pembeda; "
                "gabungkan, atau bedakan dengan syarat jenis atau prakarsa.",
            )


def _uncovered(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    """Where steps sort drafts, every draft must find one that is for it."""
    for id in procedure.states:
        ways = _ways_on(procedure, id)
        left = _ALL.difference(*(sorts_of(procedure, step) for step in ways)) if ways else frozenset()
        if left:
            yield sheet.finding(
                "cabang_tidak_lengkap",
                ("states", id),
                f"Tahap “{id}” tidak mempunyai langkah maju bagi {_said(left)}; tambahkan atau perluas syaratnya.",
            )


def _ways_on(procedure: Procedure, id: str) -> tuple[Transition, ...]:
    """The steps that bring a draft on from a stage: a step back or a withdrawal helps nobody who is stuck."""
    steps = procedure.steps_from(id)
    onward = _onward(procedure)
    forward = tuple(step for step in steps if id not in _closure([step.to], onward))
    staying = tuple(step for step in forward if not procedure.states[step.to].final)
    return staying or forward or steps


def _said(left: frozenset[Sort]) -> str:
    kinds = {kind for kind, _ in left}
    parties = {party for _, party in left}
    said = "rancangan"
    if len(kinds) < len(JENIS):
        said += f" berjenis {all_of(JENIS[kind] for kind in JENIS if kind in kinds)}"
    if len(parties) < len(PARTIES):
        said += f" prakarsa {all_of(PARTIES[party] for party in PARTIES if party in parties)}"
    return said
