"""What an overlay asks for again, but weaker than its base: it would change nothing, and whoever wrote it means to loosen."""

from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from perdes_flow.workflow.checks_finding import CheckFinding, Sheet
from perdes_flow.workflow.definition_model import DocUse, GuardUse, Mark, Procedure, Transition
from perdes_flow.workflow.definition_yaml import Place
from perdes_flow.workflow.guards import GUARDS

_SURE: Sequence[Mark] = ("U", "M", "V")


def weaker_findings(
    merged: Procedure,
    step: Transition,
    sheet: Sheet,
    place: Place,
    docs: Sequence[DocUse],
    guards: Sequence[GuardUse],
) -> Iterator[CheckFinding]:
    """Findings about what an overlay adds to a step of its base; `place` is the step's place in the overlay."""
    for index, doc in enumerate(docs):
        if any(doc.doc == old.doc and _less_sure(merged, step, doc, old) for old in step.docs):
            yield _finding(sheet, (*place, "docs", index), f"dokumen “{doc.doc}”")
    for index, use in enumerate(guards):
        if any(use.name == old.name and _weaker(merged, step, use, old) for old in step.guards):
            yield _finding(sheet, (*place, "guards", index), f"syarat “{use.name}”")


def _finding(sheet: Sheet, place: Place, what: str) -> CheckFinding:
    return sheet.finding(
        "overlay_melonggarkan",
        place,
        f"Alur induk sudah meminta {what} dengan lebih ketat; perketat atau hapus.",
    )


def _weaker(merged: Procedure, step: Transition, use: GuardUse, old: GuardUse) -> bool:
    if use.args == old.args:
        return _less_sure(merged, step, use, old)
    args = GUARDS[old.name].args
    try:
        return args.model_validate(use.args).weaker_than(args.model_validate(old.args))
    except ValidationError:
        return False  # told where the guard's arguments are checked


def _less_sure(merged: Procedure, step: Transition, new: DocUse | GuardUse, old: DocUse | GuardUse) -> bool:
    """What is only warned of (marks M and U) stands for less than what blocks."""
    strengths = [_SURE.index(merged.strength(step, use)) for use in (new, old)]
    return strengths[0] < strengths[1]
