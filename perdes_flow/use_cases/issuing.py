"""Make official papers from the record and file them with the draft; take a village's own templates into use."""

from dataclasses import dataclass, replace

from perdes_flow.domain.checkpoint import checkpoint_of
from perdes_flow.domain.values import DraftId, Role, Slug
from perdes_flow.errors import DocumentKindUnknown, PaperNotReady, TemplateRefused
from perdes_flow.papers.checking import template_problems
from perdes_flow.papers.kinds import PAPERS, PaperKind
from perdes_flow.papers.occasion import Occasion, Receipt
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, once, open_case, open_village, write
from perdes_flow.use_cases.drafting import FILERS, put_document
from perdes_flow.word.filling import fill
from perdes_flow.word.gate import admit
from perdes_flow.workflow.documents import kind_of

_KEEPERS = (Role.SEKDES, Role.KADES, Role.KETUA_BPD, Role.SEKRETARIS_BPD)


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper that may be wanted: whether it can be made now, and if not, what must come first."""

    kind: Slug
    label: str
    lacking: tuple[str, ...]
    own_template: bool


@once
def issue_paper(desk: Desk, draft_id: DraftId, kind: Slug, *, nomor: str = "", by: str) -> Written:
    """Make a paper of a kind from what is recorded, and file it.

    DocumentKindUnknown, DraftUnknown, NotInOffice, PaperNotReady, TemplateRefused.
    """
    case = open_case(desk, draft_id)
    paper = _known(kind)
    known = kind_of(case.procedure, kind)
    makers = known.by if known and known.by else FILERS
    signer = actor(case.village, by, case.today, makers, "menerbitkan dokumen itu")
    docx = _made(desk, case, paper, nomor)
    fact = put_document(desk, case, kind, docx, suffix=".docx", nomor=nomor, issued=True)
    return write(desk, case, (fact,), by=signer)


def papers_ready(desk: Desk, draft_id: DraftId) -> tuple[PaperView, ...]:
    """Every paper that can be made of a draft, now or later; DraftUnknown."""
    case = open_case(desk, draft_id)
    occasion = _occasion(desk, case, nomor="1")  # whether a number is typed is no matter of the record
    return tuple(
        PaperView(
            paper.kind, paper.label, paper.lacking(occasion), desk.templates.own(paper.kind) is not None
        )
        for paper in PAPERS.values()
    )


def check_template(kind: Slug, template: bytes) -> None:
    """Whether a Word file can be the template of a kind of paper; DocxRefused, DocumentKindUnknown, TemplateRefused."""
    _known(kind)
    admit(template)
    problems = template_problems(kind, template)
    if problems:
        raise TemplateRefused(kind, problems)


def use_template(desk: Desk, kind: Slug, template: bytes, *, by: str) -> None:
    """Take a template into use for the village; as `check_template`, and NotInOffice."""
    _may_change(desk, by)
    check_template(kind, template)
    desk.templates.put(kind, template)


def reset_template(desk: Desk, kind: Slug, *, by: str) -> None:
    """Go back to the template of this release; DocumentKindUnknown, NotInOffice."""
    _may_change(desk, by)
    desk.templates.remove(_known(kind).kind)


def template_of(desk: Desk, kind: Slug) -> bytes:
    """The template that is in use; DocumentKindUnknown."""
    return desk.templates.own(_known(kind).kind) or desk.templates.shipped(kind)


def _may_change(desk: Desk, by: str) -> None:
    village, _, today = open_village(desk)
    actor(village, by, today, _KEEPERS, "mengganti templat")


def _known(kind: Slug) -> PaperKind:
    if kind not in PAPERS:
        raise DocumentKindUnknown(kind, tuple(PAPERS))
    return PAPERS[kind]


def _made(desk: Desk, case: Case, paper: PaperKind, nomor: str) -> bytes:
    occasion = _occasion(desk, case, nomor=nomor)
    lacking = paper.lacking(occasion)
    if lacking:
        raise PaperNotReady(paper.kind, lacking)
    own = desk.templates.own(paper.kind)
    if own is not None:
        check_template(paper.kind, own)  # the file may have been changed since it was taken into use
    if paper.checkpoint:
        head = checkpoint_of(desk.log.records())
        occasion = replace(occasion, receipt=replace(occasion.receipt, size=head.size, root=head.root))
    template = own or desk.templates.shipped(paper.kind)
    return fill(template, paper.fields(occasion), title=paper.label, on=case.today)


def _occasion(desk: Desk, case: Case, *, nomor: str) -> Occasion:
    last = desk.log.read(case.draft.id)[-1]
    return Occasion(case.village, case.draft, case.today, Receipt(last.seq, last.hash), nomor)
