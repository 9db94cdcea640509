"""perdes desa, perdes person."""

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.receipts import say_written
from perdes_flow.cli.session import day, desk, open_home
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.values import Role, Zone
from perdes_flow.domain.words import OFFICES
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases import registering
from perdes_flow.use_cases.desk import open_village

_OFFICES = click.Choice([role.value for role in Role if role is not Role.SISTEM])


@click.group(help="Daftarkan desa dan atur ketentuan setempat.")
def desa() -> None: ...


@desa.command("add", help="Daftarkan desa, misalnya: perdes desa add sumberagung --nama Sumberagung …")
@click.argument("kode")
@click.option("--nama", required=True, help="Nama desa, tanpa kata “Desa”.")
@click.option("--kecamatan", required=True)
@click.option("--kabupaten", required=True, help="Misalnya “Kabupaten Blitar”.")
@click.option("--zona", type=click.Choice(["WIB", "WITA", "WIT"]), default="WIB", show_default=True)
@answering
def add_desa(settings: Settings, kode: str, nama: str, kecamatan: str, kabupaten: str, zona: Zone) -> None:
    workspace = open_home(settings)
    written = registering.register_village(
        workspace.desk(kode, key=settings.key),
        village=kode,
        desa=nama,
        kecamatan=kecamatan,
        kabupaten=kabupaten,
        zone=zona,
    )
    say_written(written, settings)


@desa.command("set", help="Atur ketentuan setempat.")
@click.option(
    "--pembulatan", type=click.Choice(["down", "up"]), help="½ + 1 dari jumlah ganjil: ke bawah atau ke atas."
)
@click.option("--overlay", help="Aturan kabupaten yang memperketat alur, nama berkas di workflows/overlays.")
@answering
def set_desa(settings: Settings, pembulatan: str | None, overlay: str | None) -> None:
    written = registering.change_settings(
        desk(settings), by=settings.person or "", half_plus_one=pembulatan, overlay=overlay
    )
    say_written(written, settings)


@click.group(help="Daftarkan orang dan jabatannya.")
def person() -> None: ...


@person.command("add", help="Daftarkan orang, atau tambahkan jabatan pada orang yang sudah terdaftar.")
@click.argument("sapaan")
@click.option("--nama", help="Nama (jika tidak: sama dengan sapaan).")
@click.option("--jabatan", "offices", type=_OFFICES, multiple=True, required=True)
@click.option("--sejak", help="Hari pertama menjabat, misalnya 2023-01-02 (jika tidak: hari ini).")
@click.option("--sampai", help="Hari terakhir menjabat.")
@click.option("--sk", help="Keputusan pengangkatan.")
@click.option("--penjabat", is_flag=True, help="Plt. atau Pj.; perlu --sk.")
@answering
def add_person(
    settings: Settings,
    sapaan: str,
    nama: str | None,
    offices: tuple[str, ...],
    sejak: str | None,
    sampai: str | None,
    sk: str | None,
    penjabat: bool,
) -> None:
    at = desk(settings)
    village, _, today = open_village(at)
    known = village.person(sapaan)
    written = registering.add_person(
        at,
        nickname=sapaan,
        name=nama or (known.name if known else sapaan),
        offices=tuple(Role(office) for office in offices),
        since=day(sejak) or today,
        until=day(sampai),
        decree=sk,
        acting=penjabat,
        by=settings.person or "",
    )
    say_written(written, settings)


@person.command("end", help="Akhiri jabatan seseorang.")
@click.argument("sapaan")
@click.option("--jabatan", "office", type=_OFFICES, required=True)
@click.option("--tanggal", "on", required=True)
@click.option("--alasan", "reason", required=True)
@answering
def end_office(settings: Settings, sapaan: str, office: str, on: str, reason: str) -> None:
    last = day(on)
    if last is None:
        raise ValueUnfit("Tanggal", on, "tulis tahun-bulan-tanggal, misalnya 2026-11-24")
    written = registering.end_office(
        desk(settings), nickname=sapaan, office=Role(office), on=last, reason=reason, by=settings.person or ""
    )
    say_written(written, settings)


@person.command(
    "contact", help="Catat telepon, surel, dan L/P seseorang; data pribadi, dapat dihapus kemudian."
)
@click.argument("sapaan")
@click.option("--hp", help="Nomor WhatsApp dengan kode negara, misalnya 6281234567890.")
@click.option("--surel", help="Alamat surel.")
@click.option("--kelamin", type=click.Choice(["L", "P"]), help="Untuk kolom L/P daftar hadir.")
@answering
def contact(settings: Settings, sapaan: str, hp: str | None, surel: str | None, kelamin: str | None) -> None:
    written = registering.describe_person(
        desk(settings), nickname=sapaan, by=settings.person or "", sex=kelamin, phone=hp, mail=surel
    )
    say_written(written, settings)


@person.command("list", help="Siapa saja yang terdaftar, dan jabatannya.")
@answering
def list_people(settings: Settings) -> None:
    village, _, _ = open_village(desk(settings))
    people = [
        {
            "person": p.id,
            "nickname": p.nickname,
            "name": p.name,
            "offices": [{"office": o.role.value, "since": o.since.isoformat()} for o in p.offices],
        }
        for p in village.people.values()
    ]
    if settings.as_json:
        say_json(people)
        return
    for p in village.people.values():
        held = ", ".join(f"{OFFICES[o.role]} sejak {tanggal(o.since)}" for o in p.offices)
        say(f"{p.nickname} ({p.name}): {held}")
