"""Asking the people (UU 6/2014 Pasal 69 ayat (9)): what residents said, what becomes of it, pictures of the meetings."""

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import THE_SYSTEM
from perdes_flow.domain.values import (
    CLERK_ROLES,
    AnswerOutcome,
    DraftId,
    InputWay,
    Role,
    photo_path,
    sha256_of,
)
from perdes_flow.errors import InputUnknown, MeetingNotOpen, NotOpenNow, PhotoRefused
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, once, open_case, write
from perdes_flow.use_cases.photos import NoPicture, kind_of, without_traces
from perdes_flow.use_cases.places import place_in
from perdes_flow.use_cases.publishing import CONSULTED

MAX_PHOTO_BYTES = 10_000_000


@once
def receive_input(
    desk: Desk,
    draft_id: DraftId,
    *,
    text: str,
    by: str,
    name: str = "",
    unsur: str = "",
    way: InputWay = "lisan",
    address: str = "",
) -> Written:
    """Write down what a resident asked for, with or without a name; NotOpenNow, NotInOffice, PlaceUnknown.

    Open as long as the text can still be changed. It belongs to the consultation that is open, if one is.
    """
    case = open_case(desk, draft_id)
    state = case.procedure.states[case.draft.state]
    if not state.edit:
        raise NotOpenNow("mencatat masukan warga", state.label)
    signer = actor(case.village, by, case.today, CLERK_ROLES, "mencatat masukan warga")
    fact = _received(desk, case, text=text, name=name, unsur=unsur, way=way, address=address)
    return write(desk, case, (fact,), by=signer)


@once
def receive_from_resident(
    desk: Desk, draft_id: DraftId, *, text: str, name: str = "", unsur: str = "", address: str = ""
) -> Written:
    """What a resident sent from the public page, with no official in between; NotOpenNow, PlaceUnknown.

    Only while the people are asked. The system writes it down: nobody in office answers for its words.
    """
    case = open_case(desk, draft_id)
    if case.draft.state != CONSULTED:
        raise NotOpenNow("mengirim masukan warga", case.procedure.states[case.draft.state].label)
    fact = _received(desk, case, text=text, name=name, unsur=unsur, way="halaman", address=address)
    return write(desk, case, (fact,), by=THE_SYSTEM)


def _received(
    desk: Desk, case: Case, *, text: str, name: str, unsur: str, way: InputWay, address: str
) -> e.InputReceived:
    meeting = case.draft.meeting
    heard = meeting.number if meeting and meeting.kind == "konsultasi" and not meeting.closed else None
    return e.InputReceived(
        input=len(case.draft.inputs) + 1,
        meeting=heard,
        name=name.strip(),
        unsur=unsur.strip(),
        way=way,
        address=place_in(desk, case, address),
        text=text,
    )


@once
def answer_input(
    desk: Desk, draft_id: DraftId, input_number: int, *, outcome: AnswerOutcome, reason: str, by: str
) -> Written:
    """Say what becomes of an input, and why; a later answer replaces the earlier. InputUnknown, NotOpenNow, NotInOffice."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, CLERK_ROLES, "menjawab masukan warga")
    if input_number not in case.draft.inputs:
        raise InputUnknown(input_number, len(case.draft.inputs))
    state = case.procedure.states[case.draft.state]
    if not state.edit:  # what the people were told goes to the BPD with the draft, and stays
        raise NotOpenNow("menjawab masukan warga", state.label)
    fact = e.InputAnswered(input=input_number, outcome=outcome, reason=reason)
    return write(desk, case, (fact,), by=signer)


@once
def add_photo(desk: Desk, draft_id: DraftId, data: bytes, *, caption: str, by: str) -> Written:
    """A picture of the last meeting, without what the phone wrote beside it; PhotoRefused, MeetingNotOpen, NotInOffice."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, (*CLERK_ROLES, Role.SEKRETARIS_BPD), "menyimpan foto")
    suffix = kind_of(data)
    if suffix is None or len(data) > MAX_PHOTO_BYTES:
        raise PhotoRefused("bentuk" if suffix is None else "besar", len(data))
    try:
        data = without_traces(data)
    except NoPicture as error:
        raise PhotoRefused("bentuk", len(data)) from error
    meeting = case.draft.meeting
    if meeting is None:
        raise MeetingNotOpen("tidak_ada")
    sha256 = sha256_of(data)
    fact = e.PhotoFiled.model_validate(
        {
            "meeting": meeting.number,
            "file_sha256": sha256,
            "suffix": suffix,
            "size_bytes": len(data),
            "caption": caption,
        }
    )
    # before the record: an orphan file is harmless, a record without its file is not
    desk.files.put(photo_path(case.village.id, draft_id, sha256, suffix), data)
    return write(desk, case, (fact,), by=signer)
