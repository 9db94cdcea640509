"""perdes consult add|answer|photo|list."""

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.paths import read_input
from perdes_flow.cli.receipts import say_written
from perdes_flow.cli.session import desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.consultation import Input
from perdes_flow.domain.values import AnswerOutcome, InputWay
from perdes_flow.use_cases import consulting
from perdes_flow.use_cases.desk import open_case

_WAYS = click.Choice(["lisan", "tertulis", "pesan", "formulir"])


@click.group(help="Konsultasi publik: masukan warga, jawabannya, foto.")
def consult() -> None: ...


@consult.command(
    "add", help="Catat masukan warga, misalnya: perdes consult add pelindungan-pmi “Usul …” --nama Siti"
)
@click.argument("draft")
@click.argument("teks")
@click.option("--nama", default="", help="Nama warga (jika tidak: tanpa nama).")
@click.option("--unsur", default="", help="Misalnya “keluarga PMI” atau “warga RT 03”.")
@click.option("--pasal", default="", help="Bagian yang dimaksud, misalnya “Pasal 5 ayat (2)”.")
@click.option("--cara", type=_WAYS, default="lisan", show_default=True)
@answering
def add(settings: Settings, draft: str, teks: str, nama: str, unsur: str, pasal: str, cara: InputWay) -> None:
    written = consulting.receive_input(
        desk(settings), draft, text=teks, name=nama, unsur=unsur, address=pasal, way=cara, by=who(settings)
    )
    say_written(written, settings)


@consult.command("answer", help="Jawab masukan warga: usul Anda – tindak lanjut kami.")
@click.argument("draft")
@click.argument("nomor", type=int)
@click.argument("hasil", type=click.Choice(["diterima", "sebagian", "ditolak"]))
@click.argument("tindak_lanjut")
@answering
def answer(settings: Settings, draft: str, nomor: int, hasil: AnswerOutcome, tindak_lanjut: str) -> None:
    written = consulting.answer_input(
        desk(settings), draft, nomor, outcome=hasil, reason=tindak_lanjut, by=who(settings)
    )
    say_written(written, settings)


@consult.command("photo", help="Simpan foto musyawarah (JPEG atau PNG, paling banyak 10 MB).")
@click.argument("draft")
@click.argument("berkas")
@click.option("--keterangan", required=True)
@answering
def photo(settings: Settings, draft: str, berkas: str, keterangan: str) -> None:
    data = read_input(berkas)
    say_written(
        consulting.add_photo(desk(settings), draft, data, caption=keterangan, by=who(settings)), settings
    )


@consult.command("list", help="Masukan warga dan jawabannya.")
@click.argument("draft")
@answering
def list_(settings: Settings, draft: str) -> None:
    inputs = open_case(desk(settings), draft).draft.inputs.values()
    if settings.as_json:
        say_json([_view(one) for one in inputs])
        return
    if not inputs:
        say("Belum ada masukan warga.")
    for one in inputs:
        place = f" ({one.address})" if one.address else ""
        say(f"{one.number}. Usul {one.name or 'warga tanpa nama'}{place}: {one.text}")
        answer = f"{one.answer.outcome}. {one.answer.reason}" if one.answer else "belum dijawab"
        say(f"   Tindak lanjut kami: {answer}")


def _view(one: Input) -> dict[str, object]:
    return {
        "input": one.number,
        "meeting": one.meeting,
        "name": one.name,
        "unsur": one.unsur,
        "way": one.way,
        "address": one.address,
        "text": one.text,
        "answer": {"outcome": one.answer.outcome, "reason": one.answer.reason} if one.answer else None,
    }
