"""perdes init."""

import click

from perdes_flow.bootstrap.workspace import create_workspace
from perdes_flow.cli.answers import answering, say
from perdes_flow.cli.settings import Settings


@click.command("init", help="Buat folder kerja baru dengan alur Permendagri 111/2014 di dalamnya.")
@click.argument("folder")
@answering
def init(settings: Settings, folder: str) -> None:
    with create_workspace(folder) as workspace:
        say(f"Folder kerja siap di {workspace.home}. Berikutnya: perdes desa add … --home {folder}")
