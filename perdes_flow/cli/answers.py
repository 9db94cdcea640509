"""How a command answers: sentences for people, JSON for programs, a refusal with exit code 1."""

import json
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, NoReturn, TypeVar

import click

from perdes_flow.cli.settings import Settings, common_options
from perdes_flow.errors import Refusal, StepRefused
from perdes_flow.messages.facts import fact_sentence
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.ports import Entry

F = TypeVar("F", bound=Callable[..., Any])


def answering(command: Callable[..., Any]) -> Callable[..., Any]:
    """A command's function gets `settings` first; what it refuses is said in one sentence."""

    @common_options
    @click.pass_context
    @wraps(command)
    def answered(ctx: click.Context, /, **given: Any) -> Any:
        said = Settings.of(
            {name: given.pop(name) for name in ("home", "desa", "person", "now", "key", "as_json")}
        )
        settings = said.over(ctx.find_root().obj or Settings())
        try:
            return command(settings, **given)
        except Refusal as refusal:
            refuse(refusal, settings)

    return answered


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


def say(text: str) -> None:
    """A line for the person."""
    click.echo(text)


def say_json(value: Any) -> None:
    """A value for a program: sorted keys, so that the same answer has the same bytes."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True))


def say_written(entries: Iterable[Entry], settings: Settings) -> None:
    """What was written: a sentence for each entry, with its number and the first digits of its hash."""
    written = list(entries)
    if settings.as_json:
        say_json([{"seq": x.seq, "hash": x.hash, **x.act.fact.model_dump(mode="json")} for x in written])
        return
    for entry in written:
        say(f"{fact_sentence(entry.act.fact)} (catatan no. {entry.seq}, {entry.hash[:8]})")


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """A table no wider than 100 columns, without colours when it goes into a pipe."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    shown = Table(*head, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        shown.add_row(*row)
    console = Console(
        width=min(100, Console().width) if sys.stdout.isatty() else 100, highlight=False, markup=False
    )
    console.print(shown)
