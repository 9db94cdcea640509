"""Make an official paper from the record and file it with the draft."""

from perdes_flow.domain.values import DraftId, Slug
from perdes_flow.errors import DocumentKindUnknown
from perdes_flow.papers.kinds import PAPERS
from perdes_flow.papers.layout import as_docx
from perdes_flow.papers.sheet import Occasion
from perdes_flow.use_cases.desk import Desk, Written, actor, once, open_case, write
from perdes_flow.use_cases.drafting import FILERS, put_document
from perdes_flow.workflow.documents import kind_of


@once
def issue_paper(desk: Desk, draft_id: DraftId, kind: Slug, *, nomor: str = "", by: str) -> Written:
    """Make a paper of a kind from what is recorded, and file it; DocumentKindUnknown, DraftUnknown, NotInOffice."""
    case = open_case(desk, draft_id)
    if kind not in PAPERS:
        raise DocumentKindUnknown(kind, tuple(PAPERS))
    known = kind_of(case.procedure, kind)
    makers = known.by if known and known.by else FILERS
    signer = actor(case.village, by, case.today, makers, "menerbitkan dokumen itu")
    occasion = Occasion(case.village, case.draft, case.today, nomor)
    docx = as_docx(PAPERS[kind](occasion), occasion)
    fact = put_document(desk, case, kind, docx, suffix=".docx", nomor=nomor, issued=True)
    return write(desk, case, (fact,), by=signer)
