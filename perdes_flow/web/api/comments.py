"""Comments: opened on words of a version, replied to, answered, resolved, set aside in the open."""

from ninja import Router
from pydantic import BaseModel

from perdes_flow.domain.comments import Comment
from perdes_flow.domain.values import AnswerOutcome, Label, Text, Weight
from perdes_flow.domain.village import Village
from perdes_flow.messages.threads import condition_of, hidden_words
from perdes_flow.use_cases import reviewing
from perdes_flow.use_cases.threads import Thread, threads
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.answers import Entered, entered
from perdes_flow.web.api.operations import DRAFT, Count, Draft, Instant, Said, Who, acts, reads, who

router = Router()
_COMMENTS = f"{DRAFT}/comments"
_ONE = f"{_COMMENTS}/{{int:comment}}"


class NewComment(Said):
    """`address`: "Pasal 5 ayat (2)" or "Naskah"; `quote`: words that stand there."""

    address: Label
    text: Text
    quote: str = ""
    weight: Weight = "penting"


class Reply(Said):
    text: Text


class Answer(Said):
    outcome: AnswerOutcome
    reason: Text


class Because(Said):
    reason: Text


class ReplyView(BaseModel):
    by: Who
    at: Instant
    text: str


class AnswerView(BaseModel):
    by: Who
    outcome: AnswerOutcome
    reason: str


class AsideView(BaseModel):
    """Taken back by its author, or hidden by an official."""

    by: Who
    kind: str
    reason: str


class Now(BaseModel):
    """Where a comment on an older version stands on the latest one."""

    status: str
    address: str


class ThreadView(BaseModel):
    comment: int
    version: int
    address: str
    quote: str
    text: str
    weight: Weight
    by: Who
    at: Instant
    open: bool
    condition: str
    replies: list[ReplyView]
    answer: AnswerView | None
    aside: AsideView | None
    now: Now | None
    receipt: str


@reads(
    router,
    _COMMENTS,
    list[ThreadView],
    "Semua catatan. Tanggapan, jawaban, keadaan, tempatnya pada versi terakhir, dan tanda terimanya.",
)
def list_comments(request: Ask, draft: Draft) -> list[ThreadView]:
    found = threads(request.desk, draft)
    return [_thread(thread, found.case.village) for thread in found.threads]


@acts(
    router,
    _COMMENTS,
    "Beri catatan pada versi terakhir. Pada sebuah pasal atau ayat, atau pada naskah seluruhnya.",
)
def open_comment(request: Ask, draft: Draft, said: NewComment) -> list[Entered]:
    by = request.who.person.id
    return entered(reviewing.open_comment(request.desk, draft, **said.model_dump(), by=by))


@acts(router, f"{_ONE}/reply", "Tanggapi catatan. Siapa pun yang boleh memberi catatan.")
def reply(request: Ask, draft: Draft, comment: Count, said: Reply) -> list[Entered]:
    by = request.who.person.id
    return entered(reviewing.reply_to_comment(request.desk, draft, comment, text=said.text, by=by))


@acts(router, f"{_ONE}/answer", "Jawab catatan. Diterima, sebagian, atau ditolak, dengan alasan.")
def answer(request: Ask, draft: Draft, comment: Count, said: Answer) -> list[Entered]:
    by = request.who.person.id
    return entered(reviewing.answer_comment(request.desk, draft, comment, **said.model_dump(), by=by))


@acts(router, f"{_ONE}/resolve", "Nyatakan catatan selesai. Sesudah dijawab.")
def resolve(request: Ask, draft: Draft, comment: Count) -> list[Entered]:
    return entered(reviewing.resolve_comment(request.desk, draft, comment, by=request.who.person.id))


@acts(router, f"{_ONE}/reopen", "Buka kembali catatan yang selesai. Lalu perlu jawaban baru.")
def reopen(request: Ask, draft: Draft, comment: Count, said: Because) -> list[Entered]:
    by = request.who.person.id
    return entered(reviewing.reopen_comment(request.desk, draft, comment, reason=said.reason, by=by))


@acts(router, f"{_ONE}/withdraw", "Tarik catatan sendiri. Tetap terbaca dan terhitung.")
def withdraw(request: Ask, draft: Draft, comment: Count, said: Because) -> list[Entered]:
    by = request.who.person.id
    return entered(reviewing.withdraw_comment(request.desk, draft, comment, reason=said.reason, by=by))


@acts(router, f"{_ONE}/hide", "Sembunyikan kata-kata catatan. Tetap terhitung, dan tetap menunggu jawaban.")
def hide(request: Ask, draft: Draft, comment: Count, said: Because) -> list[Entered]:
    by = request.who.person.id
    return entered(reviewing.hide_comment(request.desk, draft, comment, reason=said.reason, by=by))


def _thread(thread: Thread, village: Village) -> ThreadView:
    comment, masked = thread.comment, hidden_words(thread.comment)
    return ThreadView(
        comment=comment.number,
        version=comment.version,
        address=comment.address,
        quote="" if masked else comment.quote,
        text=masked or comment.text,
        weight=comment.weight,
        by=who(village, comment.by),
        at=comment.at,
        open=comment.open,
        condition=condition_of(comment),
        replies=[
            ReplyView(by=who(village, one.by), at=one.at, text=masked or one.text) for one in comment.replies
        ],
        answer=_answer(comment, village),
        aside=_aside(comment, village),
        now=thread.carried
        and Now(status=thread.carried.placement.status, address=thread.carried.placement.address),
        receipt=thread.receipt,
    )


def _answer(comment: Comment, village: Village) -> AnswerView | None:
    said = comment.answer
    return said and AnswerView(by=who(village, said.by), outcome=said.outcome, reason=said.reason)


def _aside(comment: Comment, village: Village) -> AsideView | None:
    said = comment.aside
    return said and AsideView(by=who(village, said.by), kind=said.kind, reason=said.reason)
