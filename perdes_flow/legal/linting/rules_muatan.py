"""PD-82 to PD-88 and PD-90: what the text is about, and what was left in it."""

import re
from collections.abc import Iterator
from datetime import date

from perdes_flow.legal.linting.case import (
    PLACEHOLDER,
    WHOLE,
    Case,
    is_blank,
    may_be_blank,
    searched,
    starting,
)
from perdes_flow.legal.linting.finding import ERROR, INFO, WARNING, Found
from perdes_flow.legal.linting.rule import rule
from perdes_flow.legal.linting.rules_mengingat import BLANK_CITATION
from perdes_flow.legal.units import HEADINGS, Unit

_UU_18_2017_IN_FORCE = date(2017, 11, 22)
_EVALUATED = frozenset({"apb_desa", "pungutan", "tata_ruang", "organisasi_pemdes"})


@rule("PD-82", source="", severity=WARNING)
def no_letterhead(case: Case) -> Iterator[Found]:
    for line in case.judul.lines[:6]:
        if re.match(
            r"PEMERINTAH\s+(?:KABUPATEN|KOTA)\b|(?:Jl|Jalan|Alamat|Telp|Telepon|Kode\s+Pos|E-?mail|Website)\b",
            line,
            re.IGNORECASE,
        ):
            yield Found(
                "Judul",
                f"Di atas judul berdiri kop surat: “{line}”.",
                "Hapus kop surat; peraturan memakai lambang negara.",
                line,
            )
            return


@rule("PD-83", source="UU 6/2014 Pasal 69 ayat (4)", severity=ERROR)
def evaluation_needed(case: Case) -> Iterator[Found]:
    if case.jenis in _EVALUATED or case.by_kades_alone:  # only a Peraturan Desa is evaluated
        return
    title = _EVALUATED_TITLE.search(case.judul.nama)
    if title:
        grave = ERROR if case.jenis else WARNING
        yield Found(
            "Judul",
            f"Judul menyangkut {title[0].lower()}: rancangan ini wajib dievaluasi Bupati sebelum ditetapkan.",
            "Tempuh jalur evaluasi.",
            title[0],
            None,
            grave,
        )
        return
    for unit, found in searched(case, _LEVY, "dipungut", "retribusi", "iuran wajib", "pungutan"):
        if not re.search(r"\b(?:tidak|tanpa|dilarang|bebas)\s+(?:\w+\s+)?$", unit.text[: found.start()]):
            yield Found(
                case.at(unit),
                f"Naskah memuat pungutan: “{found[0]}”. Rancangan yang memuat pungutan wajib dievaluasi Bupati.",
                "Tempuh jalur evaluasi, atau hapus pungutannya.",
                found[0],
            )
            return


_EVALUATED_TITLE = re.compile(
    r"\bPUNGUTAN\b|\bTATA RUANG\b|\bANGGARAN PENDAPATAN DAN BELANJA DESA\b|\bAPB ?DES(?:A)?\b|\bORGANISASI (?:DAN TATA KERJA )?PEMERINTAH(?:AN)? DESA\b"
)
_LEVY = re.compile(
    r"\b(?:dipungut|retribusi(?!\s+daerah)|iuran\s+wajib|pungutan(?!\s+(?:liar|daerah)))\b", re.IGNORECASE
)


@rule("PD-84", source="UU 6/2014 Pasal 69 ayat (2)", severity=WARNING)
def rights_restricted(case: Case) -> Iterator[Found]:
    near_a_right = set(map(id, case.norms.naming(*_RIGHT_HINTS)))
    told: set[int] = set()
    for unit, found in starting(case, _FORBIDS, "dilarang", "tidak boleh", "tidak diper"):
        # "dilarang" speaks of the whole sentence, "… dan tidak boleh lalai" of nobody's right that stands before it
        whole = (
            unit.text if found[0][:1] in "dD" else _CLAUSE.split(unit.text[: found.start()])[-1] + found[0]
        )
        touched = _RIGHTS.search(whole) if id(unit) in near_a_right and id(unit) not in told else None
        if touched and not _PROTECTS.search(found[0]):
            told.add(id(unit))
            yield _to_review(case.at(unit), touched[0], found[0])
        for item in unit.children if unit.text.endswith(":") else ():
            if done := _EVERYBODYS.match(item.text):
                yield _to_review(case.at(item), done[1], done[1])


def _to_review(at: str, right: str, quote: str) -> Found:
    return Found(
        at,
        f"Larangan ini menyentuh hak orang: “{right}”.",
        "Periksa terhadap undang-undang; pembatasan hak hanya dengan undang-undang.",
        quote,
    )


