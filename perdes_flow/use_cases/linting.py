"""Check a draft's form: the findings, and the file with them as comments or with the certain ones mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from perdes_flow.domain.values import DraftId, sha256_of, sidik
from perdes_flow.errors import VersionUnknown
from perdes_flow.legal.duties import Duty, duties
from perdes_flow.legal.heading import read_judul
from perdes_flow.legal.linting import Finding, Proceedings, lint
from perdes_flow.legal.linting.mends import mends
from perdes_flow.legal.linting.placing import places
from perdes_flow.legal.parser import parse
from perdes_flow.legal.quiet import quietly
from perdes_flow.legal.units import Naskah
from perdes_flow.publication.lint_sheet import LintSheet
from perdes_flow.use_cases.desk import Desk, open_case
from perdes_flow.use_cases.proceedings import proceedings_of
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.word.comments import NewComment, add_comments
from perdes_flow.word.file_facts import file_facts
from perdes_flow.word.gate import admit
from perdes_flow.word.mending import Rewording, mend
from perdes_flow.word.places import Places
from perdes_flow.word.reader import read

CHECKER = "Pemeriksa"  # the author of every comment and tracked change that the linter writes


@dataclass(frozen=True, slots=True)
class Checked:
    """A Word file and what was found in it. `stage` is what people call the stage of the draft."""

    docx: bytes
    name: str
    stage: str
    on: date
    naskah: Naskah
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """The file with certain mends as tracked changes, and the findings that they answer."""

    docx: bytes
    findings: tuple[Finding, ...]


@quietly
def check_file(
    docx: bytes,
    *,
    name: str,
    state: str,
    on: date,
    stage: str = "",
    jenis: str | None = None,
    proceedings: Proceedings | None = None,
) -> Checked:
    """Check a Word file as a draft in that stage of the procedure, by the rules of that day; DocxRefused.

    With `proceedings` also how it came about.
    """
    package = admit(docx)
    file = Places(package)
    naskah = parse(file.blocks)
    facts = file_facts(package, file)
    findings = lint(naskah, state=state, on=on, jenis=jenis, file=facts, proceedings=proceedings)
    return Checked(docx, name, stage or state.replace("_", " ").capitalize(), on, naskah, findings)


def check_draft(desk: Desk, draft_id: DraftId) -> Checked:
    """Check the latest version of a draft in its stage, and how it came about.

    DraftUnknown, VersionUnknown, FileMissing, FileDamaged.
    """
    case = open_case(desk, draft_id)
    draft = case.draft
    docx = _latest(desk, draft_id)
    name = f"{draft_id}, versi {len(draft.versions)}"
    label = case.procedure.states[draft.state].label
    record = proceedings_of(case, desk.log.read(draft_id), _living(desk, draft_id))
    return check_file(
        docx, name=name, state=draft.state, on=case.today, stage=label, jenis=draft.jenis, proceedings=record
    )


def _living(desk: Desk, draft_id: DraftId) -> tuple[str, ...]:
    """The titles of the village's other regulations that are in force."""
    others = (row for row in desk.register.rows() if row.draft != draft_id and row.state == "berlaku")
    return tuple(row.title for row in others)


def tasks_in(docx: bytes) -> tuple[Duty, ...]:
    """Who must do what by when, once the text is in force; DocxRefused."""
    return duties(parse(read(admit(docx))))


def tasks_of(desk: Desk, draft_id: DraftId) -> tuple[Duty, ...]:
    """The same for the latest version of a draft; DraftUnknown, VersionUnknown, FileMissing, FileDamaged."""
    return tasks_in(_latest(desk, draft_id))


def with_comments(checked: Checked, at: datetime) -> bytes:
    """The file with each finding as a comment at its place."""
    found = zip(checked.findings, places(checked.naskah, checked.findings), strict=True)
    comments = [NewComment(p.block, _comment(f), p.quote, p.occurrence) for f, p in found]
    return add_comments(checked.docx, comments, author=CHECKER, at=at)


def with_mends(checked: Checked, at: datetime) -> Fixed:
    """The file with what is certain mended as tracked changes; accepted they are right, rejected all is as before."""
    certain = mends(checked.naskah, checked.findings)
    rewordings = [Rewording(m.place.block, m.place.quote, m.replacement, m.place.occurrence) for m in certain]
    mended = mend(checked.docx, rewordings, author=CHECKER, at=at)
    return Fixed(mended.docx, tuple(certain[number].finding for number in mended.done))


def sheet_of(checked: Checked) -> LintSheet:
    """The findings as a sheet to print."""
    judul = read_judul(checked.naskah)
    title = " ".join(part for part in (judul.jenis, "TENTANG" if judul.nama else "", judul.nama) if part)
    mark = sidik(sha256_of(checked.docx))
    return LintSheet(title or checked.name, checked.name, mark, checked.stage, checked.on, checked.findings)


def _latest(desk: Desk, draft_id: DraftId) -> bytes:
    case = open_case(desk, draft_id)
    if case.draft.latest is None:
        raise VersionUnknown(1, 0)
    return version_docx(desk, case, case.draft.latest.number)


def _comment(finding: Finding) -> str:
    lines: Sequence[str] = (finding.message, finding.fix, f"({finding.rule}{_source(finding)})")
    return "\n".join(lines)


def _source(finding: Finding) -> str:
    return f", {finding.source}" if finding.source else ""
