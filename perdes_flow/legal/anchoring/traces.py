"""Traces: short runs of words that stand once in each of two texts. Where they lead, the same sentence stands.

Boilerplate ("sesuai dengan ketentuan peraturan perundang-undangan") leaves no trace: it stands in many places, so it proves
nothing. One pass over both texts, whatever they look like.
"""

from collections.abc import Sequence

from perdes_flow.legal.anchoring.passages import Sentence
from perdes_flow.legal.anchoring.words import Words

RUN = 4  # words of a trace; a shorter sentence is one run as a whole


class Traces:
    """`rare_old`: how many words of each old sentence stand in a run that no other place of its own text has.

    `links[s][t]`: how many of these words stand in the new sentence t, where nothing else does either.
    """

    def __init__(self, old: Sequence[Sentence], new: Sequence[Sentence]) -> None:
        runs_of = _Runs((old, new)).of
        old_runs, new_runs = ([runs_of(s.words) for s in sentences] for sentences in (old, new))
        olds, news = _places(old_runs), _places(new_runs)
        self.rare_old = [_covered(s.words, runs, olds) for s, runs in zip(old, old_runs, strict=True)]
        self.rare_new = [_covered(s.words, runs, news) for s, runs in zip(new, new_runs, strict=True)]
        self.links = [_linked(s.words, runs, olds, news) for s, runs in zip(old, old_runs, strict=True)]

    def share(self, old: int, new: int) -> float:
        """How much of what is rare in the old sentence stands in the new one, 0 to 1."""
        linked = self.links[old].get(new, 0)
        return linked / self.rare_old[old] if linked else 0.0

    def share_back(self, old: int, new: int) -> float:
        """How much of what is rare in the new sentence came from the old one; 1 for a piece that was cut off."""
        linked = self.links[old].get(new, 0)
        return min(1.0, linked / self.rare_new[new]) if linked else 0.0


class _Runs:
    """A run of words as one number: tuples of words took five times as long to make and to look up."""

    def __init__(self, texts: Sequence[Sequence[Sentence]]) -> None:
        every = dict.fromkeys(word for sentences in texts for s in sentences for word in s.words)
        self._numbers = {word: number for number, word in enumerate(every, start=1)}
        self._base = len(self._numbers) + 1

    def of(self, words: Words) -> list[int]:
        """Every run, by the word that it begins with; a shorter sentence is one run."""
        numbers, base = [self._numbers[word] for word in words], self._base
        if len(numbers) < RUN:
            run = 0
            for number in numbers:
                run = run * base + number
            return [run] if numbers else []
        behind = (numbers[at:] for at in range(1, RUN))
        return [((a * base + b) * base + c) * base + d for a, b, c, d in zip(numbers, *behind, strict=False)]


def _places(sentences: Sequence[Sequence[int]]) -> dict[int, int]:
    """Run -> the sentence it stands in; -1 where it stands more than once."""
    found: dict[int, int] = {}
    for i, runs in enumerate(sentences):
        for run in runs:
            found[run] = -1 if run in found else i
    return found


def _covered(words: Words, runs: Sequence[int], places: dict[int, int]) -> int:
    """How many words stand in runs that are nowhere else."""
    width, count, end = min(RUN, len(words)), 0, 0
    for at, run in enumerate(runs):
        if places[run] >= 0:
            count += at + width - max(at, end)
            end = at + width
    return count


def _linked(words: Words, runs: Sequence[int], olds: dict[int, int], news: dict[int, int]) -> dict[int, int]:
    """New sentence -> how many words of this one stand there."""
    width = min(RUN, len(words))
    found: dict[int, int] = {}
    ends: dict[int, int] = {}
    for at, run in enumerate(runs):
        there = news.get(run, -1)
        if there >= 0 and olds[run] >= 0:
            found[there] = found.get(there, 0) + at + width - max(at, ends.get(there, 0))
            ends[there] = at + width
    return found
