"""Erase personal words for good (UU 27/2022): those of a hidden comment, or who a former official was.

The record's leaf stays, so that the chain holds, and a fact tells that something was erased, by whom and why. The fact
comes first: what was erased without one could not be told from damage.
"""

from collections.abc import Iterable

from perdes_flow.domain import events as e
from perdes_flow.domain.values import DraftId, Role
from perdes_flow.errors import CommentUnknown, ErasureRefused
from perdes_flow.ports import Entry
from perdes_flow.use_cases.desk import (
    Desk,
    Written,
    actor,
    once,
    open_case,
    open_village,
    person_named,
    write,
    write_village,
)
from perdes_flow.use_cases.threads import files_with

ERASERS = (Role.SEKDES, Role.KETUA_BPD, Role.SEKRETARIS_BPD)
REGISTRARS = (Role.SEKDES, Role.KADES)
_SAID = (e.CommentOpened, e.CommentReceived, e.CommentReplied, e.ReplyReceived)


def erase_comment(desk: Desk, draft_id: DraftId, comment: int, *, reason: str, by: str) -> Written:
    """Erase the words of a comment and of its replies; asked for again, it finishes what was begun.

    DraftUnknown, CommentUnknown, ErasureRefused, NotInOffice.
    """
    written = _tell_comment(desk, draft_id, comment, reason=reason, by=by)
    said = (entry for entry in desk.log.read(draft_id) if _is_said_in(entry, comment))
    _erase(desk, said)
    return written


def erase_person(desk: Desk, nickname: str, *, reason: str, by: str) -> Written:
    """Erase name and contacts of a person who holds no office any more; PersonUnknown, ErasureRefused, NotInOffice."""
    village, _, _ = open_village(desk)
    person = person_named(village, nickname).id
    written = _tell_person(desk, person, reason=reason, by=by)
    _erase(desk, (entry for entry in desk.log.read(None) if _is_about(entry, person)))
    return written


@once
def _tell_comment(desk: Desk, draft_id: DraftId, number: int, *, reason: str, by: str) -> Written:
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, ERASERS, "menghapus kata-kata catatan")
    comment = case.draft.comments.get(number)
    if comment is None:
        raise CommentUnknown(number)
    if not comment.hidden:
        raise ErasureRefused("belum_disembunyikan", str(number))
    if comment.open:
        raise ErasureRefused("masih_terbuka", str(number))
    fact = e.WordsErased(
        comment=number,
        on_version=comment.version,
        author=comment.by.person,
        office=comment.by.role,
        files=tuple(sorted(files_with(desk.log.read(draft_id), (number,)))),
        reason=reason,
    )
    return write(desk, case, (fact,), by=signer)


@once
def _tell_person(desk: Desk, person: str, *, reason: str, by: str) -> Written:
    village, after, today = open_village(desk)
    signer = actor(village, by, today, REGISTRARS, "menghapus data orang")
    known = village.people[person]
    if any(office.until is None or office.until >= today for office in known.offices):
        raise ErasureRefused("masih_menjabat", known.nickname)
    return write_village(desk, (e.PersonErased(person=person, reason=reason),), by=signer, after=after)


def _erase(desk: Desk, entries: Iterable[Entry]) -> None:
    for entry in tuple(entries):
        desk.log.erase(entry.seq)


def _is_said_in(entry: Entry, comment: int) -> bool:
    return isinstance(entry.act.fact, _SAID) and entry.act.fact.comment == comment


def _is_about(entry: Entry, person: str) -> bool:
    return isinstance(entry.act.fact, e.PersonAdded | e.PersonDescribed) and entry.act.fact.person == person
