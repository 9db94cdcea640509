"""perdes comment, reply, answer, resolve, retract, hide."""

import click

from perdes_flow.cli.answers import answering
from perdes_flow.cli.receipts import say_receipts, say_written
from perdes_flow.cli.session import desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.values import AnswerOutcome, Weight
from perdes_flow.use_cases import reviewing, suggesting


@click.command(
    help="Beri catatan, misalnya: perdes comment pelindungan-pmi “Pasal 5 ayat (2)” “Mengapa 3 hari?” --as …; alamat Naskah: seluruh rancangan"
)
@click.argument("draft")
@click.argument("alamat")
@click.argument("teks")
@click.option("--kutipan", default="", help="Kata-kata naskah yang dimaksud.")
@click.option("--bobot", type=click.Choice(["penting", "biasa"]), default="penting", show_default=True)
@answering
def comment(settings: Settings, draft: str, alamat: str, teks: str, kutipan: str, bobot: Weight) -> None:
    written = reviewing.open_comment(
        desk(settings), draft, address=alamat, text=teks, quote=kutipan, weight=bobot, by=who(settings)
    )
    say_receipts(written, settings)


@click.command(help="Tanggapi catatan.")
@click.argument("draft")
@click.argument("nomor", type=int)
@click.argument("teks")
@answering
def reply(settings: Settings, draft: str, nomor: int, teks: str) -> None:
    written = reviewing.reply_to_comment(desk(settings), draft, nomor, text=teks, by=who(settings))
    say_receipts(written, settings)


@click.command(help="Jawab catatan: diterima, sebagian, atau ditolak, dengan alasan.")
@click.argument("draft")
@click.argument("nomor", type=int)
@click.argument("hasil", type=click.Choice(["diterima", "sebagian", "ditolak"]))
@click.argument("alasan")
@answering
def answer(settings: Settings, draft: str, nomor: int, hasil: AnswerOutcome, alasan: str) -> None:
    written = reviewing.answer_comment(
        desk(settings), draft, nomor, outcome=hasil, reason=alasan, by=who(settings)
    )
    say_written(written, settings)


@click.command(help="Nyatakan catatan selesai, atau buka kembali dengan alasannya.")
@click.argument("draft")
@click.argument("nomor", type=int)
@click.option("--reopen", "reason", metavar="ALASAN", help="Buka kembali.")
@answering
def resolve(settings: Settings, draft: str, nomor: int, reason: str | None) -> None:
    at, by = desk(settings), who(settings)
    written = (
        reviewing.reopen_comment(at, draft, nomor, reason=reason, by=by)
        if reason
        else reviewing.resolve_comment(at, draft, nomor, by=by)
    )
    say_written(written, settings)


@click.command(
    help="Tarik catatan (atau usul) sendiri, selama tahapnya belum berganti; tetap terbaca dan terhitung."
)
@click.argument("draft")
@click.argument("nomor", type=int)
@click.option("--alasan", required=True)
@click.option("--usul", is_flag=True, help="Nomor itu nomor usul.")
@answering
def retract(settings: Settings, draft: str, nomor: int, alasan: str, usul: bool) -> None:
    act = suggesting.withdraw_suggestion if usul else reviewing.withdraw_comment
    written = act(desk(settings), draft, nomor, reason=alasan, by=who(settings))
    say_written(written, settings)


@click.command(
    help="Sembunyikan kata-kata catatan (hinaan, data pribadi); tetap terhitung dan tetap harus dijawab."
)
@click.argument("draft")
@click.argument("nomor", type=int)
@click.option("--alasan", required=True)
@answering
def hide(settings: Settings, draft: str, nomor: int, alasan: str) -> None:
    written = reviewing.hide_comment(desk(settings), draft, nomor, reason=alasan, by=who(settings))
    say_written(written, settings)
