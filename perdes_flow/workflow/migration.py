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
    for step in draft.path:
        before, after = old.transition(step.id), new.transition(step.id)
        if after is None or step.source not in after.source or step.target != after.to:
            yield f"Langkah “{before.title if before else step.id}” yang sudah diambil tidak ada dalam versi {new.version}."
        elif before is not None:
            yield from _changed(before, after, frozenset(d.kind for d in draft.documents), new.version)


def _changed(before: Transition, after: Transition, filed: frozenset[str], version: str) -> Iterator[str]:
    added = {use.doc for use in after.docs} - {use.doc for use in before.docs} - filed
    if added:
        papers = ", ".join(sorted(added))
        yield f"Langkah “{before.title}” yang sudah diambil memerlukan dokumen tambahan dalam versi {version}: {papers}."
    if before.guards != after.guards:
        yield f"Syarat langkah “{before.title}” yang sudah diambil berubah dalam versi {version}."
    if (before.by, before.confirm) != (after.by, after.confirm):
        yield f"Pejabat untuk langkah “{before.title}” yang sudah diambil berubah dalam versi {version}."
