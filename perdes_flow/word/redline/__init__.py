"""Two Word files as one: the new one with tracked changes that lead back to the old one, proven before it is handed out."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property

from perdes_flow.errors import RedlineNotProven
from perdes_flow.legal.changes import Change, Comparison
from perdes_flow.legal.quiet import quietly
from perdes_flow.legal.sandingan import Passage, passages_of
from perdes_flow.word.package import Package
from perdes_flow.word.redline.content import Alphabet
from perdes_flow.word.redline.listing import comparison_of
from perdes_flow.word.redline.pen import RENUMBERING_AUTHOR, Pen
from perdes_flow.word.redline.proof import NOTHING_WRONG, Expected, Failure, Verdict, judge
from perdes_flow.word.redline.shop import Coarse, Trail, open_shop
from perdes_flow.word.redline.side import Side
from perdes_flow.word.redline.stories import redline_stories
from perdes_flow.word.redline.words_only import words_only
from perdes_flow.word.revisions import Mode

__all__ = ["Change", "Redline", "Trail", "comparison_of", "redline", "trail_of"]


@dataclass(frozen=True)
class Redline:
    """A redline as a Word file, and what changed by unit. `formats`: also what only looks different is marked and listed."""

    docx: bytes
    old: bytes = field(repr=False)
    new: bytes = field(repr=False)
    trail: Trail = field(repr=False)
    author: str
    formats: bool = True

    @property
    def words_only(self) -> "Redline":
        """The same without what only looks different: there the new file holds, unmarked. RedlineNotProven."""
        docx = words_only(self.docx, (self.author, RENUMBERING_AUTHOR))
        return replace(self, docx=docx, formats=False)

    @cached_property
    def changes(self) -> list[Change]:
        """The changes unit by unit, from the same comparison as the file."""
        return [change for change in self.comparison.changes() if self.formats or change.kind != "format"]

    @cached_property
    def passages(self) -> list[Passage]:
        """Both texts as one, passage by passage, with what came and what went."""
        return passages_of(self.comparison)

    @cached_property
    def comparison(self) -> Comparison:
        """Both texts, unit by unit."""
        return comparison_of(self.old, self.new, self.trail)


def redline(
    old: bytes, new: bytes, *, author: str, at: datetime, keep_revisions: bool = False, prove: bool = True
) -> Redline:
    """The new file with every difference from the old one as a tracked change by `author` at `at` (aware).

    Tracked changes in the inputs are accepted first; with `keep_revisions` those of the new file that lead back to the
    old one stay, with their authors. The same input gives the same bytes. With `prove` the result is
    checked in memory; what cannot be proven in fine is replaced as a whole; RedlineNotProven where even that fails.
    """
    if at.tzinfo is None:
        raise ValueError("at needs a time zone")
    return _proven(old, new, author, at, keep_revisions=keep_revisions, prove=prove)


@quietly
def trail_of(old: bytes, new: bytes) -> Trail:
    """Which paragraph of one file is which of the other, as a redline pairs them: for whoever needs only that.

    Half the work of a redline; `comparison_of` tells from it which unit became which.
    """
    alphabet = Alphabet()
    shop = open_shop(*_sides(old, new, alphabet), Pen("", datetime.min.replace(tzinfo=UTC)), frozenset())
    redline_stories(shop)
    return shop.ledger.trail


@dataclass(frozen=True)
class _Care:
    """Where a first redline was not right: blocks to replace as a whole, and lists that are none of the new file's."""

    blocks: Coarse = frozenset()
    lists: frozenset[str] = frozenset()

    def taught(self, verdict: Verdict) -> "_Care":
        wrong = verdict.counted.sharing if self.lists else verdict.counted.lists
        return _Care(self.blocks.union(map(_as_coarse, verdict.failures)), self.lists | wrong)


@quietly
def _proven(
    old: bytes, new: bytes, author: str, at: datetime, *, keep_revisions: bool, prove: bool
) -> Redline:
    """Block by block coarser until it is proven; where that fails and links were marked, once more with marks around them."""
    failures: list[Failure] = []
    for around_links in (False, True):
        pen = Pen(author, at, around_links=around_links)
        found, failures = _best(old, new, pen, keep_revisions=keep_revisions, prove=prove)
        if found is not None:
            return found
        if not pen.met_links:
            break  # it would be the same again
    raise RedlineNotProven(failures[0].part)


def _best(
    old: bytes, new: bytes, pen: Pen, *, keep_revisions: bool, prove: bool
) -> tuple[Redline | None, list[Failure]]:
    """The redline, if it can be proven with such a pen, else where it failed.

    Lists are told apart where else a number would be wrong, and where that mends it: some numbers are brought by styles.
    """
    best: Redline | None = None
    fewest = 0
    tried, care, verdict = None, _Care(), NOTHING_WRONG
    while care != tried:
        tried = care
        fresh = pen.anew()
        docx, trail, expected = _drawn(old, new, fresh, care, keep_revisions=keep_revisions)
        pen.met_links = pen.met_links or fresh.met_links
        verdict = judge(expected, docx) if prove else NOTHING_WRONG
        wrong = len(verdict.counted.lists)
        if verdict.failures and best is not None:
            break
        if not verdict.failures and (best is None or wrong < fewest):
            best, fewest = Redline(docx, old, new, trail, pen.author), wrong
        care = care.taught(verdict)
    return best, verdict.failures


def _drawn(
    old: bytes, new: bytes, pen: Pen, care: _Care, *, keep_revisions: bool
) -> tuple[bytes, Trail, list[Expected]]:
    """The redline, what became of every paragraph, and what it must lead back to; nothing else is held in memory."""
    alphabet = Alphabet()
    # where the fine redline cannot be proven the earlier changes may be why
    sides = _sides(old, new, alphabet, keep_earlier=keep_revisions and not care.blocks)
    sides[0].apart = care.lists
    shop = open_shop(*sides, pen, care.blocks)
    redline_stories(shop)
    again = [_once_more(side) for side in sides]
    expected = [Expected(again[1], Mode.ACCEPT, "new"), Expected(again[0], Mode.REJECT, "old")]
    return shop.new.packed(), shop.ledger.trail, expected


def _once_more(side: Side) -> Side:
    """The same file as it came; more than its body is read only where the proof asks."""
    again = Side(side.package.as_it_came(), side.alphabet)
    again.tells_lists = side.tells_lists
    again.keep_body(side)
    return again


def _sides(old: bytes, new: bytes, alphabet: Alphabet, *, keep_earlier: bool = False) -> tuple[Side, Side]:
    """Both files, which know of each other what they have in common."""
    sides = (
        Side(Package.open(old), alphabet),
        Side(Package.open(new), alphabet, keep_earlier=keep_earlier),
    )
    sides[1].like = sides[0]
    same_lists = sides[0].same_part(sides[1], "numbering")
    for side in sides:
        side.tells_lists = same_lists
    return sides


def _as_coarse(failure: Failure) -> tuple[str, str, tuple[int, ...]]:
    return failure.part, failure.side, failure.path
