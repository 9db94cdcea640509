"""perdes akn: a Word file as Akoma Ntoso, without a workspace."""

import re

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.paths import read_input, write_output
from perdes_flow.cli.session import day
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import ValueUnfit
from perdes_flow.legal.parser import parse
from perdes_flow.publication.akn import identity_of, write_akn
from perdes_flow.word.gate import admit
from perdes_flow.word.reader import read

_HELP = """Ubah naskah menjadi Akoma Ntoso (XML peraturan), sah menurut skema OASIS 3.0.

Desa, nomor, dan tanggal dibaca dari naskah; yang masih kosong di sana disebut dengan pilihan ini."""

_YEAR = re.compile("[1-9][0-9]{3}")


@click.command(help=_HELP)
@click.argument("berkas")
@click.option("-o", "--out", required=True, metavar="BERKAS", help="Berkas XML yang ditulis.")
@click.option("--kecamatan", metavar="NAMA", help="Kecamatan desa itu.")
@click.option("--kabupaten", metavar="NAMA", help="Kabupaten atau kota desa itu.")
@click.option("--nomor", metavar="NOMOR", help="Nomor peraturan.")
@click.option("--tahun", metavar="TAHUN", help="Tahun peraturan.")
@click.option("--ditetapkan", metavar="TANGGAL", help="Tanggal penetapan, misalnya 2026-11-24.")
@click.option("--diundangkan", metavar="TANGGAL", help="Tanggal pengundangan.")
@answering
def akn(
    settings: Settings,
    berkas: str,
    out: str,
    ditetapkan: str | None,
    diundangkan: str | None,
    **told: str | None,
) -> None:
    if (tahun := told["tahun"]) and not _YEAR.fullmatch(tahun):
        raise ValueUnfit("Tahun", tahun, "tulis empat angka, misalnya 2026")
    naskah = parse(read(admit(read_input(berkas))))
    days = {
        "ditetapkan": day(ditetapkan, "Tanggal penetapan"),
        "diundangkan": day(diundangkan, "Tanggal pengundangan"),
    }
    identity = identity_of(naskah, desa=settings.desa, **told, **days)
    write_output(out, write_akn(naskah, identity))
    if settings.as_json:
        say_json({"uri": identity.expression, "pasal": len(naskah.all_pasal()), "out": out})
    else:
        say(f"Akoma Ntoso ditulis ke {out}: {len(naskah.all_pasal())} Pasal, alamat {identity.expression}.")
