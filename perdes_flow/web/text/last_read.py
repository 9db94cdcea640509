"""Which version of a draft a person has read, and what is worded otherwise since then."""

from dataclasses import dataclass

from perdes_flow.domain.values import DraftId
from perdes_flow.errors import DocxRefused, FileDamaged, FileMissing
from perdes_flow.use_cases.desk import Case, Desk
from perdes_flow.web.models import Account, LastRead
from perdes_flow.web.text.written import WrittenText, written


@dataclass(frozen=True, slots=True)
class Since:
    """What is new since `version`: the satuan (by number) whose words that version has not got; `gone` counts the others."""

    version: int
    changed: frozenset[int]
    gone: int


def last_read(account: Account, draft: DraftId, latest: int) -> int:
    """The version that the person has read; whoever comes for the first time begins with the latest."""
    found, _ = LastRead.objects.get_or_create(account=account, draft=draft, defaults={"version": latest})
    return int(found.version)


def mark_read(account: Account, draft: DraftId, version: int) -> None:
    """The person has read this version; never an older one than before."""
    LastRead.objects.filter(account=account, draft=draft, version__lt=version).update(version=version)


def since(desk: Desk, case: Case, version: int, now: WrittenText) -> Since | None:
    """What is new since that version; None where there is nothing to say."""
    if not 0 < version < len(case.draft.versions):
        return None
    try:
        before = written(desk, case, version)
    except (FileMissing, FileDamaged, DocxRefused):  # the text of today can be read without it
        return None
    old, new = before.words, now.words
    changed = {number for number, satuan in enumerate(now.satuan) if satuan.words not in old}
    return Since(version, frozenset(changed), len(old - new))
