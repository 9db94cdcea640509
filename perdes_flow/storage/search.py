"""Search in the register: a draft is found by the beginnings of its words, along an index where these are rare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db import connections

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perdes_flow.domain.values import DraftId, VillageId
    from perdes_flow.storage.transactions import Statements

FEW = (
    200  # drafts that are looked at one by one; a word that more of them have is soon met in the list itself
)
_LONGEST = 60
_WORD = re.compile(r"\w+")
_PREFIX = "word{0} >= %s AND word{0} < %s"
_BEHIND_ALL = "\U0010ffff"  # behind every letter, in the order of bytes


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, each once, as they are searched for."""
    return tuple(dict.fromkeys(word[:_LONGEST] for word in _WORD.findall(text.replace("\0", "").casefold())))


def search_text(words: Iterable[str]) -> str:
    """Words so that each begins behind a blank."""
    return "".join(f" {word}" for word in words)


def write_words(statements: Statements, village: VillageId, draft: DraftId, text: str) -> None:
    """Put a draft's words in, or in the place of its old ones; before its row is written, which tells whether they changed."""
    sql = "SELECT search FROM perdes_register WHERE village = %s AND draft = %s"
    if statements.first(sql, [village, draft]) == (text,):
        return
    statements.run("DELETE FROM perdes_search_word WHERE village = %s AND draft = %s", [village, draft])
    if words := text.split():
        marks = ", ".join(["(%s, %s, %s)"] * len(words))
        values = [value for word in words for value in (village, word, draft)]
        statements.run(f"INSERT INTO perdes_search_word (village, word, draft) VALUES {marks}", values)


def few_with(using: str, village: VillageId, words: Iterable[str]) -> tuple[DraftId, ...] | None:
    """The drafts with the rarest of the words, if they are few; None where every word is common."""
    connection = connections[using]
    order = ' COLLATE "C"' if connection.vendor == "postgresql" else ""  # SQLite compares bytes anyway
    sql = (
        "SELECT DISTINCT draft FROM perdes_search_word"
        f" WHERE village = %s AND {_PREFIX.format(order)} LIMIT {FEW + 1}"
    )
    with connection.cursor() as cursor:
        for word in words:
            cursor.execute(sql, [village, word, word + _BEHIND_ALL])
            found = tuple(str(draft) for (draft,) in cursor.fetchall())
            if len(found) <= FEW:
                return found
    return None
