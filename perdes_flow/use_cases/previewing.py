"""What a Word file would be as the next version: the gate's verdict, its form, and what it changes. Nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from perdes_flow.domain.draft import Version
from perdes_flow.domain.values import DraftId, Sha256, sha256_of
from perdes_flow.errors import SameVersion
from perdes_flow.legal.changes import Change
from perdes_flow.use_cases.desk import Case, Desk, open_case
from perdes_flow.use_cases.drafting import drafter
from perdes_flow.use_cases.linting import Checked, check_file
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.word.gate import Warning, admit, inspect
from perdes_flow.word.naskah_text import text_sha256
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.redline import Redline, redline


@dataclass(frozen=True, slots=True)
class Preview:
    """A file that passed the gate. `base` is the version it is compared with, None for the first one.

    `warnings` are the gate's; `changes` those of words and order, `reformatted` how many places changed only their form.
    """

    case: Case
    text_sha256: Sha256
    warnings: tuple[Warning, ...]
    checked: Checked
    base: Version | None
    changes: tuple[Change, ...]
    reformatted: int

    @property
    def counts(self) -> Mapping[str, int]:
        """How many findings there are of each severity."""
        found = [finding.severity for finding in self.checked.findings]
        return {severity: found.count(severity) for severity in ("error", "warning", "info")}


def refuse_early(desk: Desk, draft_id: DraftId, docx: bytes, *, by: str) -> None:
    """Raises what `submit_version` would: DocxRefused, DraftUnknown, NotOpenNow, NotInOffice, SameVersion."""
    _admitted(desk, draft_id, docx, by)


def preview(desk: Desk, draft_id: DraftId, docx: bytes, *, name: str, by: str) -> Preview:
    """How the file stands; refusals as those of `refuse_early`, so that nobody reads on in vain, and FileDamaged."""
    case, package = _admitted(desk, draft_id, docx, by)
    state = case.procedure.states[case.draft.state]
    checked = check_file(
        docx,
        name=name,
        state=case.draft.state,
        on=case.today,
        stage=state.label,
        jenis=case.draft.jenis,
    )
    text = text_sha256(read(package))
    changes = _changes(desk, case, docx)
    worded = tuple(change for change in changes if change.kind != "format")
    return Preview(
        case,
        text,
        inspect(docx).warnings,
        checked,
        case.draft.latest,
        worded,
        len(changes) - len(worded),
    )


def redline_to(desk: Desk, draft_id: DraftId, docx: bytes) -> Redline:
    """The proven redline from the latest version to a file; VersionUnknown where there is none, DocxRefused, FileDamaged."""
    case = open_case(desk, draft_id)
    number = max(len(case.draft.versions), 1)
    return redline(version_docx(desk, case, number), docx, author="perdes-flow", at=desk.clock.now())


def _admitted(desk: Desk, draft_id: DraftId, docx: bytes, by: str) -> tuple[Case, Package]:
    package = admit(docx)
    case = open_case(desk, draft_id)
    drafter(case, by)
    if case.draft.latest is not None and case.draft.latest.docx_sha256 == sha256_of(docx):
        raise SameVersion(case.draft.latest.number)
    return case, package


def _changes(desk: Desk, case: Case, docx: bytes) -> tuple[Change, ...]:
    base = case.draft.latest
    if base is None:
        return ()
    old = version_docx(desk, case, base.number)
    # the list alone: the file is made, and proven, when somebody asks for it
    return tuple(redline(old, docx, author="perdes-flow", at=desk.clock.now(), prove=False).changes)
