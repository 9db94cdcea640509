"""Changes to one paragraph, brought together word by word: what two people ask for, and what others did to the text meanwhile.

Two changes get along if they touch no word in common; else a person decides.
"""

from collections.abc import Sequence
from typing import NamedTuple

from perdes_flow.legal.difference import Stretch, difference


class Edit(NamedTuple):
    """`text` in the place of the characters from `start` to `end`; equal ones: an insertion."""

    start: int
    end: int
    text: str


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """What makes the new paragraph of the old one, in order; words with nothing but signs between them are one edit."""
    found: list[Edit] = []
    for stretch in difference(old, new):
        if stretch.kept:
            continue
        text = new[stretch.new_start : stretch.new_end]
        between = old[found[-1].end : stretch.old_start] if found else ""
        if found and not says_something(between):
            found[-1] = Edit(found[-1].start, stretch.old_end, found[-1].text + between + text)
        else:
            found.append(Edit(stretch.old_start, stretch.old_end, text))
    return tuple(found)


def says_something(text: str) -> bool:
    """There is a letter or a digit in it: what stands between two changes keeps them apart."""
    return any(map(str.isalnum, text))


def rebased(wanted: Sequence[Edit], base: str, now: str) -> tuple[Edit, ...] | None:
    """The same edits on what the paragraph is now; None where words that they touch were changed since."""
    if base == now:
        return tuple(wanted)
    stretches = [stretch for stretch in difference(base, now) if stretch.kept]
    moved = [_moved(edit, stretches, len(base)) for edit in wanted]
    return tuple(edit for edit in moved if edit) if all(moved) else None


def holds(old: str, new: str, now: str) -> bool:
    """The paragraph says already what these edits ask for."""
    return now == new or rebased(edits(new, old), new, now) is not None


def collide(one: Edit, other: Edit) -> bool:
    """They touch the same words, or stand side by side without a word between them."""
    return one != other and one.start <= other.end and other.start <= one.end


def applied(text: str, wanted: Sequence[Edit]) -> str:
    """The paragraph with edits that do not collide."""
    for edit in sorted(set(wanted), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _moved(edit: Edit, kept: Sequence[Stretch], length: int) -> Edit | None:
    """Inside one stretch that both have, with a letter of it on either side, unless the paragraph ends there."""
    for stretch in kept:
        before = stretch.old_start < edit.start or edit.start == stretch.old_start == 0
        behind = edit.end < stretch.old_end or edit.end == stretch.old_end == length
        if before and behind and stretch.old_start <= edit.start and edit.end <= stretch.old_end:
            shift = stretch.new_start - stretch.old_start
            return Edit(edit.start + shift, edit.end + shift, edit.text)
    return None
