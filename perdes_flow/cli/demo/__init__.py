"""perdes demo: the whole procedure on the sample draft, in a folder that is left for people to look at."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.demo.play import Played, leave_behind, play
from perdes_flow.cli.demo.stage import built_beside
from perdes_flow.cli.settings import Settings
from perdes_flow.domain import events as e
from perdes_flow.domain.local_time import hari_tanggal
from perdes_flow.domain.words import OFFICES
from perdes_flow.messages.facts import fact_sentence


@click.command(
    help="Perlihatkan satu rancangan melalui seluruh prosedur, sampai Berlaku, dalam FOLDER yang ditinggalkan untuk dilihat."
)
@click.argument("folder", default="contoh-perdes")
@click.option(
    "--serve",
    "then_serve",
    is_flag=True,
    help="Sesudahnya buka halaman webnya, dengan satu tautan masuk untuk setiap orang.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Nomor pintu untuk --serve.",
)
@answering
def demo(settings: Settings, folder: str, then_serve: bool, port: int) -> None:
    # the sample village must never come into the log of a real office, which keeps it for good
    os.environ.pop("PERDES_DATABASE_URL", None)
    scenes = []
    with built_beside(Path(folder)) as building:
        for played in play(building):
            scenes.append(played)
            if not settings.as_json:
                _say_scene(played)
        left = leave_behind(building)
    if settings.as_json:
        say_json({"scenes": [played.as_json() for played in scenes], "files": left})
        return
    say(f"\nSelesai: rancangan itu kini berstatus {scenes[-1].state_label}. Yang ditinggalkan di {folder}:")
    for what, path in left.items():
        say(f"  {what}: {path}")
    say(f"Periksa sendiri: perdes verify --home {folder}")
    receipt = next(
        x.receipt for played in scenes for x in played.entries if isinstance(x.act.fact, _RECEIPTS)
    )
    say(f"Periksa satu tanda terima: perdes receipt {receipt} --home {folder}")
    if then_serve:
        _serve(folder, port)


def _serve(folder: str, port: int) -> None:
    """In a process of its own: Django took the settings of a command line here, and takes them only once."""
    command = (
        sys.executable,
        "-m",
        "perdes_flow",
        "serve",
        "--home",
        folder,
        "--port",
        str(port),
        "--tautan",
    )
    sys.stdout.flush()
    with suppress(KeyboardInterrupt):
        sys.exit(subprocess.call(command))


_RECEIPTS = (e.CommentOpened, e.CommentReceived, e.SuggestionMade)


def _say_scene(played: Played) -> None:
    scene = played.scene
    say(f"\n{hari_tanggal(played.today)} · {scene.title}")
    if played.refusal:
        say("  DITOLAK. " + played.refusal.replace("\n", "\n  "))
        return
    for entry in played.entries:
        act = entry.act
        say(
            f"  {OFFICES[act.by.role]}: {fact_sentence(act.fact)} (catatan no. {entry.seq}, {entry.hash[:8]})"
        )
        if isinstance(act.fact, _RECEIPTS):
            say(f"    Tanda terima {entry.receipt}.")
        if isinstance(act.fact, e.StepTaken):
            say(f"    Dasar: {'; '.join(act.fact.law)}.")
            if act.fact.due:
                say(f"    Tenggat tahap ini: {hari_tanggal(act.fact.due)}.")
