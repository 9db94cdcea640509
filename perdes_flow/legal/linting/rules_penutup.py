"""PD-66 to PD-76: entry into force, promulgation, signatures and the gazette."""

import re
from collections.abc import Iterator
from datetime import date

from perdes_flow.legal.dates import MONTHS, OLD_MONTHS, WEEKDAYS, dates_in
from perdes_flow.legal.linting.case import WHOLE, Case, is_blank, searched
from perdes_flow.legal.linting.finding import ERROR, INFO, WARNING, Found
from perdes_flow.legal.linting.rule import LII, P111, rule

_PENUTUP = "Penutup"


@rule("PD-66", source=P111, severity=ERROR)
def entry_into_force(case: Case) -> Iterator[Found]:
    due = f"{case.name} ini mulai berlaku pada tanggal diundangkan."
    begins = re.compile(rf"{case.name} ini mulai berlaku\b", re.IGNORECASE)
    stated = False
    for at, unit in case.norms:
        if not begins.search(unit.text) or re.search(
            r"(?:[Pp]ada saat|sebelum|sejak|setelah)\s+" + begins.pattern, unit.text, re.IGNORECASE
        ):
            continue
        stated = True
        if not re.fullmatch(
            rf"{case.name} ini mulai berlaku pada tanggal (?:diundangkan|\d+ \w+ \d{{4}})\.", unit.text
        ):
            yield Found(
                at,
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
                    _PENUTUP,
                    "Perintah pengundangan tidak sesuai dengan rumusan baku.",
                    f"Tulis “{due}”",
                    line,
                )
            return
    for at, _, found in searched(case, re.compile(r"agar\s+setiap\s+orang\b.*", re.IGNORECASE)):
        yield Found(
            at, "Perintah pengundangan berdiri di dalam Pasal.", f"Pindahkan ke luar Pasal: “{due}”", found[0]
        )
        return
    if case.closing and case.pasal:
        yield Found(_PENUTUP, "Perintah pengundangan tidak ada.", f"Tambahkan “{due}”")


@rule("PD-68", source=LII, severity=WARNING)
def not_retroactive(case: Case) -> Iterator[Found]:
    promulgated = _day_after(case, "Diundangkan") or _day_after(case, "Ditetapkan")
    for at, unit in case.norms:
        found = re.search(
            r"\bberlaku\s+(?:surut|(?:sejak|terhitung)\b[^.;]*|(?:pada\s+)?tanggal\s+\d+[^.;]*)", unit.text
        )
        if not found or f"{case.name} ini" not in unit.text:
            continue
        day = next((written.day for written in dates_in(found[0])), None)
        if "surut" in found[0] or (
            day and (promulgated is None or day < promulgated) and day < (promulgated or case.on)
        ):
            yield Found(
                at,
                f"Peraturan berlaku sebelum diundangkan: “{found[0]}”.",
                "Nyatakan berlaku pada tanggal diundangkan.",
                found[0],
            )


@rule("PD-69", source=LII, severity=WARNING)
def revocation_formula(case: Case) -> Iterator[Found]:
    formula = re.compile(
        rf"Pada saat {case.name} ini mulai berlaku, .*dicabut dan dinyatakan tidak berlaku\.$", re.DOTALL
    )
    for at, unit in case.norms:
        if re.search(
            r"Peraturan Desa\b[^.;]*\b(?:dicabut|dinyatakan tidak berlaku)", unit.text
        ) and not formula.search(unit.text):
            if any(child.kind in ("huruf", "angka", "lanjutan") for child in unit.children):
                continue
            yield Found(
                at,
                "Pencabutan tidak memakai rumusan baku.",
                f"Tulis “Pada saat {case.name} ini mulai berlaku, Peraturan Desa … dicabut dan dinyatakan tidak berlaku.”.",
            )


@rule("PD-70", source=f"{P111}; {LII} butir 162–166", severity=ERROR)
def signature_of_kades(case: Case) -> Iterator[Found]:
    block = _block(case, "Ditetapkan")
    if block is None:
        if case.closing and case.pasal:
            yield Found(_PENUTUP, "Tempat dan tanggal penetapan tidak ada.", f"Tambahkan: {_STIPULATED}")
        return
    wrong = [
        *_wrong_place(block, "Ditetapkan"),
        *_wrong_office(block, "KEPALA DESA"),
        *_wrong_name(block, "KEPALA DESA"),
    ]
    if wrong:
        yield Found(_PENUTUP, f"Bagian penetapan: {'; '.join(wrong)}.", f"Tulis: {_STIPULATED}", block[0])


