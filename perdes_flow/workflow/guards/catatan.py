"""Guards on comments: whether there are any to revise for, whether all were answered, whether enough are settled."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from perdes_flow.domain.comments import Comment
from perdes_flow.domain.words import all_of
from perdes_flow.workflow.guards.registry import Args, NoArgs, guard
from perdes_flow.workflow.guards.situation import Situation

_MAX_NAMED = 10


class OpenComments(Args):
    """At most `max` comments of that weight may be open; "semua": of any weight."""

    max: Annotated[int, Field(ge=0, le=1000)]
    tingkat: Literal["penting", "biasa", "semua"]


@guard(NoArgs)
def ada_komentar_terbuka(situation: Situation, args: NoArgs) -> str | None:
    """There is something to revise for."""
    if situation.draft.open_comments:
        return None
    return "Belum ada catatan yang terbuka, sehingga tidak ada yang harus diperbaiki. Tulis catatan pada Pasal yang dimaksud."


@guard(NoArgs)
def semua_komentar_dijawab(situation: Situation, args: NoArgs) -> str | None:
    """Every open comment has its answer."""
    waiting = [comment for comment in situation.draft.open_comments if comment.answer is None]
    if not waiting:
        return None
    return f"{len(waiting)} catatan belum dijawab ({_numbers(waiting)}). Jawab setiap catatan: diterima, sebagian, atau ditolak dengan alasan."


@guard(OpenComments)
def komentar_terbuka(situation: Situation, args: OpenComments) -> str | None:
    """Not more comments are open than may be."""
    found = [c for c in situation.draft.open_comments if args.tingkat in ("semua", c.weight)]
    if len(found) <= args.max:
        return None
    weight = "" if args.tingkat == "semua" else f" {args.tingkat}"
    limit = f"; paling banyak {args.max}" if args.max else ""
    return f"{len(found)} catatan{weight} masih terbuka ({_numbers(found)}){limit}. Jawab dan selesaikan catatan itu."


def _numbers(comments: Iterable[Comment]) -> str:
    numbers = [f"no. {comment.number}" for comment in comments]
    more = len(numbers) - _MAX_NAMED
    return all_of(numbers) if more <= 0 else f"{', '.join(numbers[:_MAX_NAMED])}, dan {more} lagi"
