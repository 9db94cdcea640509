"""The commonest edit of all: words in one run of a plain paragraph. Nothing else of it needs to be read.

What this writes is what `plain.edited` would write, where no word goes on in the run before or behind.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from perdes_flow.legal.difference import Stretch, difference
from perdes_flow.legal.renumbering import Shifts
from perdes_flow.word.redline.authors import author_of, may_renumber
from perdes_flow.word.redline.paragraphs import AuthorOf
from perdes_flow.word.redline.pen import Pen
from perdes_flow.word.redline.plain import is_plain, run_of, unescaped


def replaced_words(old: bytes, new: bytes, pen: Pen, find_shifts: Callable[[], Shifts]) -> bytes | None:
    """The redline of two paragraphs from behind the start tag on; None where they differ in more than that."""
    edit = _find_edit(old.decode().split(_END), new.decode().split(_END))
    if edit is None:
        return None
    stretches = difference(edit.old, edit.new)
    if not _stands_alone(edit, stretches) or not is_plain(old):
        return None
    head, _, properties = edit.opening.rpartition(_RUN)
    runs = _runs(
        edit, stretches, properties[: properties.rfind("<")], _author(edit, stretches, find_shifts), pen
    )
    before, behind = edit.runs[: edit.n], edit.runs[edit.n + 1 :]
    xml = "".join((_END.join([*before, head]), runs, _END.join(behind).removeprefix("</w:r>")))
    return xml[xml.find(">") + 1 :].encode()


_END, _RUN, _KEEPING = "</w:t>", "<w:r>", '<w:t xml:space="preserve">'
_STARTS = ("<w:t>", _KEEPING)


class _Edit(NamedTuple):
    """The XML of the old runs up to the end of their texts, which of them was edited, how it begins, and both its texts."""

    runs: list[str]
    n: int
    opening: str
    old: str
    new: str


def _find_edit(olds: list[str], news: list[str]) -> _Edit | None:
    """None where there is more than one, or it takes a closer look."""
    if len(olds) != len(news):
        return None
    places = [n for n, run in enumerate(olds) if run != news[n]]
    if len(places) != 1:
        return None
    run, other = olds[places[0]], news[places[0]]
    opening = run[: run.rfind(">") + 1]
    if not opening.endswith(_STARTS) or not other.startswith(opening):
        return None
    old, new = run[len(opening) :], other[len(opening) :]
    if not old or not new or "&" in old or "&" in new or "<" in new:
        return None
    if not opening.endswith(_KEEPING) and (old != old.strip() or new != new.strip()):
        return None  # Word does not show these blanks
    return _Edit(olds, places[0], opening, old, new)


def _stands_alone(edit: _Edit, stretches: Sequence[Stretch]) -> bool:
    """Does no word that changed reach into the run before or behind?"""
    # where one text begins with all of the other, the next run may go on like it
    open_end = not stretches[-1].kept or edit.old.startswith(edit.new) or edit.new.startswith(edit.old)
    if open_end and edit.n + 2 < len(edit.runs):
        return False
    if stretches[0].kept or edit.n == 0:
        return True
    return edit.runs[edit.n - 1][-1].isspace() and not edit.old[0].isspace() and not edit.new[0].isspace()


def _author(edit: _Edit, stretches: Sequence[Stretch], find_shifts: Callable[[], Shifts]) -> AuthorOf | None:
    """Whose changes these are: where numbers are among them, that depends on the whole paragraph."""
    _, n, _, old, new = edit
    if not any(not kept and may_renumber(old[a:b] or new[c:d]) for kept, a, b, c, d in stretches):
        return None
    before, behind = _text_in(edit.runs[:n]), _text_in(edit.runs[n + 1 :])
    whole = author_of(before + old + behind, before + new + behind, find_shifts)
    size = len(before)
    return lambda stretch: whole(Stretch(stretch.kept, *(place + size for place in stretch[1:])))


def _text_in(runs: Sequence[str]) -> str:
    return unescaped("".join(run[run.rfind(">") + 1 :] for run in runs))


def _runs(
    edit: _Edit, stretches: Sequence[Stretch], properties: str, author: AuthorOf | None, pen: Pen
) -> str:
    pieces = []
    for stretch in stretches:
        kept, start, end, new_start, new_end = stretch
        if kept:
            pieces.append(run_of(properties, "w:t", edit.new[new_start:new_end]))
            continue
        kind, tag, text = (
            ("del", "w:delText", edit.old[start:end])
            if start < end
            else ("ins", "w:t", edit.new[new_start:new_end])
        )
        mark = pen.tag(kind, author=author(stretch) if author is not None else "")
        pieces.append(f"{mark}>{run_of(properties, tag, text)}</w:{kind}>")
    return "".join(pieces)
