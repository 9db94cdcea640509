"""PD-20 to PD-29: the legal basis."""

import re
from collections.abc import Iterator
from datetime import date

from perdes_flow.legal.linting.acts import Act
from perdes_flow.legal.linting.case import Case, is_blank, searched
from perdes_flow.legal.linting.citations import Citation, citations, mentions
from perdes_flow.legal.linting.finding import ERROR, WARNING, Found
from perdes_flow.legal.linting.rule import LII, rule
from perdes_flow.legal.linting.sequence import misnumbered, out_of_order
from perdes_flow.legal.units import Unit

_REGISTER = "Daftar pengundangan peraturan; UU 12/2011, Lampiran II"


@rule("PD-20", source=LII, severity=ERROR)
def numbered_and_ended(case: Case) -> Iterator[Found]:
    items = case.listed("mengingat")
    yield from misnumbered(case, items, "{}.".format, "Dasar hukum")
    for item in items:
        if not item.text.endswith(";"):
            yield Found(
                case.at(item), "Dasar hukum tidak diakhiri titik koma.", "Akhiri dengan “;”.", item.text[-1:]
            )


_RANKS = (
    (0, re.compile(r"(?:Pasal\b.*)?Undang\s?-\s?[Uu]ndang\s+Dasar")),
    (2, re.compile(r"Undang\s?[-–]\s?[Uu]ndang\b|Peraturan\s+Pemerintah\s+Pengganti")),
    (3, re.compile(r"Peraturan\s+Pemerintah\b")),
    (4, re.compile(r"Peraturan\s+Presiden\b")),
    (5, re.compile(r"Peraturan\s+(?:Menteri|Badan|Kepala\s+Badan|Lembaga)\b")),
    (6, re.compile(r"Peraturan\s+Daerah\s+(?:Provinsi|Propinsi|Istimewa)\b")),
    (7, re.compile(r"Peraturan\s+Gubernur\b")),
    (8, re.compile(r"Peraturan\s+Daerah\b")),
    (9, re.compile(r"Peraturan\s+(?:Bupati|Wali\s?[Kk]ota)\b")),
    (10, re.compile(r"Peraturan\s+Desa\b")),
)


def _rank(item: Unit) -> tuple[int, int] | None:
    rank = next((rank for rank, pattern in _RANKS if pattern.match(item.text)), None)
    year = re.search(r"[Tt]ahun\s+(\d{4})", item.text)
    return None if rank is None else (rank, int(year[1]) if year else 0)


@rule("PD-21", source=LII, severity=WARNING)
def order_of_hierarchy(case: Case) -> Iterator[Found]:
    ranked = [(item, rank) for item in case.listed("mengingat") if (rank := _rank(item))]
    for place in out_of_order([rank for _, rank in ranked]):
        yield Found(
            case.at(ranked[place][0]),
            "Dasar hukum ini tidak pada urutannya.",
            "Urutkan menurut hierarki, lalu menurut tahun.",
        )


@rule("PD-22", source=LII, severity=WARNING, since=date(2014, 5, 30))
def basis_of_authority(case: Case) -> Iterator[Found]:
    items = case.listed("mengingat")
    if not items or any(is_blank(item.text) for item in items):
        return
    cited = {
        (one.kind, one.number, one.year) for _, one in _cited(case)
    }  # not what stands in another act's name only
    missing = [shown for shown, key in _AUTHORITY if key not in cited]
    if missing:
        yield Found(
            "Mengingat",
            f"Dasar kewenangan belum disebut: {' dan '.join(missing)}.",
            "Tambahkan sebagai dasar hukum.",
        )


_AUTHORITY = (
    ("Undang-Undang Nomor 6 Tahun 2014 tentang Desa", ("UU", 6, 2014)),
    ("Peraturan Pemerintah Nomor 43 Tahun 2014", ("PP", 43, 2014)),
)