# what an item below "dilarang:" takes from people who do no wrong
_EVERYBODYS = re.compile(
    r"(?:\w+\s+)?\b((?:bekerja|berangkat|pergi|merantau)\b[^;.]*\bluar\s+(?:negeri|desa|daerah)|berangkat|menikah|kawin|beribadah|memeluk\s+agama"
    r"|menganut\s+\w+|keluar\s+(?:malam|rumah))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,.;]\s|\sdan\s")
_FORBIDS = re.compile(r"\b(?:dilarang|tidak\s+boleh|tidak\s+diper\w+)\b[^.;]*", re.IGNORECASE)
_RIGHTS = re.compile(
    r"\b(?:(?:ke|di) luar (?:negeri|desa|daerah)|perempuan|wanita|suami|istri|janda|anak|menikah|nikah|kawin|perkawinan|agama|beribadah|(?<!rumah )(?<!tempat )ibadah"
    r"|kepercayaan|keyakinan|Calon PMI|CPMI)\b",
    re.IGNORECASE,
)
_RIGHT_HINTS = (
    "ke luar ", "di luar ", "perempuan", "wanita", "suami", "istri", "janda", "anak", "menikah", "nikah", "kawin", "perkawinan",
    "agama", "beribadah", "ibadah", "kepercayaan", "keyakinan", "calon pmi", "cpmi",
)  # fmt: skip
# who forbids this takes no right, he guards one
_PROTECTS = re.compile(
    r"\b(?:(?:mem|mempe)pekerjakan|memperkerjakan|mengeksploitasi|menelantarkan|mengawinkan|menikahkan|menghalangi|menghambat|mengganggu|mengancam"
    r"|memaksa|membujuk|menipu|memperdagangkan|merekrut|memberangkatkan|menempatkan|menahan|memungut|kekerasan|pelecehan|diskriminasi|membedakan"
    r"|membeda-bedakan|(?:di\s+)?bawah\s+umur|(?:usia\s+)?dini|perkawinan\s+(?:usia\s+)?anak)\b",
    re.IGNORECASE,
)


@rule("PD-85", source="UU 18/2017", severity=WARNING, since=_UU_18_2017_IN_FORCE)
def words_of_migrant_law(case: Case) -> Iterator[Found]:
    if case.dated < _UU_18_2017_IN_FORCE:
        return
    for at, text in _own_words(case):
        if found := _OLD_WORDS.search(text):
            yield Found(
                at,
                f"Ditulis “{found[0]}”.",
                "Tulis “Pelindungan Pekerja Migran Indonesia”, sesuai dengan UU 18/2017.",
                found[0],
            )


_OLD_WORDS = re.compile(
    r"\b(?:Perlindungan|PERLINDUNGAN)\s+(?:(?:Calon|CALON)\s+)?(?:Pekerja\s+Migran|PEKERJA\s+MIGRAN|Tenaga\s+Kerja\s+Indonesia|TENAGA\s+KERJA\s+INDONESIA|TKI|PMI)\b"
    r"|\b(?:Tenaga\s+Kerja\s+Indonesia|TENAGA\s+KERJA\s+INDONESIA|C?TKI)\b"
)


def _own_words(case: Case) -> Iterator[tuple[str, str]]:
    """The text's own words: not the names of the acts that it cites."""
    yield "Judul", case.judul.nama
    for item in case.listed("menimbang"):
        yield (
            case.at(item),
            re.sub(r"(?:Undang-Undang|Peraturan)\s[^;]*?\bTahun\s+\d{4}\s+tentang[^;,]*", "", item.text),
        )
    for unit in case.norms.holding("perlindungan", "tenaga kerja indonesia", "tki"):
        yield case.at(unit), unit.text


_TASKS = (
    ("a (informasi dan permintaan pekerjaan)", r"informasi\b[^.;]*\bpekerjaan"),
    ("b (verifikasi data dan pencatatan)", r"verifikasi|pencatatan|pendataan|mencatat|mendata"),
    ("c (administrasi kependudukan)", r"administrasi\s+kependudukan"),
    (
        "d (pemantauan keberangkatan dan kepulangan)",
        r"(?:pemantauan|memantau)\b[^.;]*\b(?:keberangkatan|kepulangan)",
    ),
    ("e (pemberdayaan)", r"pemberdayaan|memberdayakan"),
)


