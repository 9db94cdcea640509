"""Laws: every rule cites one that is listed, and every one listed is cited."""

from collections.abc import Iterator

from perdes_flow.workflow.checks_finding import CheckFinding, Sheet
from perdes_flow.workflow.definition_model import Procedure
from perdes_flow.workflow.definition_yaml import Place


def uncited_findings(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    """Rules without a law, laws that are not listed, laws that nothing rests on."""
    cited: set[str] = set()
    for place, what, keys, required in _citations(procedure):
        cited.update(keys)
        yield from law_findings(procedure, sheet, place, keys)
        if required and not keys:
            yield sheet.finding(
                "tanpa_dasar_hukum", place, f"{what} belum menyebut dasar hukum; tambahkan law."
            )
    for key in procedure.law:
        if key not in cited:
            yield sheet.finding(
                "dasar_hukum_tidak_dipakai",
                ("law", key),
                f"Dasar hukum “{key}” tidak dirujuk; rujuk atau hapus.",
            )


def _citations(procedure: Procedure) -> Iterator[tuple[Place, str, tuple[str, ...], bool]]:
    """Where laws are cited: place, what cites, the keys, and whether it must cite one."""
    for id, state in procedure.states.items():
        for deadline in state.deadlines:
            yield ("states", id, "deadline"), f"Tenggat tahap “{id}”", deadline.law, True
    for kind, entry in procedure.documents.items():
        yield ("documents", kind), f"Dokumen “{kind}”", entry.law, True
    for role, delegation in procedure.delegations.items():
        yield ("delegations", str(role)), f"Pendelegasian “{role}”", delegation.law, True
    for index, step in enumerate(procedure.transitions):
        place: Place = ("transitions", index)
        yield place, f"Langkah “{step.id}”", step.law, True
        for use in step.requirements:
            yield place, f"Syarat langkah “{step.id}”", use.law, False


def law_findings(
    procedure: Procedure, sheet: Sheet, place: Place, keys: tuple[str, ...]
) -> Iterator[CheckFinding]:
    """Findings about laws that are cited but not listed."""
    for key in keys:
        if key not in procedure.law:
            yield sheet.finding(
                "dasar_hukum_tidak_dikenal",
                place,
                f"Dasar hukum “{key}” tidak ada dalam daftar law; tambahkan di sana.",
            )
