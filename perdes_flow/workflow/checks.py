"""Everything that can be wrong with a workflow file, an overlay, or the cases told about it."""

from pathlib import Path

from perdes_flow.workflow import cases
from perdes_flow.workflow.checks_finding import CheckFinding
from perdes_flow.workflow.definition_reading import Reading, read_procedure, sheet_of

__all__ = ["CheckFinding", "check", "read"]


def check(path: Path) -> tuple[CheckFinding, ...]:
    """All findings about a workflow file and its cases file, or about an overlay over its base; none: all is well."""
    reading = read(path)
    if reading.procedure is None or reading.findings:
        return reading.findings
    stories = path.parent / "tests" / f"{path.stem}.cases.yaml"
    results = cases.run(stories, reading.procedure) if stories.is_file() else ()
    return tuple(result.finding for result in results if result.finding)


def read(path: Path) -> Reading:
    """A workflow file, or an overlay over the base that it names (beside it, or in the folder above)."""
    sheet = sheet_of(path)
    if isinstance(sheet, CheckFinding):
        return Reading(None, (sheet,))
    extends = sheet.plain.data.get("extends") if isinstance(sheet.plain.data, dict) else None
    if extends is None:
        return read_procedure(path)
    # the name alone: an overlay must not point at files elsewhere
    name = Path(f"{str(extends).partition('@')[0]}.yaml").name
    base = next((folder / name for folder in path.resolve().parents[:2] if (folder / name).is_file()), None)
    if base is None:
        message = f"Alur induk {name} tidak ada di folder ini atau di atasnya; periksa extends."
        return Reading(None, (sheet.finding("overlay_induk_tidak_ada", ("extends",), message),))
    return read_procedure(base, path)
