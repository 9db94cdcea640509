"""Comments on a draft: what was said is never altered, only answered, resolved, opened again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.values import AnswerOutcome, Weight


@dataclass(frozen=True, slots=True)
class Reply:
    by: Actor
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    by: Actor
    outcome: AnswerOutcome
    reason: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on words of one version: the place and the quote stay those of that version."""

    number: int
    version: int
    address: str
    quote: str
    text: str
    weight: Weight
    by: Actor
    replies: tuple[Reply, ...] = ()
    answer: Answer | None = None
    resolved: bool = False

    @property
    def open(self) -> bool:
        return not self.resolved


def evolve_comments(comments: Mapping[int, Comment], act: Act) -> Mapping[int, Comment]:
    """The comments after one more act; the very same mapping if the act is about something else."""
    match act.fact:
        case e.CommentOpened() as fact:
            return {**comments, fact.comment: _opened(fact, act.by)}
        case e.CommentReplied() as fact if old := comments.get(fact.comment):
            return {**comments, old.number: replace(old, replies=(*old.replies, Reply(act.by, fact.text)))}
        case e.CommentAnswered() as fact if old := comments.get(fact.comment):
            answer = Answer(act.by, fact.outcome, fact.reason)
            return {**comments, old.number: replace(old, answer=answer)}
        case e.CommentResolved() as fact if old := comments.get(fact.comment):
            return {**comments, old.number: replace(old, resolved=True)}
        case e.CommentReopened() as fact if old := comments.get(fact.comment):
            return {**comments, old.number: replace(old, resolved=False, answer=None)}
    return comments


def _opened(fact: e.CommentOpened, by: Actor) -> Comment:
    return Comment(fact.comment, fact.version, fact.address, fact.quote, fact.text, fact.weight, by)
