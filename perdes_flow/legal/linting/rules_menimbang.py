"""PD-12 to PD-19: the phrase, the office, and the considerations."""

import re
from collections.abc import Iterator

from perdes_flow.legal.heading import FRASA, KADES
from perdes_flow.legal.linting.case import Case, is_blank
from perdes_flow.legal.linting.finding import ERROR, INFO, WARNING, Found
from perdes_flow.legal.linting.rule import LII, rule
from perdes_flow.legal.linting.sequence import misnumbered
from perdes_flow.legal.numbering import letters
from perdes_flow.legal.units import Unit

_MENIMBANG = "Menimbang"


@rule("PD-12", source=LII, severity=ERROR)
def phrase_of_grace(case: Case) -> Iterator[Found]:
    if not case.has_opening:
        return
    shown = case.judul.frasa
    if FRASA in " ".join(case.judul.lines):
        if re.fullmatch(rf"{FRASA}\s*[,.;:]", shown):
            yield Found("Judul", "Frasa diakhiri tanda baca.", f"Tulis “{FRASA}”.", shown, FRASA)
        return
    message = f"Frasa ditulis “{shown}”." if shown else "Frasa pembuka tidak ada."
    yield Found("Judul", message, f"Tulis “{FRASA}” di atas jabatan.", shown, FRASA if shown else None)


@rule("PD-13", source=LII, severity=ERROR)
def office_with_comma(case: Case) -> Iterator[Found]:
    line = case.judul.jabatan
    if not case.has_opening:
        return
    if not re.match(rf"{KADES}\b", line):
        yield Found(
            "Judul",
            "Baris jabatan pembentuk tidak ada di bawah frasa.",
            "Tulis “KEPALA DESA X,” di bawah frasa.",
        )
    elif not line.endswith(","):
        yield Found(
            "Judul",
            f"Jabatan “{line}” tidak diakhiri tanda koma.",
            "Akhiri dengan tanda koma.",
            line,
            line.rstrip(".;: ") + ",",
        )
    elif line.endswith(" ,") and not is_blank(line):
        yield Found(
            "Judul",
            f"Ada spasi sebelum tanda koma: “{line}”.",
            "Hapus spasinya.",
            line,
            line.rstrip(", ") + ",",
        )
    elif line != line.upper() and not is_blank(line):
        yield Found(
            "Judul",
            f"Jabatan “{line}” tidak seluruhnya huruf kapital.",
            "Tulis dengan huruf kapital.",
            line,
            line.upper(),
        )


@rule("PD-14", source=LII, severity=ERROR)
def letters_unbroken(case: Case) -> Iterator[Found]:
    yield from misnumbered(
        case, case.listed("menimbang"), lambda value: f"{letters(value)}.", "Pokok pikiran"
    )


@rule("PD-15", source=LII, severity=ERROR)
def begins_with_bahwa(case: Case) -> Iterator[Found]:
    for item in _considerations(case):
        first = item.text.split(" ", 1)[0]
        if first == "bahwa" or (is_blank(item.text) and first != "Bahwa"):
            continue
        if first.casefold() == "bahwa":
            yield Found(
                case.at(item),
                f"Pokok pikiran diawali “{first}”.",
                "Awali dengan “bahwa” huruf kecil.",
                first,
                "bahwa",
            )
        else:
            yield Found(
                case.at(item), "Pokok pikiran tidak diawali kata “bahwa”.", "Awali dengan “bahwa”.", first
            )


@rule("PD-16", source=LII, severity=ERROR)
def ends_with_semicolon(case: Case) -> Iterator[Found]:
    for item in _considerations(case):
        if not item.text.endswith(";"):
            yield Found(
                case.at(item),
                "Pokok pikiran tidak diakhiri titik koma.",
                "Akhiri dengan “;”.",
                item.text[-1:],
            )


def _considerations(case: Case) -> tuple[Unit, ...]:
    """The items; where there is but one, it stands without a letter."""
    whole = case.naskah.part("menimbang")
    return case.listed("menimbang") or ((whole,) if whole and whole.text else ())


@rule("PD-17", source=LII, severity=ERROR)
def last_item_names_all(case: Case) -> Iterator[Found]:
    items = case.listed("menimbang")
    if len(items) < 2 or is_blank(items[-1].text):
        return
    due = _all_letters(len(items) - 1)
    forms = [due] if len(items) < 5 else [due, f"huruf a sampai dengan huruf {letters(len(items) - 1)}"]
    if not any(
        re.search(
            rf"sebagaimana\s+dimaksud\s+dalam\s+{re.escape(form)}(?![\w]|\s*,?\s*(?:dan\s+)?huruf)",
            items[-1].text,
        )
        for form in forms
    ):
        yield Found(
            case.at(items[-1]),
            "Pokok pikiran terakhir tidak menyebut semua huruf di atasnya dengan lengkap.",
            f"Tulis “bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {due}, perlu menetapkan …”.",
            _named_letters(items[-1]),
        )


def _all_letters(count: int) -> str:
    names = [f"huruf {letters(i)}" for i in range(1, count + 1)]
    if count < 3:
        return " dan ".join(names)
    return ", ".join(names[:-1]) + ", dan " + names[-1]


def _named_letters(item: Unit) -> str:
    found = _LETTERS.search(item.text)
    return found[0] if found else ""


_LETTERS = re.compile(r"huruf\s+[a-z]\b(?:[\s.,]*(?:dan)?\s*(?:huruf\s+)?[a-z]\b(?!\w))*", re.IGNORECASE)


@rule("PD-18", source=LII, severity=WARNING)
def title_repeated(case: Case) -> Iterator[Found]:
    items = case.listed("menimbang")
    name = case.judul.nama
    if not items or not name or is_blank(name) or is_blank(items[-1].text):
        return
    found = re.search(r"Peraturan\s+(?:Kepala\s+)?Desa\b.*?\s[Tt]entang\s+(.+?)\s*[;.,]?$", items[-1].text)
    if found and _plain(found[1]) != _plain(name):
        yield Found(
            case.at(items[-1]),
            f"Nama peraturan di sini “{found[1]}”, di judul “{name}”.",
            "Samakan dengan judul.",
            found[1],
        )


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", name).split()).casefold()


@rule("PD-19", source=LII, severity=INFO)
def order_of_considerations(case: Case) -> Iterator[Found]:
    items = case.listed("menimbang")[:-1]
    juridical = [
        bool(re.search(r"Undang-Undang(?!\s+Dasar)|Peraturan\s+(?:Pemerintah|Menteri|Daerah)", item.text))
        for item in items
    ]
    for place, item in enumerate(items[:-1]):
        if juridical[place] and not juridical[place + 1]:
            yield Found(
                case.at(item),
                "Pertimbangan yuridis mendahului pertimbangan lain.",
                "Urutkan: filosofis, sosiologis, lalu yuridis.",
            )
            return


RULES = (
    phrase_of_grace, office_with_comma, letters_unbroken, begins_with_bahwa, ends_with_semicolon,
    last_item_names_all, title_repeated, order_of_considerations,
)  # fmt: skip
