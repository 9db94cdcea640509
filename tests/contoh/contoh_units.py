"""Cuts the shown lines of a sample version into places ("Pasal 6", "Penjelasan Pasal 23") and addresses ("Pasal 6 ayat (2) huruf a")."""

import re

NUMBERED = re.compile(r"(\(\d+\)|[a-z]\.|\d+\.) (.*)")
PASAL = re.compile(r"Pasal (\d+)")
PLACE_STARTS = (
    ("Menimbang : ", "Menimbang"),
    ("Mengingat : ", "Mengingat"),
    ("Dengan ", "Kesepakatan"),
    ("MEMUTUSKAN:", "Menetapkan"),
    ("Agar setiap orang", "Penutup"),
    ("PENJELASAN", "Penjelasan"),
    ("LAMPIRAN", "Lampiran"),
)


def places(lines: list[str]) -> dict[str, str]:
    """Each place with its text; a heading's place is itself ("BAB IX", "Bagian Keempat (BAB III)")."""
    found: dict[str, list[str]] = {}
    place, bab, in_penjelasan = "Judul", "", False
    for line in lines:
        for start, name in PLACE_STARTS:
            if line.startswith(start):
                place, in_penjelasan = name, name == "Penjelasan"
        if PASAL.fullmatch(line):
            place = f"Penjelasan {line}" if in_penjelasan else line
        elif line.startswith("BAB "):
            place = bab = line
        elif re.fullmatch(r"Bagian Ke\w+", line):
            place = f"{line} ({bab})"
        elif line == "II. PASAL DEMI PASAL":
            place = "Penjelasan II"
        found.setdefault(place, []).append(line)
    return {place: "\n".join(texts) for place, texts in found.items()}


def addresses(lines: list[str]) -> dict[str, str]:
    """Every Pasal, ayat, huruf and angka of the body with its own words."""
    found: dict[str, str] = {}
    pasal = ayat = huruf = ""
    for line in body(lines):
        if PASAL.fullmatch(line):
            pasal, ayat, huruf = line, "", ""
            found[pasal] = ""
            continue
        match = NUMBERED.fullmatch(line)
        if not match or not pasal:
            if pasal and found[pasal] == "":
                found[pasal] = line
            continue
        number, words = match.groups()
        if number.startswith("("):
            ayat, huruf = f" ayat {number}", ""
            address = pasal + ayat
        elif number[0].isalpha():
            huruf = f" huruf {number[0]}"
            address = pasal + ayat + huruf
        else:
            address = f"{pasal}{ayat}{huruf} angka {number[:-1]}"
        assert address not in found, f"two units are called {address}"
        found[address] = words
    return found


def body(lines: list[str]) -> list[str]:
    """From BAB I to the last Pasal."""
    end = next(index for index, line in enumerate(lines) if line.startswith("Agar setiap orang"))
    return lines[lines.index("BAB I") : end]
