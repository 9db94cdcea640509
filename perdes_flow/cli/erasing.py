"""perdes erase: personal words, for good."""

import click

from perdes_flow.cli.answers import answering, say
from perdes_flow.cli.receipts import say_written
from perdes_flow.cli.session import desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.use_cases import erasing


@click.command(
    help="Hapus untuk selamanya kata-kata sebuah catatan yang sudah disembunyikan dan selesai (`perdes erase RANCANGAN 2`), "
    "atau nama dan kontak orang yang tidak menjabat lagi (`perdes erase --orang NAMA`). Rantai catatan tetap utuh."
)
@click.argument("draft", required=False, metavar="[RANCANGAN]")
@click.argument("nomor", type=int, required=False)
@click.option("--orang", metavar="NAMA", help="Orang yang datanya dihapus, bukan catatan.")
@click.option("--alasan", required=True, help="Mengapa; tercatat untuk selamanya, jadi tanpa data pribadi.")
@answering
def erase(settings: Settings, draft: str | None, nomor: int | None, orang: str | None, alasan: str) -> None:
    if (orang is None) == (draft is None or nomor is None) or (orang and draft):
        raise click.UsageError("Sebutkan rancangan dan nomor catatannya, atau --orang NAMA.")
    if orang:
        written = erasing.erase_person(desk(settings), orang, reason=alasan, by=who(settings))
    else:
        written = erasing.erase_comment(
            desk(settings), draft or "", nomor or 0, reason=alasan, by=who(settings)
        )
    say_written(written, settings)
    if not settings.as_json:
        say(
            "Yang masih memuatnya dan perlu Anda hapus sendiri: cadangan lama (buat yang baru dengan `perdes backup`), "
            "kertas dan dokumen yang sudah terbit, dan berkas Word yang pernah diterima atau dikirim."
        )
