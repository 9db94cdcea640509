"""PD-70 to PD-76: signatures, dates and the gazette."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from perdes_flow.legal.dates import MONTHS, OLD_MONTHS, WEEKDAYS, dates_in
from perdes_flow.legal.heading import KADES
from perdes_flow.legal.linting.case import Case, is_blank
from perdes_flow.legal.linting.closing import block, day_after, gazette
from perdes_flow.legal.linting.finding import ERROR, INFO, WARNING, Found
from perdes_flow.legal.linting.rule import LII, P111, rule

_PENUTUP = "Penutup"


@rule("PD-70", source=f"{P111}; {LII} butir 162–166", severity=ERROR)
def signature_of_kades(case: Case) -> Iterator[Found]:
    lines = block(case, "Ditetapkan") or []
    named = next(
        (found for line in lines if (found := re.match(rf"{_ACTING}(?P<office>{KADES})\b", line))), None
    )
    return _signature(case, "Ditetapkan", named["office"] if named else "KEPALA DESA")


@rule("PD-71", source=P111, severity=ERROR)
def signature_of_sekdes(case: Case) -> Iterator[Found]:
    return _signature(case, "Diundangkan", "SEKRETARIS DESA")


def _signature(case: Case, opening: str, office: str) -> Iterator[Found]:
    form = f"{opening} di X / pada tanggal … / {office} X, / NAMA dengan huruf kapital tanpa gelar."
    lines = block(case, opening)
    if lines is None:
        if case.closing and case.pasal:
            yield Found(_PENUTUP, f"Bagian “{opening} di … pada tanggal …” tidak ada.", f"Tambahkan: {form}")
        return
    wrong = [*_wrong_place(lines, opening), *_wrong_office(lines, office), *_wrong_name(lines, office)]
    if wrong:
        yield Found(_PENUTUP, f"Bagian “{opening}”: {'; '.join(wrong)}.", f"Tulis: {form}", lines[0])


def _wrong_place(lines: list[str], opening: str) -> Iterator[str]:
    if not re.match(rf"{opening} di (?!:)\S", lines[0]):
        yield f"“{lines[0]}” tidak berbentuk “{opening} di X”"
    dated = next((line for line in lines if _DATED.match(line)), None)
    if dated is None:
        together = _TOGETHER.search(lines[0])
        yield "“pada tanggal …” tidak pada baris sendiri" if together else "baris “pada tanggal …” tidak ada"
    elif in_digits := _IN_DIGITS.search(dated):
        yield f"tanggal ditulis dengan angka saja: “{in_digits[0]}”"
    elif not re.match(r"pada (?:hari [A-Z][a-z'’]+,? )?tanggal (?!:)\S", dated):
        yield f"“{dated}” tidak berbentuk “pada tanggal …”"


_TOGETHER = re.compile(r"\bpada\s+tanggal\b", re.IGNORECASE)
_IN_DIGITS = re.compile(r"\b\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}\b")
_DATED = re.compile(r"pada\s+(?:hari\s+[\w'’]+\s*,?\s+)?tanggal\b", re.IGNORECASE)


def _wrong_office(lines: list[str], office: str) -> Iterator[str]:
    line = next((line for line in lines if re.match(_ACTING + office, line, re.IGNORECASE)), None)
    if line is None:
        yield f"baris {office} tidak ada"
        return
    if not re.match(rf"{_ACTING}{office}\W*\w", line, re.IGNORECASE):
        yield f"{office} tanpa nama desa"
    elif not re.match(rf"{_ACTING}{office}\b", line):
        yield f"jabatan tidak dengan huruf kapital: “{line}”"
    if not line.endswith(","):
        yield f"tidak ada koma sesudah “{line}”"


def _wrong_name(lines: list[str], office: str) -> Iterator[str]:
    named = (i for i, line in enumerate(lines) if re.match(_ACTING + office, line, re.IGNORECASE))
    after = next(named, len(lines))
    for line in lines[after + 1 :]:
        if is_blank(line) or re.fullmatch(
            r"\(?(?:tanda tangan|ttd\.?|cap)\)?|(?:NAMA|\[.*\]|[.…\s]*)", line, re.IGNORECASE
        ):
            continue
        if _DEGREE.search(line):
            yield f"nama memakai gelar: “{line}”"
        elif line != line.upper():
            yield f"nama tidak dengan huruf kapital: “{line}”"
        return


_ACTING = r"(?:(?:Pj|PJ|Plt|PLT|Plh|PLH)\.?\s+|PENJABAT\s+)?"  # somebody acting for the office
_DEGREE = re.compile(r"\b(?:Drs?|Dra|Ir|Hj?|Prof|KH|DRS|DRA|IR|HJ|PROF)\.|,\s*[A-Z][A-Za-z]*\.")


@rule("PD-72", source="", severity=ERROR)
def dates_in_order(case: Case) -> Iterator[Found]:
    stipulated, promulgated = day_after(case, "Ditetapkan"), day_after(case, "Diundangkan")
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


@rule("PD-73", source="", severity=INFO)
def names_of_months(case: Case) -> Iterator[Found]:
    pattern = re.compile("|".join(OLD_MONTHS), re.IGNORECASE)
    for unit in case.everything.holding(*map(str.lower, OLD_MONTHS)):
        if found := pattern.search(unit.text):
            right = OLD_MONTHS[found[0].title()]
            yield Found(
                case.at(unit), f"Nama bulan ditulis “{found[0]}”.", f"Tulis “{right}”.", found[0], right
            )

    closing = case.naskah.part("penutup")
    for line in closing.children if closing else ():
        if (day := _DAY.search(line.text)) and (month := _meant(day["month"])):
            message = f"Nama bulan ditulis “{day['month']}”."
            yield Found(case.at(line), message, f"Tulis “{month}”.", day["month"], month)


_DAY = re.compile(r"\b\d{1,2}\s+(?P<month>[A-Za-z]{3,10})\s+\d{4}\b")


def _meant(written: str) -> str | None:
    """The month that a word of a date must mean, where it is written otherwise; the old names are told of above."""
    if written in MONTHS or written.isupper() or written.title() in OLD_MONTHS:
        return None
    near = get_close_matches(written.title(), MONTHS, n=1, cutoff=0.75)
    return near[0] if near else None


@rule("PD-74", source=P111, severity=ERROR)
def gazette_line_form(case: Case) -> Iterator[Found]:
    name = "BERITA DESA" if case.by_kades_alone else "LEMBARAN DESA"
    form = f"{name} X TAHUN … NOMOR …"
    line = gazette(case)
    if line is None:
        if block(case, "Diundangkan") is not None:
            yield Found(_PENUTUP, "Baris Lembaran Desa tidak ada di akhir penutup.", f"Tambahkan “{form}”.")
    elif not re.fullmatch(
        r"(?:LEMBARAN|BERITA) DESA\s*\S.* TAHUN (?:\d{4}|[.… ]+) NOMOR (?:\d+|[.… ]+)", line
    ):
        yield Found(_PENUTUP, f"Baris “{line}” tidak berbentuk “{form}”.", f"Tulis “{form}”.", line)


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
    stipulated, promulgated = day_after(case, "Ditetapkan"), day_after(case, "Diundangkan")
    if case.year and stipulated and case.year != stipulated.year:
        yield Found(
            _PENUTUP,
            f"Tahun pada nomor {case.year}, ditetapkan tahun {stipulated.year}.",
            "Samakan tahun pada nomor dengan tahun penetapan.",
        )
    year = re.search(r"TAHUN\s+(\d{4})", gazette(case) or "", re.IGNORECASE)
    if year and promulgated and int(year[1]) != promulgated.year:
        yield Found(
            _PENUTUP,
            f"Tahun Lembaran Desa {year[1]}, diundangkan tahun {promulgated.year}.",
            "Samakan dengan tahun pengundangan.",
            year[1],
            str(promulgated.year),
        )


RULES = (
    signature_of_kades, signature_of_sekdes, dates_in_order, names_of_months, gazette_line_form, right_gazette, years_agree,
)  # fmt: skip
