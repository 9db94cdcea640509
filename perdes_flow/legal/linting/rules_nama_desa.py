"""PD-03: one village, one name, wherever the text names it."""

import re
from collections.abc import Iterator
from itertools import chain

from perdes_flow.legal.heading import KADES
from perdes_flow.legal.linting.case import Case, is_blank
from perdes_flow.legal.linting.finding import ERROR, Found
from perdes_flow.legal.linting.rule import P111, rule


@rule("PD-03", source=P111, severity=ERROR)
def one_village_name(case: Case) -> Iterator[Found]:
    names = list(_village_names(case)) if not case.is_joint else []
    for at, _, line in names:
        if glued := _GLUED.search(line):
            yield Found(
                at,
                f"Nama desa menyatu dengan kata berikutnya: “{glued[0]}”.",
                "Pisahkan nama desa dari kata berikutnya.",
                glued[0],
            )
            names = [entry for entry in names if entry[2] != line]
    counts: dict[str, int] = {}
    for _, name, _ in names:
        counts[_folded(name)] = counts.get(_folded(name), 0) + 1
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda folded: counts[folded])
    shown = next(name for _, name, _ in names if _folded(name) == usual)
    for at, name, _ in names:
        if _folded(name) != usual:
            due = _written_like(name, shown)
            yield Found(
                at,
                f"Nama desa di sini “{name}”, di tempat lain “{shown}”.",
                f"Tulis nama desa yang sama: {due}.",
                name,
                due,
            )


def _written_like(name: str, other: str) -> str:
    """The other name in capitals where this one is, else with its first letters only."""
    in_capitals = sum(map(str.isupper, name)) > len(name) / 2  # a scan has an l for an I
    return other.upper() if in_capitals else other.title() if other.isupper() else other


_NAMED = re.compile(
    rf"(?:{KADES}|(?:(?:RANCANGAN\s+)?PERATURAN|SEKRETARIS|BADAN\s+PERMUSYAWARATAN|LEMBARAN|BERITA)\s+DESA)\s+"
    r"(?P<name>[A-Z][^,]*?)\s*(?=,|\.?$|\s(?:TAHUN|NOMOR|KECAMATAN|KABUPATEN|KOTA|TENTANG|PERATURAN)\b)"
)
_NAMED_IN_TEXT = re.compile(
    r"dalam\s+(?:Lembaran|Berita)\s+Desa\s+(?P<name>[A-Z][\w’' -]*?)(?:\s+(?:Kecamatan|Kabupaten)\b.*)?\.?$"
)
_DESA_IS = re.compile(
    r"Desa\s+adalah\s+Desa\s+(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)(?=\s*[.,;]|\s+(?:yang|di)\b)"
)
_GLUED = re.compile(r"[A-Z]{3,}(?:NOMOR|KECAMATAN|KABUPATEN)\b")


def _village_names(case: Case) -> Iterator[tuple[str, str, str]]:
    """(address, name, line) wherever an office or a gazette of the village is named."""
    parts = [unit for part in ("judul", "kesepakatan", "penutup") if (unit := case.naskah.part(part))]
    for line in (*chain.from_iterable(unit.children for unit in parts), *case.later_heads):
        found = _NAMED.match(line.text) or _NAMED_IN_TEXT.search(line.text)
        if found and not is_blank(line.text):
            yield case.at(line), found["name"].strip(), line.text
    for definition in case.definitions:
        found = _DESA_IS.match(definition.unit.text)
        if found and not is_blank(definition.unit.text):
            yield str(definition.at), re.split(r"\s+Kecamatan\b", found["name"])[0], definition.unit.text


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


RULES = (one_village_name,)
