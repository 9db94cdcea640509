"""How a command answers: sentences for people, JSON for programs, a refusal with exit code 1."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

import click

from perdes_flow.cli.settings import Settings, common_options
from perdes_flow.errors import Refusal, ValueUnfit

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
            from perdes_flow.cli.receipts import refuse  # sentences are loaded when there is something to say

            refuse(refusal, settings)
        except UnicodeEncodeError as error:  # bytes that are no text, typed where nothing but text can be
            from perdes_flow.cli.receipts import refuse

            refuse(ValueUnfit("Ketikan", error.object[:60], "ketik ulang dengan huruf biasa"), settings)

    return answered


def say(text: str) -> None:
    """A line for the person."""
    click.echo(text)


def say_json(value: Any) -> None:
    """A value for a program: sorted keys, so that the same answer has the same bytes."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True))


@contextmanager
def working(on: str) -> Iterator[None]:
    """Show on a terminal that something takes a while; nothing at all in a pipe."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{on} …"):
        yield


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
