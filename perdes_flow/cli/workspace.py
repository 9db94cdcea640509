"""perdes init."""

from pathlib import Path

import click

from perdes_flow import bootstrap
from perdes_flow.cli.answers import answering, say
from perdes_flow.cli.settings import Settings


@click.command("init", help="Buat folder kerja baru dengan alur Permendagri 111/2014 di dalamnya.")
@click.argument("folder")
@answering
def init(settings: Settings, folder: str) -> None:
    workspace = bootstrap.init_workspace(Path(folder))
    say(f"Folder kerja siap di {workspace.home}. Berikutnya: perdes desa add --home {folder} …")
