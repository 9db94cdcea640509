"""perdes steps, step, withdraw, consent, migrate."""

from pathlib import Path

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.paths import read_input
from perdes_flow.cli.receipts import say_written
from perdes_flow.cli.session import day, desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import ValueUnfit
from perdes_flow.messages.refusals import lacking_sentence
from perdes_flow.use_cases import enacting, reading
from perdes_flow.use_cases.enacting import Paper
from perdes_flow.use_cases.legal_acts import Particulars


@click.command(help="Langkah yang terbuka dari tahap ini, dengan syarat yang belum terpenuhi.")
@click.argument("draft")
@answering
def steps(settings: Settings, draft: str) -> None:
    views = reading.open_steps(desk(settings), draft, by=who(settings))
    if settings.as_json:
        say_json(
            [
                {
                    "step": view.transition.id,
                    "label": view.transition.title,
                    "to": view.transition.to,
                    "missing": [{"code": m.code, "message": m.sentence, "law": m.law} for m in view.missing],
                }
                for view in views
            ]
        )
        return
    for view in views:
        say(f"{view.transition.id}: {view.transition.title} → {view.transition.to}")
        for missing in view.missing:
            say(f"  - {lacking_sentence(missing)}")


@click.command(
    help="Lakukan satu langkah prosedur, misalnya: perdes step pelindungan-pmi sepakati --nomor 5/BPD/2023 --as ketua"
)
@click.argument("draft")
@click.argument("langkah")
@click.option(
    "--doc",
    "docs",
    multiple=True,
    metavar="JENIS=BERKAS",
    help="Dokumen yang diserahkan bersama langkah ini.",
)
@click.option("--nomor", default="", help="Nomor keputusan, surat, peraturan, atau Lembaran Desa.")
@click.option("--nomor-peraturan", default="", help="Nomor peraturan bila Kepala Desa tidak menandatangani.")
@click.option("--tanggal", help="Tanggal perbuatan (jika tidak: hari ini).")
@click.option("--alasan", default="")
@answering
def step(
    settings: Settings,
    draft: str,
    langkah: str,
    docs: tuple[str, ...],
    nomor: str,
    nomor_peraturan: str,
    tanggal: str | None,
    alasan: str,
) -> None:
    at = desk(settings)
    doubts = enacting.warnings(at, draft, langkah, by=who(settings))
    written = enacting.take_step(
        at,
        draft,
        langkah,
        by=who(settings),
        particulars=Particulars(nomor, day(tanggal), nomor_peraturan, alasan),
        papers=dict(_paper(text) for text in docs),
    )
    say_written(written, settings)
    for doubt in doubts:
        click.echo(f"Peringatan: {lacking_sentence(doubt)}", err=True)


@click.command(help="Tarik kembali rancangan; sesudah pembahasan pertama perlu persetujuan kedua pihak.")
@click.argument("draft")
@click.option("--alasan", required=True)
@click.option("--doc", "docs", multiple=True, metavar="JENIS=BERKAS")
@answering
def withdraw(settings: Settings, draft: str, alasan: str, docs: tuple[str, ...]) -> None:
    written = enacting.withdraw(
        desk(settings), draft, by=who(settings), reason=alasan, papers=dict(_paper(text) for text in docs)
    )
    say_written(written, settings)


@click.command(help="Beri persetujuan pihak Anda (Pemerintah Desa atau BPD) atas penarikan kembali.")
@click.argument("draft")
@click.option("--untuk", "to", default="tarik", show_default=True)
@answering
def consent(settings: Settings, draft: str, to: str) -> None:
    say_written(enacting.give_consent(desk(settings), draft, to, by=who(settings)), settings)


@click.command(help="Pindahkan rancangan ke alur versi baru, bila aman; dengan --plan hanya diperiksa.")
@click.argument("draft")
@click.option("--plan", "--rencana", "dry_run", is_flag=True, help="Periksa saja, tidak ada yang dicatat.")
@click.option("--alasan", default="")
@answering
def migrate(settings: Settings, draft: str, dry_run: bool, alasan: str) -> None:
    at = desk(settings)
    if not dry_run:
        if not alasan:
            raise ValueUnfit("Alasan", "", "sebutkan dengan --alasan, atau periksa dahulu dengan --plan")
        say_written(enacting.migrate(at, draft, reason=alasan, by=who(settings)), settings)
        return
    plan = enacting.plan_migration(at, draft)
    if settings.as_json:
        say_json({"safe": plan.safe, "reasons": list(plan.reasons)})
        return
    say("\n- ".join(("Tetap pada alur lama:", *plan.reasons)) if plan.reasons else "Aman dipindahkan.")


def _paper(text: str) -> tuple[str, Paper]:
    kind, sign, path = text.partition("=")
    if not (kind and sign and path):
        raise ValueUnfit("Dokumen", text, "tulis JENIS=BERKAS, misalnya undangan_internal=undangan.pdf")
    return kind, Paper(read_input(path), Path(path).suffix.lower() or ".bin")
