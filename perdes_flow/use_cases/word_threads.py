"""Threads as Word comments: all of a draft written into its latest version, in the form in which they are known again."""

from datetime import datetime

from perdes_flow.domain.comments import Comment, InWord
from perdes_flow.domain.values import DraftId
from perdes_flow.domain.village import Village
from perdes_flow.errors import VersionUnknown
from perdes_flow.legal.anchoring import Placement
from perdes_flow.legal.units import Naskah
from perdes_flow.messages.places import place_sentence
from perdes_flow.messages.threads import hidden_words
from perdes_flow.use_cases.carrying import Carried, placed_comments
from perdes_flow.use_cases.desk import Case, Desk, open_case
from perdes_flow.use_cases.pointing import naskah_of
from perdes_flow.use_cases.signing import signature
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.word.comment_threads import NewThread, Said, add_threads

PROGRAM = "perdes-flow"  # signs what is said about a place; never taken for what a person wrote


def export_comments(desk: Desk, draft_id: DraftId) -> bytes:
    """The latest version with every thread as a real Word comment; nothing is recorded.

    DraftUnknown, VersionUnknown, FileMissing, FileDamaged.
    """
    case = open_case(desk, draft_id)
    if case.draft.latest is None:
        raise VersionUnknown(1, 0)
    naskah = naskah_of(desk, case, case.draft.latest.number)
    places = placed_comments(desk, case, case.draft.comments.values())
    threads = [_thread(case, naskah, places[number]) for number in case.draft.comments]
    return add_threads(version_docx(desk, case, case.draft.latest.number), threads)


def said_in(village: Village, comment: Comment) -> list[Said]:
    """What was said in a thread, as it stands in a Word file: the comment first, an answer as the last reply."""
    said = [_said(village, comment, comment.word, comment.text)]
    said += [
        _by(reply.word.author, reply.word.written_at, reply.text)
        if reply.word
        else _by(signature(village, reply.by), _stamp(reply.at), reply.text)
        for reply in comment.replies
    ]
    if comment.hidden:
        return [Said(one.author, one.written_at, hidden_words(comment)) for one in said]
    if comment.answer:
        text = f"Dijawab “{comment.answer.outcome}”: {comment.answer.reason}"
        said.append(_by(signature(village, comment.answer.by), _stamp(comment.answer.at), text))
    if comment.aside:
        text = f"Ditarik penulisnya: {comment.aside.reason}"
        said.append(_by(signature(village, comment.aside.by), _stamp(comment.aside.at), text))
    return said


def _said(village: Village, comment: Comment, word: InWord | None, text: str) -> Said:
    if word:
        return _by(word.author, word.written_at, text)
    return _by(signature(village, comment.by), _stamp(comment.at), text)


def _by(author: str, written_at: str, text: str) -> Said:
    return Said(author, written_at, text)


def _stamp(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def _thread(case: Case, naskah: Naskah, carried: Carried) -> NewThread:
    comment, placement = carried.comment, carried.placement
    said = said_in(case.village, comment)
    if placement.status != "placed" and not comment.hidden:
        said.append(
            Said(
                PROGRAM,
                said[-1].written_at,
                f"Versi {comment.version}: {place_sentence(placement, carried.old_words)}",
            )
        )
    first, last = _stretch(naskah, placement)
    return NewThread(first, last, said, done=comment.resolved or comment.withdrawn)


def _stretch(naskah: Naskah, placement: Placement) -> tuple[tuple[int, int], tuple[int, int]]:
    """From where to where; the words of a neighbouring paragraph too, where the quote runs on into it."""
    if placement.level == "words" and placement.spans:
        spans = sorted(placement.spans, key=lambda span: span.block)
        if [span.block for span in spans] != list(range(spans[0].block, spans[-1].block + 1)):
            spans = [placement.spans[0]]
        return (spans[0].block, spans[0].start), (spans[-1].block, spans[-1].end)
    if placement.spans:
        return (placement.spans[0].block, 0), (placement.spans[0].block, 0)
    block = _nearest(naskah, placement.address)
    return (block, 0), (block, 0)


def _nearest(naskah: Naskah, address: str) -> int:
    """The first paragraph of the unit that is left; else the first line that says something."""
    for found, unit in naskah.places():
        if str(found) == address and unit.blocks:
            return unit.blocks[0]
    lines = (i for i, block in enumerate(naskah.blocks) if block.story == "body" and block.shown.strip())
    return next(lines, 0)