_STIPULATED = "Ditetapkan di X / pada tanggal … / KEPALA DESA X, / NAMA dengan huruf kapital tanpa gelar."


@rule("PD-71", source=P111, severity=ERROR)
def signature_of_sekdes(case: Case) -> Iterator[Found]:
    block = _block(case, "Diundangkan")
    if block is None:
        if case.closing and case.pasal:
            yield Found(_PENUTUP, "Tempat dan tanggal pengundangan tidak ada.", f"Tambahkan: {_PROMULGATED}")
        return
    wrong = [
        *_wrong_place(block, "Diundangkan"),
        *_wrong_office(block, "SEKRETARIS DESA"),
        *_wrong_name(block, "SEKRETARIS DESA"),
    ]
    if wrong:
        yield Found(_PENUTUP, f"Bagian pengundangan: {'; '.join(wrong)}.", f"Tulis: {_PROMULGATED}", block[0])


_PROMULGATED = (
    "Diundangkan di X / pada tanggal … / SEKRETARIS DESA X, / NAMA dengan huruf kapital tanpa gelar."
)


def _block(case: Case, opening: str) -> list[str] | None:
    """The lines from "Ditetapkan di" (or "Diundangkan di") to the next block."""
    start = next(
        (i for i, line in enumerate(case.closing) if re.match(rf"{opening}\s+di\b", line, re.IGNORECASE)),
        None,
    )
    if start is None:
        return None
    lines = [case.closing[start]]
    for line in case.closing[start + 1 :]:
        if re.match(r"(?:Ditetapkan|Diundangkan)\s+di\b|LEMBARAN|BERITA|Lembaran|Berita", line):
            break
        lines.append(line)
    return lines


def _wrong_place(block: list[str], opening: str) -> Iterator[str]:
    if not re.match(rf"{opening} di (?!:)\S", block[0]):
        yield f"“{block[0]}” tidak berbentuk “{opening} di X”"
    dated = next((line for line in block if re.match(r"pada\s+tanggal\b", line, re.IGNORECASE)), None)
    if dated is None:
        yield "baris “pada tanggal …” tidak ada"
    elif not re.match(r"pada tanggal (?!:)\S", dated):
        yield f"“{dated}” tidak berbentuk “pada tanggal …”"


def _wrong_office(block: list[str], office: str) -> Iterator[str]:
    line = next((line for line in block if re.match(office, line, re.IGNORECASE)), None)
    if line is None:
        yield f"baris {office} tidak ada"
        return
    if not re.match(rf"{office}\W*\w", line):
        yield f"{office} tanpa nama desa"
    if not line.endswith(","):
        yield f"tidak ada koma sesudah “{line}”"


def _wrong_name(block: list[str], office: str) -> Iterator[str]:
    after = next((i for i, line in enumerate(block) if re.match(office, line, re.IGNORECASE)), len(block))
    for line in block[after + 1 :]:
        if is_blank(line) or re.fullmatch(
            r"(?:tanda tangan|ttd\.?|cap|NAMA|\[.*\]|[.…\s]*)", line, re.IGNORECASE
        ):
            continue
        if _DEGREE.search(line):
            yield f"nama memakai gelar: “{line}”"
        elif line != line.upper():
            yield f"nama tidak dengan huruf kapital: “{line}”"
        return


_DEGREE = re.compile(r"\b(?:Drs?|Dra|Ir|Hj?|Prof|KH|DRS|DRA|IR|HJ|PROF)\.|,\s*[A-Z][A-Za-z]*\.")