@rule("PD-23", source=LII, severity=WARNING)
def latest_change_named(case: Case) -> Iterator[Found]:
    for item in case.listed("mengingat"):
        citation = next(citations(item.text), None)
        act = citation.act if citation else None
        if not (citation and act):
            continue
        changes = [change for change in act.changed_by if change[3] <= case.dated]
        if changes and not mentions(item.text, *changes[-1][:3]):
            kind, number, year, _ = changes[-1]
            often = (
                "beberapa kali diubah terakhir"
                if len(changes) > 1 or act.key == ("UU", 6, 2014)
                else "diubah"
            )
            yield Found(
                case.at(item),
                f"{act.shown} telah diubah, terakhir dengan {kind} {number}/{year}.",
                f"Tambahkan “sebagaimana telah {often} dengan … Nomor {number} Tahun {year}”.",
                citation.shown,
            )


@rule("PD-24", source=_REGISTER, severity=WARNING)
def numbers_of_gazette(case: Case) -> Iterator[Found]:
    for item, citation in _cited(case):
        act = citation.act
        if act:
            yield from _compared(case.at(item), citation, act)
    for item in case.listed("mengingat"):
        for found in re.finditer(
            r"Tambahan\s+Lembaran\s+Negara(?:\s+Republik\s+Indonesia)?\s+Nomor\s+(\d{5,})", item.text
        ):
            yield Found(
                case.at(item),
                f"Nomor Tambahan Lembaran Negara “{found[1]}” terlalu panjang.",
                "Periksa nomornya.",
                found[1],
            )


def _compared(at: str, citation: Citation, act: Act) -> Iterator[Found]:
    name = "Lembaran Negara" if act.gazette == "LN" else "Berita Negara"
    written = (citation.gazette_year, citation.gazette_number)
    if citation.gazette_year and act.gazette_number and written != (act.gazette_year, act.gazette_number):
        right = f"{name} Republik Indonesia Tahun {act.gazette_year} Nomor {act.gazette_number}"
        yield Found(
            at,
            f"{name} {act.shown} ditulis Tahun {written[0]} Nomor {written[1]}.",
            f"Menurut daftar: {right}.",
            str(written[1]),
        )
    elif (
        citation.supplement
        and act.supplement
        and len(str(citation.supplement)) < 5
        and citation.supplement != act.supplement
    ):
        yield Found(
            at,
            f"Nomor Tambahan Lembaran Negara {act.shown} ditulis {citation.supplement}.",
            f"Menurut daftar: {act.supplement}.",
            str(citation.supplement),
        )
    if citation.title and _words(act.title) != _words(citation.title)[: len(_words(act.title))]:
        yield Found(
            at,
            f"Nama {act.shown} ditulis “{citation.title}”.",
            f"Nama yang benar: “{act.title}”.",
            citation.title,
        )


def _words(title: str) -> list[str]:
    return re.sub(r"[\W_]+", " ", title).casefold().split()


@rule("PD-25", source=LII, severity=WARNING)
def form_of_gazette(case: Case) -> Iterator[Found]:
    for item in case.listed("mengingat"):
        explained = not item.text.startswith("Peraturan Presiden")  # which has no elucidation to be gazetted
        full = _FULL_FORM if explained else _FORM_UNEXPLAINED
        mentioned = len(re.findall(r"(?<!Tambahan )(?<!Tambahan  )Lembaran\s+Negara\b", item.text))
        if mentioned > len(full.findall(item.text)) or _SHORT_GAZETTE.search(item.text):
            added = ", Tambahan Lembaran Negara Republik Indonesia Nomor …" if explained else ""
            yield Found(
                case.at(item),
                "Lembaran Negara tidak ditulis dalam bentuk lengkap.",
                f"Tulis “(Lembaran Negara Republik Indonesia Tahun … Nomor …{added})”.",
            )


_GAZETTE = r"\(Lembaran\s+Negara\s+Republik\s+Indonesia\s+Tahun\s+\d{4}\s+Nomor\s+\d+"
_ADDED = r",\s+Tambahan\s+Lembaran\s+Negara\s+Republik\s+Indonesia\s+Nomor\s+\d+"
_FULL_FORM = re.compile(rf"{_GAZETTE}{_ADDED}\)")
_FORM_UNEXPLAINED = re.compile(rf"{_GAZETTE}(?:{_ADDED})?\)")


