"""Whether a running draft may go on under another version of its procedure, and why not.

Stages and steps are aligned by id. Doubt keeps the draft where it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from perdes_flow.domain.draft import Draft
from perdes_flow.workflow.definition_model import Procedure, Transition


@dataclass(frozen=True, slots=True)
class MigrationPlan:
    """`reasons` are sentences, one for everything that keeps the draft on its old version."""

    safe: bool
    reasons: tuple[str, ...]


def plan(draft: Draft, old: Procedure, new: Procedure) -> MigrationPlan:
    """Safe: the draft's stage is there, and no step it has passed was changed or asks for a paper that is not on file."""
    reasons = tuple(dict.fromkeys(_reasons(draft, old, new)))
    return MigrationPlan(not reasons, reasons)


def _reasons(draft: Draft, old: Procedure, new: Procedure) -> Iterator[str]:
    if old.id != new.id:
        yield f"Alur “{new.id}” bukan versi lain dari alur “{old.id}”."
        return
    if draft.workflow != old.pin:
        yield f"Rancangan tidak berjalan menurut versi {old.version} yang diperiksa ini."
    if old.pin == new.pin:
        yield f"Rancangan sudah berjalan menurut versi {new.version}."
    if draft.state not in new.states:
        yield f"Tahap “{old.states[draft.state].label}” tidak ada dalam versi {new.version}."
    filed = frozenset(document.kind for document in draft.documents)
    for step in draft.path:
        before, after = old.transition(step.id), new.transition(step.id)
        name = before.title if before else step.id
        if after is None or step.source not in after.source or step.target != after.to:
            yield f"Langkah “{name}” yang sudah diambil tidak ada dalam versi {new.version}."
        elif before is not None:
            yield from _changed(name, before, after, filed, new.version)
            if _sorting(old, before) != _sorting(new, after):
                yield f"Pengelompokan jenis pada langkah “{name}” yang sudah diambil berubah dalam versi {new.version}."


def _changed(
    name: str, before: Transition, after: Transition, filed: frozenset[str], version: str
) -> Iterator[str]:
    added = {use.doc for use in after.docs} - {use.doc for use in before.docs} - filed
    if added:
        papers = ", ".join(sorted(added))
        yield f"Langkah “{name}” yang sudah diambil memerlukan dokumen tambahan dalam versi {version}: {papers}."
    if _conditions(before) != _conditions(after):
        yield f"Syarat langkah “{name}” yang sudah diambil berubah dalam versi {version}."
    if (before.by, before.confirm) != (after.by, after.confirm):
        yield f"Pejabat untuk langkah “{name}” yang sudah diambil berubah dalam versi {version}."


def _conditions(step: Transition) -> list[tuple[str, str]]:
    """Guards with their arguments; another citation of the same rule is no other rule."""
    return sorted((use.name, repr(sorted(use.args.items()))) for use in step.guards)


def _sorting(procedure: Procedure, step: Transition) -> list[frozenset[str]]:
    """The kinds that a step's guards name, groups spelled out."""
    named = (value for use in step.guards if use.name == "jenis" for value in use.args.values())
    return [procedure.kinds(tuple(v if isinstance(v, list) else [str(v)])) for v in named]
