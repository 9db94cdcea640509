"""Run the stories of a cases file on a procedure, in memory: every step must come out as the story says."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from perdes_flow.workflow.calendar import WEEKENDS_ONLY, Calendar
from perdes_flow.workflow.cases_form import CasesFile, Story
from perdes_flow.workflow.cases_stage import OtherThanTold, Stage
from perdes_flow.workflow.checks_finding import CheckFinding, Sheet
from perdes_flow.workflow.checks_form import formed
from perdes_flow.workflow.definition_model import Procedure
from perdes_flow.workflow.definition_reading import sheet_of


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How a story came out; `finding` is None where it came out as told."""

    name: str
    finding: CheckFinding | None


def run(path: Path, procedure: Procedure) -> tuple[CaseResult, ...]:
    """Every story of a cases file. A file that cannot be read is one result with its finding."""
    sheet = sheet_of(path)
    if isinstance(sheet, CheckFinding):
        return (CaseResult(path.name, sheet),)
    file, findings = formed(CasesFile, sheet)
    if file is None:
        return tuple(CaseResult(path.name, finding) for finding in findings)
    if file.workflow != procedure.id:
        wrong = sheet.finding("kasus_salah_alur", ("workflow",), f"Kasus ini untuk alur “{file.workflow}”.")
        return (CaseResult(path.name, wrong),)
    calendar = WEEKENDS_ONLY.with_local("kasus", file.holidays) if file.holidays else WEEKENDS_ONLY
    return tuple(_results(file, sheet, procedure, calendar))


def _results(file: CasesFile, sheet: Sheet, procedure: Procedure, calendar: Calendar) -> Iterator[CaseResult]:
    for index, story in enumerate(file.cases):
        stage = Stage(story, procedure, calendar)
        yield CaseResult(story.name, _told(file, index, stage, sheet) or _ended(index, story, stage, sheet))


def _told(file: CasesFile, index: int, stage: Stage, sheet: Sheet) -> CheckFinding | None:
    """Play a story, the earlier one that it begins with first; a finding at the line that went another way."""
    story = file.cases[index]
    if story.after is not None:
        before = next((n for n in range(index) if file.cases[n].name == story.after), None)
        if before is None:
            message = f"Kasus “{story.after}” tidak ada sebelum kasus ini."
            return sheet.finding("kasus_gagal", ("cases", index, "after"), message)
        if earlier := _told(file, before, stage, sheet):
            return earlier
    for number, line in enumerate(story.lines):
        try:
            stage.play(line)
        except OtherThanTold as other:
            place = ("cases", index, "lines", number)
            return sheet.finding("kasus_gagal", place, f"Kasus “{story.name}”: {other.what}")
    return None


def _ended(index: int, story: Story, stage: Stage, sheet: Sheet) -> CheckFinding | None:
    if stage.draft.state == story.ends:
        return None
    message = f"Kasus “{story.name}” berakhir pada tahap “{stage.draft.state}”, bukan “{story.ends}”."
    return sheet.finding("kasus_gagal", ("cases", index, "ends"), message)
