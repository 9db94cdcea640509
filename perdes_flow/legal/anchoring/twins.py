"""Paragraphs that stand word for word in both texts, once in each: nothing in them has to be looked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from perdes_flow.legal.anchoring.passages import Passage, Text

UNIQUE_LETTERS = 24  # that a text needs before finding it once in both texts says anything


@dataclass(frozen=True, slots=True)
class Twins:
    """`passages`: old -> new; `sentences` the same; `old` and `new` the sentences of each text that have a twin."""

    passages: Mapping[int, int]
    sentences: Mapping[int, int]
    old: frozenset[int]
    new: frozenset[int]


def find_twins(old: Text, new: Text) -> Twins:
    """The paragraphs with the same words behind their numbers, where each text has them only once."""
    olds, news = _once(old.passages), _once(new.passages)
    passages = {here: news[said] for said, here in olds.items() if here >= 0 and news.get(said, -1) >= 0}
    sentences = {
        s: t
        for here, there in passages.items()
        for s, t in zip(old.passages[here].sentences, new.passages[there].sentences, strict=True)
    }
    return Twins(passages, sentences, frozenset(sentences), frozenset(sentences.values()))


def _once(passages: Iterable[Passage]) -> dict[str, int]:
    """What a paragraph says -> the paragraph; -1 where several say it."""
    found: dict[str, int] = {}
    for i, passage in enumerate(passages):
        said = passage.text[passage.body :]
        if len(passage.blocks) == 1 and len(said) >= UNIQUE_LETTERS:
            found[said] = -1 if said in found else i
    return found
