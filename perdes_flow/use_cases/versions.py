"""The files of a draft's versions."""

from perdes_flow.domain.draft import Version
from perdes_flow.domain.values import version_path
from perdes_flow.errors import VersionUnknown
from perdes_flow.use_cases.desk import Case, Desk


def version_docx(desk: Desk, case: Case, number: int) -> bytes:
    """The file of a version, as it was handed in; VersionUnknown, FileMissing, FileDamaged."""
    version = known_version(case, number)
    return desk.files.get(version_file(case, version), version.docx_sha256)


def version_file(case: Case, version: Version) -> str:
    """Where a version's file lies below `drafts/`."""
    return version_path(case.village.id, case.draft.id, version.number, version.docx_sha256)


def known_version(case: Case, number: int) -> Version:
    """The version of that number; VersionUnknown."""
    version = case.draft.version(number)
    if version is None:
        raise VersionUnknown(number, len(case.draft.versions))
    return version
