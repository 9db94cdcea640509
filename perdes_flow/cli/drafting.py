"""perdes start, submit, file."""

from pathlib import Path

import click

from perdes_flow.cli.answers import answering
from perdes_flow.cli.paths import read_input
from perdes_flow.cli.receipts import say_written
from perdes_flow.cli.session import desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.values import Asal, Jenis, Prakarsa
from perdes_flow.domain.words import ASAL, JENIS
from perdes_flow.use_cases import drafting


@click.command(
    help="Mulai rancangan baru, misalnya: perdes start pelindungan-pmi --judul “Pelindungan …” --as sekdes"
)
@click.argument("draft")
@click.option("--judul", required=True)
@click.option("--alur", default="perdes", show_default=True, help="Nama berkas alur di folder workflows.")
@click.option("--jenis", type=click.Choice(list(JENIS)), default="umum", show_default=True)
@click.option(
    "--asal",
    type=click.Choice(list(ASAL)),
    default="pemdes",
    show_default=True,
    help="Siapa yang menulis naskah.",
)
@click.option("--prakarsa", type=click.Choice(["pemdes", "bpd"]), default="pemdes", show_default=True)
@answering
def start(
    settings: Settings, draft: str, judul: str, alur: str, jenis: Jenis, asal: Asal, prakarsa: Prakarsa
) -> None:
    written = drafting.start_draft(
        desk(settings),
        draft,
        title=judul,
        workflow=alur,
        jenis=jenis,
        asal=asal,
        prakarsa=prakarsa,
        by=who(settings),
    )
    say_written(written, settings)


@click.command(help="Serahkan berkas Word sebagai versi berikutnya.")
@click.argument("draft")
@click.argument("berkas")
@click.option("--ket", default="", help="Keterangan singkat.")
@answering
def submit(settings: Settings, draft: str, berkas: str, ket: str) -> None:
    docx, name = read_input(berkas), Path(berkas).name
    written = drafting.submit_version(desk(settings), draft, docx, file_name=name, by=who(settings), note=ket)
    say_written(written, settings)


@click.command("file", help="Simpan dokumen resmi (pindaian atau Word) pada rancangan.")
@click.argument("draft")
@click.argument("jenis")
@click.argument("berkas")
@click.option("--nomor", default="")
@answering
def file(settings: Settings, draft: str, jenis: str, berkas: str, nomor: str) -> None:
    data, suffix = read_input(berkas), Path(berkas).suffix.lower() or ".bin"
    written = drafting.file_document(
        desk(settings), draft, jenis, data, suffix=suffix, nomor=nomor, by=who(settings)
    )
    say_written(written, settings)
