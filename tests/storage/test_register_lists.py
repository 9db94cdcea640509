"""Lists from the register: what waits for an office, the drafts of a stage, search; on both databases."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from storage.samples import AT, DRAFT, VILLAGE, row, submission

from perdes_flow.ports import RegisterRow
from perdes_flow.storage.log import DjangoLog
from perdes_flow.storage.register import DjangoRegister
from perdes_flow.storage.search import FEW


@pytest.fixture
def register(database: str) -> DjangoRegister:
    return DjangoRegister(VILLAGE, using=database)


def drafts(rows: Iterable[RegisterRow]) -> list[str]:
    return [found.draft for found in rows]


def numbered(number: int, **changes: Any) -> RegisterRow:
    common = {"updated": AT + timedelta(minutes=number), "waiting": "kades sekdes"}
    return replace(row(f"r{number:03d}"), **{**common, **changes})


def test_what_waits_for_an_office_comes_with_the_most_pressing_first(register: DjangoRegister) -> None:
    register.replace_all(
        [
            numbered(1, due=date(2026, 12, 3)),
            numbered(2, due=None),
            numbered(3, due=date(2026, 12, 1)),
            numbered(4, due=date(2026, 12, 2), waiting="ketua_bpd"),
        ]
    )
    assert drafts(register.waiting("kades", 10)) == ["r003", "r001", "r002"]
    assert register.waiting("kades", 1) == (register.row("r003"),)
    assert register.page(limit=1).rows == (register.row("r004"),)
    assert drafts(register.waiting("kades", 2)) == ["r003", "r001"]
    assert drafts(register.waiting("ketua_bpd", 10)) == ["r004"]
    assert drafts(register.waiting("evaluator", 10)) == []


def test_a_draft_waits_only_for_whom_it_waits_now(register: DjangoRegister, log: DjangoLog) -> None:
    log.append((submission(1),), after=0, key="satu", row=replace(row(), waiting="kades sekdes"))
    log.append((submission(2),), after=1, key="dua", row=replace(row(), waiting="ketua_bpd"))
    assert drafts(register.waiting("kades", 10)) == []
    assert drafts(register.waiting("ketua_bpd", 10)) == [DRAFT]


def test_a_long_list_is_read_part_by_part_without_gap_or_repetition(register: DjangoRegister) -> None:
    # two of the same minute: the name then decides
    register.replace_all([numbered(n, updated=AT + timedelta(minutes=n // 2)) for n in range(25)])
    seen, place = [], ""
    for _ in range(3):
        part = register.page(after=place, limit=10)
        seen += drafts(part.rows)
        place = part.following
    assert seen == [f"r{n:03d}" for n in reversed(range(25))]
    assert place == ""


def test_a_stage_and_all_words_narrow_the_list(register: DjangoRegister) -> None:
    register.replace_all(
        [
            numbered(1, title="Pungutan Pasar Desa", state="penetapan"),
            numbered(2, title="Pasar Malam"),
            numbered(3, title="APB Desa 100%"),
        ]
    )
    assert drafts(register.page(words="pasar").rows) == ["r002", "r001"]
    assert drafts(register.page(words="PASAR pungut").rows) == ["r001"]
    assert drafts(register.page(words="pasar", state="penetapan").rows) == ["r001"]
    assert drafts(register.page(words="100%").rows) == ["r003"]
    assert drafts(register.page(words="%").rows) == []
    assert drafts(register.page(words="asar").rows) == [], "words are found by their beginnings"
    assert drafts(register.page(words="_").rows) == []
    assert drafts(register.page(words="a\0b").rows) == []


def test_a_rare_word_and_a_common_one_find_the_same_as_looking_at_each_draft(
    register: DjangoRegister,
) -> None:
    rows = [
        numbered(
            n, title=f"Pungutan {'Pasar' if n % 2 else 'Parkir'} ke-{n}", state="penetapan" if n % 3 else "x"
        )
        for n in range(2 * FEW + 50)
    ]
    register.replace_all(rows)
    for words, state in (
        ("pungutan", None),
        ("pasar", None),
        ("pa", "x"),
        ("ke 17", None),
        ("pasar 41", None),
        ("4", "x"),
    ):
        seen, place = [], ""
        while True:
            part = register.page(words=words, state=state, after=place, limit=20)
            seen += drafts(part.rows)
            place = part.following
            if not place:
                break
        expected = [
            one.draft
            for one in reversed(rows)
            if all(
                any(w.startswith(word) for w in re.findall(r"\w+", f"{one.draft} {one.title}".casefold()))
                for word in words.split()
            )
            and state in (None, one.state)
        ]
        assert seen == expected, words


def test_a_draft_is_found_by_its_words_of_now(register: DjangoRegister, log: DjangoLog) -> None:
    log.append((submission(1),), after=0, key="satu", row=replace(row(), title="Pasar Desa"))
    log.append((submission(2),), after=1, key="dua", row=replace(row(), title="Parkir"))
    assert drafts(register.page(words="pasar").rows) == []
    assert drafts(register.page(words="parkir").rows) == [DRAFT]


@pytest.mark.parametrize("place", ["omong kosong", "~", "2026-11-24T08:00:00~r001", "9999~x~y"])
def test_a_place_that_is_none_means_the_beginning(register: DjangoRegister, place: str) -> None:
    register.replace_all([numbered(1)])
    assert drafts(register.page(after=place).rows) == ["r001"]


def test_drafts_are_counted_by_stage_and_no_further_than_asked(register: DjangoRegister) -> None:
    register.replace_all(
        [numbered(n, state="penyusunan" if n < 7 else "penetapan", state_label="Tahap") for n in range(9)]
    )
    assert register.counts(100) == (("penetapan", "Tahap", 2), ("penyusunan", "Tahap", 7))
    assert register.counts(5) == (("penetapan", "Tahap", 2), ("penyusunan", "Tahap", 5))


def test_another_village_has_lists_of_its_own(database: str, register: DjangoRegister) -> None:
    other = DjangoRegister("sukamaju", using=database)
    register.replace_all([numbered(1)])
    other.replace_all([replace(numbered(2), village="sukamaju")])
    assert drafts(register.page().rows) == ["r001"]
    assert drafts(other.waiting("kades", 5)) == ["r002"]
    assert [count for _, _, count in other.counts(5)] == [1]
