"""perdes paper."""

import click

from perdes_flow.cli.answers import answering
from perdes_flow.cli.receipts import say_written
from perdes_flow.cli.session import desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.use_cases import issuing


@click.command(
    help="Terbitkan dokumen resmi dari catatan, misalnya: perdes paper pelindungan-pmi undangan --nomor 3/BPD/2026"
)
@click.argument("draft")
@click.argument("jenis")
@click.option("--nomor", default="")
@answering
def paper(settings: Settings, draft: str, jenis: str, nomor: str) -> None:
    say_written(issuing.issue_paper(desk(settings), draft, jenis, nomor=nomor, by=who(settings)), settings)
