"""PD-30 to PD-34: the agreement, the decision and what is stipulated."""

import re
from collections.abc import Iterator

from perdes_flow.legal.heading import KADES
from perdes_flow.legal.linting.case import Case, is_blank
from perdes_flow.legal.linting.finding import ERROR, WARNING, Found
from perdes_flow.legal.linting.rule import LII, P111, rule

_OPENING = "Pembukaan"
_AGREED = "Dengan Kesepakatan Bersama"


@rule("PD-30", source=P111, severity=ERROR)
def agreement_named_so(case: Case) -> Iterator[Found]:
    if case.by_kades_alone:
        return
    lines = _agreement(case)
    if not lines:
        if case.naskah.part("memutuskan"):
            yield Found(
                _OPENING,
                "Kesepakatan dengan BPD tidak disebut sebelum MEMUTUSKAN.",
                f"Tambahkan “{_AGREED}” dengan BPD dan Kepala Desa.",
            )
    elif lines[0] != _AGREED:
        yield Found(_OPENING, f"Ditulis “{lines[0]}”.", f"Tulis “{_AGREED}”.", lines[0], _AGREED)


@rule("PD-31", source=P111, severity=ERROR)
def both_parties(case: Case) -> Iterator[Found]:
    lines = _agreement(case)
    if case.by_kades_alone or not lines:
        return
    due = (
        ("BADAN PERMUSYAWARATAN DESA X", r"BADAN\s+PERMUSYAWARATAN\s+DESA\b"),
        ("dan", r"(?i:dan)$"),
        ("KEPALA DESA X", rf"{KADES}\b"),
    )
    places = [next((i for i, line in enumerate(lines) if re.match(pattern, line)), -1) for _, pattern in due]
    missing = [name for (name, _), place in zip(due, places, strict=True) if place < 0]
    if missing:
        yield Found(_OPENING, f"Di bawah “{lines[0]}” tidak ada baris: {', '.join(missing)}.", _BOTH)
    elif places != sorted(places):
        yield Found(_OPENING, "Urutan pihak yang bersepakat terbalik.", _BOTH)
    elif (joined := lines[places[1]]) != "dan":
        message = f"Di antara para pihak ditulis “{joined}”."
        yield Found(_OPENING, message, "Tulis “dan” huruf kecil.", joined, "dan")


_BOTH = "Tulis pada tiga baris: BADAN PERMUSYAWARATAN DESA X / dan / KEPALA DESA X."


@rule("PD-32", source=LII, severity=ERROR)
def memutuskan_as_it_is_written(case: Case) -> Iterator[Found]:
    unit = case.naskah.part("memutuskan")
    if unit is None:
        if case.naskah.part("menetapkan"):
            yield Found(_OPENING, "Kata MEMUTUSKAN tidak ada.", "Tulis “MEMUTUSKAN:” di atas Menetapkan.")
    elif unit.text != "MEMUTUSKAN:":
        yield Found(_OPENING, f"Ditulis “{unit.text}”.", "Tulis “MEMUTUSKAN:”.", unit.text, "MEMUTUSKAN:")


@rule("PD-33", source=P111, severity=ERROR)
def agreement_before_decision(case: Case) -> Iterator[Found]:
    opening = next((root for root in case.naskah.roots if root.kind == "pembukaan"), None)
    kinds = [child.kind for child in opening.children] if opening else []
    if (
        "kesepakatan" in kinds
        and "memutuskan" in kinds
        and kinds.index("kesepakatan") > kinds.index("memutuskan")
    ):
        yield Found(
            _OPENING, "Kesepakatan bersama berdiri sesudah MEMUTUSKAN.", "Pindahkan ke atas MEMUTUSKAN."
        )


@rule("PD-34", source=f"{LII}; {P111}", severity=ERROR)
def stipulated_title(case: Case) -> Iterator[Found]:
    unit = case.naskah.part("menetapkan")
    if unit is None or not unit.text or is_blank(unit.text):
        return
    text = unit.text
    if not text.endswith("."):
        yield Found(
            "Menetapkan",
            "Menetapkan tidak diakhiri tanda titik.",
            "Akhiri dengan titik.",
            text,
            text.rstrip(",;: ") + ".",
        )
    found = re.match(
        rf"{case.name.upper()}\s*(?P<village>.*?)\s*\b(?P<before>TENTANG)\s+(?P<title>.*?)[.,;]?$",
        text,
        re.IGNORECASE,
    )
    if not found:
        yield Found(
            "Menetapkan",
            f"Menetapkan tidak berbentuk “{case.name.upper()} TENTANG …”.",
            f"Tulis “{case.name.upper()} TENTANG {case.judul.nama}.”.",
            text,
        )
        return
    if found["village"]:
        yield Found(
            "Menetapkan",
            f"Menetapkan memuat nama desa “{found['village']}”.",
            "Hapus nama desa sebelum TENTANG.",
            f"{found['village']} {found['before']}",
            found["before"],
            WARNING,
        )
    name = case.judul.nama
    if name and not is_blank(name) and _plain(found["title"]) != _plain(name):
        yield Found(
            "Menetapkan",
            f"Nama peraturan di sini “{found['title']}”, di judul “{name}”.",
            "Samakan dengan judul.",
            found["title"],
            name,
        )


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", name).split()).casefold()


def _agreement(case: Case) -> list[str]:
    unit = case.naskah.part("kesepakatan")
    return [line.text for line in unit.children] if unit else []


RULES = (
    agreement_named_so,
    both_parties,
    memutuskan_as_it_is_written,
    agreement_before_decision,
    stipulated_title,
)
