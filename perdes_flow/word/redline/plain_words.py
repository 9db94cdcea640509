"""The commonest edit of all: words in one run of a plain paragraph. Nothing else of it needs to be read.

What this writes is what `plain.edited` would write, where no word goes on in the run before or behind.
"""

from collections.abc import Sequence

from perdes_flow.legal.difference import Stretch, difference
from perdes_flow.word.redline.authors import may_renumber
from perdes_flow.word.redline.pen import Pen
from perdes_flow.word.redline.plain import is_plain, run_of


def replaced_words(old: bytes, new: bytes, pen: Pen) -> bytes | None:
    """The redline of two paragraphs from behind the start tag on; None where they differ in more, or in numbers."""
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
    head, _, properties = opening.rpartition(_RUN)
    runs = _runs(*texts, stretches, properties[: properties.rfind("<")], pen)
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
    stretches = difference(old, new)
    for kept, start, end, new_start, new_end in stretches:
        if not kept and may_renumber(old[start:end] or new[new_start:new_end]):
            return []
    return stretches


def _stands_alone(stretches: Sequence[Stretch], runs: Sequence[str], n: int, texts: tuple[str, str]) -> bool:
    """Does no word that changed reach into the run before or behind?"""
    if not stretches[-1].kept and n + 2 < len(runs):
        return False
    return (
        stretches[0].kept or n == 0 or (runs[n - 1][-1].isspace() and not any(t[0].isspace() for t in texts))
    )


def _runs(old: str, new: str, stretches: Sequence[Stretch], properties: str, pen: Pen) -> str:
    pieces = []
    for kept, start, end, new_start, new_end in stretches:
        if kept:
            pieces.append(run_of(properties, "w:t", new[new_start:new_end]))
        elif start < end:
            pieces.append(f"{pen.tag('del')}>{run_of(properties, 'w:delText', old[start:end])}</w:del>")
        else:
            pieces.append(f"{pen.tag('ins')}>{run_of(properties, 'w:t', new[new_start:new_end])}</w:ins>")
    return "".join(pieces)
