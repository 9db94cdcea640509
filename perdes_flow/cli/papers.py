"""perdes paper, perdes template, perdes book."""

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.paths import read_input, write_output
from perdes_flow.cli.receipts import say_written
from perdes_flow.cli.session import desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.use_cases import bookkeeping, issuing


@click.command(
    help="Terbitkan dokumen resmi dari catatan, misalnya: perdes paper pelindungan-pmi undangan --nomor 3/BPD/2026. "
    "Tanpa JENIS: dokumen apa yang dapat diterbitkan sekarang."
)
@click.argument("draft")
@click.argument("jenis", required=False)
@click.option("--nomor", default="", help="Nomor yang diberikan kantor.")
@answering
def paper(settings: Settings, draft: str, jenis: str | None, nomor: str) -> None:
    if jenis is None:
        _say_ready(settings, draft)
        return
    say_written(issuing.issue_paper(desk(settings), draft, jenis, nomor=nomor, by=who(settings)), settings)


def _say_ready(settings: Settings, draft: str) -> None:
    papers = issuing.papers_ready(desk(settings), draft)
    if settings.as_json:
        say_json(
            [
                {"kind": p.kind, "label": p.label, "lacking": list(p.lacking), "own_template": p.own_template}
                for p in papers
            ]
        )
        return
    for one in papers:
        say(f"{one.kind}: {one.label} – {'dapat diterbitkan' if not one.lacking else one.lacking[0]}")


@click.group(help="Templat dokumen resmi: ambil, periksa, pakai templat desa sendiri, kembali ke semula.")
def template() -> None: ...


@template.command("get", help="Simpan templat yang dipakai sebagai berkas Word, untuk diubah.")
@click.argument("jenis")
@click.option("-o", "output", required=True)
@answering
def get(settings: Settings, jenis: str, output: str) -> None:
    write_output(output, issuing.template_of(desk(settings), jenis))
    say(f"Templat {jenis} disimpan di {output}.")


@template.command("check", help="Periksa templat tanpa memakainya.")
@click.argument("jenis")
@click.argument("berkas")
@answering
def check(settings: Settings, jenis: str, berkas: str) -> None:
    issuing.check_template(jenis, read_input(berkas))
    say(f"Templat {jenis} dapat dipakai.")


@template.command("use", help="Pakai berkas Word sebagai templat desa; diperiksa dahulu.")
@click.argument("jenis")
@click.argument("berkas")
@answering
def use(settings: Settings, jenis: str, berkas: str) -> None:
    issuing.use_template(desk(settings), jenis, read_input(berkas), by=who(settings))
    say(f"Templat {jenis} dipakai mulai sekarang.")


@template.command("reset", help="Kembali ke templat bawaan.")
@click.argument("jenis")
@answering
def reset(settings: Settings, jenis: str) -> None:
    issuing.reset_template(desk(settings), jenis, by=who(settings))
    say(f"Templat {jenis} kembali ke bawaan.")


@click.command(
    help="Tulis buku BPD seluruh desa sebagai berkas Word: buku_peraturan, buku_keputusan, atau buku_notulen."
)
@click.argument("jenis")
@click.option("-o", "output", required=True)
@answering
def book(settings: Settings, jenis: str, output: str) -> None:
    write_output(output, bookkeeping.make_book(desk(settings), jenis))
    say(f"Buku disimpan di {output}.")
