"""PD-66 to PD-69: entry into force, promulgation, what is revoked."""

import re
from collections.abc import Iterator

from perdes_flow.legal.dates import dates_in
from perdes_flow.legal.linting.case import WHOLE, Case, searched
from perdes_flow.legal.linting.closing import day_after
from perdes_flow.legal.linting.finding import ERROR, WARNING, Found
from perdes_flow.legal.linting.rule import LII, P111, rule


@rule("PD-66", source=P111, severity=ERROR)
def entry_into_force(case: Case) -> Iterator[Found]:
    due = f"{case.name} ini mulai berlaku pada tanggal diundangkan."
    begins = re.compile(rf"{case.name} ini mulai berlaku\b", re.IGNORECASE)
    stated = False
    for unit in case.norms.holding("ini mulai berlaku"):
        if not begins.search(unit.text) or re.search(
            r"(?:[Pp]ada saat|sebelum|sejak|setelah)\s+" + begins.pattern, unit.text, re.IGNORECASE
        ):
            continue
        stated = True
        if not re.fullmatch(
            rf"{case.name} ini mulai berlaku pada tanggal (?:diundangkan|\d+ \w+ \d{{4}})\.", unit.text
        ):
            yield Found(
                case.at(unit),
                "Ketentuan mulai berlaku tidak berdiri sendiri dengan rumusan baku.",
                f"Tulis sebagai Pasal sendiri: “{due}”",
                unit.text,
            )
    if not stated and case.closing and case.pasal:
        yield Found(
            WHOLE, "Naskah tidak menyatakan kapan mulai berlaku.", f"Tambahkan Pasal terakhir: “{due}”"
        )


@rule("PD-67", source=f"{P111}; {LII} butir 160–161", severity=ERROR)
def order_to_promulgate(case: Case) -> Iterator[Found]:
    gazette = "Berita Desa" if case.by_kades_alone else "Lembaran Desa"
    due = f"Agar setiap orang mengetahuinya, memerintahkan pengundangan {case.name} ini dengan penempatannya dalam {gazette} X."
    form = re.compile(
        rf"Agar setiap orang mengetahuinya, memerintahkan pengundangan {case.name} ini dengan penempatannya dalam (?:Lembaran|Berita) Desa [^\s.].*\."
    )
    for line in case.closing:
        if line.startswith("Agar setiap orang"):
            if not form.fullmatch(line):
                yield Found(
                    "Penutup",
                    "Perintah pengundangan tidak sesuai dengan rumusan baku.",
                    f"Tulis “{due}”",
                    line,
                )
            return
    for unit, found in searched(case, _AGAR, "agar setiap orang"):
        message, fix = "Perintah pengundangan berdiri di dalam Pasal.", f"Pindahkan ke luar Pasal: “{due}”"
        yield Found(case.at(unit), message, fix, found[0])
        return
    if case.closing and case.pasal:
        yield Found("Penutup", "Perintah pengundangan tidak ada.", f"Tambahkan “{due}”")


_AGAR = re.compile(r"agar\s+setiap\s+orang\b.*", re.IGNORECASE)


@rule("PD-68", source=LII, severity=WARNING)
def not_retroactive(case: Case) -> Iterator[Found]:
    promulgated = day_after(case, "Diundangkan") or day_after(case, "Ditetapkan") or case.on
    for unit in case.norms.holding(f"{case.name} ini".casefold()):
        found = _IN_FORCE_FROM.search(unit.text)
        if not found or f"{case.name} ini" not in unit.text:
            continue
        day = next((written.day for written in dates_in(found[0])), None)
        if "surut" in found[0] or (day and day < promulgated):
            yield Found(
                case.at(unit),
                f"Peraturan berlaku sebelum diundangkan: “{found[0]}”.",
                "Nyatakan berlaku pada tanggal diundangkan.",
                found[0],
            )


_IN_FORCE_FROM = re.compile(
    r"\bberlaku\s+(?:surut|(?:sejak|terhitung)\b[^.;]*|(?:pada\s+)?tanggal\s+\d+[^.;]*)"
)


@rule("PD-69", source=LII, severity=WARNING)
def revocation_formula(case: Case) -> Iterator[Found]:
    due = f"Pada saat {case.name} ini mulai berlaku, Peraturan Desa … dicabut dan dinyatakan tidak berlaku."
    formula = re.compile(
        rf"Pada saat {case.name} ini mulai berlaku, .*dicabut dan dinyatakan tidak berlaku\.$"
    )
    for unit in case.norms.holding("dicabut", "dinyatakan tidak berlaku"):
        if found := _NAMELESS.search(unit.text):
            yield Found(
                case.at(unit),
                "Pencabutan tidak menyebut nomor dan tahun peraturan yang dicabut.",
                "Sebut setiap peraturan yang dicabut dengan nomor, tahun, dan namanya.",
                found[0],
            )
            continue
        listed = any(child.kind in ("huruf", "angka", "lanjutan") for child in unit.children)
        if listed or (case.revokes_another and _REVOKED.fullmatch(unit.text)):
            continue
        if _REVOKES.search(unit.text) and not formula.search(unit.text):
            yield Found(case.at(unit), "Pencabutan tidak memakai rumusan baku.", f"Tulis “{due}”.")
    yield from _still_living(case)


def _still_living(case: Case) -> Iterator[Found]:
    """Another regulation of the village on the same subject stays in force, and this one neither changes nor revokes it."""
    living = case.proceedings.living if case.proceedings else ()
    if case.changes_another or case.norms.says("dicabut"):
        return
    for title in living:
        if _subject(title) and _subject(title) == _subject(case.judul.nama):
            yield Found(
                "Judul",
                f"Di desa ini masih berlaku peraturan lain tentang “{title}”.",
                "Cabut dengan rumusan baku, atau susun rancangan ini sebagai perubahannya.",
            )


def _subject(title: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", title).split()).casefold()


# "segala ketentuan yang bertentangan … dinyatakan tidak berlaku": nobody can tell which
_NAMELESS = re.compile(
    r"\b(?:semua|segala|seluruh)\s+(?:ketentuan|peraturan|aturan)\b(?![^.;]*\bNomor\s+\d)[^.;]*\b(?:dicabut|tidak\s+berlaku)\b",
    re.IGNORECASE,
)
_REVOKED = re.compile(r"Peraturan (?:Kepala )?Desa\b.*\bdicabut dan dinyatakan tidak berlaku\.")
_REVOKES = re.compile(r"Peraturan Desa\b[^.;]*\b(?:dicabut|dinyatakan tidak berlaku)")

RULES = (entry_into_force, order_to_promulgate, not_retroactive, revocation_formula)
