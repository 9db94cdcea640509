"""How a thread stands, in words; and what is shown in the place of words that were hidden."""

from perdes_flow.domain import events as e
from perdes_flow.domain.comments import Comment
from perdes_flow.messages.facts import fact_sentence

HIDDEN = "(disembunyikan)"
_ERASED = "(dihapus)"
_WORDS = (e.CommentOpened, e.CommentReceived, e.CommentReplied, e.ReplyReceived)


def condition_of(comment: Comment) -> str:
    """ "belum dijawab", "dijawab “diterima”", "selesai" …; a hidden one says so too, and still waits."""
    if comment.withdrawn:
        return "ditarik penulisnya"
    hidden = "dihapus, " if comment.erased else "disembunyikan, " if comment.hidden else ""
    if comment.resolved:
        return f"{hidden}selesai"
    return f"{hidden}dijawab “{comment.answer.outcome}”" if comment.answer else f"{hidden}belum dijawab"


def hidden_words(comment: Comment) -> str:
    """What stands in the place of its words; "" where they are shown."""
    if comment.erased:
        return _ERASED
    return HIDDEN if comment.hidden else ""


def shown_sentence(fact: e.Fact, hidden: frozenset[int]) -> str:
    """The sentence of a fact for a list that everybody reads: without the words of hidden comments."""
    match fact:
        case e.CommentOpened() | e.CommentReceived() if fact.comment in hidden:
            return f"Catatan nomor {fact.comment} pada {fact.address} (versi {fact.version}): {HIDDEN}"
        case e.CommentReplied() | e.ReplyReceived() if fact.comment in hidden:
            return f"Tanggapan atas catatan nomor {fact.comment}: {HIDDEN}"
    return fact_sentence(fact)


def is_hidden(fact: e.Fact, hidden: frozenset[int]) -> bool:
    """Whether the fact holds words of one of these comments."""
    return isinstance(fact, _WORDS) and fact.comment in hidden


def shown_fact(fact: e.Fact, hidden: frozenset[int]) -> e.Fact:
    """The fact as everybody may read it: without the words of hidden comments."""
    if not isinstance(fact, _WORDS) or fact.comment not in hidden:
        return fact
    blank = {name: "" for name in ("quote", "file_words") if hasattr(fact, name)}
    return fact.model_copy(update={**blank, "text": HIDDEN})


def old_words(comment: Comment, words: str) -> str:
    """The wording that a comment was on, as it is shown beside its place."""
    return "…" if comment.hidden else words
