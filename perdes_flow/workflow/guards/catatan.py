"""Guards on what people said: whether there is something to revise for, whether all was answered, whether enough is settled.

A suggested wording that nobody has decided on counts like a comment that waits for its answer.
"""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field

from perdes_flow.domain.comments import Comment
from perdes_flow.domain.suggestions import Suggestion
from perdes_flow.domain.words import all_of
from perdes_flow.workflow.guards.registry import Args, NoArgs, guard
from perdes_flow.workflow.guards.situation import Situation

_MAX_NAMED = 10


class OpenComments(Args):
    """At most `max` comments of that weight may be open; "semua": of any weight. Suggestions are always "penting"."""

    max: Annotated[int, Field(ge=0, le=1000)]
    tingkat: Literal["penting", "biasa", "semua"]

    def weaker_than(self, other: Self) -> bool:
        return self != other and self.max >= other.max and other.tingkat in (self.tingkat, "semua")


@guard(NoArgs)
def ada_komentar_terbuka(situation: Situation, args: NoArgs) -> str | None:
    """There is something to revise for."""
    if situation.draft.open_comments or situation.draft.open_suggestions:
        return None
    return "Belum ada catatan yang terbuka, sehingga tidak ada yang harus diperbaiki. Tulis catatan pada Pasal yang dimaksud."


@guard(NoArgs)
def semua_komentar_dijawab(situation: Situation, args: NoArgs) -> str | None:
    """Every open comment has its answer, every suggestion its decision."""
    waiting, undecided = situation.draft.unanswered_comments, situation.draft.open_suggestions
    said = []
    if waiting:
        said.append(
            f"{len(waiting)} catatan belum dijawab ({_numbers(waiting)}). Jawab setiap catatan: diterima, sebagian, atau ditolak dengan alasan."
        )
    if undecided:
        said.append(
            f"{len(undecided)} usul belum diputuskan ({_numbers(undecided)}). Ambil alih setiap usul, atau tolak dengan alasan."
        )
    return " ".join(said) or None


@guard(OpenComments)
def komentar_terbuka(situation: Situation, args: OpenComments) -> str | None:
    """Not more comments and suggestions are open than may be."""
    found = [c for c in situation.draft.open_comments if args.tingkat in ("semua", c.weight)]
    undecided = situation.draft.open_suggestions if args.tingkat in ("semua", "penting") else ()
    if len(found) + len(undecided) <= args.max:
        return None
    weight = "" if args.tingkat == "semua" else f" {args.tingkat}"
    limit = f"; paling banyak {args.max}" if args.max else ""
    said = []
    if found:
        said.append(
            f"{len(found)} catatan{weight} masih terbuka ({_numbers(found)}){limit}. Jawab dan selesaikan catatan itu."
        )
    if undecided:
        said.append(
            f"{len(undecided)} usul belum diputuskan ({_numbers(undecided)}). Ambil alih setiap usul, atau tolak dengan alasan."
        )
    return " ".join(said)


def _numbers(said: Iterable[Comment | Suggestion]) -> str:
    numbers = [f"no. {one.number}" for one in said]
    more = len(numbers) - _MAX_NAMED
    return all_of(numbers) if more <= 0 else f"{', '.join(numbers[:_MAX_NAMED])}, dan {more} lagi"
