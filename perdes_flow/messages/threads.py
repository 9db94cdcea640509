"""How a thread stands, in words; and what is shown in the place of words that were hidden."""

from perdes_flow.domain import events as e
from perdes_flow.domain.comments import Comment
from perdes_flow.messages.facts import fact_sentence

_HIDDEN = "(disembunyikan)"


def condition_of(comment: Comment) -> str:
    """ "belum dijawab", "dijawab “diterima”", "selesai" …; a hidden one says so too, and still waits."""
    if comment.withdrawn:
        return "ditarik penulisnya"
    hidden = "disembunyikan, " if comment.hidden else ""
    if comment.resolved:
        return f"{hidden}selesai"
    return f"{hidden}dijawab “{comment.answer.outcome}”" if comment.answer else f"{hidden}belum dijawab"


def hidden_words(comment: Comment) -> str:
    """What stands in the place of its words; "" where they are shown."""
    return _HIDDEN if comment.hidden else ""


def shown_sentence(fact: e.Fact, hidden: frozenset[int]) -> str:
    """The sentence of a fact for a list that everybody reads: without the words of hidden comments."""
    match fact:
        case e.CommentOpened() | e.CommentReceived() if fact.comment in hidden:
            return f"Catatan nomor {fact.comment} pada {fact.address} (versi {fact.version}): {_HIDDEN}"
        case e.CommentReplied() | e.ReplyReceived() if fact.comment in hidden:
            return f"Tanggapan atas catatan nomor {fact.comment}: {_HIDDEN}"
    return fact_sentence(fact)
