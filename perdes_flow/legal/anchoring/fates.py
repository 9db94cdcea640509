"""What became of each sentence: which new sentences it is in, and how surely. First inside its home, elsewhere only with proof."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from perdes_flow.legal.anchoring.homes import Grade, Move, find_moves
from perdes_flow.legal.anchoring.passages import Sentence, Text
from perdes_flow.legal.anchoring.traces import Traces
from perdes_flow.legal.anchoring.twins import UNIQUE_LETTERS, find_twins
from perdes_flow.legal.anchoring.words import Words, likeness


@dataclass(frozen=True, slots=True)
class Target:
    """A new sentence that an old one is in, wholly or in part."""

    sentence: int
    grade: Grade


# shares of what is rare in a sentence (traces.share), and of its letters (likeness)
HERE, HERE_PIECE = 0.3, 0.6
ELSEWHERE, ELSEWHERE_WORDS = 0.75, 8
PERHAPS_ELSEWHERE, PERHAPS_WORDS, PERHAPS_LIKENESS = 0.45, 5, 0.7
PERHAPS_ALONE = 0.6
REWORDED, PERHAPS_REWORDED = 0.6, 0.4
MANY = 40_000  # comparisons of one with one in one home


class Fates:
    """Answers for one pair of texts; what is asked often is computed once."""

    def __init__(self, old: Text, new: Text) -> None:
        self.old, self.new = old, new
        self.twins = find_twins(old, new)
        self.traces = Traces(old.sentences, new.sentences, self.twins)
        self.moves: list[Move] = find_moves(old, new, self.traces, self.twins)
        self._by_home: dict[int, dict[int, list[Target]]] = {}

    def targets(self, sentence: int) -> list[Target]:
        """The new sentences that an old one is in, the best first; none where it is gone."""
        home = self.old.sentences[sentence].home
        if home not in self._by_home:
            self._by_home[home] = self._follow(home)
        return self._by_home[home][sentence]

    # ---- one home at a time: a sentence is only reworded into one that nobody else became

    def _follow(self, home: int) -> dict[int, list[Target]]:
        move = self.moves[home]
        here = [t for there in sorted(move.all) for t in self.new.homes[there].sentences]
        found = {s: self._twin(s) for s in self.old.homes[home].sentences}
        self._equal_here(found, here, move.grade)
        for sentence in _unplaced(found):
            found[sentence] = self._linked(sentence, move) or self._unique_elsewhere(sentence)
        self._reworded_here(found, here, move.grade)
        for sentence in _unplaced(found):
            found[sentence] = self._perhaps_elsewhere(sentence)
        return found

    def _twin(self, sentence: int) -> list[Target]:
        there = self.twins.sentences.get(sentence)
        return [] if there is None else [Target(there, Grade.SURE)]

    def _equal_here(self, found: dict[int, list[Target]], here: list[int], grade: Grade) -> None:
        """Word for word in its home; where it stands there as often as before, in the same order."""
        olds = _grouped(self.old.sentences, _unplaced(found))
        news = _grouped(self.new.sentences, [t for t in here if t not in self.twins.new])
        for words, places in olds.items():
            there = news.get(words, [])
            for i, sentence in enumerate(places):
                if len(there) == len(places):
                    found[sentence].append(Target(there[i], grade))
                elif there:
                    found[sentence].append(Target(there[min(i, len(there) - 1)], Grade.DOUBTFUL))

    def _linked(self, sentence: int, move: Move) -> list[Target]:
        """Where its traces lead."""
        found = []
        for there, words in self.traces.links[sentence].items():
            share, back = self.traces.share(sentence, there), self.traces.share_back(sentence, there)
            if self.new.sentences[there].home in move.all:
                if share >= HERE or back >= HERE_PIECE:
                    found.append((words, there, move.grade))
            elif words >= ELSEWHERE_WORDS and max(share, back) >= ELSEWHERE:
                found.append((words, there, Grade.SURE))
        return [Target(there, grade) for words, there, grade in sorted(found, key=lambda f: (-f[0], f[1]))]

    def _unique_elsewhere(self, sentence: int) -> list[Target]:
        words = self.old.sentences[sentence].words
        there = self._places_new.get(words, [])
        if len(there) == 1 and len(self._places_old[words]) == 1:
            is_long = sum(map(len, words)) >= UNIQUE_LETTERS
            return [Target(there[0], Grade.SURE if is_long else Grade.DOUBTFUL)]
        return []

    def _reworded_here(self, found: dict[int, list[Target]], here: list[int], grade: Grade) -> None:
        taken = {target.sentence for targets in found.values() for target in targets}
        olds = _unplaced(found)
        news = [t for t in here if t not in taken and not self._is_from_elsewhere(t, found)]
        if not olds or not news or len(olds) * len(news) > MANY:
            return
        ranked = sorted(
            (-self._likeness(s, t), abs(i - j), s, t) for i, s in enumerate(olds) for j, t in enumerate(news)
        )
        for value, _, sentence, there in ranked:
            if -value < PERHAPS_REWORDED:
                break
            if not found[sentence] and there not in taken:
                sure = -value >= REWORDED and not self._says_other(sentence, there)
                found[sentence].append(Target(there, grade if sure else min(grade, Grade.DOUBTFUL)))
                taken.add(there)

    def _is_from_elsewhere(self, there: int, mine: dict[int, list[Target]]) -> bool:
        """All that is rare in it came from a sentence of another home."""
        origin = self._origin.get(there)
        return (
            origin is not None and origin not in mine and self.traces.share_back(origin, there) >= ELSEWHERE
        )

    def _says_other(self, old: int, new: int) -> bool:
        """Alike in what everybody says only: much is rare in it, and nothing of that is left."""
        return self.traces.rare_old[old] >= PERHAPS_WORDS and new not in self.traces.links[old]

    def _perhaps_elsewhere(self, sentence: int) -> list[Target]:
        move = self.moves[self.old.sentences[sentence].home]
        found = []
        for there, words in self.traces.links[sentence].items():
            if self.new.sentences[there].home in move.all and self._origin[there] == sentence:
                return [
                    Target(there, min(move.grade, Grade.DOUBTFUL))
                ]  # little is left, but it stands in its own Pasal
            shares = self.traces.share(sentence, there), self.traces.share_back(sentence, there)
            # one ayat of a Pasal that is gone as a whole: hardly moved alone, more likely another rule in the same words
            enough = (
                min(shares) >= PERHAPS_ALONE if move.grade == Grade.GONE else max(shares) >= PERHAPS_ELSEWHERE
            )
            if enough and words >= PERHAPS_WORDS and self._likeness(sentence, there) >= PERHAPS_LIKENESS:
                found.append((max(shares), -there))
        if found:
            return [Target(-max(found)[1], Grade.DOUBTFUL)]
        return self._left_over(sentence)

    def _left_over(self, sentence: int) -> list[Target]:
        """A sentence said in many places, moved to a home that had fewer of it."""
        words = self.old.sentences[sentence].words
        if sum(map(len, words)) < UNIQUE_LETTERS:
            return []
        before = Counter(self.moves[self.old.sentences[s].home].home for s in self._places_old[words])
        for there in self._places_new.get(words, ()):
            home = self.new.sentences[there].home
            before[home] -= 1
            if before[home] < 0:
                return [Target(there, Grade.DOUBTFUL)]
        return []

    def _likeness(self, old: int, new: int) -> float:
        return likeness(self.old.sentences[old].words, self.new.sentences[new].words)

    @cached_property
    def _places_old(self) -> dict[Words, list[int]]:
        return _grouped(
            self.old.sentences, [s for s in range(len(self.old.sentences)) if s not in self.twins.old]
        )

    @cached_property
    def _places_new(self) -> dict[Words, list[int]]:
        return _grouped(
            self.new.sentences, [s for s in range(len(self.new.sentences)) if s not in self.twins.new]
        )

    @cached_property
    def _origin(self) -> dict[int, int]:
        """New sentence -> the old one that most of its traces come from."""
        found: dict[int, tuple[int, int]] = {}
        for sentence, links in enumerate(self.traces.links):
            for there, words in links.items():
                found[there] = max(found.get(there, (0, 0)), (words, -sentence))
        return {there: -sentence for there, (_, sentence) in found.items()}


def _unplaced(found: dict[int, list[Target]]) -> list[int]:
    return [sentence for sentence, targets in found.items() if not targets]


def _grouped(sentences: list[Sentence], places: list[int]) -> dict[Words, list[int]]:
    found: dict[Words, list[int]] = defaultdict(list)
    for place in places:
        found[sentences[place].words].append(place)
    return dict(found)
