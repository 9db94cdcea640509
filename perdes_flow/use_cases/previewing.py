"""What a Word file would be as the next version: the gate's verdict, its form, and what it changes. Nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from perdes_flow.domain.draft import Version
from perdes_flow.domain.values import DraftId, Sha256, sha256_of
from perdes_flow.errors import FileOfNoVersion, SameVersion
from perdes_flow.legal.changes import Change
from perdes_flow.use_cases.desk import Case, Desk, open_case
from perdes_flow.use_cases.drafting import drafter
from perdes_flow.use_cases.linting import Checked, check_file
from perdes_flow.use_cases.receiving import look_at
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.word.gate import Warning, admit, inspect
from perdes_flow.word.naskah_text import text_sha256
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.redline import Redline, redline


@dataclass(frozen=True, slots=True)
class Preview:
    """A file that passed the gate. `base` is the version that it was made from, None for the first one.

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
    def behind(self) -> bool:
        """It was made from an older version: what the latest one changed may be lost in it."""
        return self.base != self.case.draft.latest

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
    base = _base(desk, case, docx, name)
    changes = _changes(desk, case, base, docx)
    worded = tuple(change for change in changes if change.kind != "format")
    return Preview(
        case,
        text,
        inspect(docx).warnings,
        checked,
        base,
        worded,
        len(changes) - len(worded),
    )


def redline_to(desk: Desk, draft_id: DraftId, docx: bytes, *, name: str) -> Redline:
    """The proven redline to a file from the version that it was made from; VersionUnknown where there is none, FileDamaged."""
    case = open_case(desk, draft_id)
    base = _base(desk, case, docx, name)
    old = version_docx(desk, case, base.number if base else 1)
    return redline(old, docx, author="perdes-flow", at=desk.clock.now())


def _admitted(desk: Desk, draft_id: DraftId, docx: bytes, by: str) -> tuple[Case, Package]:
    package = admit(docx)
    case = open_case(desk, draft_id)
    drafter(case, by)
    if case.draft.latest is not None and case.draft.latest.docx_sha256 == sha256_of(docx):
        raise SameVersion(case.draft.latest.number)
    return case, package


def _base(desk: Desk, case: Case, docx: bytes, name: str) -> Version | None:
    """The version that the file was made from; the latest where it is like none of them."""
    if case.draft.latest is None:
        return None
    try:
        look = look_at(desk, docx, file_name=name, draft_id=case.draft.id)
    except FileOfNoVersion:
        return case.draft.latest
    return case.draft.version(look.version)


def _changes(desk: Desk, case: Case, base: Version | None, docx: bytes) -> tuple[Change, ...]:
    if base is None:
        return ()
    old = version_docx(desk, case, base.number)
    # the list alone: the file is made, and proven, when somebody asks for it
    return tuple(redline(old, docx, author="perdes-flow", at=desk.clock.now(), prove=False).changes)
