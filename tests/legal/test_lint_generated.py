"""Defects planted by chance in regulations that somebody else generated: each found once, at its unit, and nothing new elsewhere."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from generated_regulations import generated, load_generator

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.linting import lint
from perdes_flow.legal.parser import parse
from perdes_flow.legal.units import Naskah, Unit

TODAY = date(2026, 11, 24)

# rule -> words put before the full stop of an ayat drawn by lot, and the rules that come along by nature
IN_A_NORM = {
    "PD-27": (" menurut Peraturan Bupati Nomor ... Tahun ...", set()),
    "PD-50": (" bersama DPMD", set()),
    "PD-52": (" dan pelanggarnya dipidana kurungan", set()),
    "PD-54": (" sesuai dengan Pasal 900", set()),
    "PD-55": (" sesuai dengan Pasal (3)", set()),
    "PD-56": (" sesuai dengan ketentuan Pasal ini", set()),
    "PD-58": (" dari Januari s/d Maret", set()),
    "PD-59": (" dan atau sebaliknya", set()),
    "PD-60": (" dan lain-lain", set()),
    "PD-61": (" untuk buku-buku", set()),
    "PD-62": (" dan tidak boleh lalai", set()),
    "PD-63": (" selama 5 (lima belas) hari", set()),
    "PD-64": (" yang wajib disimpan", set()),
    "PD-83": (" dengan iuran wajib", set()),
    "PD-84": (" dan setiap perempuan dilarang keluar malam", set()),
    "PD-85": (" bagi keluarga TKI", {"PD-50"}),
    "PD-88": (" di Desa (Nama Desa)", set()),
}
# rule -> (line as it stands, line as planted, address)
IN_A_LINE = [
    ("PD-04", "NOMOR (.*) TAHUN", "NOMOR : \\1 TAHUN", "Judul"),
    ("PD-05", "NOMOR (.*) TAHUN", "NOMOR 0\\1 TAHUN", "Judul"),
    ("PD-12", "DENGAN RAHMAT", "DENGAN RAKHMAT", "Judul"),
    ("PD-15", "a\\. bahwa", "a. Bahwa", "Menimbang huruf a"),
    ("PD-17", "huruf a dan huruf b", "huruf a dan b", "Menimbang huruf c"),
    ("PD-30", "Dengan Kesepakatan Bersama", "Dengan Persetujuan Bersama", "Pembukaan"),
    ("PD-32", "MEMUTUSKAN:", "MEMUTUSKAN :", "Pembukaan"),
    ("PD-34", "(Menetapkan: .*)\\.$", "\\1", "Menetapkan"),
    ("PD-44", "yang dimaksud dengan:", "yang dimaksud dengan :", "Pasal 1"),
    ("PD-66", "pada tanggal diundangkan\\.$", "sejak ditetapkan.", "Pasal 60"),
    ("PD-67", "dalam Lembaran Desa .*", "dalam Lembaran Desa.", "Penutup"),
    ("PD-71", "(SEKRETARIS DESA .*),$", "\\1", "Penutup"),
    ("PD-74", "LEMBARAN DESA (.*) TAHUN (.*) NOMOR (.*)", "LEMBARAN DESA \\1 NOMOR \\3 TAHUN \\2", "Penutup"),
]


@pytest.fixture(scope="session")
def cases(shared: Path) -> ModuleType:
    return load_generator(shared)


def found_in(blocks: list[Block]) -> Counter[tuple[str, str]]:
    findings = lint(parse(blocks), state="berlaku", on=TODAY, jenis="umum")
    return Counter((finding.rule, finding.at) for finding in findings)


@cache
def clean(cases: ModuleType, seed: int) -> tuple[list[Block], Counter[tuple[str, str]]]:
    """A generated regulation with typed numbers, and what is found in it before anything is planted."""
    blocks = generated(cases, seed)
    return blocks, found_in(blocks)


def plain_ayat(naskah: Naskah) -> Iterator[tuple[str, Unit]]:
    """Ayat in one block, without a list, that have not the words of any planted defect yet."""
    for pasal in naskah.all_pasal()[1:-3]:
        for ayat in pasal.children:
            if (
                len(ayat.blocks) == 1
                and not ayat.children
                and ayat.text.endswith(".")
                and "Lampiran" not in ayat.text
            ):
                yield str(naskah.address_of(ayat)), ayat


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_words_planted_in_an_ayat_are_found_there(cases: ModuleType, seed: int) -> None:
    blocks = generated(cases, seed, auto=seed % 2 == 0)
    naskah, before, rnd = parse(blocks), found_in(blocks), random.Random(seed)
    places = [(at, unit) for at, unit in plain_ayat(naskah) if not any(place == at for _, place in before)]
    for rule, (words, along) in IN_A_NORM.items():
        at, unit = rnd.choice(places)
        block = naskah.blocks[unit.blocks[0]]
        planted = list(blocks)
        planted[unit.blocks[0]] = replace(block, text=block.text[:-1] + words + ".")
        new = found_in(planted) - before
        assert new[rule, at] == 1, (rule, at)
        assert {found for found, _ in new} <= {rule} | along, (rule, at, new)
        assert sum(new.values()) == 1 + sum(found in along for found, _ in new), new


@pytest.mark.parametrize("seed", [3, 4, 5])
@pytest.mark.parametrize(("rule", "old", "new", "at"), IN_A_LINE)
def test_a_line_that_was_spoilt_is_found(
    cases: ModuleType, seed: int, rule: str, old: str, new: str, at: str
) -> None:
    blocks, before = clean(cases, seed)
    assert found_in(spoil(blocks, old, new)) - before == Counter({(rule, at): 1})


def spoil(blocks: list[Block], old: str, new: str) -> list[Block]:
    place = next(i for i, block in enumerate(blocks) if re.search(old, block.text))
    planted = list(blocks)
    planted[place] = replace(blocks[place], text=re.sub(old, new, blocks[place].text))
    return planted


def numbered(blocks: list[Block], pattern: str, skip: int) -> tuple[int, re.Match[str]]:
    """The block after `skip` others whose text has the pattern."""
    found = [(i, match) for i, block in enumerate(blocks) if (match := re.fullmatch(pattern, block.text))]
    return found[skip]


# rule, the line, how many such lines are passed over, what is put there; {n} is its number, {next} the one after
IN_A_NUMBER = [
    ("PD-35", r"BAB (?P<n>III)", 0, "BAB 3"),
    ("PD-39", r"Pasal (?P<n>\d+)", 54, "Pasal {next}9"),
    ("PD-40", r"\((?P<n>2)\) (?P<rest>[A-Z].*[^:])", 3, "(7) {rest}"),
    ("PD-42", r"b\. (?P<n>.)(?P<rest>[^ ]*n .*);", 1, "b. {n}{rest}"),
    ("PD-43", r"b\. (?P<n>.)(?P<rest>.*); dan", 0, "b. {n}{rest};"),
    ("PD-45", r"4\. (?P<n>.)(?P<rest>.* adalah .*)\.", 0, "4. {n}{rest}"),
]


@pytest.mark.parametrize("seed", [3, 4, 5])
@pytest.mark.parametrize(("rule", "pattern", "skip", "new"), IN_A_NUMBER)
def test_a_number_or_sign_that_was_spoilt_is_found(
    cases: ModuleType, seed: int, rule: str, pattern: str, skip: int, new: str
) -> None:
    blocks, before = clean(cases, seed)
    place, match = numbered(blocks, pattern, skip)
    values = match.groupdict()
    number = int(values["n"]) + 1 if values["n"].isdigit() else 0
    planted = list(blocks)
    planted[place] = replace(blocks[place], text=new.format(**values, next=number))
    added = found_in(planted) - before
    naskah = parse(planted)
    unit = next(unit for unit in naskah.walk() if place in unit.blocks)
    assert [(found, at) for found, at in added if found == rule] == [(rule, str(naskah.address_of(unit)))]
