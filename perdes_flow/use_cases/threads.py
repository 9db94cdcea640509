"""All that was said about a draft, thread by thread, each with its receipt and its place on the latest version."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from perdes_flow.domain import events as e
from perdes_flow.domain.comments import Comment
from perdes_flow.domain.values import DraftId, Sha256
from perdes_flow.errors import FileDamaged, FileMissing
from perdes_flow.ports import Entry
from perdes_flow.use_cases.carrying import Carried, carried_comments
from perdes_flow.use_cases.desk import Case, Desk, open_case


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its receipt; `carried`: its place on the latest version, None where it was made on that one."""

    comment: Comment
    receipt: str
    carried: Carried | None


@dataclass(frozen=True, slots=True)
class Threads:
    """The case, and its threads in the order in which they were opened."""

    case: Case
    threads: tuple[Thread, ...]


def threads(desk: Desk, draft_id: DraftId) -> Threads:
    """Every thread of a draft, also those that are settled, withdrawn or hidden; DraftUnknown."""
    case = open_case(desk, draft_id)
    receipts = comment_receipts(desk.log.read(draft_id))
    places = _places(desk, draft_id)
    return Threads(
        case,
        tuple(
            Thread(comment, receipts.get(comment.number, ""), places.get(comment.number))
            for _, comment in sorted(case.draft.comments.items())
        ),
    )


def comment_receipts(entries: tuple[Entry, ...]) -> dict[int, str]:
    """The receipt of each comment by its number."""
    return {
        entry.act.fact.comment: entry.receipt
        for entry in entries
        if isinstance(entry.act.fact, e.CommentOpened | e.CommentReceived)
    }


def hidden_comments(entries: tuple[Entry, ...]) -> frozenset[int]:
    """The numbers of the comments whose words are shown no longer."""
    return frozenset(
        entry.act.fact.comment for entry in entries if isinstance(entry.act.fact, e.CommentHidden)
    )


def files_with(entries: Iterable[Entry], comments: Container[int]) -> frozenset[Sha256]:
    """The Word files that came back in which words of these comments stand, also where the record's own were erased."""
    found: set[Sha256] = set()
    last: Sha256 = ""
    for entry in entries:
        match entry.act.fact:
            case e.FileReceived(file_sha256=file):
                last = file
            case e.CommentReceived(comment=number) | e.ReplyReceived(comment=number) if number in comments:
                found.add(last)  # recorded right behind the file that it stood in
            case e.WordsErased(comment=number, files=files) if number in comments:
                found.update(files)
    return frozenset(found)


def _places(desk: Desk, draft_id: DraftId) -> Mapping[int, Carried]:
    try:
        return carried_comments(desk, draft_id)
    except (FileMissing, FileDamaged):  # what was said can be read without the file; `verify` names it
        return {}
