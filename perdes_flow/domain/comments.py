"""Comments on a draft: what was said is never altered, only answered, resolved, opened again, or set aside in the open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.values import AnswerOutcome, Weight


@dataclass(frozen=True, slots=True)
class InWord:
    """What a received Word file says of who wrote something, and when ("": it does not say)."""

    author: str
    written_at: str


@dataclass(frozen=True, slots=True)
class Reply:
    by: Actor
    text: str
    at: datetime
    word: InWord | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    by: Actor
    outcome: AnswerOutcome
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Aside:
    """Taken back by its author, or hidden by an official: who, when and why stay for all to see."""

    kind: Literal["ditarik", "disembunyikan"]
    by: Actor
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on words of one version: the place and the quote stay those of that version.

    `visit` is the visit (see Draft.visit) in which it was made: when the stage moves on, its author can no longer take
    it back. `paragraph` (from 0, of that version) is known for one that came in a Word file; `file_words` are what it was
    on there, where the version has not got these words.
    """

    number: int
    version: int
    address: str
    quote: str
    text: str
    weight: Weight
    by: Actor
    at: datetime
    visit: int = 1
    replies: tuple[Reply, ...] = ()
    answer: Answer | None = None
    resolved: bool = False
    aside: Aside | None = None
    word: InWord | None = None
    paragraph: int | None = None
    occurrence: int = 0
    file_words: str = ""
    erased: bool = False

    @property
    def open(self) -> bool:
        """It waits for something. Hiding its words does not settle it."""
        return not self.resolved and not self.withdrawn

    @property
    def withdrawn(self) -> bool:
        return self.aside is not None and self.aside.kind == "ditarik"

    @property
    def hidden(self) -> bool:
        return self.aside is not None and self.aside.kind == "disembunyikan"


def evolve_comments(comments: Mapping[int, Comment], act: Act, visit: int) -> Mapping[int, Comment]:
    """The comments after one more act in a visit; the very same mapping if the act is about something else."""
    match act.fact:
        case e.CommentOpened() | e.CommentReceived() as fact:
            return {**comments, fact.comment: _opened(fact, act, visit)}
        case (
            e.CommentReplied()
            | e.ReplyReceived()
            | e.CommentAnswered()
            | e.CommentResolved()
            | e.CommentReopened()
            | e.CommentWithdrawn()
            | e.CommentHidden()
            | e.WordsErased() as fact
        ):
            old = comments.get(fact.comment) or _forgotten(fact.comment, act, visit)
            return {**comments, old.number: _changed(old, act)}
    return comments


def _forgotten(number: int, act: Act, visit: int) -> Comment:
    """A comment whose record says nothing any more, known by what came after; who wrote it `WordsErased` will tell."""
    return Comment(number, 1, WHOLE, "", "", "penting", act.by, act.at, visit, erased=True)


def _erased(old: Comment, fact: e.WordsErased, act: Act) -> Comment:
    """What is left of a comment: its number, who wrote it, how it was answered, and that it was settled."""
    return replace(
        old,
        version=fact.on_version,
        by=Actor(fact.author, fact.office),
        address=WHOLE,
        quote="",
        text="",
        replies=(),
        resolved=True,
        aside=Aside("disembunyikan", act.by, fact.reason, act.at),
        word=None,
        paragraph=None,
        file_words="",
        erased=True,
    )


WHOLE = "Naskah"  # the address of a comment on the draft as a whole


def _changed(old: Comment, act: Act) -> Comment:
    match act.fact:
        case e.CommentReplied(text=text):
            return replace(old, replies=(*old.replies, Reply(act.by, text, act.at)))
        case e.ReplyReceived() as fact:
            word = InWord(fact.word_author, fact.written_at)
            return replace(old, replies=(*old.replies, Reply(act.by, fact.text, act.at, word)))
        case e.CommentAnswered() as fact:
            return replace(old, answer=Answer(act.by, fact.outcome, fact.reason, act.at))
        case e.CommentResolved():
            return replace(old, resolved=True)
        case e.CommentReopened():
            return replace(old, resolved=False, answer=None)
        case e.CommentWithdrawn(reason=reason):
            return replace(old, aside=Aside("ditarik", act.by, reason, act.at))
        case e.CommentHidden(reason=reason):
            return replace(old, aside=Aside("disembunyikan", act.by, reason, act.at))
        case e.WordsErased() as fact:
            return _erased(old, fact, act)
    return old


def _opened(fact: e.CommentOpened | e.CommentReceived, act: Act, visit: int) -> Comment:
    comment = Comment(
        fact.comment,
        fact.version,
        fact.address,
        fact.quote,
        fact.text,
        fact.weight,
        act.by,
        act.at,
        visit,
    )
    if isinstance(fact, e.CommentOpened):
        return comment
    word = InWord(fact.word_author, fact.written_at)
    return replace(
        comment,
        word=word,
        paragraph=fact.paragraph,
        occurrence=fact.occurrence,
        file_words=fact.file_words,
    )
