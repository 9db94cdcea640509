"""Suggested wordings: made, taken over into a new version, refused with a reason, taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from perdes_flow.domain import events as e
from perdes_flow.domain.suggestions import Suggestion
from perdes_flow.domain.values import DraftId
from perdes_flow.errors import (
    ChangeNotWritten,
    CommentFrozen,
    NotItsAuthor,
    SuggestionNotOpen,
    SuggestionsCollide,
    SuggestionUnfit,
    SuggestionUnknown,
    VersionUnknown,
)
from perdes_flow.legal.proposals import Fitted, Proposal, fit_proposals, in_conflict
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, once, open_case, write
from perdes_flow.use_cases.drafting import drafter, put_version
from perdes_flow.use_cases.pointing import naskah_of
from perdes_flow.use_cases.reviewing import ANSWERERS, SPEAKERS, speaking_now
from perdes_flow.use_cases.signing import signature
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.use_cases.wordings import proposal_on
from perdes_flow.word.gate import admit
from perdes_flow.word.rewording import Wanted, write_wanted


@dataclass(frozen=True, slots=True)
class Offered:
    """A suggestion with its receipt; where it is still open, how it fits the latest version and which others touch the
    same words."""

    suggestion: Suggestion
    receipt: str
    fitted: Fitted | None
    rivals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    case: Case
    offers: tuple[Offered, ...]


@once
def suggest(
    desk: Desk,
    draft_id: DraftId,
    *,
    address: str,
    text: str,
    by: str,
    quote: str = "",
    behind: bool = False,
    reason: str = "",
) -> Written:
    """Suggest other words for a unit of the latest version, for words in it (`quote`), or new ones behind it.

    DraftUnknown, VersionUnknown, NotOpenNow, NotInOffice, AddressNotUnderstood, PlaceUnknown, WordingUnfit.
    """
    case = open_case(desk, draft_id)
    signer, version = speaking_now(case, by, "mengusulkan perubahan")
    naskah = naskah_of(desk, case, version.number)
    place, proposal = proposal_on(naskah, version.number, address, text, quote=quote, behind=behind)
    fact = e.SuggestionMade(
        suggestion=len(case.draft.suggestions) + 1,
        version=version.number,
        address=place,
        paragraph=proposal.first,
        quote="\n".join(proposal.old),
        text="\n".join(proposal.new),
        reason=reason,
    )
    return write(desk, case, (fact,), by=signer)


def offers(desk: Desk, draft_id: DraftId) -> Offers:
    """Every suggestion on a draft, also those decided on; DraftUnknown, FileMissing, FileDamaged."""
    case = open_case(desk, draft_id)
    receipts = {
        entry.act.fact.suggestion: entry.receipt
        for entry in desk.log.read(draft_id)
        if isinstance(entry.act.fact, e.SuggestionMade)
    }
    fitted = _fitted(desk, case, case.draft.open_suggestions)
    found = [
        Offered(one, receipts.get(number, ""), fitted.get(number), _rivals(number, fitted))
        for number, one in case.draft.suggestions.items()
    ]
    return Offers(case, tuple(found))


def write_taken(desk: Desk, draft_id: DraftId, numbers: Sequence[int]) -> bytes:
    """The latest version with these suggestions as tracked changes of their authors; nothing is recorded.

    SuggestionUnknown, SuggestionNotOpen, SuggestionUnfit, SuggestionsCollide, ChangeNotWritten.
    """
    return _written(desk, open_case(desk, draft_id), numbers)


@dataclass(frozen=True, slots=True)
class MadeOn:
    """A version with what was suggested on it; `left_out`: suggestions that touch the words of one that is in it."""

    docx: bytes
    left_out: tuple[int, ...]


def write_made_on(desk: Desk, draft_id: DraftId, version: int) -> MadeOn:
    """A version with all that was suggested on it, whatever became of it, as tracked changes of the authors.

    DraftUnknown, VersionUnknown, ChangeNotWritten.
    """
    case = open_case(desk, draft_id)
    naskah = naskah_of(desk, case, version)
    ones = [one for one in case.draft.suggestions.values() if one.version == version]
    fits = fit_proposals(naskah, naskah, [Proposal(one.paragraph, one.old, one.new) for one in ones])
    chosen: dict[int, Fitted] = {}
    for one, fit in zip(ones, fits, strict=True):
        if not any(in_conflict(fit, other) for other in chosen.values()):
            chosen[one.number] = fit
    docx = _with_wishes(case, version_docx(desk, case, version), chosen)
    return MadeOn(docx, tuple(one.number for one in ones if one.number not in chosen))


@once
def take_suggestions(desk: Desk, draft_id: DraftId, numbers: Sequence[int], *, by: str) -> Written:
    """Hand in a new version that holds these suggestions as tracked changes of their authors.

    NotOpenNow, NotInOffice and the refusals of `write_taken`.
    """
    case = open_case(desk, draft_id)
    signer = drafter(case, by)
    docx = _written(desk, case, numbers)
    named = "-".join(str(number) for number in numbers)
    version = put_version(desk, case, docx, admit(docx), file_name=f"usul-{named}.docx"[:300])
    taken = [e.SuggestionTaken(suggestion=number, version=version.version) for number in numbers]
    return write(desk, case, (version, *taken), by=signer)


@once
def say_taken(desk: Desk, draft_id: DraftId, numbers: Sequence[int], *, by: str) -> Written:
    """Say that the latest version holds these suggestions, where it does; SuggestionUnfit where not."""
    case = open_case(desk, draft_id)
    signer = drafter(case, by)
    wanted = [_open(case, number) for number in numbers]
    latest = _latest(case)
    for number, fitted in _fitted(desk, case, wanted).items():
        if fitted.fit != "sudah":
            raise SuggestionUnfit(number, fitted.fit, latest)
    taken = [e.SuggestionTaken(suggestion=number, version=latest) for number in numbers]
    return write(desk, case, taken, by=signer)


@once
def refuse_suggestion(desk: Desk, draft_id: DraftId, number: int, *, reason: str, by: str) -> Written:
    """Do not take a suggestion over, with the reason; SuggestionUnknown, SuggestionNotOpen, NotInOffice."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, ANSWERERS, "memutuskan usul")
    fact = e.SuggestionRefused(suggestion=_open(case, number).number, reason=reason)
    return write(desk, case, (fact,), by=signer)


