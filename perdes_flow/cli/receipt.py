"""perdes receipt: what stands behind a receipt, and what has become of it."""

from dataclasses import dataclass

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.session import desk
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.local_time import local_time_text
from perdes_flow.domain.suggestions import Suggestion
from perdes_flow.messages.suggestions import standing_of
from perdes_flow.messages.threads import condition_of, shown_sentence
from perdes_flow.use_cases.receipts import Found, find_receipt
from perdes_flow.use_cases.signing import signature


@click.command(help="Periksa tanda terima, misalnya: perdes receipt 31-7F3A9C1E")
@click.argument("kode")
@answering
def receipt(settings: Settings, kode: str) -> None:
    found = find_receipt(desk(settings), kode)
    if settings.as_json:
        say_json(_json(found))
        return
    act = found.entry.act
    when = local_time_text(act.at, found.village.zone)
    say(f"Tanda terima {found.entry.receipt} cocok: catatan no. {found.entry.seq}, {when}.")
    say(f"Oleh {signature(found.village, act.by)}: {_sentence(found)}")
    if condition := _condition(found):
        say(f"Keadaan sekarang: {condition}.")


def _sentence(found: Found) -> str:
    hidden = frozenset({found.comment.number}) if found.comment and found.comment.hidden else frozenset()
    return shown_sentence(found.entry.act.fact, hidden)


def _condition(found: Found) -> str:
    if found.comment:
        reason = f": {found.comment.answer.reason}" if found.comment.answer else ""
        return f"{condition_of(found.comment)}{reason}".rstrip(".")
    if found.suggestion:
        return standing_of(Undecided(found.suggestion)).rstrip(".")
    return ""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A suggestion as the record alone knows it: whether it still fits is not looked at here."""

    suggestion: Suggestion
    fitted: None = None
    rivals: tuple[int, ...] = ()


def _json(found: Found) -> dict[str, object]:
    act = found.entry.act
    return {
        "receipt": found.entry.receipt,
        "seq": found.entry.seq,
        "hash": found.entry.hash,
        "at": act.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "draft": act.draft,
        "author": signature(found.village, act.by),
        "sentence": _sentence(found),
        "condition": _condition(found),
    }
