"""What a reader should know before trusting the eyes: words of a version that people may see otherwise, or not at all."""

from perdes_flow.domain.values import Sha256
from perdes_flow.use_cases.desk import Case, Desk
from perdes_flow.use_cases.kept import Kept
from perdes_flow.use_cases.versions import known_version, version_docx
from perdes_flow.word.gate import Warning, inspect

_DECEIVE = frozenset(
    {"HIDDEN_TEXT", "TRACKED", "BIDI", "INVISIBLE", "CONFUSABLE", "BRANCHES", "DRAWN_TEXT", "FOREIGN_XML"}
)
_FOUND: Kept[Sha256, tuple[Warning, ...]] = Kept(64)


def cautions(desk: Desk, case: Case, version: int) -> tuple[Warning, ...]:
    """The gate's warnings about what is seen in a version; VersionUnknown, FileMissing, FileDamaged."""
    docx = version_docx(desk, case, version)
    return _FOUND.get(
        known_version(case, version).docx_sha256,
        lambda: tuple(warning for warning in inspect(docx).warnings if warning.code in _DECEIVE),
    )
