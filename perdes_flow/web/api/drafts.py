"""Drafts: the list from the register, where one stands, what happened, and how one is started."""

from datetime import date
from typing import Annotated, cast

from ninja import Query, Router
from pydantic import BaseModel

from perdes_flow.domain import events as e
from perdes_flow.domain.values import Asal, DraftId, Jenis, Prakarsa, Role, Sha256, Slug
from perdes_flow.messages.threads import hidden_words, shown_fact, shown_sentence
from perdes_flow.ports import RegisterRow
from perdes_flow.use_cases.drafting import start_draft
from perdes_flow.use_cases.reading import Standing, history, standing
from perdes_flow.use_cases.threads import hidden_comments
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.answers import Entered, entered
from perdes_flow.web.api.operations import DRAFT, Draft, Instant, Said, Who, acts, reads, who

router = Router()


class Row(BaseModel):
    """A draft in the list."""

    draft: str
    title: str
    jenis: str
    state: str
    state_label: str
    final: bool
    waiting_for: str
    due: date | None
    due_what: str
    due_law: str
    versions: int
    open_comments: int


class Rows(BaseModel):
    """A part of the list; `following` leads to the next part, "" at the end."""

    rows: list[Row]
    following: str


class NewDraft(Said):
    draft: DraftId
    title: str
    workflow: Slug = "perdes"
    jenis: Jenis = "umum"
    asal: Asal = "pemdes"
    prakarsa: Prakarsa = "pemdes"


class Due(BaseModel):
    """What is to be done by when, by whom, and by which law."""

    what: str
    who: list[Role]
    date: date
    law: str
    estimated: bool


class VersionRow(BaseModel):
    version: int
    docx_sha256: Sha256
    text_sha256: Sha256
    file_name: str
    pasal: int
    open_revisions: int
    by: Who
    state: str
    note: str


class OpenComment(BaseModel):
    comment: int
    version: int
    address: str
    text: str
    answered: bool


class DraftView(BaseModel):
    """A draft as it stands today. `proposals`: steps that the law gives effect to by silence, to be confirmed."""

    draft: str
    title: str
    jenis: Jenis
    asal: Asal
    prakarsa: Prakarsa
    state: str
    state_label: str
    since: date
    due: list[Due]
    proposals: list[str]
    versions: list[VersionRow]
    open_comments: list[OpenComment]
    open_suggestions: list[int]


class HistoryEntry(Entered):
    at: Instant
    by: Who


@reads(
    router,
    "/drafts",
    Rows,
    "Daftar rancangan desa. Yang terakhir berubah lebih dahulu; per tahap atau menurut kata.",
)
def list_drafts(
    request: Ask,
    state: Annotated[str, Query(max_length=60, description="Hanya tahap ini.")] = "",
    words: Annotated[str, Query(max_length=100, description="Hanya yang memuat semua kata ini.")] = "",
    after: Annotated[str, Query(max_length=200, description="`following` dari bagian sebelumnya.")] = "",
    limit: Annotated[int, Query(ge=1, le=100, description="Sebanyak-banyaknya.")] = 20,
) -> Rows:
    found = request.desk.register.page(state=state or None, words=words, after=after, limit=limit)
    return Rows(rows=[_row(row) for row in found.rows], following=found.following)


@acts(router, "/drafts", "Mulai rancangan baru. Alurnya yang berlaku hari ini, dan tetap sampai akhir.")
def start(request: Ask, said: NewDraft) -> list[Entered]:
    return entered(
        start_draft(
            request.desk,
            said.draft,
            title=said.title,
            workflow=said.workflow,
            jenis=said.jenis,
            asal=said.asal,
            prakarsa=said.prakarsa,
            by=request.who.person.id,
        )
    )


@reads(
    router,
    DRAFT,
    DraftView,
    "Satu rancangan. Tahapnya, tenggat dengan dasar hukumnya, versi, dan yang masih terbuka.",
)
def show_draft(request: Ask, draft: Draft) -> DraftView:
    return _view(standing(request.desk, draft))


@reads(
    router,
    f"{DRAFT}/history",
    list[HistoryEntry],
    "Riwayat rancangan. Semua catatan dari yang pertama; kata-kata yang disembunyikan tidak ikut.",
)
def show_history(request: Ask, draft: Draft) -> list[HistoryEntry]:
    entries = history(request.desk, draft)
    hidden = hidden_comments(entries)
    return [
        HistoryEntry(
            seq=entry.seq,
            hash=entry.hash,
            receipt=entry.receipt,
            sentence=shown_sentence(entry.act.fact, hidden),
            fact=cast(e.AnyFact, shown_fact(entry.act.fact, hidden)),
            at=entry.act.at,
            by=who(request.who.village, entry.act.by),
        )
        for entry in entries
    ]


def _row(row: RegisterRow) -> Row:
    return Row(**{name: getattr(row, name) for name in Row.model_fields})


def _view(found: Standing) -> DraftView:
    draft, village = found.case.draft, found.case.village
    return DraftView(
        draft=draft.id,
        title=draft.title,
        jenis=draft.jenis,
        asal=draft.asal,
        prakarsa=draft.prakarsa,
        state=draft.state,
        state_label=found.state_label,
        since=draft.entered,
        due=[
            Due(what=due.what, who=list(due.who), date=due.date, law=due.law, estimated=due.estimated)
            for due in found.due
        ],
        proposals=[view.transition.id for view in found.proposals],
        versions=[
            VersionRow(
                version=one.number,
                by=who(village, one.by),
                **{name: getattr(one, name) for name in _COPIED},
            )
            for one in draft.versions
        ],
        open_comments=[
            OpenComment(
                comment=one.number,
                version=one.version,
                address=one.address,
                text=hidden_words(one) or one.text,
                answered=one.answer is not None,
            )
            for one in found.open_comments
        ],
        open_suggestions=[one.number for one in draft.open_suggestions],
    )


_COPIED = ("docx_sha256", "text_sha256", "file_name", "pasal", "open_revisions", "state", "note")
