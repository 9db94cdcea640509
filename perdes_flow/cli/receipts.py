"""What was written, and what was refused, said to the person or the program that asked."""

import sys
from collections.abc import Iterable
from typing import NoReturn

import click

from perdes_flow.cli.answers import say, say_json
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import Refusal, StepRefused
from perdes_flow.messages.facts import fact_sentence
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.ports import Entry


def say_written(entries: Iterable[Entry], settings: Settings) -> None:
    """What was written: a sentence for each entry, with its number and the first digits of its hash."""
    written = list(entries)
    if settings.as_json:
        say_json(
            [
                {"seq": x.seq, "hash": x.hash, "receipt": x.receipt, **x.act.fact.model_dump(mode="json")}
                for x in written
            ]
        )
        return
    for entry in written:
        say(f"{fact_sentence(entry.act.fact)} (catatan no. {entry.seq}, {entry.hash[:8]})")


def say_receipts(entries: Iterable[Entry], settings: Settings) -> None:
    """The same, and for the author of what others will answer: a code to keep, with which it is found again."""
    written = list(entries)
    say_written(written, settings)
    if not settings.as_json:
        codes = ", ".join(entry.receipt for entry in written)
        say(f"Tanda terima Anda: {codes}. Simpan; periksa kapan saja dengan `perdes receipt`.")


def refuse(refusal: Refusal, settings: Settings) -> NoReturn:
    """Say why, and end with exit code 1."""
    sentence = refusal_sentence(refusal)
    if settings.as_json:
        missing = refusal.missing if isinstance(refusal, StepRefused) else ()
        say_json(
            {
                "code": refusal.code,
                "message": sentence,
                "missing": [{"code": m.code, "message": m.sentence, "law": m.law} for m in missing],
            }
        )
    click.echo(sentence, err=True)
    sys.exit(1)
