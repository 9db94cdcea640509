"""Traces: short runs of words that stand once in each of two texts. Where they lead, the same sentence stands.

Boilerplate ("sesuai dengan ketentuan peraturan perundang-undangan") leaves no trace: it stands in many places, so it proves
nothing. One pass over both texts, whatever they look like.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from perdes_flow.legal.anchoring.passages import Sentence
from perdes_flow.legal.anchoring.words import Words

RUN = 4  # words of a trace; a shorter sentence is one run as a whole


class Traces:
    """`rare_old`: how many words of each old sentence stand in a run that no other place of its own text has.

    `links[s][t]`: how many of these words stand in the new sentence t, where nothing else does either.
    """

    def __init__(self, old: Sequence[Sentence], new: Sequence[Sentence]) -> None:
        olds, news = _places(old), _places(new)
        self.rare_old = [_covered(s.words, olds) for s in old]
        self.rare_new = [_covered(s.words, news) for s in new]
        self.links: list[dict[int, int]] = []
        for sentence in old:
            found: dict[int, int] = defaultdict(int)
            ends: dict[int, int] = {}
            for at, run in _runs(sentence.words):
                there = news.get(run, -1)
                if there >= 0 and olds[run] >= 0:
                    found[there] += at + len(run) - max(at, ends.get(there, 0))
                    ends[there] = at + len(run)
            self.links.append(dict(found))

    def share(self, old: int, new: int) -> float:
        """How much of what is rare in the old sentence stands in the new one, 0 to 1."""
        linked = self.links[old].get(new, 0)
        return linked / self.rare_old[old] if linked else 0.0

    def share_back(self, old: int, new: int) -> float:
        """How much of what is rare in the new sentence came from the old one; 1 for a piece that was cut off."""
        linked = self.links[old].get(new, 0)
        return min(1.0, linked / self.rare_new[new]) if linked else 0.0


def _runs(words: Words) -> Iterator[tuple[int, Words]]:
    if words and len(words) <= RUN:
        yield 0, words
    for at in range(len(words) - RUN + 1 if len(words) > RUN else 0):
        yield at, words[at : at + RUN]


def _places(sentences: Sequence[Sentence]) -> dict[Words, int]:
    """Run -> the sentence it stands in; -1 where it stands more than once."""
    found: dict[Words, int] = {}
    for i, sentence in enumerate(sentences):
        for _, run in _runs(sentence.words):
            found[run] = -1 if run in found else i
    return found


def _covered(words: Words, places: dict[Words, int]) -> int:
    count = end = 0
    for at, run in _runs(words):
        if places[run] >= 0:
            count += at + len(run) - max(at, end)
            end = at + len(run)
    return count
