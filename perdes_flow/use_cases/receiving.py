"""A Word file that comes back: from which version it is, and what its sender said and changed in it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from perdes_flow.domain import events as e
from perdes_flow.domain.suggestions import Suggestion
from perdes_flow.domain.values import DraftId, received_path, sha256_of
from perdes_flow.errors import DraftUnknown, FileOfNoVersion, NotOpenNow
from perdes_flow.legal.merging import holds
from perdes_flow.legal.parser import parse
from perdes_flow.legal.units import Naskah
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, once, open_case, write
from perdes_flow.use_cases.incoming import addresses_of, comment_facts
from perdes_flow.use_cases.pointing import WHOLE
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.word.comment_reading import read_comments
from perdes_flow.word.gate import admit
from perdes_flow.word.naskah_text import text_sha256
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places
from perdes_flow.word.reader import read
from perdes_flow.word.returning import Change, Returned, blocks_before, likeness, lines_of

_ENOUGH = 0.5  # of the paragraphs that must be a version's for a file to be made from it


@dataclass(frozen=True, slots=True)
class Look:
    """What a returned file is. `same_bytes`: it is the version's own file; the counts are those of the file."""

    draft: DraftId
    version: int
    latest: int
    same_bytes: bool = False
    changes: int = 0
    comments: int = 0
    silent: int = 0
    formats: int = 0

    @property
    def unchanged(self) -> bool:
        return self.same_bytes or not (self.changes or self.comments or self.formats)


def look_at(desk: Desk, docx: bytes, *, file_name: str, draft_id: DraftId | None = None) -> Look:
    """From which version of which draft a file is made, and how much is in it; nothing is recorded.

    DocxRefused, DraftUnknown, FileOfNoVersion, FileMissing, FileDamaged.
    """
    package = admit(docx)
    case, version = _origin(desk, docx, package, file_name, draft_id)
    latest = len(case.draft.versions)
    if _is_file_of(case, docx, version):
        return Look(case.draft.id, version, latest, same_bytes=True)
    own = admit(version_docx(desk, case, version))
    returned, comments = Returned(own, package), _comments(own, package)
    return Look(
        case.draft.id,
        version,
        latest,
        False,
        len(returned.changes),
        comments,
        sum(change.silent for change in returned.changes),
        returned.formats,
    )


@once
def receive_file(
    desk: Desk, docx: bytes, *, file_name: str, by: str, draft_id: DraftId | None = None
) -> Written:
    """Record what a returned file brings, as its sender's comments and suggestions; nothing twice, nothing where there is
    nothing new.

    NotOpenNow, NotInOffice and the refusals of `look_at`.
    """
    package = admit(docx)
    case, version = _origin(desk, docx, package, file_name, draft_id)
    state = case.procedure.states[case.draft.state]
    senders = (*state.comment, *state.edit)
    if not senders:
        raise NotOpenNow("menerima berkas kembali", state.label)
    signer = actor(case.village, by, case.today, senders, "mengirim berkas kembali pada tahap ini")
    if _is_file_of(case, docx, version):
        return ()
    own = admit(version_docx(desk, case, version))
    returned, comments = Returned(own, package), _comments(own, package)
    naskah = parse(Places(own).blocks)
    said = list(comment_facts(case, version, naskah, returned, package, own))
    suggested = list(_suggestions(case, version, naskah, returned))
    if not said and not suggested:
        return ()
    sha256 = sha256_of(docx)
    received = e.FileReceived(
        version=version,
        basis="isi" if returned.changes else "sama",
        file_sha256=sha256,
        file_name=file_name[:300],
        size_bytes=len(docx),
        comments=comments,
        changes=len(returned.changes),
        silent=sum(change.silent for change in returned.changes),
    )
    # before the record: an orphan file is harmless, a record without its file is not
    desk.files.put(received_path(case.village.id, case.draft.id, sha256), docx)
    return write(desk, case, (received, *said, *suggested), by=signer)


# ---- from which version


def _origin(
    desk: Desk, docx: bytes, package: Package, file_name: str, draft_id: DraftId | None
) -> tuple[Case, int]:
    """The draft and its version by the file's bytes, else by its text, else by most of its paragraphs."""
    drafts = (draft_id,) if draft_id else tuple(row.draft for row in desk.register.rows())
    cases = [case for name in drafts for case in (open_case(desk, name),) if case.draft.versions]
    if not cases:
        raise DraftUnknown(draft_id or "", drafts)
    for case in cases:
        for version in reversed(case.draft.versions):
            if version.docx_sha256 == sha256_of(docx):
                return case, version.number
    texts = {text_sha256(blocks) for blocks in (read(package), blocks_before(package))}
    for case in cases:
        for version in reversed(case.draft.versions):
            if version.text_sha256 in texts:
                return case, version.number
    return _most_alike(desk, cases, package, file_name)


def _most_alike(desk: Desk, cases: list[Case], package: Package, file_name: str) -> tuple[Case, int]:
    readings = [lines_of(blocks) for blocks in (read(package), blocks_before(package))]
    best, share = (cases[0], 0), 0.0
    for case in cases:
        for version in reversed(case.draft.versions):  # of two that are as alike, the later
            lines = lines_of(read(admit(version_docx(desk, case, version.number))))
            found = max(likeness(lines, reading) for reading in readings)
            if found > share:
                best, share = (case, version.number), found
    if share < _ENOUGH:
        raise FileOfNoVersion(file_name)
    return best


def _is_file_of(case: Case, docx: bytes, version: int) -> bool:
    return case.draft.versions[version - 1].docx_sha256 == sha256_of(docx)


def _comments(own: Package, package: Package) -> int:
    """How many comments were put into the file; those that the version came with are not counted."""
    left = Counter((c.author, c.text) for c in read_comments(own))
    return (Counter((c.author, c.text) for c in read_comments(package)) - left).total()


# ---- suggestions


def _suggestions(case: Case, version: int, naskah: Naskah, returned: Returned) -> Iterator[e.SuggestionMade]:
    """One for each change that was not brought before."""
    known: dict[tuple[int, int], list[Suggestion]] = {}
    for one in case.draft.suggestions.values():
        known.setdefault((one.version, one.paragraph), []).append(one)
    number, addresses = len(case.draft.suggestions), addresses_of(naskah)
    for change in returned.changes:
        if change.old == change.new or any(_is_of(s, change) for s in known.get((version, change.first), ())):
            continue
        number += 1
        yield e.SuggestionMade(
            suggestion=number,
            version=version,
            address=addresses.get(change.first, WHOLE),
            paragraph=change.first,
            quote="\n".join(change.old),
            text="\n".join(change.new),
            word_author=", ".join(change.authors),
            silent=change.silent,
        )


def _is_of(suggestion: Suggestion, change: Change) -> bool:
    """The change is the suggestion, or one of the places in which it changes its paragraph."""
    if suggestion.old != change.old:
        return False
    if suggestion.new == change.new:
        return True
    alone = len(suggestion.old) == len(suggestion.new) == len(change.new) == 1
    return alone and holds(change.old[0], change.new[0], suggestion.new[0])
