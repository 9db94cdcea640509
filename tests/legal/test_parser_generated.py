"""The parser against the trees of a generator that somebody else wrote, and against two whole laws."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from generated_regulations import blocks_from, load_generator

from perdes_flow.legal.addresses import Address
from perdes_flow.legal.outline import outline
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.units import Naskah
from perdes_flow.legal.writer import as_text, write


@pytest.fixture(scope="session")
def legal_cases(shared: Path) -> ModuleType:
    return load_generator(shared)


def renderings(cases: ModuleType, seed: int) -> Iterator[Any]:
    base = cases.Draft(cases.Words(seed), 60)
    yield from (cases.Rendering(base, auto) for auto in (False, True))
    yield from (cases.Rendering(draft, auto) for _, auto, draft in cases.hand_made(base))
    rnd = random.Random(f"{seed} edits")
    for _ in range(6):
        auto, draft, _ = cases.random_case(base, rnd)
        yield cases.Rendering(draft, auto)


@pytest.mark.parametrize("seed", [7, 11, 2026])
def test_the_outline_is_the_one_the_author_of_the_text_had_in_mind(
    legal_cases: ModuleType, seed: int
) -> None:
    for rendering in renderings(legal_cases, seed):
        naskah = parse(blocks_from(rendering))
        assert outline(naskah).model_dump() == rendering.outline()
        assert naskah.remarks == ()


def test_every_address_of_the_author_leads_to_the_unit_meant(legal_cases: ModuleType) -> None:
    for rendering in renderings(legal_cases, 5):
        naskah = parse(blocks_from(rendering))
        for uid, address in rendering.address.items():
            unit = naskah.find(Address.parse(address))
            assert unit is not None, address
            node = rendering.nodes[uid]
            sole = unit.kind == "pasal" and node.kind == "ayat"
            assert (unit.children[0] if sole else unit).text == rendering.text(node)


def test_written_out_and_read_again_a_text_is_the_same(legal_cases: ModuleType) -> None:
    for rendering in renderings(legal_cases, 3):
        naskah = parse(blocks_from(rendering))
        assert parse(write(naskah)) == naskah
        assert parse(write(naskah, automatic=True)) == naskah
        aside = ("kepala halaman", "kaki halaman")
        assert parse(blocks_of(as_text(naskah))).roots == tuple(
            r for r in naskah.roots if r.kind not in aside
        )


def law(shared: Path, name: str) -> tuple[str, Naskah]:
    text = (shared / "law-texts" / name).read_text(encoding="utf-8")
    return text, parse(blocks_of(text))


# the numbers of Pasal are those of the laws themselves; lines that continue a cut reference were counted by eye
LAWS = [("uu-12-2022.md", 93, 5), ("uu-22-1999.md", 134, 3)]


@pytest.mark.parametrize(("name", "pasal", "cut_references"), LAWS)
def test_a_whole_law_is_read_without_losing_or_inventing_a_number(
    shared: Path, name: str, pasal: int, cut_references: int
) -> None:
    text, naskah = law(shared, name)
    assert [unit.number for unit in naskah.all_pasal()] == [f"Pasal {i}" for i in range(1, pasal + 1)]
    ayat = [unit for unit in naskah.walk() if unit.kind == "ayat" and unit.number]
    assert len(ayat) == len(re.findall(r"^\s*\(\d+\)", text, re.MULTILINE)) - cut_references
    items = [unit for unit in naskah.walk() if unit.kind in ("huruf", "angka", "definisi")]
    assert len(items) == len(re.findall(r"^\s*(?:[a-z]|\d+)[.)]\s", text, re.MULTILINE))
    assert naskah.remarks == ()


@pytest.mark.parametrize(("name", "pasal", "cut_references"), LAWS)
def test_the_numbers_of_a_whole_law_run_without_a_gap(
    shared: Path, name: str, pasal: int, cut_references: int
) -> None:
    _, naskah = law(shared, name)
    for unit in naskah.walk():
        ayat = [child.number for child in unit.children if child.kind == "ayat"]
        assert ayat in ([""], [f"({i}" + ")" for i in range(1, len(ayat) + 1)]), naskah.address_of(unit)
        listed = [
            child.number[:-1] for child in unit.children if child.kind in ("huruf", "angka", "definisi")
        ]
        letters = [chr(ord("a") + i) for i in range(len(listed))]
        assert listed in (letters, [str(i) for i in range(1, len(listed) + 1)]), naskah.address_of(unit)


@pytest.mark.parametrize(("name", "pasal", "cut_references"), LAWS)
def test_a_whole_law_survives_writing_and_reading(
    shared: Path, name: str, pasal: int, cut_references: int
) -> None:
    _, naskah = law(shared, name)
    assert parse(write(naskah)) == naskah
