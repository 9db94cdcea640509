"""perdes references: where the references of a text lead, and those that a renumbering left behind."""

from collections.abc import Sequence
from datetime import UTC, datetime

import click

from perdes_flow.cli.answers import answering, say, say_json, table, working
from perdes_flow.cli.comparing import number_of_version
from perdes_flow.cli.paths import read_input, write_output
from perdes_flow.cli.session import desk, fixed_now
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import ValueUnfit
from perdes_flow.legal.left_behind import Correction
from perdes_flow.legal.references import Reference
from perdes_flow.use_cases.references import Suggested, correct_references, correct_versions, references_in

_WHAT = "BERKAS | LAMA BARU | RANCANGAN VERSI VERSI"
_HELP = """Acuan di dalam naskah (“Pasal 5 ayat (2)”): ke mana semuanya, atau mana yang tertinggal sesudah penomoran berubah.

Dengan dua berkas atau dua versi, acuan yang tertinggal ditulis ke HASIL sebagai perubahan terlacak yang dapat diterima
atau ditolak."""


@click.command(help=_HELP)
@click.argument("what", nargs=-1, required=True, metavar=_WHAT)
@click.option("-o", "--out", metavar="HASIL.docx", help="Berkas baru dengan acuan yang diperbaiki.")
@answering
def references(settings: Settings, what: tuple[str, ...], out: str | None) -> None:
    if len(what) == 1:
        if out:
            raise ValueUnfit("Hasil", out, "untuk itu sebutkan berkas lama dan berkas baru")
        _list(settings, references_in(read_input(what[0])))
        return
    with working("Membandingkan"):
        suggested = _suggested(settings, what)
    if out:
        write_output(out, suggested.docx)
    _say(settings, suggested, out)


def _suggested(settings: Settings, what: Sequence[str]) -> Suggested:
    if len(what) == 2:
        now = fixed_now(settings) or datetime.now(UTC).replace(microsecond=0)
        return correct_references(read_input(what[0]), read_input(what[1]), at=now)
    if len(what) != 3:
        raise ValueUnfit(
            "Acuan", " ".join(what), "sebutkan satu berkas, dua berkas, atau rancangan dan dua nomor versi"
        )
    return correct_versions(desk(settings), what[0], number_of_version(what[1]), number_of_version(what[2]))


def _list(settings: Settings, found: Sequence[Reference]) -> None:
    if settings.as_json:
        say_json([_plain(one) for one in found])
        return
    if not found:
        say("Naskah ini tidak memuat acuan.")
        return
    table(("Tempat", "Acuan", "Menuju"), [(str(one.at), one.shown, _leads(one)) for one in found])
    lost = sum(1 for one in found if one.internal and not one.resolved)
    say(f"{len(found)} acuan, {lost} di antaranya tidak menuju ke mana pun.")


def _leads(one: Reference) -> str:
    if one.target is None:
        return "peraturan lain"
    return str(one.target) if one.resolved else f"{one.target} (tidak ada)"


def _plain(one: Reference) -> dict[str, object]:
    target = str(one.target) if one.target else None
    return {"at": str(one.at), "shown": one.shown, "target": target, "resolved": one.resolved}


def _say(settings: Settings, suggested: Suggested, out: str | None) -> None:
    if settings.as_json:
        done, left = ([_correction(one) for one in group] for group in (suggested.done, suggested.left))
        say_json({"corrected": done, "left": left})
        return
    for one in suggested.done:
        say(f"{one.at}: “{one.shown}” menjadi “{one.corrected}”.")
    for one in suggested.left:
        if one.corrected:
            say(f"{one.at}: “{one.shown}” seharusnya “{one.corrected}”; perbaiki sendiri.")
        else:
            say(f"{one.at}: “{one.shown}” menunjuk ke ketentuan yang sudah dihapus; periksa.")
    if not (suggested.done or suggested.left):
        say("Tidak ada acuan yang tertinggal.")
    elif out:
        say(f"{len(suggested.done)} acuan diperbaiki sebagai perubahan terlacak di {out}.")


def _correction(one: Correction) -> dict[str, str]:
    return {"at": str(one.at), "shown": one.shown, "corrected": one.corrected}
