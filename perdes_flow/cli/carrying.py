"""perdes carry: comments on one Word file, placed on its next version."""

import json

import click
from pydantic import TypeAdapter, ValidationError

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.paths import read_input, write_output
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases.carrying import FileComment, carry_between

_COMMENTS = TypeAdapter(list[FileComment])


@click.command(
    help="Tempatkan catatan pada berkas lama di berkas baru: `perdes carry LAMA.docx BARU.docx CATATAN.json -o HASIL.json`."
)
@click.argument("lama")
@click.argument("baru")
@click.argument("catatan")
@click.option("-o", "--out", required=True, metavar="HASIL.json")
@answering
def carry(settings: Settings, lama: str, baru: str, catatan: str, out: str) -> None:
    places = carry_between(read_input(lama), read_input(baru), _comments(catatan))
    answers = {key: place.model_dump(exclude_none=True) for key, place in places.items()}
    write_output(out, json.dumps(answers, ensure_ascii=False, indent=1).encode("utf-8"))
    count = dict.fromkeys(("placed", "doubtful", "orphan"), 0)
    for place in places.values():
        count[place.status] += 1
    if settings.as_json:
        say_json(count)
        return
    say(
        f"{len(places)} catatan: {count['placed']} mendapat tempat, {count['doubtful']} diragukan, "
        f"{count['orphan']} tanpa tempat; rinciannya di {out}."
    )


def _comments(path: str) -> list[FileComment]:
    try:
        return _COMMENTS.validate_json(read_input(path))
    except ValidationError as error:
        first = error.errors()[0]
        where = " ".join(str(step) for step in first["loc"]) or "awal berkas"
        raise ValueUnfit(
            "Daftar catatan",
            path,
            f"periksa {where}; bentuknya daftar JSON dengan id, level, paragraph, start, end",
        ) from error