@rule("PD-72", source="", severity=ERROR)
def dates_in_order(case: Case) -> Iterator[Found]:
    stipulated, promulgated = _day_after(case, "Ditetapkan"), _day_after(case, "Diundangkan")
    if stipulated and promulgated and promulgated < stipulated:
        yield Found(
            _PENUTUP,
            f"Diundangkan {promulgated.day} {MONTHS[promulgated.month - 1]} {promulgated.year}, sebelum ditetapkan.",
            "Periksa kedua tanggal.",
        )
    for line in case.closing:
        for written in dates_in(line):
            if written.day is None:
                yield Found(
                    _PENUTUP,
                    f"Tanggal “{written.shown}” tidak ada dalam kalender.",
                    "Periksa tanggalnya.",
                    written.shown,
                )
            elif written.weekday and WEEKDAYS[written.day.weekday()] != written.weekday:
                yield Found(
                    _PENUTUP,
                    f"“{written.shown}” bukan hari {written.weekday}.",
                    f"Hari itu {WEEKDAYS[written.day.weekday()]}.",
                    written.shown,
                )


def _day_after(case: Case, opening: str) -> date | None:
    block = _block(case, opening) or []
    return next((written.day for line in block for written in dates_in(line) if written.day), None)


@rule("PD-73", source="", severity=INFO)
def names_of_months(case: Case) -> Iterator[Found]:
    pattern = re.compile("|".join(OLD_MONTHS), re.IGNORECASE)
    for address, unit in case.naskah.places():
        if found := pattern.search(unit.text):
            right = OLD_MONTHS[found[0].title()]
            yield Found(
                str(address), f"Nama bulan ditulis “{found[0]}”.", f"Tulis “{right}”.", found[0], right
            )


@rule("PD-74", source=P111, severity=ERROR)
def gazette_line(case: Case) -> Iterator[Found]:
    gazette = "BERITA DESA" if case.by_kades_alone else "LEMBARAN DESA"
    form = f"{gazette} X TAHUN … NOMOR …"
    line = _gazette_line(case)
    if line is None:
        if _block(case, "Diundangkan") is not None:
            yield Found(_PENUTUP, "Baris Lembaran Desa tidak ada di akhir penutup.", f"Tambahkan “{form}”.")
    elif not re.fullmatch(
        r"(?:LEMBARAN|BERITA) DESA\s*\S.* TAHUN (?:\d{4}|[.… ]+) NOMOR (?:\d+|[.… ]+)", line
    ):
        yield Found(_PENUTUP, f"Baris “{line}” tidak berbentuk “{form}”.", f"Tulis “{form}”.", line)


def _gazette_line(case: Case) -> str | None:
    return next(
        (line for line in reversed(case.closing) if re.match(r"(?:LEMBARAN|BERITA)\b", line, re.IGNORECASE)),
        None,
    )


@rule("PD-75", source="UU 6/2014 Pasal 69 ayat (11); Permendagri 111/2014", severity=ERROR)
def right_gazette(case: Case) -> Iterator[Found]:
    wrong = "Lembaran Desa" if case.by_kades_alone else "Berita Desa"
    right = "Berita Desa" if case.by_kades_alone else "Lembaran Desa"
    for line in case.closing:
        if re.search(rf"(?:^|dalam\s+){wrong}\b", line, re.IGNORECASE):
            yield Found(
                _PENUTUP,
                f"{case.name} diundangkan dalam {right}, di sini ditulis {wrong}.",
                f"Tulis {right}.",
                wrong,
                right,
            )
            return


@rule("PD-76", source="", severity=WARNING)
def years_agree(case: Case) -> Iterator[Found]:
    stipulated, promulgated = _day_after(case, "Ditetapkan"), _day_after(case, "Diundangkan")
    if case.year and stipulated and case.year != stipulated.year:
        yield Found(
            _PENUTUP,
            f"Tahun pada nomor {case.year}, ditetapkan tahun {stipulated.year}.",
            "Samakan tahun pada nomor dengan tahun penetapan.",
        )
    line = _gazette_line(case) or ""
    gazette = re.search(r"TAHUN\s+(\d{4})", line, re.IGNORECASE)
    if gazette and promulgated and int(gazette[1]) != promulgated.year:
        yield Found(
            _PENUTUP,
            f"Tahun Lembaran Desa {gazette[1]}, diundangkan tahun {promulgated.year}.",
            "Samakan dengan tahun pengundangan.",
            gazette[1],
            str(promulgated.year),
        )


RULES = (
    entry_into_force, order_to_promulgate, not_retroactive, revocation_formula, signature_of_kades, signature_of_sekdes,
    dates_in_order, names_of_months, gazette_line, right_gazette, years_agree,
)  # fmt: skip