@once
def withdraw_suggestion(desk: Desk, draft_id: DraftId, number: int, *, reason: str, by: str) -> Written:
    """Take back one's own suggestion, as long as the stage has not moved on.

    SuggestionUnknown, SuggestionNotOpen, NotItsAuthor, CommentFrozen, NotInOffice.
    """
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, SPEAKERS, "menarik usul")
    suggestion = _open(case, number)
    if suggestion.by.person != signer.person:
        raise NotItsAuthor("usul", number)
    if suggestion.visit != case.draft.visit:
        raise CommentFrozen(number, "usul")
    return write(desk, case, (e.SuggestionWithdrawn(suggestion=number, reason=reason),), by=signer)


def _open(case: Case, number: int) -> Suggestion:
    suggestion = case.draft.suggestions.get(number)
    if suggestion is None:
        raise SuggestionUnknown(number)
    if suggestion.decision is not None:
        raise SuggestionNotOpen(number, suggestion.decision.fate)
    return suggestion


def latest_version(desk: Desk, draft_id: DraftId) -> int:
    """The number of the latest version; DraftUnknown, VersionUnknown."""
    return _latest(open_case(desk, draft_id))


def _latest(case: Case) -> int:
    if case.draft.latest is None:
        raise VersionUnknown(1, 0)
    return case.draft.latest.number


def _fitted(desk: Desk, case: Case, suggestions: Sequence[Suggestion]) -> dict[int, Fitted]:
    """How each fits the latest version; every older version is compared with it once."""
    by_version: dict[int, list[Suggestion]] = {}
    for suggestion in suggestions:
        by_version.setdefault(suggestion.version, []).append(suggestion)
    if not by_version:
        return {}
    new = naskah_of(desk, case, _latest(case))
    found: dict[int, Fitted] = {}
    for version, ones in by_version.items():
        old = new if version == _latest(case) else naskah_of(desk, case, version)
        proposals = [Proposal(one.paragraph, one.old, one.new) for one in ones]
        fits = fit_proposals(old, new, proposals)
        found |= {one.number: fitted for one, fitted in zip(ones, fits, strict=True)}
    return found


def _rivals(number: int, fitted: Mapping[int, Fitted]) -> tuple[int, ...]:
    mine = fitted.get(number)
    if mine is None:
        return ()
    return tuple(other for other, fit in fitted.items() if other != number and in_conflict(mine, fit))


def _written(desk: Desk, case: Case, numbers: Sequence[int]) -> bytes:
    wanted = [_open(case, number) for number in dict.fromkeys(numbers)]
    fitted = _fitted(desk, case, wanted)
    for number, fit in fitted.items():
        if fit.fit != "cocok":
            raise SuggestionUnfit(number, fit.fit, _latest(case))
    for (one, mine), (other, theirs) in combinations(fitted.items(), 2):
        if in_conflict(mine, theirs):
            raise SuggestionsCollide(one, other)
    chosen = {one.number: fitted[one.number] for one in wanted}
    return _with_wishes(case, version_docx(desk, case, _latest(case)), chosen)


def _with_wishes(case: Case, docx: bytes, chosen: Mapping[int, Fitted]) -> bytes:
    wishes = []
    for number, fit in chosen.items():
        one = case.draft.suggestions[number]
        wishes.append(Wanted(signature(case.village, one.by), one.at, fit.edits, fit.gone, fit.come))
    try:
        return write_wanted(docx, wishes)
    except ChangeNotWritten as refused:
        raise ChangeNotWritten(list(chosen)[refused.wish]) from refused
