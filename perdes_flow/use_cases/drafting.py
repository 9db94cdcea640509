"""Start a draft, hand in its versions, file its papers."""

import re

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.draft import replay
from perdes_flow.domain.values import (
    DRAFT_ID,
    Asal,
    DraftId,
    Jenis,
    Prakarsa,
    Role,
    Slug,
    document_path,
    sha256_of,
    version_path,
)
from perdes_flow.errors import (
    DocumentKindUnknown,
    DraftExists,
    FieldUnfit,
    NotOpenNow,
    SameVersion,
    ValueUnfit,
)
from perdes_flow.legal.parser import parse
from perdes_flow.use_cases.desk import Case, Desk, Written, actor, once, open_case, open_village, write
from perdes_flow.use_cases.register import register_row
from perdes_flow.word.gate import admit
from perdes_flow.word.naskah_text import text_sha256
from perdes_flow.word.package import Package
from perdes_flow.word.reader import comments_in, read, revisions_open
from perdes_flow.workflow.documents import DOCUMENTS, kind_of

_STARTERS = (Role.PENYUSUN, Role.KADES, Role.SEKDES, Role.KETUA_BPD, Role.ANGGOTA_BPD)
# how a scan of that kind begins
_BEGINNINGS = {".pdf": b"%PDF-", ".jpg": b"\xff\xd8", ".jpeg": b"\xff\xd8", ".png": b"\x89PNG"}
FILERS = (Role.SEKDES, Role.KADES, Role.SEKRETARIS_BPD, Role.KETUA_BPD, Role.PENYUSUN)


@once
def start_draft(
    desk: Desk,
    draft_id: DraftId,
    *,
    title: str,
    workflow: Slug,
    jenis: Jenis,
    asal: Asal,
    prakarsa: Prakarsa,
    by: str,
) -> Written:
    """Start a draft on today's procedure, which it keeps to its end.

    FieldUnfit, DraftExists, ProcedureMissing, NotInOffice.
    """
    if not re.fullmatch(DRAFT_ID, draft_id):
        raise FieldUnfit("draft", draft_id, "string_pattern_mismatch", 0)
    village, _, today = open_village(desk)
    signer = actor(village, by, today, _STARTERS, "memulai rancangan")
    if desk.log.read(draft_id):
        raise DraftExists(draft_id)
    procedure = desk.procedures.current(workflow, village.settings.overlay)
    desk.procedures.keep(procedure.pin)  # before the record: a draft must always find its rules again
    fact = e.DraftStarted(
        title=title,
        jenis=jenis,
        asal=asal,
        prakarsa=prakarsa,
        workflow=procedure.pin,
        state=procedure.initial,
        on=today,
    )
    act = Act(desk.clock.now(), signer, draft_id, fact)
    draft = replay((act,))
    assert draft is not None  # a draft that was just started is one
    row = register_row(village, draft, procedure, desk.calendar, act.at)
    return desk.log.append((act,), after=0, key=desk.key, row=row)


@once
def submit_version(
    desk: Desk, draft_id: DraftId, docx: bytes, *, file_name: str, by: str, note: str = ""
) -> Written:
    """Record a Word file as the next version; DocxRefused, DraftUnknown, NotOpenNow, NotInOffice, SameVersion."""
    package = admit(docx)
    case = open_case(desk, draft_id)
    signer = drafter(case, by)
    fact = put_version(desk, case, docx, package, file_name=file_name, note=note)
    return write(desk, case, (fact,), by=signer)


def drafter(case: Case, by: str) -> Actor:
    """Who may hand in versions at this stage; NotOpenNow, NotInOffice."""
    state = case.procedure.states[case.draft.state]
    if not state.edit:
        raise NotOpenNow("menyerahkan versi baru", state.label)
    return actor(case.village, by, case.today, state.edit, "menyerahkan versi pada tahap ini")


def put_version(
    desk: Desk, case: Case, docx: bytes, package: Package, *, file_name: str, note: str = ""
) -> e.VersionSubmitted:
    """Store an admitted file as the next version and say so as a fact, which the caller writes; SameVersion."""
    sha256 = sha256_of(docx)
    if case.draft.latest is not None and case.draft.latest.docx_sha256 == sha256:
        raise SameVersion(case.draft.latest.number)
    blocks = read(package)
    fact = e.VersionSubmitted(
        version=len(case.draft.versions) + 1,
        docx_sha256=sha256,
        text_sha256=text_sha256(blocks),
        size_bytes=len(docx),
        file_name=file_name[:300],
        open_revisions=revisions_open(package),
        open_comments=comments_in(package),
        pasal=sum(1 for _ in parse(blocks).all_pasal()),
        note=note,
    )
    # before the record: an orphan file is harmless, a record without its file is not
    desk.files.put(version_path(case.village.id, case.draft.id, fact.version, sha256), docx)
    return fact


@once
def file_document(
    desk: Desk, draft_id: DraftId, kind: Slug, data: bytes, *, suffix: str, nomor: str = "", by: str
) -> Written:
    """File an official paper (scan or Word file) with the draft; DocumentKindUnknown, DraftUnknown, NotInOffice."""
    case = open_case(desk, draft_id)
    signer = actor(case.village, by, case.today, FILERS, "menyimpan dokumen")
    fact = put_document(desk, case, kind, data, suffix=suffix, nomor=nomor)
    return write(desk, case, (fact,), by=signer)


def put_document(
    desk: Desk, case: Case, kind: Slug, data: bytes, *, suffix: str, nomor: str = "", issued: bool = False
) -> e.DocumentFiled:
    """Store a paper's file and say so as a fact, which the caller writes; DocumentKindUnknown, DocxRefused, ValueUnfit."""
    if kind_of(case.procedure, kind) is None:
        raise DocumentKindUnknown(kind, (*DOCUMENTS, *case.procedure.documents))
    if not issued:
        _check_paper(data, suffix)
    sha256 = sha256_of(data)
    desk.files.put(document_path(case.village.id, case.draft.id, kind, sha256, suffix), data)
    return e.DocumentFiled(
        kind=kind, file_sha256=sha256, suffix=suffix, nomor=nomor, dated=case.today, issued=issued
    )


def _check_paper(data: bytes, suffix: str) -> None:
    """What people file is what its name says: nobody looks into it again before it is needed as proof."""
    if suffix == ".docx" or not data:
        admit(data)
    elif not data.startswith(_BEGINNINGS.get(suffix, b"")):
        raise ValueUnfit("Berkas dokumen", suffix, "isinya bukan seperti namanya; pindai atau simpan ulang")
