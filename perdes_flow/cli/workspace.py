"""perdes init."""

import click

from perdes_flow.bootstrap.workspace import create_workspace
from perdes_flow.cli.answers import answering, say
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import ValueUnfit


@click.command("init", help="Buat folder kerja baru dengan alur Permendagri 111/2014 di dalamnya.")
@click.argument("folder")
@answering
def init(settings: Settings, folder: str) -> None:
    if not folder.strip():
        raise ValueUnfit("Folder kerja", "", "sebutkan foldernya, misalnya `perdes init kerja`")
    with create_workspace(folder) as workspace:
        say(f"Folder kerja siap di {workspace.home}. Berikutnya: perdes desa add … --home {folder}")
