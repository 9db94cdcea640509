"""perdes serve, access."""

from pathlib import Path
from types import ModuleType

import click

from perdes_flow.bootstrap.home import find_home, home_or_vacant
from perdes_flow.cli.answers import answering, say
from perdes_flow.cli.session import desk
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.values import SISTEM, PersonId, VillageId
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases.desk import open_village, person_named


@click.command(
    help="Jalankan halaman web untuk folder kerja ini; folder kosong disiapkan dari halaman pertama."
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Nomor pintu.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Alamat; 0.0.0.0 untuk seluruh jaringan."
)
@click.option(
    "--tautan",
    "everybody",
    is_flag=True,
    help="Buat tautan masuk untuk setiap orang, bukan hanya untuk yang pertama.",
)
@answering
def serve(settings: Settings, port: int, host: str, everybody: bool) -> None:
    home = home_or_vacant(settings.home)
    server = _prepared(home)
    from perdes_flow.web.access.first import first_logins
    from perdes_flow.web.access.setup import issue_code, unsettled

    base = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}"
    for login in first_logins(everybody=everybody):
        say(f"Masuk sebagai {login.person.name}, Desa {login.desa} (sekali pakai): {base}{login.path}")
    say(f"Halaman terbuka di {base}/ (hentikan dengan Ctrl+C).")
    if unsettled() is not None:
        say(f"Desa belum disiapkan: buka alamat itu, lalu ketik kode pemasangan {issue_code(home)}.")
    server.serve(host=host, port=port)


@click.group(help="Siapa yang dapat masuk ke halaman web: tautan pribadi, PIN, kunci program.")
def access() -> None:
    pass


@access.command(help="Buat tautan pribadi: ke satu rancangan, atau untuk sekali masuk penuh.")
@click.argument("sapaan")
@click.option("--rancangan", "draft", default="", help="Rancangan yang dibuka tautan itu.")
@click.option("--alamat", "base", default="http://localhost:8000", show_default=True, help="Alamat halaman.")
@answering
def link(settings: Settings, sapaan: str, draft: str, base: str) -> None:
    _prepared(find_home(settings.home))
    from perdes_flow.web.access.links import make_link, make_login_link

    village, person = _person(settings, sapaan)
    if draft:
        token = make_link(village, person, made_by="sistem", draft=draft)
    else:
        token = make_login_link(village, person, made_by="sistem")
    say(f"{base.rstrip('/')}/t/{token}/")


@access.command(help="Buat PIN baru untuk seseorang; PIN lama dan semua sesinya tidak berlaku lagi.")
@click.argument("sapaan")
@answering
def pin(settings: Settings, sapaan: str) -> None:
    _prepared(find_home(settings.home))
    from perdes_flow.web.access.pins import hand_over_pin

    made = hand_over_pin(*_person(settings, sapaan), by=SISTEM)
    say(
        f"PIN {sapaan}: {made}. Sampaikan langsung; untuk mengesahkan, ia membuat PIN sendiri di halaman Akun."
    )


@access.command(help="Buat kunci untuk program: ia bertindak atas nama dan dalam jabatan orang itu.")
@click.argument("sapaan")
@click.option("--untuk", "label", default="Program", show_default=True, help="Untuk program apa.")
@click.option(
    "--hari", "days", type=click.IntRange(1, 366), default=90, show_default=True, help="Masa berlaku."
)
@answering
def token(settings: Settings, sapaan: str, label: str, days: int) -> None:
    _prepared(find_home(settings.home))
    from perdes_flow.web.access.pins import account_of
    from perdes_flow.web.access.tokens import make_token

    say(make_token(account_of(*_person(settings, sapaan)), label, days=days))


@access.command(help="Kunci program yang berlaku; dengan --cabut NOMOR satu dicabut.")
@click.argument("sapaan")
@click.option("--cabut", "number", type=click.IntRange(min=1), help="Nomor kunci yang dicabut.")
@answering
def tokens(settings: Settings, sapaan: str, number: int | None) -> None:
    _prepared(find_home(settings.home))
    from perdes_flow.web.access.pins import account_of
    from perdes_flow.web.access.tokens import revoke_token, tokens_of

    account = account_of(*_person(settings, sapaan))
    if number is not None:
        gone = revoke_token(account, number)
        if gone is None:
            raise ValueUnfit("Nomor kunci", str(number), "lihat nomornya dengan `perdes access tokens`")
        say(f"Kunci “{gone.label}” tidak berlaku lagi.")
        return
    rows = tokens_of(account)
    for place, row in enumerate(rows, start=1):
        say(f"{place}. {row.label}, berlaku sampai {tanggal(row.expires.date())}")
    if not rows:
        say(f"{sapaan} tidak mempunyai kunci program.")


def _person(settings: Settings, nickname: str) -> tuple[VillageId, PersonId]:
    """Village and number of a person; VillageUnknown, PersonUnknown."""
    village = open_village(desk(settings))[0]
    return village.id, person_named(village, nickname).id


def _prepared(home: Path) -> ModuleType:
    """The server's module, ready for the workspace; ValueUnfit where the pages were not installed."""
    try:
        from perdes_flow.web import serve as server
    except ImportError as error:
        form = "pasang bagian halaman dengan: pip install 'perdes-flow[web]'"
        raise ValueUnfit("Pustaka", error.name or "", form) from error
    server.prepare(home)
    return server
