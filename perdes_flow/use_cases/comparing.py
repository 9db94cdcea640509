"""Compare two texts: the proven Word redline, and every view of what changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from perdes_flow.domain.draft import Draft
from perdes_flow.domain.values import DraftId, Sha256, sha256_of, sidik
from perdes_flow.domain.words import OFFICES
from perdes_flow.legal.heading import read_judul
from perdes_flow.publication.sandingan_page import SandinganPage
from perdes_flow.publication.sandingan_sheet import SandinganSheet, Wish
from perdes_flow.use_cases.desk import Desk, open_case
from perdes_flow.use_cases.kept import Kept
from perdes_flow.use_cases.versions import known_version, version_docx
from perdes_flow.word.redline import Redline, redline


@dataclass(frozen=True)
class Compared:
    """A redline with what people call its two texts, and who asked for changes (by the old address of the unit)."""

    redline: Redline
    old: str
    new: str
    wishes: Mapping[str, tuple[Wish, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Of the new text; its name where it has no title."""
        judul = read_judul(self.redline.comparison.new)
        words = (judul.jenis, "TENTANG" if judul.nama else "", judul.nama)
        return " ".join(word for word in words if word) or self.new

    @property
    def page(self) -> SandinganPage:
        """What changed, for the phone."""
        return SandinganPage(self.title, self.old, self.new, self.redline.changes, self.redline.passages)

    @property
    def sheet(self) -> SandinganSheet:
        """What changed, side by side."""
        return SandinganSheet(
            self.title, self.old, self.new, self.redline.changes, self.redline.passages, self.wishes
        )


def compare_files(
    old: bytes,
    new: bytes,
    names: tuple[str, str],
    *,
    author: str,
    at: datetime,
    keep_revisions: bool = False,
    words_only: bool = False,
) -> Compared:
    """Compare two Word files, which people call by these names; DocxRefused, RedlineNotProven.

    With `words_only` nothing is marked or listed that only looks different.
    """
    result = redline(old, new, author=author, at=at, keep_revisions=keep_revisions)
    result = result.words_only if words_only else result
    return Compared(result, _named(names[0], old), _named(names[1], new))


def compare_versions(
    desk: Desk,
    draft_id: DraftId,
    old: int,
    new: int,
    *,
    author: str,
    keep_revisions: bool = False,
    words_only: bool = False,
) -> Compared:
    """The same for two versions of a draft, dated with the clock; DraftUnknown, VersionUnknown, FileDamaged, RedlineNotProven."""
    case = open_case(desk, draft_id)
    files = version_docx(desk, case, old), version_docx(desk, case, new)
    names = f"versi {old}", f"versi {new}"
    at = desk.clock.now()
    compared = compare_files(
        *files, names, author=author, at=at, keep_revisions=keep_revisions, words_only=words_only
    )
    return Compared(compared.redline, compared.old, compared.new, _wishes(case.draft, old))


_REDLINES: Kept[tuple[Sha256, Sha256], Redline] = Kept(8)


def view_versions(desk: Desk, draft_id: DraftId, old: int, new: int) -> Compared:
    """As `compare_versions`, to look at: compared once for each pair of files, in the name of the program."""
    case = open_case(desk, draft_id)
    before, after = version_docx(desk, case, old), version_docx(desk, case, new)
    key = known_version(case, old).docx_sha256, known_version(case, new).docx_sha256
    result = _REDLINES.get(key, lambda: _looked_at(before, after, desk.clock.now()))
    names = _named(f"versi {old}", before), _named(f"versi {new}", after)
    return Compared(result, *names, _wishes(case.draft, old))


def _looked_at(before: bytes, after: bytes, at: datetime) -> Redline:
    made = redline(before, after, author="perdes-flow", at=at)
    _ = made.changes, made.passages  # now, while others wait, and not in each of their requests
    return made


def redline_versions(desk: Desk, draft_id: DraftId, old: int, new: int, *, author: str) -> Redline:
    """The proven redline from one version to another; as `compare_versions`."""
    return compare_versions(desk, draft_id, old, new, author=author).redline


def _named(name: str, docx: bytes) -> str:
    return f"{name} (sidik {sidik(sha256_of(docx))})"


def _wishes(draft: Draft, version: int) -> dict[str, tuple[Wish, ...]]:
    """What was asked for on a version and not refused."""
    found: dict[str, tuple[Wish, ...]] = {}
    for comment in draft.comments.values():
        refused = comment.answer is not None and comment.answer.outcome == "ditolak"
        if comment.version != version or comment.aside is not None or refused:
            continue
        reason = f"{comment.text} — {comment.answer.reason}" if comment.answer else comment.text
        wish = Wish(OFFICES[comment.by.role], reason)
        found[comment.address] = (*found.get(comment.address, ()), wish)
    for suggestion in draft.suggestions.values():
        taken = suggestion.decision is not None and suggestion.decision.fate == "diambil"
        if suggestion.version == version and taken:
            wish = Wish(OFFICES[suggestion.by.role], suggestion.reason)
            found[suggestion.address] = (*found.get(suggestion.address, ()), wish)
    return found
