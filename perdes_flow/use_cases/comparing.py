"""Compare two versions of a draft as a Word redline."""

from perdes_flow.domain.values import DraftId
from perdes_flow.use_cases.desk import Desk, open_case
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.word.redline import Redline, redline


def redline_versions(desk: Desk, draft_id: DraftId, old: int, new: int, *, author: str) -> Redline:
    """The proven redline from one version to another, dated with the clock; DraftUnknown, VersionUnknown, FileDamaged."""
    case = open_case(desk, draft_id)
    return redline(
        version_docx(desk, case, old), version_docx(desk, case, new), author=author, at=desk.clock.now()
    )
