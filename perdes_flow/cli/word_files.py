"""perdes check, accept, reject, outline: Word files, without a workspace."""

from collections.abc import Iterable

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.paths import read_input, write_output
from perdes_flow.cli.settings import Settings
from perdes_flow.legal.outline import OutlineUnit
from perdes_flow.legal.outline import outline as outline_of
from perdes_flow.legal.parser import parse
from perdes_flow.messages.files import sentence
from perdes_flow.word.gate import admit, inspect
from perdes_flow.word.reader import read
from perdes_flow.word.revisions import accept_all, reject_all

_SHOWN = 70  # letters of a unit's text that fit beside its number on one line


@click.command(help="Periksa apakah berkas Word aman dan dapat diterima.")
@click.argument("berkas")
@answering
def check(settings: Settings, berkas: str) -> None:
    found = inspect(read_input(berkas))
    warnings = [{"code": w.code, "message": sentence(w.code, w.facts)} for w in found.warnings]
    message = "Berkas dapat diterima." if found.verdict == "accept" else sentence(found.code, found.facts)
    if settings.as_json:
        say_json({"verdict": found.verdict, "code": found.code, "message": message, "warnings": warnings})
    else:
        click.echo(message, err=found.verdict != "accept")
        for warning in warnings:
            say(f"- {warning['message']}")
    if found.verdict != "accept":
        raise SystemExit(1)


@click.command(help="Terima semua perubahan terlacak.")
@click.argument("berkas")
@click.option("-o", "--out", required=True)
@answering
def accept(settings: Settings, berkas: str, out: str) -> None:
    write_output(out, accept_all(read_input(berkas)))
    say(f"Semua perubahan diterima; hasilnya di {out}.")


@click.command(help="Tolak semua perubahan terlacak.")
@click.argument("berkas")
@click.option("-o", "--out", required=True)
@answering
def reject(settings: Settings, berkas: str, out: str) -> None:
    write_output(out, reject_all(read_input(berkas)))
    say(f"Semua perubahan ditolak; hasilnya di {out}.")


@click.command(
    help="Susunan naskah sebagaimana dibaca: bab, pasal, ayat, huruf, dengan nomor seperti di Word."
)
@click.argument("berkas")
@answering
def outline(settings: Settings, berkas: str) -> None:
    naskah = parse(read(admit(read_input(berkas))))
    found = outline_of(naskah)
    if settings.as_json:
        say_json(found.model_dump())
        return
    if not naskah.is_regulation:
        say("Naskah ini tidak berbentuk peraturan.")
        return
    say(f"{found.judul} {found.nomor}".strip() or "Tanpa judul.")
    for title, units in (("Menimbang", found.menimbang), ("Mengingat", found.mengingat)):
        _say_units(title, units)
    _say_units("", found.body)
    _say_units("Lampiran", found.lampiran)


def _say_units(title: str, units: Iterable[OutlineUnit], depth: int = 0) -> None:
    if title and units:
        say(title)
    for unit in units:
        words = unit.text if len(unit.text) <= _SHOWN else f"{unit.text[:_SHOWN]}…"
        say(f"{'  ' * depth}{unit.number} {words}".rstrip())
        _say_units("", unit.children, depth + 1)
