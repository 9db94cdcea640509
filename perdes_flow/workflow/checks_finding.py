"""What is wrong in a workflow file, and on which line."""

from dataclasses import dataclass

from perdes_flow.workflow.definition_yaml import Place, PlainFile


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """`line` counts from 1; `message` says in Indonesian what is wrong and what to do."""

    code: str
    file: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A workflow file that is being checked: its name for people, its bytes, and its data with lines."""

    file: str
    content: bytes
    plain: PlainFile

    def finding(self, code: str, place: Place, message: str) -> CheckFinding:
        """A finding at the line of that place."""
        return CheckFinding(code, self.file, self.plain.line(place), message)
