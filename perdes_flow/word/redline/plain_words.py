"""The commonest edit of all: words in one run of a plain paragraph. Nothing else of it needs to be read.

What this writes is what `plain.edited` would write, where no word goes on in the run before or behind.
"""

from collections.abc import Callable, Sequence

from perdes_flow.legal.difference import Stretch, difference
from perdes_flow.legal.renumbering import Shifts
from perdes_flow.word.redline.authors import author_of, may_renumber
from perdes_flow.word.redline.paragraphs import AuthorOf
from perdes_flow.word.redline.pen import Pen
from perdes_flow.word.redline.plain import is_plain, run_of, unescaped


def replaced_words(old: bytes, new: bytes, pen: Pen, find_shifts: Callable[[], Shifts]) -> bytes | None:
    """The redline of two paragraphs from behind the start tag on; None where they differ in more than that."""
    befores, afters = old.decode().split(_END), new.decode().split(_END)
    n = _only_difference(befores, afters)
    if n < 0:
        return None
    opening = befores[n][: befores[n].rfind(">") + 1]
    if not opening.endswith(_STARTS) or not afters[n].startswith(opening):
        return None
    texts = befores[n][len(opening) :], afters[n][len(opening) :]
    stretches = _stretches(*texts, keeps_blanks=opening.endswith(_KEEPING))
    if not stretches or not _stands_alone(stretches, befores, n, texts) or not is_plain(old):
        return None
    author = _author(stretches, befores, n, texts, find_shifts)
    head, _, properties = opening.rpartition(_RUN)
    runs = _runs(*texts, stretches, properties[: properties.rfind("<")], pen, author)
    rest = _END.join(befores[n + 1 :]).removeprefix("</w:r>")
    xml = "".join((_END.join([*befores[:n], head]), runs, rest))
    return xml[xml.find(">") + 1 :].encode()


_END, _RUN, _KEEPING = "</w:t>", "<w:r>", '<w:t xml:space="preserve">'
_STARTS = ("<w:t>", _KEEPING)


def _only_difference(olds: Sequence[str], news: Sequence[str]) -> int:
    """Where two sequences differ; -1 where they do in more or less than one place."""
    if len(olds) != len(news):
        return -1
    places = [n for n, piece in enumerate(olds) if piece != news[n]]
    return places[0] if len(places) == 1 else -1


def _stretches(old: str, new: str, *, keeps_blanks: bool) -> list[Stretch]:
    """How two texts differ; nothing where that takes a closer look."""
    if not old or not new or "&" in old or "&" in new or "<" in new:
        return []
    if not keeps_blanks and (old != old.strip() or new != new.strip()):
        return []  # Word does not show them
    return difference(old, new)


def _stands_alone(stretches: Sequence[Stretch], runs: Sequence[str], n: int, texts: tuple[str, str]) -> bool:
    """Does no word that changed reach into the run before or behind?"""
    if not stretches[-1].kept and n + 2 < len(runs):
        return False
    return (
        stretches[0].kept or n == 0 or (runs[n - 1][-1].isspace() and not any(t[0].isspace() for t in texts))
    )


def _author(
    stretches: Sequence[Stretch],
    runs: Sequence[str],
    n: int,
    texts: tuple[str, str],
    find_shifts: Callable[[], Shifts],
) -> AuthorOf:
    """Whose changes these are: where numbers are among them, that depends on the whole paragraph."""
    old, new = texts
    if not any(not kept and may_renumber(old[a:b] or new[c:d]) for kept, a, b, c, d in stretches):
        return lambda _: ""
    before, after = _text_in(runs[:n]), _text_in(runs[n + 1 :])
    whole = author_of(before + old + after, before + new + after, find_shifts)
    size = len(before)
    return lambda stretch: whole(Stretch(stretch.kept, *(place + size for place in stretch[1:])))


def _text_in(runs: Sequence[str]) -> str:
    return unescaped("".join(run[run.rfind(">") + 1 :] for run in runs))


def _runs(
    old: str, new: str, stretches: Sequence[Stretch], properties: str, pen: Pen, author_of: AuthorOf
) -> str:
    pieces = []
    for stretch in stretches:
        kept, start, end, new_start, new_end = stretch
        if kept:
            pieces.append(run_of(properties, "w:t", new[new_start:new_end]))
        elif start < end:
            run = run_of(properties, "w:delText", old[start:end])
            pieces.append(f"{pen.tag('del', author=author_of(stretch))}>{run}</w:del>")
        else:
            run = run_of(properties, "w:t", new[new_start:new_end])
            pieces.append(f"{pen.tag('ins', author=author_of(stretch))}>{run}</w:ins>")
    return "".join(pieces)