@rule("PD-86", source="UU 18/2017 Pasal 42", severity=INFO, since=_UU_18_2017_IN_FORCE)
def five_tasks(case: Case) -> Iterator[Found]:
    if not re.search(r"PEKERJA\s+MIGRAN|\bPMI\b", case.judul.nama) or not case.pasal:
        return
    missing = [name for name, pattern in _TASKS if not re.search(pattern, case.norms.words, re.IGNORECASE)]
    if missing:
        yield Found(
            WHOLE,
            f"Tugas Pemerintah Desa yang belum diatur: huruf {', huruf '.join(missing)}.",
            "Pertimbangkan untuk mengaturnya.",
        )


@rule("PD-88", source="", severity=ERROR)
def nothing_left_blank(case: Case) -> Iterator[Found]:
    seen: set[str] = set()
    forms = _forms(case)
    for unit in (*_blank_headings(case), *case.everything.holding(*_BLANK_HINTS)):
        at = case.at(unit)
        found = None if at in seen or id(unit) in forms or _may_be_blank(case, at, unit) else _blank(unit)
        if found:
            seen.add(at)
            yield Found(at, f"Masih ada bagian yang harus diisi: “{found}”.", "Isi atau hapus.", found)


_BLANK_HINTS = (
    "…",
    "..",
    ". .",
    "(nama",
    "(nomor",
    "(tahun",
    "(tanggal",
    "(isi",
    "(sebutkan",
    "[",
    "xxx",
    "___",
)


def _blank_headings(case: Case) -> list[Unit]:
    by_kind = [case.of_kind(kind) for kind in HEADINGS]
    some = [units for units in by_kind if may_be_blank("\n".join([unit.number for unit in units]))]
    blank = {id(unit) for units in some for unit in units if is_blank(unit.number)}
    return [unit for unit in case.body if id(unit) in blank] if blank else []


def _forms(case: Case) -> set[int]:
    """What stands in annexes that show a form, by identity: it is filled in when it is used."""
    annexes = case.naskah.parts("lampiran")
    forms = [annex for annex in annexes if any(_FORM.search(line.text) for line in annex.walk())]
    shown = [child for annex in forms for child in annex.children if child.kind != "judul"]
    return {id(unit) for child in shown for unit in child.walk()}


_FORM = re.compile(r"^(?:CONTOH\s+)?(?:BENTUK|FORMAT|FORMULIR|BLANGKO|BLANKO|CONTOH)\b", re.IGNORECASE)


def _blank(unit: Unit) -> str:
    if unit.kind in HEADINGS and PLACEHOLDER.search(unit.number):
        return unit.number
    text = BLANK_CITATION.sub("", unit.text)  # a blank citation is PD-27
    found = PLACEHOLDER.search(text)
    return found[0] if found else ""


def _may_be_blank(case: Case, at: str, unit: Unit) -> bool:
    """Number, dates and names are left open until the text is signed."""
    if case.is_signed or not at.startswith(("Judul", "Penutup", "Penjelasan", "Lampiran")):
        return False
    return _OPEN_UNTIL_SIGNED.fullmatch(unit.text) is not None


_DOTS = r"[.…\s]*"
_OPEN_UNTIL_SIGNED = re.compile(
    rf"NOMOR{_DOTS}TAHUN{_DOTS}(?:\d{{4}})?|[Pp]ada\s+tanggal[\s:]*{_DOTS}(?:\d{{4}})?|{_DOTS}|(?:LEMBARAN|BERITA)\s+DESA\s+[^…(]*?TAHUN{_DOTS}(?:\d{{4}})?\s*NOMOR{_DOTS}"
)


@rule("PD-90", source="", severity=INFO)
def numbers_of_one_sort(case: Case) -> Iterator[Found]:
    automatic = dict.fromkeys(("pasal", "ayat", "huruf", "angka"), 0)
    typed = dict(automatic)
    if not any(block.number for block in case.naskah.blocks):
        return
    for unit in case.body:
        if unit.kind in automatic and unit.number and unit.blocks:
            made_by_word = bool(case.naskah.blocks[unit.blocks[0]].number)
            (automatic if made_by_word else typed)[unit.kind] += 1
    mixed = [kind for kind in automatic if automatic[kind] and typed[kind]]
    if mixed:
        yield Found(
            WHOLE,
            f"Nomor {', '.join(mixed)} sebagian diketik, sebagian dibuat Word.",
            "Pakai satu cara untuk seluruh naskah.",
        )


RULES = (
    no_letterhead, evaluation_needed, rights_restricted, words_of_migrant_law, five_tasks, nothing_left_blank,
    numbers_of_one_sort,
)  # fmt: skip
