"""Traces: short runs of words that stand once in each of two texts. Where they lead, the same sentence stands.

Boilerplate ("sesuai dengan ketentuan peraturan perundang-undangan") leaves no trace: it stands in many places, so it proves
nothing. One pass over both texts, whatever they look like.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from perdes_flow.legal.anchoring.passages import Sentence
from perdes_flow.legal.anchoring.twins import Twins
from perdes_flow.legal.anchoring.words import Words

RUN = 4  # words of a trace; a shorter sentence is one run as a whole


class Traces:
    """`rare_old`: how many words of each old sentence stand in a run that no other place of its own text has.

    `links[s][t]`: how many of these words stand in the new sentence t, where nothing else does either.
    """

    def __init__(self, old: Sequence[Sentence], new: Sequence[Sentence], twins: Twins) -> None:
        """A sentence with a twin is one trace as a whole; what it says is no trace of any other."""
        olds, news = _changed(old, twins.old), _changed(new, twins.new)
        unchanged = {s: old[s].words for s in twins.sentences}
        runs = _Runs(olds, news, unchanged)
        old_places, new_places = runs.places(olds), runs.places(news)
        self.rare_old, self.rare_new = [0] * len(old), [0] * len(new)
        self.links: list[Mapping[int, int]] = [{}] * len(old)
        for s, t in twins.sentences.items():
            self.rare_old[s] = self.rare_new[t] = len(unchanged[s])
            self.links[s] = {t: len(unchanged[s])}
        for s, words in olds.items():
            self.rare_old[s] = _covered(words, runs.of(words), old_places)
            self.links[s] = _linked(words, runs.of(words), old_places, new_places)
        for t, words in news.items():
            self.rare_new[t] = _covered(words, runs.of(words), new_places)

    def share(self, old: int, new: int) -> float:
        """How much of what is rare in the old sentence stands in the new one, 0 to 1."""
        linked = self.links[old].get(new, 0)
        return linked / self.rare_old[old] if linked else 0.0

    def share_back(self, old: int, new: int) -> float:
        """How much of what is rare in the new sentence came from the old one; 1 for a piece that was cut off."""
        linked = self.links[old].get(new, 0)
        return min(1.0, linked / self.rare_new[new]) if linked else 0.0


def _changed(sentences: Sequence[Sentence], twins: frozenset[int]) -> dict[int, Words]:
    """The words of those that have no twin."""
    return {i: sentence.words for i, sentence in enumerate(sentences) if i not in twins}


class _Runs:
    """A run of words as one number: tuples of words took five times as long to make and to look up."""

    def __init__(
        self, old: Mapping[int, Words], new: Mapping[int, Words], unchanged: Mapping[int, Words]
    ) -> None:
        every = dict.fromkeys(chain.from_iterable((*old.values(), *new.values())))
        self._numbers = {word: number for number, word in enumerate(every, start=1)}
        self._base = len(self._numbers) + 1
        self._known: dict[Words, list[int]] = {}
        self._unchanged = self._runs_of(unchanged.values())

    def of(self, words: Words) -> list[int]:
        """Every run, by the word that it begins with; a shorter sentence is one run."""
        if words not in self._known:
            self._known[words] = self._read([self._numbers[word] for word in words])
        return self._known[words]

    def places(self, sentences: Mapping[int, Words]) -> dict[int, int]:
        """Run -> the sentence it stands in; -1 where it stands more than once, or in a sentence that did not change."""
        found: dict[int, int] = {}
        for i, words in sentences.items():
            for run in self.of(words):
                found[run] = -1 if run in found or run in self._unchanged else i
        return found

    def _runs_of(self, sentences: Iterable[Words]) -> set[int]:
        """The runs of many sentences, read as one long line; 0 stands for an end, and for a word that no changed one has."""
        number = self._numbers.get
        line = [number(word, 0) for words in sentences for word in (*words, "")]
        short = (words for words in sentences if len(words) < RUN)
        return {
            *self._read(line),
            *(run for words in short for run in self._read([number(w, 0) for w in words])),
        }

    def _read(self, numbers: Sequence[int]) -> list[int]:
        base = self._base
        if len(numbers) < RUN:
            run = 0
            for number in numbers:
                run = run * base + number
            return [run] if numbers else []
        behind = (numbers[at:] for at in range(1, RUN))
        return [((a * base + b) * base + c) * base + d for a, b, c, d in zip(numbers, *behind, strict=False)]


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