_SHORT_GAZETTE = re.compile(r"\bT?LN(?:RI)?\b")


@rule("PD-26", source=LII, severity=WARNING)
def not_revoked(case: Case) -> Iterator[Found]:
    for item, citation in _cited(case):
        act = citation.act
        if act and act.revoked and act.revoked <= case.dated:
            yield Found(
                case.at(item), f"{act.shown} sudah tidak berlaku.", f"Pakai {act.instead}.", citation.shown
            )


@rule("PD-27", source="", severity=ERROR)
def no_blank_citation(case: Case) -> Iterator[Found]:
    for part in ("menimbang", "mengingat"):
        for item in case.listed(part):
            if found := BLANK_CITATION.search(item.text):
                yield Found(
                    case.at(item),
                    f"Nomor atau tahun peraturan belum diisi: “{found[0]}”.",
                    "Isi atau hapus dasar hukum ini.",
                    found[0],
                )
    for unit, found in searched(case, BLANK_CITATION, *_BLANK_HINTS):
        message = f"Nomor atau tahun peraturan belum diisi: “{found[0]}”."
        yield Found(case.at(unit), message, "Isi atau hapus.", found[0])


_DOTS = r"(?:\.{2,}|…|\.\s\.[\s.]*)"
_BLANK_HINTS = ("nomor .", "nomor..", "nomor…", "nomor …", "tahun .", "tahun..", "tahun…", "tahun …")
BLANK_CITATION = re.compile(rf"Nomor\s*{_DOTS}\s*Tahun\s*(?:{_DOTS}|\d{{4}})|Nomor\s*\d+\s*Tahun\s*{_DOTS}")


@rule("PD-28", source=LII, severity=WARNING)
def only_regulations(case: Case) -> Iterator[Found]:
    for item in case.listed("mengingat"):
        if found := re.match(
            r"(?:Surat\s+)?Keputusan\b[^,;]*?(?=\s+[Nn]omor|;|$)|Surat\s+Edaran|Berita\s+Acara|Instruksi\b"
            r"|(?:Hasil\s+)?(?:Musyawarah|Rapat)\b|Usulan\b",
            item.text,
        ):
            yield Found(
                case.at(item),
                f"“{found[0]}” pada umumnya bukan peraturan perundang-undangan.",
                "Periksa; dasar hukum hanya memuat peraturan yang tingkatnya sama atau lebih tinggi.",
                found[0],
            )


@rule("PD-29", source=LII, severity=WARNING)
def form_of_citation(case: Case) -> Iterator[Found]:
    for item in case.listed("mengingat"):
        if found := _CARELESS.search(item.text):
            yield Found(
                case.at(item),
                f"Penulisan “{found[0].strip()}” tidak baku.",
                "Tulis seperti “Undang-Undang Nomor … Tahun … tentang …”, dengan huruf besar dan kecil seperti itu, tanpa koma.",
                found[0].strip(),
            )


_CARELESS = re.compile(
    r"Undang\s?[-–]\s?undang\b|Undang\s+Undang\b|Undang-Undang\s+\d+\s+[Tt]ahun\b|\bNo\.?\s*\d+\s+[Tt]ahun\b|\bnomor\s+\d+\s+[Tt]ahun\b|\bNomor\s+\d+\s+tahun\b|[Tt]ahun\s+\d{4}\s*,\s*[Tt]entang\b|[Tt]ahun\s+\d{4}\s+Tentang\b"
)


def _cited(case: Case) -> Iterator[tuple[Unit, Citation]]:
    for item in case.listed("mengingat"):
        for citation in citations(item.text):
            yield item, citation


RULES = (
    numbered_and_ended, order_of_hierarchy, basis_of_authority, latest_change_named, numbers_of_gazette,
    form_of_gazette, not_revoked, no_blank_citation, only_regulations, form_of_citation,
)  # fmt: skip
