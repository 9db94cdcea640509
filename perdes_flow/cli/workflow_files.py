"""perdes workflow check|draw|table: workflow files, without a workspace."""

from pathlib import Path

import click

from perdes_flow.cli.answers import answering, say, say_json, table
from perdes_flow.cli.paths import read_input, write_output
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import WorkflowRefused
from perdes_flow.workflow import checks, diagram
from perdes_flow.workflow.definition import load


@click.group(help="Periksa, gambar, atau tabelkan berkas alur.")
def workflow() -> None: ...


@workflow.command(help="Periksa berkas alur: setiap temuan dengan kode, berkas, dan baris.")
@click.argument("berkas")
@answering
def check(settings: Settings, berkas: str) -> None:
    read_input(berkas)
    findings = checks.check(Path(berkas))
    if settings.as_json:
        say_json([{"code": f.code, "file": f.file, "line": f.line, "message": f.message} for f in findings])
        if findings:
            raise SystemExit(1)
        return
    if findings:
        raise WorkflowRefused(findings)
    say(f"{berkas}: tidak ada temuan.")


@workflow.command(help="Gambar alur sebagai SVG atau Mermaid.")
@click.argument("berkas")
@click.option(
    "--format",
    "form",
    type=click.Choice(["svg", "mermaid"]),
    help="Jika tidak disebut: mermaid untuk hasil .mmd atau .md, selain itu svg.",
)
@click.option("-o", "--out", help="Berkas hasil (jika tidak: ke layar).")
@answering
def draw(settings: Settings, berkas: str, form: str | None, out: str | None) -> None:
    read_input(berkas)
    procedure = load(Path(berkas))
    by_name = "mermaid" if Path(out or "").suffix in (".mmd", ".mermaid", ".md") else "svg"
    picture = diagram.mermaid(procedure) if (form or by_name) == "mermaid" else diagram.svg(procedure)
    if out:
        write_output(out, picture.encode("utf-8"))
        say(f"Gambar ditulis ke {out}.")
    else:
        say(picture)


@workflow.command("table", help="Siapa boleh melakukan apa pada tahap mana.")
@click.argument("berkas")
@answering
def table_(settings: Settings, berkas: str) -> None:
    read_input(berkas)
    rows = diagram.table(load(Path(berkas)))
    if settings.as_json:
        say_json(
            [{"state": r.state, "stage": r.stage, "role": r.role, "act": r.act, "law": r.law} for r in rows]
        )
        return
    table(("Tahap", "Siapa", "Boleh", "Dasar"), [(r.stage, r.who, r.act, r.law) for r in rows])
