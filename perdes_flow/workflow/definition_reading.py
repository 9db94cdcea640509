"""Read a workflow file and look at everything in it, without refusing: the findings tell.

A file is read for every act and seldom changes: what its bytes said once is kept.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from perdes_flow.domain.values import sha256_of
from perdes_flow.workflow import overlay as overlays
from perdes_flow.workflow.checks_finding import CheckFinding, Sheet
from perdes_flow.workflow.checks_form import formed
from perdes_flow.workflow.checks_names import name_findings
from perdes_flow.workflow.checks_routes import route_findings
from perdes_flow.workflow.definition_model import Procedure, WorkflowFile
from perdes_flow.workflow.definition_yaml import YamlBroken, read_yaml

M = TypeVar("M", bound=BaseModel)
# what an overlay would need to make a step easier, or to open another way
_LOOSENING = frozenset(
    {
        "initial",
        "roles",
        "groups",
        "edit",
        "comment",
        "frozen",
        "final",
        "from",
        "to",
        "by",
        "confirm",
        "records",
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The procedure, where the file has its form, and everything that is wrong with it."""

    procedure: Procedure | None
    findings: tuple[CheckFinding, ...]


def read_procedure(path: Path, overlay: Path | None = None) -> Reading:
    """A workflow file, with an overlay over it."""
    files: list[tuple[str, bytes]] = []
    for one in (path,) if overlay is None else (path, overlay):
        try:
            files.append((one.name, one.read_bytes()))
        except OSError as error:
            return Reading(None, (_unreadable(one, error),))
    return _read(*files)


@lru_cache(maxsize=32)
def _read(file: tuple[str, bytes], overlay: tuple[str, bytes] | None = None) -> Reading:
    sheet = _sheet(*file)
    if isinstance(sheet, CheckFinding):
        return Reading(None, (sheet,))
    base = _base(sheet)
    if overlay is None or base.procedure is None or base.findings:
        return base
    return _overlaid(base.procedure, sheet.content, _sheet(*overlay))


def sheet_of(path: Path) -> Sheet | CheckFinding:
    """A YAML file, ready to be checked, or why it cannot be."""
    try:
        return _sheet(path.name, path.read_bytes())
    except OSError as error:
        return _unreadable(path, error)


def _sheet(name: str, content: bytes) -> Sheet | CheckFinding:
    try:
        return Sheet(name, content, read_yaml(content))
    except YamlBroken as error:
        return CheckFinding(error.code, name, error.line, f"{error.problem[:1].upper()}{error.problem[1:]}.")


def _unreadable(path: Path, error: OSError) -> CheckFinding:
    problem = "tidak ada" if isinstance(error, FileNotFoundError) else "tidak terbaca"
    return CheckFinding(
        "berkas_tidak_terbaca",
        path.name,
        1,
        f"Berkas {path.name} tidak dapat dibaca ({problem}); periksa nama dan tempatnya.",
    )


def _base(sheet: Sheet) -> Reading:
    file, findings = formed(WorkflowFile, sheet)
    if file is None:
        return Reading(None, findings)
    procedure = Procedure.model_construct(**dict(file), sha256=sha256_of(sheet.content), overlay=None)
    named = tuple(name_findings(procedure, sheet))
    # routes can be followed only where every name leads somewhere
    lost = {"tahap_tidak_dikenal", "tahap_awal_tidak_ada", "syarat_tidak_dikenal", "argumen_syarat_salah"}
    routes = () if lost & {finding.code for finding in named} else tuple(route_findings(procedure, sheet))
    return Reading(procedure, (*named, *routes))


def _overlaid(base: Procedure, content: bytes, sheet: Sheet | CheckFinding) -> Reading:
    if isinstance(sheet, CheckFinding):
        return Reading(None, (sheet,))
    file, findings = formed(overlays.OverlayFile, sheet, _LOOSENING)
    if file is None:
        return Reading(None, findings)
    found = tuple(overlays.findings(base, file, sheet))
    merged = overlays.tightened(base, file)
    procedure = merged.model_copy(update={"sha256": sha256_of(content + b"\0" + sheet.content)})
    return Reading(procedure, found or tuple(route_findings(procedure, sheet)))
