"""PD-52, PD-53 and PD-59 to PD-65: what a norm may say, and in which words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from perdes_flow.legal.linting.case import WHOLE, Case, is_blank, searched
from perdes_flow.legal.linting.finding import ERROR, INFO, WARNING, Found
from perdes_flow.legal.linting.rule import LII, rule
from perdes_flow.legal.numbering import in_words
from perdes_flow.legal.units import Unit


@rule("PD-52", source="UU 12/2011 Pasal 15", severity=ERROR)
def no_criminal_sanction(case: Case) -> Iterator[Found]:
    seen: set[str] = set()
    for unit, found in searched(case, _CRIMINAL, "pidana", "penjara", "kurungan"):
        at = case.at(unit)
        before = unit.text[: found.start()].rstrip().rpartition(" ")[2].casefold()
        if (
            at not in seen
            and before not in _NO_SANCTION
            and not _CONDITION.search(unit.text[: found.start()])
        ):
            seen.add(at)
            yield Found(
                at,
                f"Peraturan Desa tidak boleh memuat sanksi pidana: “{found[0]}”.",
                "Ganti dengan sanksi administratif atau penyelesaian melalui musyawarah.",
                found[0],
            )


_CRIMINAL = re.compile(r"\b(?:dipidana|penjara|kurungan|pidana)\b", re.IGNORECASE)
# what somebody must not have on his record: "tidak pernah dijatuhi pidana penjara"
_CONDITION = re.compile(r"\b(?:pernah|menjalani|bekas|mantan)\b[^.;]*$", re.IGNORECASE)
_NO_SANCTION = frozenset({"tindak", "hukum", "acara", "perkara", "peradilan", "secara"})


@rule("PD-53", source=f"{LII} butir 64–66", severity=WARNING)
def sanction_with_its_norm(case: Case) -> Iterator[Found]:
    for bab in case.of_kind("bab"):
        if re.match(r"(?:KETENTUAN\s+)?SANKSI\b", bab.text):
            yield Found(
                case.at(bab),
                f"Sanksi dikumpulkan dalam bab sendiri: “{bab.text}”.",
                "Letakkan sanksi administratif pada Pasal yang memuat norma yang dilanggar.",
                bab.text,
            )


@rule("PD-59", source=LII, severity=WARNING)
def and_or(case: Case) -> Iterator[Found]:
    for unit, found in searched(case, _AND_OR, "dan atau", "atau/", "atau /", "dan /", "dan/ "):
        yield Found(case.at(unit), f"Ditulis “{found[0]}”.", "Tulis “dan/atau”.", found[0], "dan/atau")


_AND_OR = re.compile(r"\b(?:dan\s+atau|atau\s*/\s*dan|dan\s+/\s*atau|dan/\s+atau)\b")


@rule("PD-60", source=LII, severity=ERROR)
def no_vague_words(case: Case) -> Iterator[Found]:
    for unit, found in searched(case, _VAGUE, *_VAGUE_HINTS):
        if not is_blank(unit.text):
            message, fix = f"Kata “{found[0]}” tidak pasti.", "Sebutkan semuanya, atau tetapkan ukurannya."
            yield Found(case.at(unit), message, fix, found[0])


_VAGUE = re.compile(
    r"\b(?:dan\s+lain[\s-]+lain(?!\s+(?:pendapatan|penerimaan|hasil|pembiayaan))|dan\s+sebagainya|dan\s+seterusnya|kurang\s+lebih|secukupnya|dll|dsb|dst|dkk)\b",
    re.IGNORECASE,
)


_VAGUE_HINTS = (
    "lain lain",
    "lain-lain",
    "sebagainya",
    "seterusnya",
    "kurang lebih",
    "secukupnya",
    "dll",
    "dsb",
    "dst",
    "dkk",
)


@rule("PD-61", source=LII, severity=INFO)
def singular(case: Case) -> Iterator[Found]:
    for unit, found in searched(case, _REPEATED, "-"):
        if found[1].casefold() not in _NO_PLURAL:
            one = found[1] + found["suffix"]
            message, fix = f"Bentuk jamak ulang “{found[0]}”.", f"Tulis “{one}”."
            yield Found(case.at(unit), message, fix, found[0], one)


_REPEATED = re.compile(r"\b([a-z]{3,})-\1(?P<suffix>(?:nya)?)\b", re.IGNORECASE)
_NO_PLURAL = frozenset(
    [
        "undang",
        "masing",
        "rata",
        "lain",
        "sama",
        "sungguh",
        "hati",
        "cuma",
        "semata",
        "kira",
        "laki",
        "alun",
        "sewaktu",
        "tiba",
        "pelan",
        "baik",
        "sekonyong",
        "tengah",
        "kupu",
        "biri",
        "laba",
        "kura",
        "lumba",
        "kunang",
        "undur",
        "cumi",
        "ubur",
        "agar",
        "onde",
        "gado",
        "oleh",
        "cita",
        "pura",
        "sia",
        "gara",
        "tahu",
        "silat",
        "layang",
        "ondel",
        "langit",
        "sehari",
        "turun",
        "mata",
        "paru",
    ]
)


@rule("PD-62", source=f"{LII} butir 268–269", severity=WARNING)
def operators(case: Case) -> Iterator[Found]:
    for unit, found in searched(case, _WRONG_OPERATORS, "tidak boleh", "tidak diper", "diharuskan"):
        right = "wajib" if found[0].casefold().startswith("diharus") else "dilarang"
        if limit := _A_LIMIT.match(unit.text, found.end()):
            due = "paling sedikit" if limit["less"] else "paling banyak"
            whole = found[0] + limit[0]
            yield Found(case.at(unit), f"Ditulis “{whole}”.", f"Tulis “{due}”.", whole, due)
            continue
        yield Found(case.at(unit), f"Ditulis “{found[0]}”.", f"Tulis “{right}”.", found[0], right)


_A_LIMIT = re.compile(r"\s+(?:(?P<less>kurang\s+dari)|lebih\s+dari|melebihi)\b")
_WRONG_OPERATORS = re.compile(
    r"\b(?:tidak\s+boleh|tidak\s+diperbolehkan|tidak\s+diperkenankan|diharuskan)\b", re.IGNORECASE
)


@rule("PD-63", source=LII, severity=WARNING)
def numbers_in_words(case: Case) -> Iterator[Found]:
    right_ones: set[str] = set()  # "dalam jangka waktu paling lama 5 (lima)": a text says the same often
    for bracket in _IN_BRACKETS.finditer(case.norms.words):
        start = bracket.start()
        begin = max(0, start - _LONGEST_NUMBER)
        shown_here = bracket.string[begin : bracket.end()]
        if shown_here in right_ones:
            continue
        before = bracket.string[begin:start]
        wrong = _wrong_words(" ".join(before.rsplit(" ", _PIECES)[-_PIECES:]), bracket["words"].lower())
        if not wrong:
            right_ones.add(shown_here)
        else:
            number, shown, due = wrong
            message = f"Angka “{number}” dan hurufnya “{bracket['words']}” tidak sama."
            unit = case.norms.unit_at(start)
            yield Found(case.at(unit), message, f"Tulis “({due})”.", shown + bracket[0], None, ERROR)
    for unit, turned in searched(case, _TURNED, *_NUMBER_HINTS):
        right = f"{turned['number']} ({turned['words']})"
        if _same(turned["words"], in_words(int(turned["number"]))):
            message = f"Huruf mendahului angka: “{turned[0]}”."
            yield Found(case.at(unit), message, f"Tulis “{right}”.", turned[0], right)
    for unit in case.norms.matching(_DIGITS_AND_UNIT):
        for found in _BARE.finditer(unit.text):
            right = f"{found['number']} ({in_words(int(found['number']))}) {found['unit']}"
            yield Found(
                case.at(unit),
                f"Bilangan “{found[0]}” tidak disertai huruf.",
                f"Tulis “{right}”.",
                found[0],
                right,
            )


_NUMBER_WORDS = (
    "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|seratus|ratus"
)
_NUMBER_HINTS = tuple(f"{word} (" for word in _NUMBER_WORDS.split("|"))
_TURNED = re.compile(
    rf"\b(?P<words>(?:{_NUMBER_WORDS})(?: (?:{_NUMBER_WORDS}))*) \((?P<number>\d{{1,3}})\)"
)  # tujuh (7)
_COUNTED = (
    "hari",
    "minggu",
    "bulan",
    "tahun",
    "jam",
    "menit",
    "kali",
    "orang",
    "meter",
    "kilometer",
    "buah",
    "unit",
    "lembar",
    "persen",
)
_IN_BRACKETS = re.compile(r"\((?P<words>[A-Za-z][A-Za-z -]*)\)")
_LONGEST_NUMBER = 32  # characters: "Rp 100.000.000.000,00 "
_PIECES = 4  # "Rp", "5", "%", and the nothing before the bracket
_DIGITS_BEFORE = re.compile(
    r"(?<![\w/.,])(?P<rp>Rp\.?\s?)?(?P<number>\d{1,3}(?:\.\d{3})+|\d+)(?P<cents>,\d{2}|,-)?(?:/(?P<lower>\d+))?"
    r"(?P<percent>\s?%)?\s*$"
)
_BARE = re.compile(
    r"(?<![\d./,])(?<!tanggal )(?<!Tahun )(?<!tahun )(?<!Pasal )(?<!Nomor )(?<!angka )\b(?P<number>\d{1,3})\s+"
    rf"(?P<unit>{'|'.join(_COUNTED)})\b"
)
_DIGITS_AND_UNIT = re.compile(rf" (?<=[0-9] )(?:{'|'.join(_COUNTED)})\b")


@lru_cache(maxsize=4096)
def _wrong_words(before: str, words: str) -> tuple[str, str, str] | None:
    """The number before words in brackets, how it is written, and the words that it asks for; None where they agree."""
    before = before.rpartition("\n")[2]
    if product := _PRODUCT.search(before):
        due = f"{in_words(int(product['times']))} kali {in_words(int(product['number']))}"
        return (product["number"], product[0], due) if _is_a_number(words) and not _same(words, due) else None
    number = _DIGITS_BEFORE.search(before)
    if number and _PART_OF_A_SUM.search(before[: number.start()]):
        return None
    due = _due(number.groups(), words) if number else ""
    return (number["number"], number[0], due) if number and due else None


_PART_OF_A_SUM = re.compile(r"(?:\+|\bditambah|\d)\s*$")  # 50% + 1 (…), 1 1/2 (…)
_PRODUCT = re.compile(r"(?<![\w/.,])(?P<times>\d{1,3})\s?[xX×]\s?(?P<number>\d{1,3})\s*$")  # 3 x 24 jam


def _due(digits: tuple[str | None, ...], words: str) -> str:
    """The words that the digits ask for, where the words in brackets say another number; else ""."""
    rp, number, cents, lower, percent = digits
    if cents not in (None, ",00", ",-") or not number or not _is_a_number(words):
        return ""
    due = in_words(int(number.replace(".", "")))
    if lower:
        due += f" per {in_words(int(lower))}"
    due += " rupiah" if rp else " persen" if percent else ""
    return "" if _same(words, due) else due


def _is_a_number(words: str) -> bool:
    """The words in brackets count something; "(tahun berjalan)" explains."""
    return _NUMBER_WORD.match(words) is not None


_NUMBER_WORD = re.compile(
    r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se(?:puluh|belas|ratus|ribu|juta|per\w+|tengah)"
    r"|puluh|belas|ratus|ribu|juta|miliar|koma|per)"
)
_PER_HUNDRED = ["per", "seratus"], ["perseratus"]


def _same(words: str, due: str) -> bool:
    """The words say the number that is due, wherever blanks stand and whatever is counted: "tigapuluh", "lima orang"."""
    said = words.replace("-", " ").replace("milyar", "miliar").split()
    number = due.removesuffix(" rupiah").removesuffix(" persen")
    forms = {number.replace(" ", ""), _HALF.get(number, ""), re.sub("^satu per ", "seper", number)}
    for end in range(1, len(said) + 1):
        rest = said[end:]
        if "".join(said[:end]) in forms and (
            not rest or rest in _PER_HUNDRED or not _NUMBER_WORD.fullmatch(rest[0])
        ):
            return True
    return False


_HALF = {"satu per dua": "setengah"}


@rule("PD-64", source=LII, severity=INFO)
def actor_named(case: Case) -> Iterator[Found]:
    looked_at = chain(_that_may_begin_so(case), case.norms.holding(*_PASSIVE_HINTS))
    for unit in {id(unit): unit for unit in looked_at}.values():
        for sentence in _SENTENCE_END.split(unit.text):
            found = _NOBODY.match(sentence) if unit.kind == "ayat" else None
            found = found or _PASSIVE.search(sentence)
            if found and not _BY_SOMEBODY.search(sentence[found.end() :]):
                yield Found(
                    case.at(unit),
                    f"Tidak jelas siapa yang bertindak: “{found[0]}”.",
                    "Sebut pelakunya.",
                    found[0],
                )
                break


def _that_may_begin_so(case: Case) -> list[Unit]:
    """The ayat that may have a sentence which begins with the operator, without anybody."""
    operators = [word for word in _OPERATORS if word.rstrip() in case.norms.different_words]
    return [
        unit
        for unit in (case.of_kind("ayat") if operators else ())
        if any(word in unit.text for word in operators)
    ]


_OPERATORS = ("Wajib ", "Dilarang ", "Dapat ", "Harus ", "Berhak ")
_ADVERBS = ("segera", "juga", "pula", "langsung", "hanya", "kembali", "dahulu")
_PASSIVE_HINTS = tuple(f"{word} di" for word in ("wajib", "dapat", "harus", *_ADVERBS))
_SENTENCE_END = re.compile(r"(?<=[a-z)][.;])\s+(?=[A-Z])")
_NOBODY = re.compile(
    rf"(?:{'|'.join(_OPERATORS)})(?![A-Z])\w+"
)  # begins without anybody; a Wajib Pajak is somebody
_PASSIVE = re.compile(
    rf"\b(?:wajib|dapat|harus)\s+(?:(?:(?:ter)?lebih\s+)?(?:{'|'.join(_ADVERBS)})\s+)?"
    r"di(?!nas|rinya|ri\b|skusi|alog|siplin|stribusi|gital|rektur|mana)[a-z]{3,}"
)
_BY_SOMEBODY = re.compile(r"\boleh\b")


@rule("PD-65", source="Permendagri 111/2014 Pasal 29", severity=INFO)
def financing(case: Case) -> Iterator[Found]:
    provided = case.norms.says("dibebankan", "pembiayaan", "pendanaan")
    provided = provided or any(re.search("PEMBIAYAAN|PENDANAAN", unit.text) for unit in case.of_kind("bab"))
    if not provided and _gives_a_duty(case):
        yield Found(
            WHOLE,
            "Naskah memberi tugas yang memerlukan biaya, tetapi tidak mengatur pembiayaannya.",
            "Tambahkan ketentuan pembiayaan pada APB Desa.",
        )


def _gives_a_duty(case: Case) -> bool:
    """Pemerintah Desa or Kepala Desa has something to do."""
    words = tuple(word for word in _TO_DO if case.norms.says(word))
    return bool(words) and _duty(words).search(case.norms.words) is not None


@lru_cache(maxsize=32)
def _duty(words: tuple[str, ...]) -> re.Pattern[str]:
    # each is tried only where its first letter stands; what must stand before it is asked last
    to_do = "|".join(rf"[^.;\n]*{word}(?<=\b{word})(?<!iuran wajib)\b" for word in words)
    return re.compile(rf"Desa\b(?:(?<=Pemerintah Desa)|(?<=Kepala Desa))(?:{to_do})")


_TO_DO = ("wajib", "bertugas", "melaksanakan", "menyediakan", "membentuk")

RULES = (
    no_criminal_sanction, sanction_with_its_norm, and_or, no_vague_words, singular, operators, numbers_in_words,
    actor_named, financing,
)  # fmt: skip
